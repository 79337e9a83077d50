//! How is the sheet read where it leaves room, and what would another reading say?
//!
//! A reading is data: for each of its values it says what that value puts where. Rules never mention
//! one. To read differently is to substitute and to build the catalogue again.

use std::rc::Rc;

use super::Catalogue;
use crate::Text;
use crate::data::{Value, item_path, select};

/// A named interpretation of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpretation {
    /// Its name in the data.
    pub id: String,
    /// The section of the sheet that it reads.
    pub section: String,
    /// What it decides.
    pub about: Text,
    /// The value in force.
    pub value: InterpretationValue,
}

/// One way of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterpretationValue {
    /// Its name in the data.
    pub id: String,
    /// What it means.
    pub text: Text,
}

/// The catalogue as one reading's other value has it.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The reading, as it is in force.
    pub reading: Rc<Interpretation>,
    /// The other value.
    pub value: Rc<InterpretationValue>,
    /// All else being equal.
    pub catalogue: Catalogue,
}

/// A value of a reading, and where it stands.
pub(super) struct ValueAt<'a> {
    /// Where it stands.
    pub path: String,
    /// Of which reading.
    pub reading: &'a Value,
    /// The value.
    pub value: &'a Value,
}

impl<'a> ValueAt<'a> {
    /// The reading's id and the value's.
    pub fn ids(&self) -> (&'a str, &'a str) {
        (self.reading.field("id").text(), self.value.field("id").text())
    }

    /// Whether it is the value `chosen` for its reading, or in force where none is.
    pub fn is_taken(&self, chosen: &[(&str, &str)]) -> bool {
        let (reading, value) = self.ids();
        let in_force = self.reading.field("value").text();
        chosen.iter().find(|(id, _)| *id == reading).map_or(in_force, |(_, value)| *value) == value
    }

    /// What it puts where.
    pub fn substitutions(&self) -> &'a [Value] {
        self.value.field("put").items()
    }
}

/// Every value of every reading.
pub(super) fn values(root: &Value) -> Vec<ValueAt<'_>> {
    let mut all = Vec::new();
    let readings = root.field("readings");
    for (index, reading) in readings.items().iter().enumerate() {
        let path = item_path("readings", readings, index) + ".values";
        let values = reading.field("values");
        for (index, value) in values.items().iter().enumerate() {
            all.push(ValueAt { path: item_path(&path, values, index), reading, value });
        }
    }
    all
}

/// The tree with each reading's value put in its places: the one in force, or the one `chosen`.
pub(super) fn substitute(root: &Value, values: &[ValueAt<'_>], chosen: &[(&str, &str)]) -> Value {
    let mut puts = Vec::new();
    for value in values.iter().filter(|value| value.is_taken(chosen)) {
        for substitution in value.substitutions() {
            if let (Some(place), Some(new)) =
                (select(root, substitution.field("path").text()), substitution.get("value"))
            {
                puts.push((place, new));
            }
        }
    }
    root.with(&puts)
}
