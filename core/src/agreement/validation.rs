//! What is wrong with an agreements file?

use super::interpretations::{ValueAt, substitute, values};
use super::schema::FIELDS;
use crate::data::{Problem, Value, check, ids, item_path, select};

/// Every problem of the file, those of its readings' other values included.
pub(super) fn problems(root: &Value) -> Vec<Problem> {
    let values = values(root);
    let (mut found, in_force) = as_it_reads(root, &values, &[]);
    for other in values.iter().filter(|value| !value.is_taken(&[])) {
        for problem in check(&substitute(root, &values, &[other.ids()]), FIELDS) {
            // What holds in force as well need not be told again.
            if !in_force.contains(&problem) {
                found.push(other.puts_wrong(&problem));
            }
        }
    }
    found
}

/// Every problem of the file as it stands, and as it reads with these readings at these values.
pub(super) fn problems_with(root: &Value, chosen: &[(&str, &str)]) -> Vec<Problem> {
    as_it_reads(root, &values(root), chosen).0
}

/// What is wrong with the file as it stands and as it then reads, each told where it is written; and what is wrong with
/// what it then reads as.
fn as_it_reads(root: &Value, values: &[ValueAt<'_>], chosen: &[(&str, &str)]) -> (Vec<Problem>, Vec<Problem>) {
    let mut found = check(root, FIELDS);
    of_readings(root, values, &mut found);
    let then = check(&substitute(root, values, chosen), FIELDS);
    for problem in &then {
        if !found.contains(problem) {
            let by = values.iter().find(|value| value.is_taken(chosen) && value.has_put(&problem.path));
            found.push(by.map_or_else(|| problem.clone(), |value| value.puts_wrong(problem)));
        }
    }
    (found, then)
}

impl ValueAt<'_> {
    /// Whether it puts something at the path or around it.
    fn has_put(&self, path: &str) -> bool {
        self.substitutions().iter().any(|substitution| lies_in(path, substitution.field("path").text()))
    }

    /// A problem of the file that this value puts there, told where the value stands.
    fn puts_wrong(&self, problem: &Problem) -> Problem {
        let found = ["a value that puts ", &problem.found, " at ", &problem.path].concat();
        Problem { path: self.path.clone(), found, expected: problem.expected.clone() }
    }
}

/// Adds what is wrong with the readings themselves, and with places of the file that they decide; nothing is said of
/// places of which something has been found before.
fn of_readings(root: &Value, values: &[ValueAt<'_>], found: &mut Vec<Problem>) {
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
                        overruled(place, stands, value, found);
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
fn overruled(path: &str, stands: &Value, by: &ValueAt<'_>, found: &mut Vec<Problem>) {
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
