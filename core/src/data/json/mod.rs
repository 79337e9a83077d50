//! JSON parser for data files, with errors that an editor can use.
//!
//! The grammar is RFC 8259, with two restrictions: the bytes are UTF-8, and an object has each field once. Both are
//! what other parsers accept silently, with letters lost or the last value taken. Nesting and the fields of an object
//! are limited, so that a file takes time in proportion to its size.

mod encoding;
mod error;
mod number;
mod parser;

pub use error::{Encoding, JsonError, JsonErrorKind};

use super::Value;
use parser::Parser;

/// The deepest nesting of arrays and objects that is accepted, deeper than any real file.
pub const MAX_DEPTH: usize = 40;

/// The most fields of an object that are accepted, more than any format has. It also bounds the search for a field.
pub const MAX_FIELDS: usize = 50;

/// Parses a file that contains one JSON value. A byte order mark before it is ignored.
///
/// ```
/// use serviceaftale_core::data::json::parse;
/// assert!(parse(br#"{"formatVersion": 1}"#).is_ok());
/// let error = parse(b"{\n  \"notices\": [],\n}").unwrap_err();
/// assert_eq!(error.to_string(), "line 2, column 16: trailing comma: nothing follows it");
/// ```
///
/// # Errors
/// The first violation of the grammar, with its position.
pub fn parse(bytes: &[u8]) -> Result<Value, JsonError> {
    let text = encoding::decode(bytes)?;
    let mut parser = Parser::new(text);
    parser.document().map_err(|kind| JsonError::after(parser.parsed(), kind))
}
