//! Recursive-descent parser.

use super::JsonErrorKind::{self, *};
use super::{MAX_DEPTH, MAX_FIELDS, number};
use crate::data::{Invisible, Value};

type Parsed<T> = Result<T, JsonErrorKind>;

/// A position in the text. After an error it is the position of the error.
pub(super) struct Parser<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Parser<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, position: 0 }
    }

    /// The text before the position.
    pub(super) fn parsed(&self) -> &'a str {
        self.text.get(..self.position).unwrap_or_default()
    }

    /// Parses the whole text as one value.
    pub(super) fn document(&mut self) -> Parsed<Value> {
        self.skip_whitespace();
        match self.peek() {
            None => return Err(Empty),
            Some(b'<') => return Err(HtmlPage),
            Some(_) => {}
        }
        let value = self.value(0)?;
        self.skip_whitespace();
        if self.peek().is_some() { Err(self.unexpected(TrailingContent)) } else { Ok(value) }
    }

    fn value(&mut self, depth: usize) -> Parsed<Value> {
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.literal(),
        }
    }

    fn literal(&mut self) -> Parsed<Value> {
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if self.rest().starts_with(word) {
                self.position += word.len();
                return Ok(value);
            }
        }
        Err(self.unexpected(ExpectedValue))
    }

    fn array(&mut self, depth: usize) -> Parsed<Value> {
        self.enter(depth)?;
        let mut items = Vec::new();
        while self.has_next(']', items.is_empty())? {
            // A file can consist of lists of one item, which would take four times the memory.
            if items.is_empty() {
                items.reserve_exact(1);
            }
            items.push(self.value(depth + 1)?);
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self, depth: usize) -> Parsed<Value> {
        self.enter(depth)?;
        let mut fields: Vec<(String, Value)> = Vec::new();
        while self.has_next('}', fields.is_empty())? {
            let start = self.position;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected(ExpectedName));
            }
            let name = self.string()?;
            let is_duplicate = fields.iter().any(|(other, _)| *other == name);
            if is_duplicate || fields.len() == MAX_FIELDS {
                self.position = start;
                return Err(if is_duplicate { DuplicateKey(name) } else { TooManyFields });
            }
            self.skip_whitespace();
            if !self.skip(b':') {
                return Err(self.unexpected(ExpectedColon));
            }
            self.skip_whitespace();
            if fields.is_empty() {
                fields.reserve_exact(1);
            }
            fields.push((name, self.value(depth + 1)?));
        }
        Ok(Value::Object(fields))
    }

    /// Skips an opening bracket.
    fn enter(&mut self, depth: usize) -> Parsed<()> {
        if depth == MAX_DEPTH {
            return Err(TooDeep);
        }
        self.position += 1;
        Ok(())
    }

    /// Whether another item follows. Skips the comma before it, or the closing bracket.
    fn has_next(&mut self, close: char, is_first: bool) -> Parsed<bool> {
        self.skip_whitespace();
        if self.rest().starts_with(close) {
            self.position += 1;
            return Ok(false);
        }
        let comma = self.position;
        if !is_first && !self.skip(b',') {
            return Err(self.unexpected(ExpectedCommaOrEnd(close)));
        }
        self.skip_whitespace();
        if self.rest().starts_with(close) {
            self.position = comma;
            return Err(TrailingComma);
        }
        Ok(true)
    }

    fn string(&mut self) -> Parsed<String> {
        let quote = self.position;
        let mut text = String::new();
        self.position += 1;
        loop {
            text.push_str(self.skip_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)));
            match self.peek() {
                Some(b'"') => {
                    self.position += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape().ok_or(InvalidEscape)?),
                Some(_) => return Err(ControlCharacter),
                None => {
                    self.position = quote;
                    return Err(UnterminatedString);
                }
            }
        }
    }

    /// The character of an escape sequence. The position stays if there is none.
    fn escape(&mut self) -> Option<char> {
        let (character, length) = match self.text.as_bytes().get(self.position + 1)? {
            b'b' => ('\u{8}', 2),
            b'f' => ('\u{c}', 2),
            b'n' => ('\n', 2),
            b'r' => ('\r', 2),
            b't' => ('\t', 2),
            plain @ (b'"' | b'\\' | b'/') => (char::from(*plain), 2),
            _ => match self.code_unit(0)? {
                high @ 0xd800..0xdc00 => {
                    let low = self.code_unit(6)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    (char::from_u32(0x10000 + ((high - 0xd800) << 10) + low)?, 12)
                }
                unit => (char::from_u32(unit)?, 6),
            },
        };
        self.position += length;
        Some(character)
    }

    /// The UTF-16 code unit of the escape sequence `\uXXXX` at that many bytes after the position.
    fn code_unit(&self, offset: usize) -> Option<u32> {
        let digits = self.rest().get(offset..)?.strip_prefix("\\u")?.get(..4)?;
        digits.chars().try_fold(0, |unit, digit| Some(unit * 16 + digit.to_digit(16)?))
    }

    fn number(&mut self) -> Parsed<Value> {
        let start = self.position;
        let negative = self.skip(b'-');
        let whole = self.digits();
        let has_point = self.skip(b'.');
        let fraction = self.digits();
        let exponent = if self.skip(b'e') || self.skip(b'E') { self.exponent() } else { Some(0) };
        let is_valid =
            !whole.is_empty() && (whole == "0" || !whole.starts_with('0')) && has_point != fraction.is_empty();
        let Some(exponent) = exponent.filter(|_| is_valid) else {
            self.position = start;
            return Err(InvalidNumber);
        };
        let value = number::from_decimal(whole, fraction, exponent);
        if value.is_infinite() {
            self.position = start;
            return Err(NumberTooLarge);
        }
        Ok(Value::Number(if negative { -value } else { value }))
    }

    /// The number after `e`, within the range of `i32`.
    fn exponent(&mut self) -> Option<i32> {
        let negative = self.skip(b'-');
        if !negative {
            self.skip(b'+');
        }
        let digits = self.digits();
        let add = |number: i32, digit| number.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
        let exponent = digits.bytes().fold(0, add);
        (!digits.is_empty()).then_some(if negative { -exponent } else { exponent })
    }

    fn digits(&mut self) -> &'a str {
        self.skip_while(|byte| byte.is_ascii_digit())
    }

    fn skip_whitespace(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Skips the bytes for which this holds; they must end between characters. Returns what was skipped.
    fn skip_while(&mut self, skipped: fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().position(|byte| !skipped(byte)).unwrap_or(rest.len());
        self.position += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Skips the byte if it is the next one.
    fn skip(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.position += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    /// The error of an unexpected character: a common mistake of editors by its name, otherwise what was expected.
    fn unexpected(&self, expected: JsonErrorKind) -> JsonErrorKind {
        let mut rest = self.rest().chars();
        match rest.next() {
            None => UnexpectedEnd,
            Some(quote @ ('«' | '»' | '‘'..='‟')) => SmartQuote(quote),
            Some('\'' | '`') => SingleQuotes,
            Some('#') => Comment,
            Some('/') if matches!(rest.next(), Some('/' | '*')) => Comment,
            Some(other) if is_invisible(other) => InvisibleCharacter(other),
            Some(_) => expected,
        }
    }
}

const fn is_invisible(character: char) -> bool {
    let is_space = matches!(character, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}');
    is_space || Invisible::of(character).is_some()
}
