//! Messages about data files that cannot be read.

use std::fmt;

use super::Language;
use super::message::{Label, label};
use crate::data::Value;
use crate::data::json::{Encoding, JsonError, JsonErrorKind, MAX_DEPTH, MAX_FIELDS};

const LINE: Label = label("linje", "line");
const COLUMN: Label = label("kolonne", "column");

const EMPTY: Label = label("filen er tom", "the file is empty");
const HTML_PAGE: Label = label("det er en HTML-side, ikke JSON", "this is an HTML page, not JSON");
const UTF_16: Label =
    label("filen er gemt som UTF-16; gem den som UTF-8", "the file is saved as UTF-16; save it as UTF-8");
const WINDOWS_1252: Label = label(
    "tegnet er ikke UTF-8: filen er nok gemt som Windows-1252 (ANSI); gem den som UTF-8",
    "the character is not UTF-8: the file is probably saved as Windows-1252 (ANSI); save it as UTF-8",
);
const NOT_UTF_8: Label =
    label("tegnet er ikke UTF-8; gem filen som UTF-8", "the character is not UTF-8; save the file as UTF-8");
const EXPECTED_VALUE: Label = label("her ventes en værdi", "expected a value");
const EXPECTED_NAME: Label =
    label("her ventes et feltnavn i anførselstegn", "expected a field name in quotation marks");
const EXPECTED_COLON: Label = label("her ventes et kolon efter feltnavnet", "expected a colon after the field name");
const EXPECTED_COMMA_OR_END: Label = label("her ventes et komma eller ", "expected a comma or ");
const TRAILING_COMMA: Label =
    label("kommaet er overflødigt, intet følger efter det", "trailing comma: nothing follows it");
const UNEXPECTED_END: Label = label(
    "filen slutter midt i en liste eller et objekt: der mangler ] eller }",
    "the file ends within a list or an object: ] or } is missing",
);
const TRAILING_CONTENT: Label = label(
    "her skulle filen slutte; er det to filer i én?",
    "expected the end of the file; are these two files in one?",
);
const UNTERMINATED_STRING: Label = label(
    "teksten, der begynder her, slutter ikke: der mangler et anførselstegn",
    "the text that begins here does not end: a quotation mark is missing",
);
const CONTROL_CHARACTER: Label = label(
    "linjeskift, tabulator eller styretegn i en tekst: skriv \\n eller \\t, eller sæt det manglende anførselstegn",
    "line break, tab or control character in a text: write \\n or \\t, or add the missing quotation mark",
);
const INVALID_ESCAPE: Label = label(
    "en omvendt skråstreg i en tekst skrives \\\\, eller den indleder en kode som \\n eller \\u00f8",
    "a backslash in a text is written \\\\, or it begins a code such as \\n or \\u00f8",
);
const INVALID_NUMBER: Label =
    label("tallet skal skrives som 1, -2 eller 0.5", "the number must be written as 1, -2 or 0.5");
const NUMBER_TOO_LARGE: Label = label("tallet er for stort", "the number is too large");
const SMART_QUOTE: Label =
    label("her ventes et lige anførselstegn (\") i stedet for ", "expected a straight quotation mark (\") instead of ");
const SINGLE_QUOTES: Label = label("her ventes \" i stedet for en apostrof", "expected \" instead of an apostrophe");
const COMMENT: Label = label("JSON har ingen kommentarer", "JSON has no comments");
const INVISIBLE_CHARACTER: Label =
    label("hårdt mellemrum eller usynligt tegn: ", "no-break space or invisible character: ");
const DUPLICATE_KEY: Label = label("feltet står to gange i det samme objekt: ", "duplicate field in one object: ");
const TOO_DEEP: Label =
    label("for mange niveauer af lister og objekter, højst ", "too many levels of lists and objects, at most ");
const TOO_MANY_FIELDS: Label = label("for mange felter i et objekt, højst ", "too many fields in one object, at most ");

/// The error with its position. Not typeset, since it is also written to consoles.
pub fn json_error(language: Language, error: &JsonError) -> String {
    let (label, argument) = description(&error.kind);
    let [line, column] = [error.line, error.column].map(|number| number.to_string());
    let words = [LINE, COLUMN, label].map(|label| label.get(language));
    [words[0], " ", &line, ", ", words[1], " ", &column, ": ", words[2], &argument].concat()
}

/// A message, and what follows it in every language.
fn description(kind: &JsonErrorKind) -> (Label, String) {
    let label = match kind {
        JsonErrorKind::Empty => EMPTY,
        JsonErrorKind::HtmlPage => HTML_PAGE,
        JsonErrorKind::Encoding(Encoding::Utf16) => UTF_16,
        JsonErrorKind::Encoding(Encoding::Windows1252) => WINDOWS_1252,
        JsonErrorKind::Encoding(Encoding::Other) => NOT_UTF_8,
        JsonErrorKind::ExpectedValue => EXPECTED_VALUE,
        JsonErrorKind::ExpectedName => EXPECTED_NAME,
        JsonErrorKind::ExpectedColon => EXPECTED_COLON,
        JsonErrorKind::ExpectedCommaOrEnd(close) => return (EXPECTED_COMMA_OR_END, close.to_string()),
        JsonErrorKind::TrailingComma => TRAILING_COMMA,
        JsonErrorKind::UnexpectedEnd => UNEXPECTED_END,
        JsonErrorKind::TrailingContent => TRAILING_CONTENT,
        JsonErrorKind::UnterminatedString => UNTERMINATED_STRING,
        JsonErrorKind::ControlCharacter => CONTROL_CHARACTER,
        JsonErrorKind::InvalidEscape => INVALID_ESCAPE,
        JsonErrorKind::InvalidNumber => INVALID_NUMBER,
        JsonErrorKind::NumberTooLarge => NUMBER_TOO_LARGE,
        JsonErrorKind::SmartQuote(quote) => return (SMART_QUOTE, quote.to_string()),
        JsonErrorKind::SingleQuotes => SINGLE_QUOTES,
        JsonErrorKind::Comment => COMMENT,
        JsonErrorKind::InvisibleCharacter(character) => {
            return (INVISIBLE_CHARACTER, format!("U+{:04X}", u32::from(*character)));
        }
        JsonErrorKind::DuplicateKey(name) => return (DUPLICATE_KEY, Value::String(name.clone()).excerpt()),
        JsonErrorKind::TooDeep => return (TOO_DEEP, MAX_DEPTH.to_string()),
        JsonErrorKind::TooManyFields => return (TOO_MANY_FIELDS, MAX_FIELDS.to_string()),
    };
    (label, String::new())
}

impl fmt::Display for JsonError {
    /// In English, for consoles.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&json_error(Language::English, self))
    }
}

impl std::error::Error for JsonError {}
