//! Schemas of data files.

use super::Value;
use crate::time::{Hours, MonthDay, ParseHoursError, parse_iso_date};

/// The schema of a value in a data file.
#[derive(Clone, Copy, Debug)]
pub enum Schema {
    /// A string that is not blank, of at most 2,000 characters.
    Text,
    /// A string of a format that only some files have.
    Formatted(&'static StringFormat),
    /// An identifier: 1 to 60 ASCII letters, digits, `-` and `_`.
    Id,
    Bool,
    /// An integer from the first number to the second, both included.
    Integer(i32, i32),
    /// A date, `YYYY-MM-DD`.
    Date,
    /// A day that every year has, `MM-DD`; not 29 February.
    DayOfYear,
    /// Opening hours, `hh:mm-hh:mm`.
    Hours,
    /// A phone number: `+` and 6 to 15 digits.
    Phone,
    /// One of these strings.
    Enum(&'static [&'static str]),
    /// The id of an item in the array of that name at the root.
    IdIn(&'static str),
    /// An object with these fields and no others.
    Object(&'static [Field]),
    /// An object with these fields and no others, among them exactly one of the names.
    ObjectWithOneOf(&'static [&'static str], &'static [Field]),
    /// An array of at least that many items.
    Array(usize, &'static Schema),
    /// An array of at least that many objects with these fields. The `id` of each is unique.
    ArrayWithIds(usize, &'static [Field]),
    /// One of these strings, or an array of hours.
    EnumOrHours(&'static [&'static str]),
    /// An array of items of that schema, with at most that many items.
    MaxItems(usize, &'static Schema),
    /// A value of that schema which also satisfies a constraint.
    Refined(&'static Schema, Constraint),
    Any,
}

/// A format of strings. It is compiled in only with a file format that uses it.
#[derive(Debug)]
pub struct StringFormat {
    pub expected: &'static str,
    pub matches: fn(&str) -> bool,
    /// The closest JSON Schema, draft 2020-12.
    pub schema: &'static str,
}

/// A constraint on a value of any type, given the root of its file. Returns what was expected, or `None` if it holds.
pub type Constraint = fn(value: &Value, root: &Value) -> Option<String>;

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub schema: Schema,
    pub optional: bool,
}

impl Field {
    pub const fn required(name: &'static str, schema: Schema) -> Self {
        Self { name, schema, optional: false }
    }

    pub const fn optional(name: &'static str, schema: Schema) -> Self {
        Self { name, schema, optional: true }
    }
}

impl Schema {
    /// Whether the value itself matches. Items, fields and constraints are left to [`check`](super::check).
    pub fn matches_shallow(&self, value: &Value, root: &Value) -> bool {
        let text = value.text();
        match self {
            Self::Text => !text.trim().is_empty() && text.chars().count() <= 2000,
            Self::Id => {
                let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
                (1..=60).contains(&text.len()) && text.bytes().all(allowed)
            }
            Self::Formatted(format) => (format.matches)(text),
            Self::Bool => matches!(value, Value::Bool(_)),
            Self::Integer(min, max) => {
                matches!(value, Value::Number(number) if number.fract() == 0.0)
                    && (i64::from(*min)..=i64::from(*max)).contains(&value.integer())
            }
            Self::Date => parse_iso_date(text).is_ok(),
            Self::DayOfYear => text.parse::<MonthDay>().is_ok(),
            Self::Hours => text.parse::<Hours>().is_ok(),
            Self::Phone => text.strip_prefix('+').is_some_and(|digits| {
                (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            }),
            Self::Enum(options) => options.contains(&text),
            Self::IdIn(list) => !text.is_empty() && root.field(list).item_by_id(text).is_some(),
            Self::EnumOrHours(options) => matches!(value, Value::Array(_)) || options.contains(&text),
            Self::Object(_) | Self::ObjectWithOneOf(..) => matches!(value, Value::Object(_)),
            Self::Array(min, _) | Self::ArrayWithIds(min, _) => {
                matches!(value, Value::Array(items) if items.len() >= *min)
            }
            Self::MaxItems(max, _) => value.items().len() <= *max,
            Self::Refined(..) | Self::Any => true,
        }
    }

    /// Describes what was expected instead of a value that does not match or is missing.
    pub fn expected(&self, value: &Value, root: &Value) -> String {
        let expected = match self {
            Self::Text => "text, 1 to 2000 characters",
            Self::Formatted(format) => format.expected,
            Self::Id => "an id of 1 to 60 letters, digits, - and _",
            Self::Bool => "true or false",
            Self::Integer(min, max) if min == max => return min.to_string(),
            Self::Integer(min, max) => {
                return ["a whole number from ", &min.to_string(), " to ", &max.to_string()].concat();
            }
            Self::Date => "a date that exists, as 2026-12-31",
            Self::DayOfYear => "a day that every year has, as 12-24",
            Self::Hours => match value.text().parse::<Hours>() {
                Err(ParseHoursError::CloseBeforeOpening) => {
                    "hours that close after they open (past midnight is 24:00 or more, as 22:00-26:00)"
                }
                Err(ParseHoursError::BeginNextDay) => "hours that open before 24:00 of the day they stand at",
                _ => "hours as 08:00-16:00",
            },
            Self::Phone => "a phone number as +4512345678",
            Self::Enum(options) => return options.join(" | "),
            Self::IdIn(list) => return ["an id of ", list, ": ", &join_ids(root.field(list))].concat(),
            Self::EnumOrHours(options) => return [&options.join(" | "), ", or a list of hours"].concat(),
            Self::Object(_) | Self::ObjectWithOneOf(..) => "an object { … }",
            Self::Array(0, _) | Self::ArrayWithIds(0, _) => "a list [ … ]",
            Self::Array(min, _) | Self::ArrayWithIds(min, _) => {
                return ["a list [ … ] of at least ", &min.to_string()].concat();
            }
            Self::MaxItems(max, _) if value.items().len() > *max => {
                return ["a list [ … ] of at most ", &max.to_string()].concat();
            }
            Self::MaxItems(_, schema) | Self::Refined(schema, _) => return schema.expected(value, root),
            Self::Any => "a value",
        };
        expected.to_owned()
    }
}

/// The ids of the items of an array, joined by `|`.
pub fn join_ids(list: &Value) -> String {
    let mut ids = String::new();
    for (index, item) in list.items().iter().enumerate() {
        ids.push_str(if index > 0 { " | " } else { "" });
        ids.push_str(item.field("id").text());
    }
    ids
}
