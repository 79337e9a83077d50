//! Which words does English have for readings of the sheet?

use crate::wording::Sentence;
use crate::wording::readings::ReadingWords;

pub(super) const READINGS: ReadingWords = ReadingWords {
    other_reading: Sentence::new("{0}: we read the agreement as “{1}”. With “{2}” the answer is: {3}."),
    section: "The agreement's section",
};
