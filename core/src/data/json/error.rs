//! Errors of the JSON parser. Their wording is in [`messages::data_files`](crate::messages::data_files).

/// The first error of a JSON file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    pub kind: JsonErrorKind,
}

impl JsonError {
    /// An error directly after this text.
    pub(super) fn after(text: &str, kind: JsonErrorKind) -> Self {
        let last_line = text.rsplit('\n').next().unwrap_or_default();
        let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
        Self { line: breaks + 1, column: last_line.chars().count() + 1, kind }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonErrorKind {
    /// Nothing but whitespace.
    Empty,
    HtmlPage,
    Encoding(Encoding),
    ExpectedValue,
    /// A field name in quotation marks.
    ExpectedName,
    ExpectedColon,
    /// A comma, or this bracket.
    ExpectedCommaOrEnd(char),
    /// A comma before a closing bracket. The position is that of the comma.
    TrailingComma,
    /// The end of the file within an array or object.
    UnexpectedEnd,
    /// A second value.
    TrailingContent,
    /// A string without an end. The position is that of its beginning.
    UnterminatedString,
    /// A line break, a tab or another control character in a string.
    ControlCharacter,
    /// A backslash that begins no escape sequence, or half of a surrogate pair.
    InvalidEscape,
    InvalidNumber,
    /// A number beyond the range of `f64`.
    NumberTooLarge,
    /// A typographic quotation mark for a straight one.
    SmartQuote(char),
    /// An apostrophe or backtick for a quotation mark.
    SingleQuotes,
    Comment,
    /// A space other than the four that JSON knows, or a character without a glyph.
    InvisibleCharacter(char),
    /// A field that the object already has. The position is that of the second one.
    DuplicateKey(String),
    /// More than [`MAX_DEPTH`](super::MAX_DEPTH) arrays and objects within each other.
    TooDeep,
    /// More than [`MAX_FIELDS`](super::MAX_FIELDS) fields in one object. The position is that of the first one too many.
    TooManyFields,
}

/// The encoding of a file that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf16,
    /// Western European; "ANSI" in some editors.
    Windows1252,
    Other,
}
