//! Could the sheet, read otherwise, give another answer?

use crate::Text;
use crate::agreement::Catalogue;

/// What another value of one reading answers.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherReading<A> {
    /// The reading's name in the data.
    pub reading: String,
    /// What the reading decides.
    pub about: Text,
    /// The section of the sheet that it reads.
    pub section: String,
    /// What the value in force means.
    pub in_force: Text,
    /// What the other value means.
    pub other: Text,
    /// What it would answer.
    pub answer: A,
}

/// An answer, and those of other readings where they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked<A> {
    /// In the readings in force.
    pub answer: A,
    /// One other reading at a time.
    pub others: Vec<OtherReading<A>>,
}

impl<A: PartialEq> Asked<A> {
    /// Asks the catalogue, and then each of its alternatives the same question. An alternative that has
    /// no answer says nothing.
    pub fn of(catalogue: &Catalogue, ask: impl Fn(&Catalogue) -> Option<A>) -> Option<Self> {
        Some(Self::otherwise(catalogue, ask(catalogue)?, ask))
    }

    /// The same where the answer in the readings in force is known already.
    pub fn otherwise(catalogue: &Catalogue, answer: A, ask: impl Fn(&Catalogue) -> Option<A>) -> Self {
        let others = catalogue.other_readings(&answer, ask);
        let others = others.into_iter().map(|(alternative, answer)| OtherReading {
            reading: alternative.reading.id.clone(),
            about: alternative.reading.about.clone(),
            section: alternative.reading.section.clone(),
            in_force: alternative.reading.value.text.clone(),
            other: alternative.value.text.clone(),
            answer,
        });
        Self { others: others.collect(), answer }
    }
}
