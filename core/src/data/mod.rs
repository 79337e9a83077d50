//! JSON values, and their validation against tables of fields.
//!
//! [`json::parse`] parses the bytes of a file into a [`Value`] tree. A table of [`Field`]s describes a format. [`check`]
//! compares the two and lists every [`Problem`] with its path, the value found and what was expected.

mod check;
pub mod json;
mod path;
mod sanitize;
mod schema;
mod value;

pub use check::{check, check_at};
pub use path::{item_path, replace_at, value_at};
pub use sanitize::sanitize;
pub(crate) use sanitize::{Invisible, is_visible_text};
pub use schema::{Constraint, Field, Schema, StringFormat, join_ids};
pub use value::Value;

use std::fmt;

/// A violation of a file format at one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As in `agreements[basis].response.remote.minutes`.
    pub path: String,
    /// The value at the path as JSON, shortened; "nothing" if it is missing.
    pub found: String,
    pub expected: String,
}

impl Problem {
    /// A value at the path that is not what was expected.
    pub fn new(path: &str, found: &Value, expected: impl Into<String>) -> Self {
        Self { path: path.to_owned(), found: found.excerpt(), expected: expected.into() }
    }

    /// A required value that is missing at the path.
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
