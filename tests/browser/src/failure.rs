//! Failures of tests, with readable messages.

use std::fmt;

/// The result of a test or of one of its steps.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A message for the reader of a failed test.
///
/// Does not implement [`std::error::Error`], so that `?` converts every error to a `Failure`.
pub struct Failure(String);

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Appends a line to the message.
    #[must_use]
    pub fn with_context(self, context: &str) -> Self {
        Self(format!("{}\n{context}", self.0))
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same as `Display`, because the test harness prints failures with `{:?}`.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
