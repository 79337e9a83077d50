//! How is told what the answers rest on?

use super::{Sentence, Wording, set};
use crate::Text;
use crate::answer::{DataState, OtherReading};
use crate::calendar::Timestamp;

/// The words for what the answers rest on.
#[cfg_attr(test, derive(Debug))]
pub(super) struct FooterWords {
    /// What a reading decides, its value in force, another value, what that would answer.
    pub other_reading: Sentence<4>,
    /// Before the sheet's section.
    pub section: &'static str,
    /// The moment.
    pub computed_for: Sentence<1>,
    /// The moment.
    pub shown_time: Sentence<1>,
    /// The version and the day of review.
    pub data_version: Sentence<2>,
    /// The day of review, the number to call and the key to press.
    pub review_overdue: Sentence<3>,
}

impl Wording {
    /// What another reading would answer; `answer` is that answer in words.
    pub fn other_reading<A>(&self, other: &OtherReading<A>, answer: &str) -> String {
        self.reading([&other.reading.about, &other.reading.value.text, &other.other.text], answer)
    }

    // Apart from the above, which is compiled once for each kind of answer.
    fn reading(&self, texts: [&Text; 3], answer: &str) -> String {
        let [about, in_force, other] = texts.map(|text| self.text(text));
        self.footer.other_reading.with([&about, &in_force, &other, answer])
    }

    /// Which section of the sheet a reading is about: what stands before it, and its name in quotation
    /// marks, which is Danish in every language, as the sheet is.
    pub fn section(&self, section: &str) -> (&'static str, String) {
        (self.footer.section, set(&format!("»{section}«")))
    }

    /// What the answers were computed for.
    pub fn computed_for(&self, now: Timestamp) -> String {
        self.footer.computed_for.with([&self.full_date_time(now)])
    }

    /// That the shown time is not the real one.
    pub fn shown_time(&self, now: Timestamp) -> String {
        self.footer.shown_time.with([&self.full_date_time(now)])
    }

    /// Which data the answers rest on.
    pub fn data_version(&self, data: &DataState) -> String {
        self.footer.data_version.with([&data.version, &self.date_with_year(data.review_by)])
    }

    /// That the data should have been checked.
    pub fn review_overdue(&self, data: &DataState) -> String {
        let (by, contact) = (self.date_with_year(data.review_by), &data.contact);
        self.footer.review_overdue.with([&by, &contact.phone_shown, &contact.press])
    }
}
