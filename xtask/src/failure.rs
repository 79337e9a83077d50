//! What does a command say when it cannot go on?

use std::fmt;
use std::io;
use std::path::Path;

/// A sentence for the person at the terminal: what failed and, where something can be done about it, exactly what.
#[derive(Debug)]
pub struct Failure(String);

/// What a step of a command yields, or why there is no such thing.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure told in these words.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Turns an I/O error into a sentence that names the place: `cannot read /a/b: No such file or directory`.
    pub fn at(action: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self(format!("cannot {action} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
