//! How is told what the answers rest on?

use super::{Language, Messages, Sentence, danish, english};
use crate::answers::DataState;
use crate::time::Timestamp;

/// The words for what the answers rest on.
#[cfg_attr(test, derive(Debug))]
pub struct FooterWords {
    pub(super) language: Language,
    /// What goes for every answer.
    pub guidance: &'static str,
    /// The moment.
    pub(super) computed_for: Sentence<1>,
    /// The version and the day of review.
    pub(super) data_version: Sentence<2>,
    /// Before the warning about old data.
    pub(super) perhaps_old: &'static str,
    /// The day of review, the number to call and the key to press.
    pub(super) review_overdue: Sentence<3>,
}

/// How is told in that language what the answers rest on.
pub const fn footer(language: Language) -> &'static FooterWords {
    match language {
        Language::Danish => &danish::FOOTER,
        Language::English => &english::FOOTER,
    }
}

impl FooterWords {
    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// What the answers were computed for.
    pub fn computed_for(&self, now: Timestamp) -> String {
        self.computed_for.with([&self.say().full_date_time(now)])
    }

    /// Which data the answers rest on.
    pub fn data_version(&self, data: &DataState) -> String {
        self.data_version.with([&data.version, &self.say().date_with_year(data.review_by)])
    }

    /// That the data should have been checked, in a strong beginning and the rest of it.
    pub fn review_overdue(&self, data: &DataState) -> (String, String) {
        let (by, contact) = (self.say().date_with_year(data.review_by), &data.contact);
        let rest = self.review_overdue.with([&by, &contact.phone_shown, &contact.press]);
        (self.perhaps_old.to_owned(), rest)
    }
}
