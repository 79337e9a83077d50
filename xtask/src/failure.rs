//! Errors of the commands, written for the person at the terminal.

use std::fmt;
use std::io;
use std::path::Path;

/// A message that says what failed and, where possible, how to fix it.
#[derive(Debug)]
pub struct Failure(String);

/// The result of a command or of one of its steps.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Converts an I/O error to a message with the path: `cannot read /a/b: No such file or directory`.
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
