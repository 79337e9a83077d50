//! What may stand at a place of a data file?

use super::Value;
use crate::calendar::{DayTime, Hours, read_date};

/// What a place of a data file may hold.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text that is not empty, at most 2,000 characters.
    Text,
    /// A name for use in the file: letters, digits, `-` and `_`, at most 60.
    Id,
    /// `true` or `false`.
    Flag,
    /// A whole number from the first to the second.
    Whole(i64, i64),
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
    /// A list of at least that many.
    List(usize, &'static Shape),
    /// A list of at least that many objects with these fields; each has an `id` of its own.
    Items(usize, &'static [Field]),
    /// A word of these, or a list of hours.
    ChoiceOrHours(&'static [&'static str]),
    /// Anything.
    Any,
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it may be left out.
    pub optional: bool,
}

impl Field {
    /// A field that must be there.
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, optional: false }
    }

    /// A field that may be left out.
    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, optional: true }
    }
}

impl Shape {
    /// What a value without parts must be, in words; `None` when this one is.
    pub(super) fn refuses(&self, value: &Value, root: &Value) -> Option<String> {
        let text = value.text();
        let fits = match self {
            Self::Text => !text.trim().is_empty() && text.chars().count() <= 2000,
            Self::Id => {
                let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
                (1..=60).contains(&text.len()) && text.bytes().all(plain)
            }
            Self::Flag => matches!(value, Value::Flag(_)),
            Self::Whole(least, most) => {
                matches!(value, Value::Number(number) if number.fract() == 0.0)
                    && (*least..=*most).contains(&value.whole())
            }
            Self::Date => read_date(text).is_some(),
            // 2001 has the days that every year has.
            Self::DayOfYear => read_date(&format!("2001-{text}")).is_some(),
            Self::Hours => read_hours(text).is_some(),
            Self::Phone => text.strip_prefix('+').is_some_and(|digits| {
                (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
            }),
            Self::Choice(words) => words.contains(&text),
            Self::IdIn(list) => !text.is_empty() && root.field(list).item(text).is_some(),
            Self::ChoiceOrHours(words) => matches!(value, Value::List(_)) || words.contains(&text),
            Self::Object(_) => matches!(value, Value::Object(_)),
            Self::List(least, _) | Self::Items(least, _) => {
                matches!(value, Value::List(items) if items.len() >= *least)
            }
            Self::Any => true,
        };
        (!fits).then(|| self.expectation(text, root))
    }

    /// What is expected, in words.
    pub(super) fn expectation(&self, text: &str, root: &Value) -> String {
        match self {
            Self::Text => "text, 1 to 2000 characters".to_owned(),
            Self::Id => "an id of 1 to 60 letters, digits, - and _".to_owned(),
            Self::Flag => "true or false".to_owned(),
            Self::Whole(least, most) if least == most => format!("{least}"),
            Self::Whole(least, most) => format!("a whole number from {least} to {most}"),
            Self::Date => "a date that exists, as 2026-12-31".to_owned(),
            Self::DayOfYear => "a day that every year has, as 12-24".to_owned(),
            Self::Hours => hours_expectation(text),
            Self::Phone => "a phone number as +4512345678".to_owned(),
            Self::Choice(words) => one_of(words),
            Self::IdIn(list) => {
                let ids: Vec<_> = root.field(list).items().iter().map(|item| item.field("id").text()).collect();
                format!("an id of {list}: {}", one_of(&ids))
            }
            Self::ChoiceOrHours(words) => format!("{}, or a list of hours", one_of(words)),
            Self::Object(_) => "an object { … }".to_owned(),
            Self::List(0, _) | Self::Items(0, _) => "a list [ … ]".to_owned(),
            Self::List(least, _) | Self::Items(least, _) => {
                format!("a list [ … ] of at least {least}")
            }
            Self::Any => "a value".to_owned(),
        }
    }
}

/// Why a text is not the hours of a day.
enum NotHours {
    Unreadable,
    BeginsNextDay,
    ClosesBeforeOpening,
}

fn hours_expectation(text: &str) -> String {
    match read(text) {
        Err(NotHours::ClosesBeforeOpening) => {
            "hours that close after they open (past midnight is 24:00 or more, as 22:00-26:00)"
        }
        Err(NotHours::BeginsNextDay) => "hours that open before 24:00 of the day they stand at",
        _ => "hours as 08:00-16:00",
    }
    .to_owned()
}

/// Reads `hh:mm-hh:mm` of a day on which they begin.
pub(crate) fn read_hours(text: &str) -> Option<Hours> {
    read(text).ok()
}

fn read(text: &str) -> Result<Hours, NotHours> {
    let (from, to) = text.split_once('-').ok_or(NotHours::Unreadable)?;
    let from = DayTime::read(from).ok_or(NotHours::Unreadable)?;
    let to = DayTime::read(to).ok_or(NotHours::Unreadable)?;
    if from >= DayTime::END_OF_DAY {
        return Err(NotHours::BeginsNextDay);
    }
    Hours::new(from, to).map_err(|_| NotHours::ClosesBeforeOpening)
}

fn one_of(words: &[&str]) -> String {
    words.join(" | ")
}
