//! JSON values.

use super::Invisible;
use super::json::{self, JsonError};

/// A JSON value. Objects keep the order of their fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Value>),
    /// No name occurs twice.
    Object(Vec<(String, Value)>),
}

/// The value of a missing field.
static MISSING: Value = Value::Null;

impl Value {
    /// Parses JSON text, as [`json::parse`] does bytes.
    ///
    /// # Errors
    /// As there.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        json::parse(text.as_bytes())
    }

    pub fn get(&self, name: &str) -> Option<&Self> {
        self.fields().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The field of that name, or `null` if it is missing.
    pub fn field(&self, name: &str) -> &Self {
        self.get(name).unwrap_or(&MISSING)
    }

    /// The fields of an object; empty for other values.
    pub fn fields(&self) -> &[(String, Self)] {
        match self {
            Self::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The items of an array; empty for other values.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The text of a string; empty for other values.
    pub fn text(&self) -> &str {
        match self {
            Self::String(text) => text,
            _ => "",
        }
    }

    /// The first item of an array of objects with that `id`.
    pub fn item_by_id(&self, id: &str) -> Option<&Self> {
        self.items().iter().find(|item| item.get("id").is_some_and(|other| other.text() == id))
    }

    /// A copy with one value inside this tree, compared by address, replaced.
    pub(super) fn replaced(&self, old: &Self, new: &Self) -> Self {
        match if std::ptr::eq(self, old) { new } else { self } {
            Self::Null => Self::Null,
            Self::Bool(flag) => Self::Bool(*flag),
            Self::Number(number) => Self::Number(*number),
            Self::String(text) => Self::String(text.clone()),
            Self::Array(items) => {
                let mut list = Vec::new();
                for item in items {
                    list.push(item.replaced(old, new));
                }
                Self::Array(list)
            }
            Self::Object(fields) => {
                let mut object = Vec::new();
                for (name, value) in fields {
                    object.push((name.clone(), value.replaced(old, new)));
                }
                Self::Object(object)
            }
        }
    }

    /// Serializes to JSON. Numbers are rounded to three decimals. Control characters and invisible characters that
    /// [`sanitize`](super::sanitize) removes become U+FFFD.
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json, usize::MAX);
        json
    }

    /// Serializes to JSON, cut to 60 characters, for problems.
    pub(crate) fn excerpt(&self) -> String {
        const MAX_CHARS: usize = 60;
        let mut json = String::new();
        // In bytes, of which a character has up to four.
        self.write(&mut json, 4 * MAX_CHARS);
        if let Some((end, _)) = json.char_indices().nth(MAX_CHARS) {
            json.truncate(end);
            json.push('…');
        }
        json
    }

    /// Appends JSON until it is longer than `limit` in bytes. What follows is left out.
    fn write(&self, json: &mut String, limit: usize) {
        match self {
            Self::Null => json.push_str("null"),
            Self::Bool(flag) => json.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => write_number(*number, json),
            Self::String(text) => write_text(text, json, limit),
            Self::Array(items) => {
                json.push('[');
                for (index, item) in items.iter().enumerate() {
                    if json.len() > limit {
                        return;
                    }
                    json.push_str(if index > 0 { ", " } else { "" });
                    item.write(json, limit);
                }
                json.push(']');
            }
            Self::Object(fields) => {
                json.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    if json.len() > limit {
                        return;
                    }
                    json.push_str(if index > 0 { ", " } else { "" });
                    write_text(name, json, limit);
                    json.push_str(": ");
                    value.write(json, limit);
                }
                json.push('}');
            }
        }
    }
}

/// At most three decimals: printing floats exactly would add 20 KB to the widget.
fn write_number(number: f64, json: &mut String) {
    #[allow(clippy::cast_possible_truncation)]
    let thousandths = (number.abs() * 1000.0).round() as u64;
    json.push_str(if number < 0.0 { "-" } else { "" });
    json.push_str(&(thousandths / 1000).to_string());
    let mut fraction = thousandths % 1000;
    json.push_str(if fraction > 0 { "." } else { "" });
    while fraction > 0 {
        json.push_str(&(fraction / 100).to_string());
        fraction = fraction % 100 * 10;
    }
}

fn write_text(text: &str, json: &mut String, limit: usize) {
    json.push('"');
    for character in text.chars().take(limit) {
        match character {
            '"' | '\\' => {
                json.push('\\');
                json.push(character);
            }
            '\n' => json.push_str("\\n"),
            character if Invisible::of(character).is_some() => json.push('\u{fffd}'),
            character => json.push(character),
        }
    }
    json.push('"');
}
