//! What may stand at a place of a data file?

use super::Value;
use crate::time::{Hours, MonthDay, ParseHoursError, parse_iso_date};

/// What a place of a data file may hold.
#[derive(Clone, Copy, Debug)]
pub enum Schema {
    /// Text that is not empty, at most 2,000 characters.
    Text,
    /// Text of a kind that only some formats have.
    TextOf(&'static StringFormat),
    /// A name for use in the file: letters, digits, `-` and `_`, at most 60.
    Id,
    /// `true` or `false`.
    Bool,
    /// A whole number from the first to the second.
    Integer(i32, i32),
    /// A date that exists, `YYYY-MM-DD`.
    Date,
    /// A day of every year, `MM-DD`; 29 February is not in every year.
    DayOfYear,
    /// Hours of a day, `hh:mm-hh:mm`.
    Hours,
    /// A phone number to dial: `+` and 6 to 15 digits.
    Phone,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The id of an item in the list at the root of that name.
    IdIn(&'static str),
    /// An object with these fields and no others.
    Object(&'static [Field]),
    /// An object with these fields and no others, among them exactly one of those named.
    OneOf(&'static [&'static str], &'static [Field]),
    /// A list of at least that many.
    List(usize, &'static Schema),
    /// A list of at least that many objects with these fields; each has an `id` of its own.
    Items(usize, &'static [Field]),
    /// A word of these, or a list of hours.
    ChoiceOrHours(&'static [&'static str]),
    /// A list of that shape with so many items at most.
    AtMost(usize, &'static Schema),
    /// Something of that shape for which more must hold.
    Refined(&'static Schema, Rule),
    /// Anything.
    Any,
}

/// A kind of text. Where no format that has it is read, nothing of it is in the download.
#[derive(Debug)]
pub struct StringFormat {
    /// What is expected, in words.
    pub expected: &'static str,
    /// Whether a text is of that kind.
    pub matches: fn(&str) -> bool,
    /// The same as JSON Schema, draft 2020-12, as far as that can say it.
    pub schema: &'static str,
}

/// What must hold of a value in the file with that root: what was expected, when it does not. It may be given any value.
pub type Rule = fn(value: &Value, root: &Value) -> Option<String>;

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Schema,
    /// Whether it may be left out.
    pub optional: bool,
}

impl Field {
    /// A field that must be there.
    pub const fn required(name: &'static str, shape: Schema) -> Self {
        Self { name, shape, optional: false }
    }

    /// A field that may be left out.
    pub const fn optional(name: &'static str, shape: Schema) -> Self {
        Self { name, shape, optional: true }
    }
}

impl Schema {
    /// Whether a value is of that shape, its parts and what else must hold of it apart.
    pub fn matches(&self, value: &Value, root: &Value) -> bool {
        let text = value.text();
        match self {
            Self::Text => !text.trim().is_empty() && text.chars().count() <= 2000,
            Self::Id => {
                let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
                (1..=60).contains(&text.len()) && text.bytes().all(plain)
            }
            Self::TextOf(kind) => (kind.matches)(text),
            Self::Bool => matches!(value, Value::Flag(_)),
            Self::Integer(least, most) => {
                matches!(value, Value::Number(number) if number.fract() == 0.0)
                    && (i64::from(*least)..=i64::from(*most)).contains(&value.whole())
            }
            Self::Date => parse_iso_date(text).is_ok(),
            Self::DayOfYear => text.parse::<MonthDay>().is_ok(),
            Self::Hours => text.parse::<Hours>().is_ok(),
            Self::Phone => text.strip_prefix('+').is_some_and(|digits| {
                (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            }),
            Self::Choice(words) => words.contains(&text),
            Self::IdIn(list) => !text.is_empty() && root.field(list).item(text).is_some(),
            Self::ChoiceOrHours(words) => matches!(value, Value::List(_)) || words.contains(&text),
            Self::Object(_) | Self::OneOf(..) => matches!(value, Value::Object(_)),
            Self::List(least, _) | Self::Items(least, _) => {
                matches!(value, Value::List(items) if items.len() >= *least)
            }
            Self::AtMost(most, _) => value.items().len() <= *most,
            Self::Refined(..) | Self::Any => true,
        }
    }

    /// What is expected in place of a value that does not fit or is missing, in words.
    pub fn expectation(&self, value: &Value, root: &Value) -> String {
        let words = match self {
            Self::Text => "text, 1 to 2000 characters",
            Self::TextOf(kind) => kind.expected,
            Self::Id => "an id of 1 to 60 letters, digits, - and _",
            Self::Bool => "true or false",
            Self::Integer(least, most) if least == most => return least.to_string(),
            Self::Integer(least, most) => {
                return ["a whole number from ", &least.to_string(), " to ", &most.to_string()].concat();
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
            Self::Choice(words) => return words.join(" | "),
            Self::IdIn(list) => return ["an id of ", list, ": ", &ids(root.field(list))].concat(),
            Self::ChoiceOrHours(words) => return [&words.join(" | "), ", or a list of hours"].concat(),
            Self::Object(_) | Self::OneOf(..) => "an object { … }",
            Self::List(0, _) | Self::Items(0, _) => "a list [ … ]",
            Self::List(least, _) | Self::Items(least, _) => {
                return ["a list [ … ] of at least ", &least.to_string()].concat();
            }
            Self::AtMost(most, _) if value.items().len() > *most => {
                return ["a list [ … ] of at most ", &most.to_string()].concat();
            }
            Self::AtMost(_, shape) | Self::Refined(shape, _) => return shape.expectation(value, root),
            Self::Any => "a value",
        };
        words.to_owned()
    }
}

/// The ids of the items of a list, in words.
pub fn ids(list: &Value) -> String {
    let mut ids = String::new();
    for (index, item) in list.items().iter().enumerate() {
        ids.push_str(if index > 0 { " | " } else { "" });
        ids.push_str(item.field("id").text());
    }
    ids
}
