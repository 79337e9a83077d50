//! Messages about problems of data files. Not typeset, since they are also written to consoles.

use std::fmt;

use super::Language;
use super::message::{Label, Message, label, message};
use crate::problem::{Expected, Found, Problem};

/// The path, what was found and what was expected.
const LINE: Message<3> = message("{0}: fandt {1}, ventede {2}", "{0}: found {1}, expected {2}");
/// Instead of the path, for the file as a whole.
pub const FILE: Label = label("(filen)", "(file)");

const NOTHING: Label = label("ingenting", "nothing");
const ITEMS: Message<1> = message("{0} poster", "{0} items");
const BYTES: Message<1> = message("{0} byte", "{0} bytes");
const MORE_PROBLEMS: Message<1> = message("{0} fejl mere", "{0} more problems");
const SUBSTITUTION: Message<2> = message("en værdi, der sætter {0} ind på stien {1}", "a value that puts {0} at {1}");

const TEXT: Message<1> = message("en tekst på 1 til {0} tegn", "text, 1 to {0} characters");
const ID: Label =
    label("et id på 1 til 60 bogstaver (a–z), cifre, - og _", "an id of 1 to 60 letters, digits, - and _");
const NEW_ID: Label = label("et id, som ingen tidligere post har", "an id that no earlier item has");
const ID_OF: Message<2> = message("et id fra {0}: {1}", "an id of {0}: {1}");
const VALUE_ID: Message<1> = message("id'et på en af dens værdier: {0}", "the id of one of its values: {0}");
const BOOLEAN: Label = label("true eller false", "true or false");
const INTEGER: Message<2> = message("et helt tal fra {0} til {1}", "a whole number from {0} to {1}");
const DATE: Label = label("en dato, der findes, som 2026-12-31", "a date that exists, as 2026-12-31");
const DAY_OF_YEAR: Label = label("en dag, som alle år har, som 12-24", "a day that every year has, as 12-24");
const HOURS: Label = label("et tidsrum som 08:00-16:00", "hours as 08:00-16:00");
const HOURS_IN_ORDER: Label = label(
    "et tidsrum, der slutter, efter det begynder (efter midnat er 24:00 eller mere, som 22:00-26:00)",
    "hours that close after they open (past midnight is 24:00 or more, as 22:00-26:00)",
);
const HOURS_OF_THE_DAY: Label = label(
    "et tidsrum, der begynder før kl. 24.00 den dag, det står ved",
    "hours that open before 24:00 of the day they stand at",
);
const PHONE: Label = label("et telefonnummer som +4512345678", "a phone number as +4512345678");
const POSTCODE: Label = label("et postnummer på fire cifre, som \"8300\"", "a postcode of four digits, as \"8300\"");
const TIME: Label = label(
    "et tidspunkt som 2026-12-31T06:00+01:00, eller 2026-12-31T06:00 i dansk tid",
    "a time as 2026-12-31T06:00+01:00, or 2026-12-31T06:00 by Danish clocks",
);
const TIME_AFTER: Message<1> =
    message("et tidspunkt efter starten, {0}, og højst et år efter", "a time after the start, {0}, by a year at most");
const LINK: Label = label(
    "et link som https://aura.dk/drift, tel:+4512345678 eller mailto:navn@aura.dk",
    "a link as https://aura.dk/drift, tel:+4512345678 or mailto:navn@aura.dk",
);
const ONE_OF_OR_HOURS: Message<1> = message("{0} eller en liste af tidsrum", "{0}, or a list of hours");
const OBJECT: Label = label("et objekt { … }", "an object { … }");
const LIST: Label = label("en liste [ … ]", "a list [ … ]");
const LIST_OF_AT_LEAST: Message<1> = message("en liste [ … ] med mindst {0}", "a list [ … ] of at least {0}");
const LIST_OF_AT_MOST: Message<1> = message("en liste [ … ] med højst {0}", "a list [ … ] of at most {0}");
const ITEMS_KEPT: Message<1> =
    message("højst {0}; dem, der følger efter, er udeladt", "at most {0}; those after them are left out");
const BYTES_AT_MOST: Message<1> = message("højst {0}: ingen side læser mere", "at most {0}: no page takes more");
const ANY_VALUE: Label = label("en værdi", "a value");
const FIELD: Message<1> = message("et af felterne {0}", "one of the fields {0}");
const EXACTLY_ONE_OF: Message<1> = message("netop ét af {0}", "exactly one of {0}");
const DATA_FILE: Label = label(
    "felterne i aftaler, som agreements, eller i meddelelser, som notices",
    "the fields of agreements, as agreements, or of announcements, as notices",
);
const DIALLED_NUMBER: Message<1> =
    message("det nummer, som contact.phone ringer op, {0}", "the number that contact.phone dials, {0}");
