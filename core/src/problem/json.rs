//! JSON form of problems, for programs.

use super::{Expected, Problem};
use crate::data::Value;
use crate::messages::{Language, problems};

/// The problems as an array of objects with the strings `path`, `code`, `found` and `expected`. `code` is the kind of
/// the expectation, the same in every language and version; `found` and `expected` are texts in that language.
pub fn to_value(language: Language, all: &[Problem]) -> Value {
    let mut list = Vec::new();
    for problem in all {
        let fields = [
            ("path", problem.path.clone()),
            ("code", problem.expected.code().to_owned()),
            ("found", problems::found(language, &problem.found)),
            ("expected", problems::expected(language, &problem.expected)),
        ];
        list.push(Value::Object(fields.map(|(name, text)| (name.to_owned(), Value::String(text))).into()));
    }
    Value::Array(list)
}

impl Expected {
    /// The name of the kind.
    const fn code(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Id => "id",
            Self::NewId => "newId",
            Self::IdOf { .. } => "idOf",
            Self::ValueId { .. } => "valueId",
            Self::Boolean => "boolean",
            Self::Integer { .. } => "integer",
            Self::Date => "date",
            Self::DayOfYear => "dayOfYear",
            Self::Hours => "hours",
            Self::HoursInOrder => "hoursInOrder",
            Self::HoursOfTheDay => "hoursOfTheDay",
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::Time => "time",
            Self::TimeAfter { .. } => "timeAfter",
            Self::Link => "link",
            Self::OneOf(_) => "oneOf",
            Self::OneOfOrHours(_) => "oneOfOrHours",
            Self::Object => "object",
            Self::List { .. } => "list",
            Self::ListOfAtMost(_) => "listOfAtMost",
            Self::ItemsKept(_) => "itemsKept",
            Self::BytesAtMost(_) => "bytesAtMost",
            Self::AnyValue => "anyValue",
            Self::Field(_) => "field",
            Self::ExactlyOneOf(_) => "exactlyOneOf",
            Self::DataFile => "dataFile",
            Self::DialledNumber(_) => "dialledNumber",
            Self::OpeningCalendar => "openingCalendar",
            Self::FreeHours => "freeHours",
            Self::PathInFile => "pathInFile",
            Self::PathOutsideInterpretations => "pathOutsideInterpretations",
            Self::FreePath => "freePath",
            Self::DecidedBy { .. } => "decidedBy",
            Self::NoMore => "noMore",
        }
    }
}
