//! Types of the fields of data files.
//!
//! A format is a struct of these types with a derived `Deserialize`. Each holds either a valid value or nothing: in
//! place of an invalid value there is a problem, and no default.

use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Value;
use super::deserializer::reject;
use super::sanitize::{is_visible_text, sanitize};
use crate::Text;
use crate::problem::Expected;
use crate::time::{Hours, MonthDay, ParseHoursError, parse_iso_date};

/// A value that was read, or nothing, if it has a problem. A value that was read can contain others that were not.
#[derive(Clone, Debug)]
pub struct Parsed<T>(pub Option<Box<T>>);

impl<T> Parsed<T> {
    pub fn get(&self) -> Option<&T> {
        self.0.as_deref()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Parsed<T> {
    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Inner<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Inner<T> {
            type Value = Box<T>;

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Box<T>, D::Error> {
                T::deserialize(deserializer).map(Box::new)
            }
        }
        Ok(Self(deserializer.deserialize_newtype_struct("Parsed", Inner(PhantomData)).ok()))
    }
}

/// A value that is written as a string, or nothing, if the string has a problem.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<T>(pub Option<T>);

/// Parsing of a string of a file. `FromStr` could not borrow from the file: copies would be 6 KB
/// more.
pub trait FromText<'a>: Sized {
    /// The value, or what was expected instead. The empty string is no value of any type.
    ///
    /// # Errors
    /// If the text is no value of this type.
    fn from_text(text: &'a str) -> Result<Self, Expected>;
}

impl<'de, T: FromText<'de>> Deserialize<'de> for Leaf<T> {
    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Inner<T>(PhantomData<T>);
        impl<'de, T: FromText<'de>> Visitor<'de> for Inner<T> {
            type Value = T;

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
                T::from_text(text).map_err(reject)
            }
        }
        Ok(Self(deserializer.deserialize_str(Inner(PhantomData)).ok()))
    }
}

/// An integer from `MIN` to `MAX`, both included, or nothing, if it has a problem.
#[derive(Clone, Copy, Debug)]
pub struct Integer<const MIN: i32, const MAX: i32>(pub Option<i32>);

impl<'de, const MIN: i32, const MAX: i32> Deserialize<'de> for Integer<MIN, MAX> {
    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Within(i32, i32);
        impl Visitor<'_> for Within {
            type Value = i32;

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<i32, E> {
                let within = number.fract() == 0.0 && (f64::from(self.0)..=f64::from(self.1)).contains(&number);
                // Exact, since it is an integer within the range.
                #[allow(clippy::cast_possible_truncation)]
                if within { Ok(number as i32) } else { self.visit_unit() }
            }

            fn visit_unit<E: Error>(self) -> Result<i32, E> {
                Err(reject(Expected::Integer { min: self.0, max: self.1 }))
            }
        }
        Ok(Self(deserializer.deserialize_f64(Within(MIN, MAX)).ok()))
    }
}

/// A list of `MIN` to `MAX` items.
#[derive(Clone, Debug)]
pub struct List<T, const MIN: usize, const MAX: usize>(pub Vec<T>);

impl<'de, T: Deserialize<'de>, const MIN: usize, const MAX: usize> Deserialize<'de> for List<T, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ItemsVisitor { min: MIN, max: MAX, item: PhantomData }).map(Self)
    }
}

/// Visitor of a list of `min` to `max` items.
pub(crate) struct ItemsVisitor<T> {
    pub min: usize,
    pub max: usize,
    pub item: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for ItemsVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let count = items.size_hint().unwrap_or_default();
        if count < self.min {
            return self.visit_unit();
        }
        if count > self.max {
            return Err(reject(Expected::ListOfAtMost(self.max)));
        }
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(list)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Vec<T>, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
        Err(reject(Expected::List { min: self.min }))
    }
}

/// A list of which the first `MAX` items are read.
#[derive(Clone, Debug)]
pub struct FirstItems<T, const MAX: usize> {
    pub items: Vec<T>,
    /// The number of items in the file.
    pub total: usize,
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for FirstItems<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct First<T>(usize, PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for First<T> {
            type Value = (Vec<T>, usize);

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let total = items.size_hint().unwrap_or_default();
                let mut first = Vec::new();
                while first.len() < self.0
                    && let Some(item) = items.next_element()?
                {
                    first.push(item);
                }
                Ok((first, total))
            }

            fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
                self.visit_unit()
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Err(reject(Expected::List { min: 0 }))
            }
        }
        let (items, total) = deserializer.deserialize_seq(First(MAX, PhantomData))?;
        Ok(Self { items, total })
    }
}

/// An identifier: 1 to 60 ASCII letters, digits, `-` and `_`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id<'a>(pub &'a str);

impl<'t: 'a, 'a> FromText<'t> for Id<'a> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let is_id = (1..=60).contains(&text.len()) && text.bytes().all(allowed);
        if is_id { Ok(Self(text)) } else { Err(Expected::Id) }
    }
}

/// A string that is not blank, of at most 2,000 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NonBlank<'a>(pub &'a str);

impl<'t: 'a, 'a> FromText<'t> for NonBlank<'a> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        const MAX: usize = 2000;
        let fits = !text.trim().is_empty() && text.chars().take(MAX + 1).count() <= MAX;
        if fits { Ok(Self(text)) } else { Err(Expected::Text { max: MAX }) }
    }
}

/// A line of at most `MAX` characters that is not empty when sanitized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a, const MAX: usize>(&'a str);

impl<'t: 'a, 'a, const MAX: usize> FromText<'t> for Line<'a, MAX> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        if is_visible_text(text, MAX) { Ok(Self(text)) } else { Err(Expected::Text { max: MAX }) }
    }
}

/// A date, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IsoDate(pub NaiveDate);

impl FromText<'_> for IsoDate {
    fn from_text(text: &str) -> Result<Self, Expected> {
        parse_iso_date(text).map(Self).map_err(|_| Expected::Date)
    }
}

impl FromText<'_> for MonthDay {
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|_| Expected::DayOfYear)
    }
}

impl FromText<'_> for Hours {
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|error| match error {
            ParseHoursError::Malformed => Expected::Hours,
            ParseHoursError::BeginNextDay => Expected::HoursOfTheDay,
            ParseHoursError::CloseBeforeOpening => Expected::HoursInOrder,
        })
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "T: FromText<'de>"))]
pub struct Bilingual<T> {
    pub da: Leaf<T>,
    pub en: Leaf<T>,
}

impl<T: Copy + Into<String>> Bilingual<T> {
    /// The text, if both languages are valid.
    pub fn to_text(&self) -> Option<Text> {
        let (da, en) = (self.da.0?, self.en.0?);
        Some(Text { da: da.into(), en: en.into() })
    }
}

impl From<NonBlank<'_>> for String {
    fn from(text: NonBlank<'_>) -> Self {
        text.0.to_owned()
    }
}

/// The line, sanitized.
impl<const MAX: usize> From<Line<'_, MAX>> for String {
    fn from(line: Line<'_, MAX>) -> Self {
        sanitize(line.0)
    }
}

/// Any JSON value.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value;

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_unit<E: Error>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
                Ok(Value::Bool(flag))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
                Ok(Value::Number(number))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
                Ok(Value::String(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Value::Array(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    fields.push(entry);
                }
                Ok(Value::Object(fields))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
