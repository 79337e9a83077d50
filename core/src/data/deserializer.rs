//! Deserializer of data files that lists every problem.
//!
//! serde's derived `Deserialize` stops at the first error. Here, [`Parsed`](super::Parsed) and [`Leaf`](super::Leaf)
//! catch an error and hold nothing in place of the value, so that the fields and items after it are read, too. The
//! deserializer lists each error where it arises, with its path.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Value, item_path};
use crate::problem::{Expected, Found, Problem, Problems};

/// Reads a file. Problems are added to the list.
///
/// `None` if the value as a whole is not of the type: then there is a problem.
pub fn read<'de, T: serde::Deserialize<'de>>(file: &'de Value, problems: &mut Problems) -> Option<T> {
    read_with(file, &Replacements::default(), problems)
}

/// As [`read`], with some values replaced. Only what the type reads is looked up, and nothing is copied.
pub(crate) fn read_with<'de, T: serde::Deserialize<'de>>(
    file: &'de Value,
    replacements: &Replacements<'de>,
    problems: &mut Problems,
) -> Option<T> {
    let list = RefCell::new(std::mem::take(problems));
    let node = Node { value: Some(file), step: Step::File, replacements, problems: &list };
    let read = node.settle(T::deserialize(&node));
    *problems = list.into_inner();
    read.ok()
}

/// Values of a file, compared by address, and what is read instead of them.
#[derive(Debug, Default)]
pub(crate) struct Replacements<'de>(Vec<(&'de Value, &'de Value)>);

impl<'de> Replacements<'de> {
    /// Adds a replacement. The pairs are kept in the order of the addresses.
    pub fn insert(&mut self, old: &'de Value, new: &'de Value) {
        let place = self.0.partition_point(|(other, _)| std::ptr::from_ref(*other) < std::ptr::from_ref(old));
        self.0.insert(place, (old, new));
    }

    fn apply(&self, value: &'de Value) -> &'de Value {
        let place = self.0.partition_point(|(other, _)| std::ptr::from_ref(*other) < std::ptr::from_ref(value));
        match self.0.get(place) {
            Some((old, new)) if std::ptr::eq(*old, value) => new,
            _ => value,
        }
    }
}

/// The error for a value of that kind that was not found.
pub(crate) fn reject<E: Error>(expected: Expected) -> E {
    EXPECTED.set(Some(expected));
    E::custom("")
}

thread_local! {
    /// What was expected at the error that is being returned. serde passes errors on as text only: this variable
    /// carries the value. It is empty again once the error is listed.
    static EXPECTED: Cell<Option<Expected>> = const { Cell::new(None) };
}

/// A value that was rejected. Its problem is listed, or about to be.
#[derive(Debug)]
pub(super) struct Rejected;

impl Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("rejected")
    }
}

impl std::error::Error for Rejected {}

impl Error for Rejected {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// A value, or the place of a missing one.
struct Node<'a, 'de> {
    value: Option<&'de Value>,
    /// Its place. The path is only built for a problem.
    step: Step<'a, 'de>,
    replacements: &'a Replacements<'de>,
    problems: &'a RefCell<Problems>,
}

/// The place of a value in the one that contains it.
#[derive(Clone, Copy)]
enum Step<'a, 'de> {
    /// The value is the file.
    File,
    Field(&'a Node<'a, 'de>, &'a str),
    Item(&'a Node<'a, 'de>, usize),
}

impl<'de> Node<'_, 'de> {
    fn path(&self) -> String {
        match self.step {
            Step::File => String::new(),
            Step::Field(Node { step: Step::File, .. }, name) => name.to_owned(),
            Step::Field(object, name) => [&object.path(), ".", name].concat(),
            Step::Item(list, index) => item_path(&list.path(), list.value.unwrap_or(&Value::Null), index),
        }
    }

    /// Lists the problem of an error, unless it is listed.
    fn settle<T>(&self, result: Result<T, Rejected>) -> Result<T, Rejected> {
        if result.is_err() {
            self.report();
        }
        result
    }

    /// Lists the problem of the last error, unless it is listed.
    fn report(&self) {
        let Some(expected) = EXPECTED.take() else { return };
        self.problems.borrow_mut().add(|| {
            let found = self.value.map_or(Found::Nothing, |value| Found::Json(value.excerpt()));
            Problem { path: self.path(), found, expected }
        });
    }

    /// The fields of an object. Lists those that it may not have.
    fn fields(&self, known: &'static [&'static str]) -> Result<Fields<'_, 'de>, Rejected> {
        let Some(Value::Object(fields)) = self.value else { return Err(reject(Expected::Object)) };
        for (name, value) in fields {
            // Text editors complete and validate by the schema that a file names.
            let is_schema = name == "$schema" && matches!(self.step, Step::File);
            if !is_schema && !known.contains(&name.as_str()) {
                EXPECTED.set(Some(Expected::Field(known)));
                Node { value: Some(value), step: Step::Field(self, name), ..*self }.report();
            }
        }
        Ok(Fields { object: self, names: known, field: Node { ..*self } })
    }

