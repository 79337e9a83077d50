//! Interpretations of the sheet where its wording leaves room.
//!
//! An interpretation is data: each of its values lists substitutions of values in the file. No rule names an
//! interpretation. The catalogue of an alternative is read from the file with the substitutions of its value.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Catalogue;
use super::file::{AgreementsFile, InterpretationValueFields};
use super::references::{items, with_paths};
use crate::Text;
use crate::data::{Replacements, Value, value_at};

/// A point on which the sheet can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpretation {
    pub id: String,
    /// The section of the sheet.
    pub section: String,
    /// What the interpretation decides.
    pub about: Text,
    /// The value in force.
    pub value: InterpretationValue,
}

/// One possible reading of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterpretationValue {
    pub id: String,
    /// What the value means.
    pub text: Text,
}

/// The catalogue under another value of one interpretation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// The interpretation with its value in force.
    pub interpretation: Rc<Interpretation>,
    /// The other value.
    pub value: Rc<InterpretationValue>,
    /// The catalogue under the other value; all other interpretations keep their values in force.
    pub catalogue: Catalogue,
}

/// A value of an interpretation in the file, with its valid substitutions.
pub(super) struct FileValue<'a> {
    /// The path of the value in the file.
    pub path: String,
    /// The id of the interpretation.
    pub interpretation: &'a str,
    /// The id of the value in force.
    in_force: &'a str,
    /// The id of the value.
    pub id: &'a str,
    pub fields: &'a InterpretationValueFields<'a>,
    pub substitutions: Vec<Substitution<'a>>,
}

/// The replacement of the value at a path.
pub(super) struct Substitution<'a> {
    pub index: usize,
    pub path: &'a str,
    pub value: &'a Value,
}

impl FileValue<'_> {
    /// Whether the value applies: it is the one chosen for its interpretation, or the one in force if none is chosen.
    pub fn applies(&self, chosen: &[(&str, &str)]) -> bool {
        let chosen = chosen.iter().find(|(interpretation, _)| *interpretation == self.interpretation);
        chosen.map_or(self.in_force, |(_, value)| *value) == self.id
    }
}

/// Every value of every interpretation in the file, except invalid ones.
pub(super) fn all_values<'a>(file: &'a AgreementsFile<'a>) -> Vec<FileValue<'a>> {
    let mut all = Vec::new();
    for (path, interpretation) in with_paths("readings", items(&file.readings), |interpretation| interpretation.id) {
        let (Some(id), Some(in_force)) = (interpretation.id.0, interpretation.value.0) else { continue };
        for (path, value) in with_paths(&(path + ".values"), items(&interpretation.values), |value| value.id) {
            let Some(value_id) = value.id.0 else { continue };
            all.push(FileValue {
                path,
                interpretation: id.0,
                in_force: in_force.0,
                id: value_id.0,
                fields: value,
                substitutions: substitutions(value),
            });
        }
    }
    all
}

fn substitutions<'a>(value: &'a InterpretationValueFields<'a>) -> Vec<Substitution<'a>> {
    let mut all = Vec::new();
    for (index, fields) in items(&value.put).iter().enumerate() {
        if let Some(fields) = fields.get()
            && let (Some(path), Some(value)) = (fields.path.0, fields.value.get())
        {
            all.push(Substitution { index, path: path.0, value });
        }
    }
    all
}

/// The substitutions of the values that apply.
pub(super) fn replacements<'a>(root: &'a Value, values: &[FileValue<'a>], chosen: &[(&str, &str)]) -> Replacements<'a> {
    let mut replacements = Replacements::default();
    for value in values.iter().filter(|value| value.applies(chosen)) {
        for substitution in &value.substitutions {
            if let Some(old) = value_at(root, substitution.path) {
                replacements.insert(old, substitution.value);
            }
        }
    }
    replacements
}
