//! Which words does English have for what the answers rest on?

use crate::messages::{FooterWords, Language, Sentence};

pub(in crate::messages) static FOOTER: FooterWords = FooterWords {
    language: Language::English,
    guidance: "For guidance only – the text of the agreement applies.",
    computed_for: Sentence::new("Calculated in your browser for {0}, Danish time."),
    data_version: Sentence::new("Agreement data {0}. To be reviewed by {1}."),
    perhaps_old: "The times may be out of date",
    review_overdue: Sentence::new(
        "The agreement data should have been reviewed by {0}. The phone number still holds: {1}, press {2}.",
    ),
};
