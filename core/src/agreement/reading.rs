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

/// A value of a reading, and where it stands.
pub(super) struct ValueAt<'a> {
    path: String,
    reading: &'a Value,
    /// The value.
    pub value: &'a Value,
}

impl ValueAt<'_> {
    /// The reading's id and the value's.
    pub fn ids(&self) -> (&str, &str) {
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
        let Problem { path, found, expected } = problem;
        let found = format!("a value that puts {found} at {path}");
        Problem { path: self.path.clone(), found, expected: expected.clone() }
    }

    fn substitutions(&self) -> &[Value] {
        self.value.field("put").items()
    }
}

/// Every value of every reading.
pub(super) fn values(root: &Value) -> Vec<ValueAt<'_>> {
    let mut all = Vec::new();
    let readings = root.field("readings").items();
    for (index, reading) in readings.iter().enumerate() {
        let list = format!("{}.values", item_path("readings", readings, index));
        let values = reading.field("values").items();
        let here = values.iter().enumerate();
        all.extend(here.map(|(index, value)| ValueAt { path: item_path(&list, values, index), reading, value }));
    }
    all
}

/// The tree with each reading's value put in its places: the one in force, or the one `chosen`.
pub(super) fn substitute(root: &Value, chosen: &[(&str, &str)]) -> Value {
    let mut tree = root.clone();
    for value in values(root).iter().filter(|value| value.is_taken(chosen)) {
        for substitution in value.substitutions() {
            if let Some(new) = select(substitution, "value") {
                put(&mut tree, substitution.field("path").text(), new);
            }
        }
    }
    tree
}

/// What is wrong with the readings themselves, and with places of the file that they decide; nothing is said of
/// places that have problems of their own among the `known`.
pub(super) fn problems(root: &Value, known: &[Problem]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let readings = root.field("readings").items();
    for (index, reading) in readings.iter().enumerate() {
        let (value, values) = (reading.field("value"), reading.field("values").items());
        if !values.iter().any(|known| known.field("id") == value) {
            let ids: Vec<_> = values.iter().map(|value| value.field("id").text()).collect();
            let expected = format!("the id of one of its values: {}", ids.join(" | "));
            let at = item_path("readings", readings, index);
            problems.push(Problem::new(&format!("{at}.value"), value, expected));
        }
    }
    let values = values(root);
    let mut earlier: Vec<(&ValueAt<'_>, &str)> = Vec::new();
    for value in &values {
        for (step, substitution) in value.substitutions().iter().enumerate() {
            let path = substitution.field("path");
            let place = path.text();
            let taken = earlier.iter().any(|(other, taken)| {
                let another = std::ptr::eq(other.value, value.value) || !std::ptr::eq(other.reading, value.reading);
                another && (lies_in(place, taken) || lies_in(taken, place))
            });
            earlier.push((value, place));
            let expected = match select(root, place) {
                None => "the path of something in this file, as agreements[id].response.remote.clock",
                Some(_) if lies_in(place, "readings") => "a path outside the readings",
                Some(_) if taken => "a path at which nothing else is put by this value or by another reading",
                Some(stands) => {
                    if value.is_taken(&[]) {
                        problems.extend(overruled(place, stands, value, known));
                    }
                    continue;
                }
            };
            problems.push(Problem::new(&format!("{}.put[{step}].path", value.path), path, expected));
        }
    }
    problems
}

/// What stands at a place without being what any value of the reading puts there: who wrote it will not expect that the
/// reading puts something else over it.
fn overruled(path: &str, stands: &Value, by: &ValueAt<'_>, known: &[Problem]) -> Option<Problem> {
    let told = known.iter().any(|problem| lies_in(&problem.path, path));
    let puts_it = |value: &Value| {
        let mut here = value.field("put").items().iter().filter(|put| put.field("path").text() == path);
        here.any(|put| put.field("value") == stands)
    };
    if told || by.reading.field("values").items().iter().any(puts_it) {
        return None;
    }
    let expected = format!("what one of the values of readings[{}] puts here, since that decides it", by.ids().0);
    Some(Problem::new(path, stands, expected))
}

/// Whether a path is that of a place or of something in it.
fn lies_in(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
