//! How is data from outside read, checked and refused?
//!
//! A file arrives as a [`Value`] tree: from `serde_json` in tools and tests, from the browser's own
//! parser in the widget. A table of [`Field`]s says what a format holds; [`check`] compares the two
//! and lists every [`Problem`] with its path, the value found and what was expected.

mod check;
mod path;
mod sanitize;
mod schema;
mod value;

pub use check::{check, check_part};
pub use path::{item_path, put, select};
pub use sanitize::sanitize;
pub use schema::{Field, Rule, Schema, StringFormat, ids};
pub use value::Value;

use std::fmt;

/// What is wrong in a file, at one place of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as in `agreements[basis].response.remote.minutes`.
    pub path: String,
    /// What stands there, as JSON, shortened; "nothing" when it is missing.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

impl Problem {
    /// A problem with what stands at that path.
    pub fn new(path: &str, found: &Value, expected: impl Into<String>) -> Self {
        Self { path: path.to_owned(), found: found.excerpt(), expected: expected.into() }
    }

    /// A problem with something that should stand at that path.
    pub fn missing(path: &str, expected: impl Into<String>) -> Self {
        Self { path: path.to_owned(), found: "nothing".to_owned(), expected: expected.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, found, expected } = self;
        write!(f, "{path}: found {found}, expected {expected}")
    }
}
