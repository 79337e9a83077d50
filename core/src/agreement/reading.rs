//! How is the sheet read where it leaves room, and what would another reading say?
//!
//! A reading is data: for each of its values it says what that value puts where. Rules never mention
//! one. To read differently is to substitute and to build the catalogue again.

use std::rc::Rc;

use super::Catalogue;
use crate::Text;
use crate::data::{Problem, Value, ids, item_path, select};

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
    pub reading: Rc<Reading>,
    /// The other value.
    pub value: Rc<ReadingValue>,
    /// All else being equal.
    pub catalogue: Catalogue,
}

/// A value of a reading, and where it stands.
pub(super) struct ValueAt<'a> {
    path: String,
    reading: &'a Value,
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

    /// Whether it puts something at the path or around it.
    pub fn has_put(&self, path: &str) -> bool {
        self.substitutions().iter().any(|substitution| lies_in(path, substitution.field("path").text()))
    }

    /// A problem of the file that this value puts there, told where the value stands.
    pub fn puts_wrong(&self, problem: &Problem) -> Problem {
        let found = ["a value that puts ", &problem.found, " at ", &problem.path].concat();
        Problem { path: self.path.clone(), found, expected: problem.expected.clone() }
    }

    fn substitutions(&self) -> &'a [Value] {
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

/// Adds what is wrong with the readings themselves, and with places of the file that they decide; nothing is said of
/// places of which something has been found before.
pub(super) fn find_problems(root: &Value, values: &[ValueAt<'_>], found: &mut Vec<Problem>) {
    let readings = root.field("readings");
    for (index, reading) in readings.items().iter().enumerate() {
        let (in_force, values) = (reading.field("value"), reading.field("values"));
        if values.item(in_force.text()).is_none() {
            let expected = ["the id of one of its values: ", &ids(values)].concat();
            found.push(Problem::new(&(item_path("readings", readings, index) + ".value"), in_force, expected));
        }
    }
    let mut before: Vec<(&ValueAt<'_>, &str)> = Vec::new();
    for value in values {
        for (step, substitution) in value.substitutions().iter().enumerate() {
            let path = substitution.field("path");
            let place = path.text();
            let is_put_before = before.iter().any(|(other, at)| {
                let decides = std::ptr::eq(*other, value) || !std::ptr::eq(other.reading, value.reading);
                decides && (lies_in(place, at) || lies_in(at, place))
            });
            before.push((value, place));
            let expected = match select(root, place) {
                None => "the path of something in this file, as agreements[id].response.remote.clock",
                Some(_) if lies_in(place, "readings") => "a path outside the readings",
                Some(_) if is_put_before => "a path at which nothing else is put by this value or by another reading",
                Some(stands) => {
                    if value.is_taken(&[]) {
                        find_overruled(place, stands, value, found);
                    }
                    continue;
                }
            };
            let at = [&value.path, ".put[", &step.to_string(), "].path"].concat();
            found.push(Problem::new(&at, path, expected));
        }
    }
}

/// What stands at a place without being what any value of the reading puts there: who wrote it will not expect that the
/// reading puts something else over it.
fn find_overruled(path: &str, stands: &Value, by: &ValueAt<'_>, found: &mut Vec<Problem>) {
    for value in by.reading.field("values").items() {
        for substitution in value.field("put").items() {
            if substitution.field("path").text() == path && substitution.field("value") == stands {
                return;
            }
        }
    }
    if !found.iter().any(|problem| lies_in(&problem.path, path)) {
        let expected =
            ["what one of the values of readings[", by.ids().0, "] puts here, since that decides it"].concat();
        found.push(Problem::new(path, stands, expected));
    }
}

/// Whether a path is that of a place or of something in it.
fn lies_in(path: &str, place: &str) -> bool {
    let rest = path.strip_prefix(place);
    rest.is_some_and(|rest| matches!(rest.as_bytes().first(), None | Some(b'.' | b'[')))
}
