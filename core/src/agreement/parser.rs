//! Parser of agreements files.

use std::rc::Rc;

use super::file::AgreementsFile;
use super::from_file::interpretation_value;
use super::interpretations::{FileValue, all_values, replacements};
use super::validation::check_interpretations;
use super::{Alternative, Catalogue, references};
use crate::data::{Replacements, Value, read_with};
use crate::problem::{Found, Problem, Problems};

impl Catalogue {
    /// Parses an agreements file, under the interpretations in force and under each alternative.
    ///
    /// # Errors
    /// Every problem of the file, as it is and under each of them, until the list of problems is full.
    pub fn from_value(root: &Value) -> Result<Self, Vec<Problem>> {
        parse(root, &[], true)
    }

    /// Parses the file under the chosen values of interpretations, as pairs of ids. Other interpretations keep their
    /// values in force. The catalogue has no alternatives.
    ///
    /// # Errors
    /// Every problem of the file, as it is and under the chosen values.
    pub fn from_value_with(root: &Value, chosen: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        parse(root, chosen, false)
    }

    fn add_alternative(&mut self, value: &FileValue<'_>, catalogue: Option<Self>) {
        let interpretation = self.interpretations.iter().find(|other| other.id == value.interpretation);
        if let (Some(interpretation), Some(catalogue)) = (interpretation.cloned(), catalogue)
            && let Some(value) = interpretation_value(value.fields).map(Rc::new)
        {
            self.alternatives.push(Alternative { interpretation, value, catalogue });
        }
    }
}

fn parse(root: &Value, chosen: &[(&str, &str)], with_alternatives: bool) -> Result<Catalogue, Vec<Problem>> {
    let (file, mut problems) = read_file(root, &Replacements::default());
    let Some(file) = file else { return Err(problems.into_vec()) };
    let values = all_values(&file);
    check_interpretations(root, &file, &values, &mut problems);

    let (in_force, found) = read_file(root, &replacements(root, &values, chosen));
    // What is found again under an alternative is listed once.
    let mut known: Vec<_> = problems.listed().iter().map(Problem::finding).collect();
    for problem in found.into_listed() {
        let finding = problem.finding();
        if !known.contains(&finding) {
            let cause = values.iter().find(|value| value.applies(chosen) && value.substitutes(&problem.path));
            problems.add(|| match cause {
                Some(value) => value.substitution_problem(problem),
                None => problem,
            });
            known.push(finding);
        }
    }
    let mut catalogue = in_force.and_then(|file| file.to_catalogue());
    for value in values.iter().filter(|value| with_alternatives && !value.applies(chosen)) {
        if problems.is_full() {
            break;
        }
        let mut replacements = replacements(root, &values, &[(value.interpretation, value.id)]);
        // No value substitutes an interpretation. They are the largest part of a file, and read already.
        replacements.insert(root.field("readings"), &NO_INTERPRETATIONS);
        let (alternative, found) = read_file(root, &replacements);
        for problem in found.into_listed() {
            if !known.contains(&problem.finding()) {
                problems.add(|| value.substitution_problem(problem));
            }
        }
        if let (Some(catalogue), Some(file)) = (&mut catalogue, alternative) {
            catalogue.add_alternative(value, file.to_catalogue());
        }
    }
    catalogue.filter(|_| problems.is_empty()).ok_or_else(|| problems.into_vec())
}

/// The list of interpretations as alternatives read it.
static NO_INTERPRETATIONS: Value = Value::Array(Vec::new());

/// The fields of the file, and the problems of each and between them.
fn read_file<'a>(root: &'a Value, replacements: &Replacements<'a>) -> (Option<AgreementsFile<'a>>, Problems) {
    let mut problems = Problems::default();
    let file: Option<AgreementsFile<'_>> = read_with(root, replacements, &mut problems);
    if let Some(file) = &file {
        references::check(file, &mut problems);
    }
    (file, problems)
}

impl FileValue<'_> {
    /// Whether it substitutes the value at the path, or one that contains it.
    fn substitutes(&self, path: &str) -> bool {
        self.substitutions.iter().any(|substitution| is_within(path, substitution.path))
    }

    /// A problem of the substituted file, located at the value that causes it.
    fn substitution_problem(&self, problem: Problem) -> Problem {
        let found = Found::Substitution { found: Box::new(problem.found), path: problem.path };
        Problem { path: self.path.clone(), found, expected: problem.expected }
    }
}

/// Whether `path` is `ancestor` or a path inside it.
pub(super) fn is_within(path: &str, ancestor: &str) -> bool {
    let rest = path.strip_prefix(ancestor);
    rest.is_some_and(|rest| matches!(rest.as_bytes().first(), None | Some(b'.' | b'[')))
}
