//! Which words does English have for readings of the sheet?

use crate::messages::Sentence;
use crate::messages::interpretations::ReadingWords;

pub(super) const READINGS: ReadingWords = ReadingWords {
    other_reading: Sentence::new("{0}: we read the agreement as “{1}”. With “{2}” the answer is: {3}."),
    section: "The agreement's section",
};
