//! How is the sheet read where it leaves room, and what would another reading say?
//!
//! A reading is data: for each of its values it says what that value puts where. Rules never mention
//! one. To read differently is to substitute and to build the catalogue again.

use super::Catalogue;
use crate::Text;
use crate::data::{Problem, Value, item_path, put, select};

/// A named interpretation of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its name in the data.
    pub id: String,
    /// The section of the sheet that it reads.
    pub section: String,
    /// What it decides.
    pub about: Text,
    /// The value in force.
    pub value: ReadingValue,
}

/// One way of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingValue {
    /// Its name in the data.
    pub id: String,
    /// What it means.
    pub text: Text,
}

/// The catalogue as one reading's other value has it.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The reading, as it is in force.
    pub reading: Reading,
    /// The other value.
    pub value: ReadingValue,
    /// All else being equal.
    pub catalogue: Catalogue,
}

impl Catalogue {
    /// What each other reading would have answered, where that differs from `answer`; one reading at a
    /// time, in the order of the data.
    pub fn other_readings<A: PartialEq>(&self, answer: &A, ask: impl Fn(&Self) -> Option<A>) -> Vec<(&Alternative, A)> {
        self.alternatives
            .iter()
            .filter_map(|alternative| Some((alternative, ask(&alternative.catalogue)?)))
            .filter(|(_, other)| other != answer)
            .collect()
    }
}

/// The tree with each reading's value put in its places: the one in force, or the one `chosen`.
pub(super) fn substitute(root: &Value, chosen: &[(&str, &str)]) -> Value {
    let mut tree = root.clone();
    for reading in root.field("readings").items() {
        let id = reading.field("id").text();
        let value = chosen
            .iter()
            .find(|(reading, _)| *reading == id)
            .map_or(reading.field("value").text(), |(_, value)| *value);
        let substitutions = reading.field("values").item(value);
        for substitution in substitutions.map_or(&[][..], |value| value.field("put").items()) {
            put(&mut tree, substitution.field("path").text(), substitution.field("value"));
        }
    }
    tree
}

/// Readings whose value is not one of theirs, and substitutions that hit nothing.
pub(super) fn problems(root: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let readings = root.field("readings").items();
    for (index, reading) in readings.iter().enumerate() {
        let at = item_path("readings", readings, index);
        let (value, values) = (reading.field("value"), reading.field("values").items());
        if !values.iter().any(|known| known.field("id") == value) {
            let ids: Vec<_> = values.iter().map(|value| value.field("id").text()).collect();
            let expected = format!("the id of one of its values: {}", ids.join(" | "));
            problems.push(Problem::new(&format!("{at}.value"), value, expected));
        }
        for (index, value) in values.iter().enumerate() {
            let at = item_path(&format!("{at}.values"), values, index);
            for (step, substitution) in value.field("put").items().iter().enumerate() {
                let path = substitution.field("path");
                if select(root, path.text()).is_none() {
                    problems.push(Problem::new(
                        &format!("{at}.put[{step}].path"),
                        path,
                        "the path of something in this file, as agreements[id].response.remote.clock",
                    ));
                }
            }
        }
    }
    problems
}

/// A value of a reading that is not the one in force.
pub(super) struct Other<'a> {
    /// Where the value stands.
    pub path: String,
    /// The reading's id.
    pub reading: &'a str,
    /// The value.
    pub value: &'a Value,
}

/// Every value of every reading that is not in force.
pub(super) fn others(root: &Value) -> Vec<Other<'_>> {
    let mut others = Vec::new();
    let readings = root.field("readings").items();
    for (index, reading) in readings.iter().enumerate() {
        let path = item_path("readings", readings, index);
        let values = reading.field("values").items();
        for (index, value) in values.iter().enumerate() {
            if value.field("id") != reading.field("value") {
                let path = item_path(&format!("{path}.values"), values, index);
                others.push(Other { path, reading: reading.field("id").text(), value });
            }
        }
    }
    others
}
