//! Interpretations of the sheet where its wording leaves room.
//!
//! An interpretation is data: each of its values lists substitutions of values in the file. No rule names an
//! interpretation. The catalogue of an alternative is built from the file after the substitutions of its value.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Catalogue;
use crate::Text;
use crate::data::{Value, item_path, value_at};

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

/// A value of an interpretation in the file.
pub(super) struct FileValue<'a> {
    pub path: String,
    pub interpretation: &'a Value,
    pub value: &'a Value,
}

impl<'a> FileValue<'a> {
    /// The ids of the interpretation and of the value.
    pub fn ids(&self) -> (&'a str, &'a str) {
        (self.interpretation.field("id").text(), self.value.field("id").text())
    }

    /// Whether the value applies: it is the one chosen for its interpretation, or the one in force if none is chosen.
    pub fn applies(&self, chosen: &[(&str, &str)]) -> bool {
        let (interpretation, value) = self.ids();
        let in_force = self.interpretation.field("value").text();
        chosen.iter().find(|(id, _)| *id == interpretation).map_or(in_force, |(_, value)| *value) == value
    }

    pub fn substitutions(&self) -> &'a [Value] {
        self.value.field("put").items()
    }
}

/// Every value of every interpretation in the file.
pub(super) fn all_values(root: &Value) -> Vec<FileValue<'_>> {
    let mut all = Vec::new();
    let interpretations = root.field("readings");
    for (index, interpretation) in interpretations.items().iter().enumerate() {
        let path = item_path("readings", interpretations, index) + ".values";
        let values = interpretation.field("values");
        for (index, value) in values.items().iter().enumerate() {
            all.push(FileValue { path: item_path(&path, values, index), interpretation, value });
        }
    }
    all
}

/// A copy of the file with the substitutions of the values that apply.
pub(super) fn substitute(root: &Value, values: &[FileValue<'_>], chosen: &[(&str, &str)]) -> Value {
    let mut replacements = Vec::new();
    for value in values.iter().filter(|value| value.applies(chosen)) {
        for substitution in value.substitutions() {
            if let (Some(old), Some(new)) =
                (value_at(root, substitution.field("path").text()), substitution.get("value"))
            {
                replacements.push((old, new));
            }
        }
    }
    root.replaced(&replacements)
}
