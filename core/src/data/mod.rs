//! JSON values, and the types and the deserializer of which the formats of data files consist.
//!
//! [`json::parse`] parses the bytes of a file into a [`Value`] tree. A format is a struct with a derived `Deserialize`,
//! whose fields are [`Leaf`], [`Integer`], [`List`] and [`Parsed`]. [`read`] reads the tree into the struct and lists
//! every [`Problem`](crate::problem::Problem) on the way.

mod deserializer;
mod fields;
#[cfg(feature = "schema")]
mod fields_schema;
pub mod json;
mod path;
mod sanitize;
mod value;

pub use deserializer::read;
pub(crate) use deserializer::{Replacements, read_with, reject};
pub(crate) use fields::ItemsVisitor;
pub use fields::{Bilingual, FirstItems, FromText, Id, Integer, IsoDate, Leaf, Line, List, NonBlank, Parsed};
#[cfg(feature = "schema")]
pub(crate) use fields_schema::{ID, impl_string_schema, keyword_or_hours, string_schema};
pub use path::{item_path, replace_at, value_at};
pub(crate) use sanitize::Invisible;
pub use sanitize::sanitize;
pub use value::Value;
