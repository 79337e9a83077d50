//! How is told what another reading of the sheet would answer?

use super::{Messages, Sentence, set};
use crate::Text;
use crate::answers::AlternativeAnswer;

/// The words for readings.
#[cfg_attr(test, derive(Debug))]
pub(super) struct ReadingWords {
    /// What a reading decides, its value in force, another value, what that would answer.
    pub other_reading: Sentence<4>,
    /// Before the sheet's section.
    pub section: &'static str,
}

impl Messages {
    /// What another reading would answer; `answer` is that answer in words.
    pub fn other_reading<A>(&self, other: &AlternativeAnswer<A>, answer: &str) -> String {
        self.reading([&other.interpretation.about, &other.interpretation.value.text, &other.value.text], answer)
    }

    // Apart from the above, which is compiled once for each kind of answer.
    fn reading(&self, texts: [&Text; 3], answer: &str) -> String {
        let [about, in_force, other] = texts.map(|text| self.text(text));
        self.readings.other_reading.with([&about, &in_force, &other, answer])
    }

    /// Which section of the sheet a reading is about: what stands before it, and its name in quotation
    /// marks, which is Danish in every language, as the sheet is.
    pub fn section(&self, section: &str) -> (&'static str, String) {
        (self.readings.section, set(&format!("»{section}«")))
    }
}
