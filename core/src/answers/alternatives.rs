//! Answers under alternative interpretations of the agreement sheet.

use std::rc::Rc;

use crate::agreement::{Catalogue, Interpretation, InterpretationValue};

/// The answer under another value of one interpretation.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativeAnswer<A> {
    /// The interpretation with its value in force.
    pub interpretation: Rc<Interpretation>,
    /// The alternative value.
    pub value: Rc<InterpretationValue>,
    pub answer: A,
}

/// An answer together with the answers of other interpretations that differ from it.
#[derive(Clone, Debug, PartialEq)]
pub struct WithAlternatives<A> {
    /// The answer under the interpretations in force.
    pub answer: A,
    /// The differing answers. Each changes the value of one interpretation only.
    pub alternatives: Vec<AlternativeAnswer<A>>,
}

impl<A: PartialEq> WithAlternatives<A> {
    /// Evaluates `answer_of` for the catalogue and for each of its alternatives. Returns `None` where the catalogue
    /// itself has no answer; an alternative without an answer is left out.
    pub fn evaluate(catalogue: &Catalogue, answer_of: impl Fn(&Catalogue) -> Option<A>) -> Option<Self> {
        Some(Self::evaluate_from(catalogue, answer_of(catalogue)?, answer_of))
    }

    /// Like [`evaluate`](Self::evaluate), with a known answer under the interpretations in force.
    pub fn evaluate_from(catalogue: &Catalogue, answer: A, answer_of: impl Fn(&Catalogue) -> Option<A>) -> Self {
        let mut alternatives = Vec::new();
        for alternative in &catalogue.alternatives {
            if let Some(other) = answer_of(&alternative.catalogue).filter(|other| *other != answer) {
                let (interpretation, value) = (alternative.interpretation.clone(), alternative.value.clone());
                alternatives.push(AlternativeAnswer { interpretation, value, answer: other });
            }
        }
        Self { answer, alternatives }
    }

    /// The first alternative of each interpretation that changes the answer.
    pub fn deciding_interpretations(&self) -> impl Iterator<Item = &AlternativeAnswer<A>> {
        let alternatives = self.alternatives.iter().enumerate();
        alternatives
            .filter(|(index, other)| {
                let mut earlier = self.alternatives.iter().take(*index);
                !earlier.any(|earlier| earlier.interpretation == other.interpretation)
            })
            .map(|(_, other)| other)
    }
}
