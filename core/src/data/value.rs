//! What is a JSON value, before anything is known of its meaning?

use super::sanitize::is_invisible_control;

/// A JSON value as it was written. Objects keep their fields' order.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object; a parser that notices a repeated field keeps it twice.
    Object(Vec<(String, Value)>),
}

/// What a missing field reads as.
static NOTHING: Value = Value::Null;

impl Value {
    /// The field of that name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.fields().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The field of that name; `null` when there is none.
    pub fn field(&self, name: &str) -> &Self {
        self.get(name).unwrap_or(&NOTHING)
    }

    /// The fields of an object; none of anything else.
    pub fn fields(&self) -> &[(String, Self)] {
        match self {
            Self::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a string; empty for anything else.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// A whole number; 0 for anything else.
    pub fn whole(&self) -> i64 {
        match self {
            // JSON's whole numbers beyond 2^53 are no more exact here than in a browser.
            #[allow(clippy::cast_possible_truncation)]
            Self::Number(number) if number.fract() == 0.0 => *number as i64,
            _ => 0,
        }
    }

    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Flag(true))
    }

    /// The item of a list of objects whose `id` is that.
    pub fn item(&self, id: &str) -> Option<&Self> {
        self.items().iter().find(|item| item.field("id").text() == id)
    }

    /// The same with other values in some places: each place is a value of this very tree, and comes with what stands
    /// there instead.
    pub fn with(&self, others: &[(&Self, &Self)]) -> Self {
        let other = others.iter().rfind(|(place, _)| std::ptr::eq(*place, self));
        match other.map_or(self, |(_, other)| *other) {
            Self::Null => Self::Null,
            Self::Flag(flag) => Self::Flag(*flag),
            Self::Number(number) => Self::Number(*number),
            Self::Text(text) => Self::Text(text.clone()),
            Self::List(items) => {
                let mut list = Vec::new();
                for item in items {
                    list.push(item.with(others));
                }
                Self::List(list)
            }
            Self::Object(fields) => {
                let mut object = Vec::new();
                for (name, value) in fields {
                    object.push((name.clone(), value.with(others)));
                }
                Self::Object(object)
            }
        }
    }

    /// As JSON. Of numbers three decimals are written, and a character that [`sanitize`](super::sanitize) leaves out is marked.
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json, usize::MAX);
        json
    }

    /// As JSON, for a message: at most 60 characters.
    pub(super) fn excerpt(&self) -> String {
        const LONGEST: usize = 60;
        let mut json = String::new();
        self.write(&mut json, LONGEST);
        if let Some((end, _)) = json.char_indices().nth(LONGEST) {
            json.truncate(end);
            json.push('…');
        }
        json
    }

    /// Appends JSON until it is longer than `enough`.
    fn write(&self, json: &mut String, enough: usize) {
        if json.len() > enough {
            return;
        }
        match self {
            Self::Null => json.push_str("null"),
            Self::Flag(flag) => json.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => write_number(*number, json),
            Self::Text(text) => write_text(text, json, enough),
            Self::List(items) => {
                json.push('[');
                for (index, item) in items.iter().enumerate() {
                    json.push_str(if index > 0 { ", " } else { "" });
                    item.write(json, enough);
                }
                json.push(']');
            }
            Self::Object(fields) => {
                json.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    json.push_str(if index > 0 { ", " } else { "" });
                    write_text(name, json, enough);
                    json.push_str(": ");
                    value.write(json, enough);
                }
                json.push('}');
            }
        }
    }
}

/// With three decimals at most: printing every float exactly would cost the widget 20 KB for a message.
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

fn write_text(text: &str, json: &mut String, enough: usize) {
    json.push('"');
    for character in text.chars().take(enough) {
        match character {
            '"' | '\\' => {
                json.push('\\');
                json.push(character);
            }
            '\n' => json.push_str("\\n"),
            hidden if hidden < ' ' || is_invisible_control(hidden) => json.push('\u{fffd}'),
            plain => json.push(plain),
        }
    }
    json.push('"');
}

#[cfg(not(target_arch = "wasm32"))]
mod from_text {
    use std::fmt;

    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

    use super::Value;

    impl Value {
        /// Reads JSON text.
        ///
        /// # Errors
        /// A sentence with line and column when the text is not JSON.
        pub fn from_json(text: &str) -> Result<Self, String> {
            serde_json::from_str(text).map_err(|error| error.to_string())
        }
    }

    impl<'de> Deserialize<'de> for Value {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Tree)
        }
    }

    struct Tree;

    impl<'de> Visitor<'de> for Tree {
        type Value = Value;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("JSON")
        }

        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
            Ok(Value::Flag(flag))
        }

        #[allow(clippy::cast_precision_loss)]
        fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }

        #[allow(clippy::cast_precision_loss)]
        fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }

        fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
            Ok(Value::Number(number))
        }

        fn visit_str<E>(self, text: &str) -> Result<Value, E> {
            Ok(Value::Text(text.to_owned()))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
            let mut items = Vec::new();
            while let Some(item) = list.next_element()? {
                items.push(item);
            }
            Ok(Value::List(items))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
            let mut fields = Vec::new();
            while let Some(field) = object.next_entry()? {
                fields.push(field);
            }
            Ok(Value::Object(fields))
        }
    }
}
