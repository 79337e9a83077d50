//! Constraints of the interpretations of an agreements file.

use super::file::AgreementsFile;
use super::interpretations::FileValue;
use super::parser::is_within;
use super::references::{items, with_paths};
use crate::data::{Value, value_at};
use crate::problem::{Expected, Problem, Problems};

/// Adds the problems of the interpretations themselves, and of values that they overrule. A path that already has a
/// problem gets no second one.
pub(super) fn check_interpretations(
    root: &Value,
    file: &AgreementsFile<'_>,
    values: &[FileValue<'_>],
    problems: &mut Problems,
) {
    for (path, interpretation) in with_paths("readings", items(&file.readings), |interpretation| interpretation.id) {
        let Some(in_force) = interpretation.value.0 else { continue };
        let ids = items(&interpretation.values).iter().filter_map(|value| value.get()?.id.0);
        let ids: Vec<String> = ids.map(|id| id.0.to_owned()).collect();
        if !ids.is_empty() && !ids.iter().any(|id| id == in_force.0) {
            problems.add(|| Problem::of_text(path + ".value", in_force.0, Expected::ValueId { ids }));
        }
    }
    let mut earlier: Vec<(&FileValue<'_>, &str)> = Vec::new();
    for value in values {
        for substitution in &value.substitutions {
            let target = substitution.path;
            let overlaps = earlier.iter().any(|(other, other_target)| {
                let same_value = std::ptr::eq(*other, value);
                let conflicts = same_value || other.interpretation != value.interpretation;
                conflicts && (is_within(target, other_target) || is_within(other_target, target))
            });
            earlier.push((value, target));
            let expected = match value_at(root, target) {
                None => Expected::PathInFile,
                Some(_) if is_within(target, "readings") => Expected::PathOutsideInterpretations,
                Some(_) if overlaps => Expected::FreePath,
                Some(current) => {
                    if value.applies(&[]) {
                        check_overruled(target, current, value, values, problems);
                    }
                    continue;
                }
            };
            let path = [&value.path, ".put[", &substitution.index.to_string(), "].path"].concat();
            problems.add(|| Problem::of_text(path, target, expected));
        }
    }
}

/// Adds a problem if the current value is not what any value of the interpretation substitutes. An editor who changes
/// it would not expect the interpretation to overrule the change.
fn check_overruled(path: &str, current: &Value, by: &FileValue<'_>, values: &[FileValue<'_>], problems: &mut Problems) {
    for value in values.iter().filter(|value| value.interpretation == by.interpretation) {
        for substitution in &value.substitutions {
            if substitution.path == path && substitution.value == current {
                return;
            }
        }
    }
    if !problems.listed().iter().any(|problem| is_within(&problem.path, path)) {
        let expected = Expected::DecidedBy { interpretation: by.interpretation.to_owned() };
        problems.add(|| Problem::new(path.to_owned(), current, expected));
    }
}
