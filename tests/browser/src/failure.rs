//! How does a test say what went wrong?

use std::fmt;

/// What a test, or one step of it, ends with.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A sentence for whoever reads the failed test.
///
/// It is no [`std::error::Error`] itself, so that `?` turns every error into one.
pub struct Failure(String);

impl Failure {
    /// A failure that says `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The same failure, with more said after it.
    #[must_use]
    pub fn and(self, more: &str) -> Self {
        Self(format!("{}\n{more}", self.0))
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

/// The test harness prints failures with `{:?}`, and they are written to be read.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