const OPENING_CALENDAR: Label = label("en kalender, der åbner på et tidspunkt", "a calendar that opens at some time");
const FREE_HOURS: Label = label(
    "en kanal, dato og aftale, som ingen tidligere post har tider for",
    "a channel, date and agreement for which no earlier item has hours",
);
const PATH_IN_FILE: Label = label(
    "stien til noget i denne fil, som agreements[id].response.remote.clock",
    "the path of something in this file, as agreements[id].response.remote.clock",
);
const PATH_OUTSIDE_INTERPRETATIONS: Label = label("en sti uden for readings", "a path outside the readings");
const FREE_PATH: Label = label(
    "en sti, hvor hverken denne værdi eller en anden fortolkning sætter andet ind",
    "a path at which nothing else is put by this value or by another reading",
);
const DECIDED_BY: Message<1> = message(
    "det, som en af værdierne i readings[{0}] sætter ind her, for det er den, der afgør det",
    "what one of the values of readings[{0}] puts here, since that decides it",
);
const NO_MORE: Label = label("ingen", "none");

/// The problem on one line, as in `contact.press: found nothing, expected text, 1 to 2000 characters`.
pub fn line(language: Language, problem: &Problem) -> String {
    let path = if problem.path.is_empty() { FILE.get(language) } else { &problem.path };
    LINE.fill(language, [path, &found(language, &problem.found), &expected(language, &problem.expected)])
}

/// What was found.
pub fn found(language: Language, found: &Found) -> String {
    match found {
        Found::Nothing => NOTHING.get(language).to_owned(),
        Found::Json(json) => json.clone(),
        Found::Items(count) => ITEMS.fill(language, [&count.to_string()]),
        Found::Bytes(count) => BYTES.fill(language, [&count.to_string()]),
        Found::MoreProblems(count) => MORE_PROBLEMS.fill(language, [&count.to_string()]),
        Found::Substitution { found, path } => SUBSTITUTION.fill(language, [&self::found(language, found), path]),
    }
}

/// What was expected.
pub fn expected(language: Language, expected: &Expected) -> String {
    let label = match expected {
        Expected::Text { max } => return TEXT.fill(language, [&max.to_string()]),
        Expected::IdOf { list, ids } => return ID_OF.fill(language, [list, &ids.join(" | ")]),
        Expected::ValueId { ids } => return VALUE_ID.fill(language, [&ids.join(" | ")]),
        Expected::Integer { min, max } if min == max => return min.to_string(),
        Expected::Integer { min, max } => return INTEGER.fill(language, [&min.to_string(), &max.to_string()]),
        Expected::TimeAfter { start } => return TIME_AFTER.fill(language, [start]),
        Expected::OneOf(options) => return options.join(" | "),
        Expected::OneOfOrHours(options) => return ONE_OF_OR_HOURS.fill(language, [&options.join(" | ")]),
        Expected::List { min: 0 } => LIST,
        Expected::List { min } => return LIST_OF_AT_LEAST.fill(language, [&min.to_string()]),
        Expected::ListOfAtMost(max) => return LIST_OF_AT_MOST.fill(language, [&max.to_string()]),
        Expected::ItemsKept(max) => return ITEMS_KEPT.fill(language, [&max.to_string()]),
        Expected::BytesAtMost(max) => return BYTES_AT_MOST.fill(language, [&max.to_string()]),
        Expected::Field(names) => return FIELD.fill(language, [&names.join(", ")]),
        Expected::ExactlyOneOf(names) => return EXACTLY_ONE_OF.fill(language, [&names.join(", ")]),
        Expected::DialledNumber(number) => return DIALLED_NUMBER.fill(language, [number]),
        Expected::DecidedBy { interpretation } => return DECIDED_BY.fill(language, [interpretation]),
        Expected::Id => ID,
        Expected::NewId => NEW_ID,
        Expected::Boolean => BOOLEAN,
        Expected::Date => DATE,
        Expected::DayOfYear => DAY_OF_YEAR,
        Expected::Hours => HOURS,
        Expected::HoursInOrder => HOURS_IN_ORDER,
        Expected::HoursOfTheDay => HOURS_OF_THE_DAY,
        Expected::Phone => PHONE,
        Expected::Postcode => POSTCODE,
        Expected::Time => TIME,
        Expected::Link => LINK,
        Expected::Object => OBJECT,
        Expected::AnyValue => ANY_VALUE,
        Expected::DataFile => DATA_FILE,
        Expected::OpeningCalendar => OPENING_CALENDAR,
        Expected::FreeHours => FREE_HOURS,
        Expected::PathInFile => PATH_IN_FILE,
        Expected::PathOutsideInterpretations => PATH_OUTSIDE_INTERPRETATIONS,
        Expected::FreePath => FREE_PATH,
        Expected::NoMore => NO_MORE,
    };
    label.get(language).to_owned()
}

impl fmt::Display for Problem {
    /// In English, for consoles.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&line(Language::English, self))
    }
}