    fn items(&self, items: &'de [Value]) -> Items<'_, 'de> {
        Items { list: self, items, next: 0, item: Node { ..*self } }
    }
}

impl<'de> Deserializer<'de> for &Node<'_, 'de> {
    type Error = Rejected;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Rejected> {
        match self.value {
            Some(Value::String(text)) => visitor.visit_borrowed_str(text),
            Some(Value::Bool(flag)) => visitor.visit_bool(*flag),
            Some(Value::Number(number)) => visitor.visit_f64(*number),
            Some(Value::Array(items)) => visitor.visit_seq(self.items(items)),
            Some(Value::Object(fields)) => visitor.visit_map(Entries { object: self, fields, next: 0 }),
            Some(Value::Null) => visitor.visit_unit(),
            None => Err(reject(Expected::AnyValue)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Rejected> {
        // The empty string is no value of any type: the visitor says what it expects.
        self.settle(visitor.visit_borrowed_str(self.value.map_or("", Value::text)))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Rejected> {
        self.settle(match self.value {
            Some(Value::Number(number)) => visitor.visit_f64(*number),
            _ => visitor.visit_unit(),
        })
    }

    /// A list, or a string in place of a list.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Rejected> {
        match self.value {
            Some(Value::Array(items)) => visitor.visit_seq(self.items(items)),
            Some(Value::String(text)) => visitor.visit_borrowed_str(text),
            _ => visitor.visit_unit(),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Rejected> {
        match self.value {
            Some(Value::Bool(flag)) => visitor.visit_bool(*flag),
            _ => Err(reject(Expected::Boolean)),
        }
    }

    #[inline(always)]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Rejected> {
        // `null` is a value, and not a missing one.
        if self.value.is_some() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Rejected> {
        self.settle(visitor.visit_newtype_struct(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Rejected> {
        // A map would be read by its names: that is 17 KB more for all formats.
        visitor.visit_seq(self.fields(known)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Rejected> {
        match self.value {
            Some(Value::String(text)) if variants.contains(&text.as_str()) => {
                visitor.visit_enum(StrDeserializer::new(text))
            }
            _ => Err(reject(Expected::OneOf(variants))),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 f32 char string bytes byte_buf unit unit_struct tuple tuple_struct
        map identifier ignored_any
    }
}

/// The fields of an object, in the order of the struct. A missing field is read, too: it may be optional.
///
/// `next_element_seed` is inlined, so that the compiler sees that it returns a value whenever the type of the field
/// catches its errors, as all types of [`fields`](super::fields) do. Otherwise the code of each field would drop all
/// fields before it, which is 5 KB for all formats.
struct Fields<'a, 'de> {
    object: &'a Node<'a, 'de>,
    names: &'static [&'static str],
    field: Node<'a, 'de>,
}

impl<'a, 'de> Fields<'a, 'de> {
    /// The next field. A struct reads no more fields than it has names.
    #[inline(never)]
    fn next_field(&mut self) -> &Node<'a, 'de> {
        let (name, rest) = self.names.split_first().unwrap_or((&"", &[]));
        self.names = rest;
        self.field.value =
            self.object.value.and_then(|object| object.get(name)).map(|value| self.object.replacements.apply(value));
        self.field.step = Step::Field(self.object, name);
        &self.field
    }
}

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Rejected;

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Rejected> {
        seed.deserialize(self.next_field()).map(Some)
    }
}

/// The items of an array.
struct Items<'a, 'de> {
    list: &'a Node<'a, 'de>,
    items: &'de [Value],
    next: usize,
    item: Node<'a, 'de>,
}

impl<'a, 'de> Items<'a, 'de> {
    #[inline(never)]
    fn next_item(&mut self) -> Option<&Node<'a, 'de>> {
        self.item.value = Some(self.list.replacements.apply(self.items.get(self.next)?));
        self.item.step = Step::Item(self.list, self.next);
        self.next += 1;
        Some(&self.item)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Rejected;

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Rejected> {
        let Some(item) = self.next_item() else { return Ok(None) };
        seed.deserialize(item).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

/// The names and values of an object whose fields are not known.
struct Entries<'a, 'de> {
    object: &'a Node<'a, 'de>,
    fields: &'de [(String, Value)],
    next: usize,
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Rejected;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Rejected> {
        let Some((name, _)) = self.fields.get(self.next) else { return Ok(None) };
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Rejected> {
        let Some((name, value)) = self.fields.get(self.next) else { return Err(Rejected) };
        self.next += 1;
        let step = Step::Field(self.object, name);
        seed.deserialize(&Node { value: Some(value), step, ..*self.object })
    }
}
