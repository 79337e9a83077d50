//! Validation of agreements files.

use super::interpretations::{FileValue, all_values, substitute};
use super::schema::FIELDS;
use crate::data::{Problem, Value, check, item_path, join_ids, value_at};

/// Every problem of the file, under the interpretations in force and under each alternative.
pub(super) fn problems(root: &Value) -> Vec<Problem> {
    let values = all_values(root);
    let (mut problems, in_force) = problems_under(root, &values, &[]);
    for alternative in values.iter().filter(|value| !value.applies(&[])) {
        for problem in check(&substitute(root, &values, &[alternative.ids()]), FIELDS) {
            // Problems under the interpretations in force are reported once.
            if !in_force.contains(&problem) {
                problems.push(alternative.substitution_problem(&problem));
            }
        }
    }
    problems
}

/// Every problem of the file, as it is and with the chosen values of interpretations.
pub(super) fn problems_with(root: &Value, chosen: &[(&str, &str)]) -> Vec<Problem> {
    problems_under(root, &all_values(root), chosen).0
}

/// The problems of the file as it is and of its substituted copy, each located in the file; and the problems of the
/// copy alone.
fn problems_under(root: &Value, values: &[FileValue<'_>], chosen: &[(&str, &str)]) -> (Vec<Problem>, Vec<Problem>) {
    let mut problems = check(root, FIELDS);
    check_interpretations(root, values, &mut problems);
    let substituted = check(&substitute(root, values, chosen), FIELDS);
    for problem in &substituted {
        if !problems.contains(problem) {
            let cause = values.iter().find(|value| value.applies(chosen) && value.substitutes(&problem.path));
            problems.push(cause.map_or_else(|| problem.clone(), |value| value.substitution_problem(problem)));
        }
    }
    (problems, substituted)
}

impl FileValue<'_> {
    /// Whether it substitutes the value at the path, or one that contains it.
    fn substitutes(&self, path: &str) -> bool {
        self.substitutions().iter().any(|substitution| is_within(path, substitution.field("path").text()))
    }

    /// A problem of the substituted file, located at the value that causes it.
    fn substitution_problem(&self, problem: &Problem) -> Problem {
        let found = ["a value that puts ", &problem.found, " at ", &problem.path].concat();
        Problem { path: self.path.clone(), found, expected: problem.expected.clone() }
    }
}

/// Adds the problems of the interpretations themselves, and of values that they overrule. A path that already has a
/// problem gets no second one.
fn check_interpretations(root: &Value, values: &[FileValue<'_>], problems: &mut Vec<Problem>) {
    let interpretations = root.field("readings");
    for (index, interpretation) in interpretations.items().iter().enumerate() {
        let (in_force, values) = (interpretation.field("value"), interpretation.field("values"));
        if values.item_by_id(in_force.text()).is_none() {
            let expected = ["the id of one of its values: ", &join_ids(values)].concat();
            let path = item_path("readings", interpretations, index) + ".value";
            problems.push(Problem::new(&path, in_force, expected));
        }
    }
    let mut earlier: Vec<(&FileValue<'_>, &str)> = Vec::new();
    for value in values {
        for (index, substitution) in value.substitutions().iter().enumerate() {
            let path = substitution.field("path");
            let target = path.text();
            let overlaps = earlier.iter().any(|(other, other_target)| {
                let same_value = std::ptr::eq(*other, value);
                let conflicts = same_value || !std::ptr::eq(other.interpretation, value.interpretation);
                conflicts && (is_within(target, other_target) || is_within(other_target, target))
            });
            earlier.push((value, target));
            let expected = match value_at(root, target) {
                None => "the path of something in this file, as agreements[id].response.remote.clock",
                Some(_) if is_within(target, "readings") => "a path outside the readings",
                Some(_) if overlaps => "a path at which nothing else is put by this value or by another reading",
                Some(current) => {
                    if value.applies(&[]) {
                        check_overruled(target, current, value, problems);
                    }
                    continue;
                }
            };
            let path_of_path = [&value.path, ".put[", &index.to_string(), "].path"].concat();
            problems.push(Problem::new(&path_of_path, path, expected));
        }
    }
}

/// Adds a problem if the current value is not what any value of the interpretation substitutes. An editor who changes
/// it would not expect the interpretation to overrule the change.
fn check_overruled(path: &str, current: &Value, by: &FileValue<'_>, problems: &mut Vec<Problem>) {
    for value in by.interpretation.field("values").items() {
        for substitution in value.field("put").items() {
            if substitution.field("path").text() == path && substitution.field("value") == current {
                return;
            }
        }
    }
    if !problems.iter().any(|problem| is_within(&problem.path, path)) {
        let expected =
            ["what one of the values of readings[", by.ids().0, "] puts here, since that decides it"].concat();
        problems.push(Problem::new(path, current, expected));
    }
}

/// Whether `path` is `ancestor` or a path inside it.
fn is_within(path: &str, ancestor: &str) -> bool {
    let rest = path.strip_prefix(ancestor);
    rest.is_some_and(|rest| matches!(rest.as_bytes().first(), None | Some(b'.' | b'[')))
}
