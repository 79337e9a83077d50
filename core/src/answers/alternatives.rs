//! Could the sheet, read otherwise, give another answer?

use std::rc::Rc;

use crate::agreement::{Catalogue, Interpretation, InterpretationValue};

/// What another value of one reading answers.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativeAnswer<A> {
    /// The reading, as it is in force.
    pub reading: Rc<Interpretation>,
    /// The other value.
    pub other: Rc<InterpretationValue>,
    /// What it would answer.
    pub answer: A,
}

/// An answer, and those of other readings where they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct WithAlternatives<A> {
    /// In the readings in force.
    pub answer: A,
    /// One other reading at a time.
    pub others: Vec<AlternativeAnswer<A>>,
}

impl<A: PartialEq> WithAlternatives<A> {
    /// Asks the catalogue, and then each of its alternatives the same question. An alternative that has
    /// no answer says nothing.
    pub fn evaluate(catalogue: &Catalogue, ask: impl Fn(&Catalogue) -> Option<A>) -> Option<Self> {
        Some(Self::evaluate_from(catalogue, ask(catalogue)?, ask))
    }

    /// The same where the answer in the readings in force is known already.
    pub fn evaluate_from(catalogue: &Catalogue, answer: A, ask: impl Fn(&Catalogue) -> Option<A>) -> Self {
        let mut others = Vec::new();
        for alternative in &catalogue.alternatives {
            if let Some(other) = ask(&alternative.catalogue).filter(|other| *other != answer) {
                let (reading, value) = (alternative.interpretation.clone(), alternative.value.clone());
                others.push(AlternativeAnswer { reading, other: value, answer: other });
            }
        }
        Self { answer, others }
    }

    /// Each reading that the answer leans on, once, by the first of its other values.
    pub fn leans_on(&self) -> impl Iterator<Item = &AlternativeAnswer<A>> {
        let others = self.others.iter().enumerate();
        others
            .filter(|(index, other)| !self.others.iter().take(*index).any(|known| known.reading == other.reading))
            .map(|(_, other)| other)
    }
}
