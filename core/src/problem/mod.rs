//! Problems of data files: where, what was found, and what was expected instead.
//!
//! A [`Problem`] is a value. [`messages::problems`](crate::messages::problems) has its wording in each language.

mod json;
mod list;

pub use json::to_value;
pub use list::Problems;

use crate::data::Value;

/// A violation of a file format at one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As in `agreements[basis].response.remote.minutes`; empty for the file as a whole.
    pub path: String,
    pub found: Found,
    pub expected: Expected,
}

/// What a file contains at the path of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The value is missing.
    Nothing,
    /// The value as JSON, shortened.
    Json(String),
    /// A list with that many items.
    Items(usize),
    /// A file of that many bytes.
    Bytes(usize),
    /// That many problems that are not listed.
    MoreProblems(usize),
    /// An interpretation whose value replaces what is at another path, with the problem there.
    Substitution {
        /// The problem at that path.
        found: Box<Found>,
        path: String,
    },
}

/// What was expected of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string that is not blank, of at most that many characters.
    Text {
        max: usize,
    },
    /// An identifier: 1 to 60 ASCII letters, digits, `-` and `_`.
    Id,
    /// An id that no earlier item of the list has.
    NewId,
    /// The id of an item of that list. `ids` are those of the file.
    IdOf {
        list: &'static str,
        ids: Vec<String>,
    },
    /// The id of one of the values of the interpretation.
    ValueId {
        ids: Vec<String>,
    },
    Boolean,
    /// An integer from `min` to `max`, both included.
    Integer {
        min: i32,
        max: i32,
    },
    /// A date, `YYYY-MM-DD`.
    Date,
    /// A day that every year has, `MM-DD`.
    DayOfYear,
    /// Opening hours, `hh:mm-hh:mm`.
    Hours,
    /// Hours that end after they begin.
    HoursInOrder,
    /// Hours that begin before 24:00.
    HoursOfTheDay,
    /// A phone number: `+` and 6 to 15 digits.
    Phone,
    /// A postcode of four digits.
    Postcode,
    /// A time of this century, with or without a UTC offset.
    Time,
    /// A time after the start of the notice, by a year at most.
    TimeAfter {
        start: String,
    },
    /// A link by https, tel or mailto.
    Link,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// One of these strings, or a list of hours.
    OneOfOrHours(&'static [&'static str]),
    Object,
    /// A list of at least that many items.
    List {
        min: usize,
    },
    /// A list of at most that many items.
    ListOfAtMost(usize),
    /// That many items; those after them are left out.
    ItemsKept(usize),
    /// At most that many bytes.
    BytesAtMost(usize),
    /// Any value.
    AnyValue,
    /// No field but these.
    Field(&'static [&'static str]),
    /// Exactly one of these fields.
    ExactlyOneOf(&'static [&'static str]),
    /// The fields of an agreements file or those of a notices file.
    DataFile,
    /// The displayed form of that phone number.
    DialledNumber(String),
    /// A calendar that opens at some time.
    OpeningCalendar,
    /// A channel, date and agreement for which no earlier item has hours.
    FreeHours,
    /// The path of a value in the file.
    PathInFile,
    /// A path outside the interpretations.
    PathOutsideInterpretations,
    /// A path at which nothing else is substituted.
    FreePath,
    /// A value that one of the values of that interpretation substitutes.
    DecidedBy {
        interpretation: String,
    },
    /// No further problems.
    NoMore,
}

impl Problem {
    /// A value at the path that is not what was expected.
    pub fn new(path: String, found: &Value, expected: Expected) -> Self {
        Self { path, found: Found::Json(found.excerpt()), expected }
    }

    /// Where it is and what was found there.
    pub(crate) fn finding(&self) -> (String, Found) {
        (self.path.clone(), self.found.clone())
    }

    /// As [`new`](Self::new), for a string.
    pub(crate) fn of_text(path: String, found: &str, expected: Expected) -> Self {
        Self::new(path, &Value::String(found.to_owned()), expected)
    }
}
