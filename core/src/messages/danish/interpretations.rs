//! Which words does Danish have for readings of the sheet?

use crate::messages::Sentence;
use crate::messages::interpretations::ReadingWords;

pub(super) const READINGS: ReadingWords = ReadingWords {
    other_reading: Sentence::new("{0}: Vi læser aftalen som »{1}«. Med »{2}« bliver svaret: {3}."),
    section: "Aftalens afsnit",
};
