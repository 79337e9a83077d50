//! Which words does English have for what the answers rest on?

use crate::wording::Sentence;
use crate::wording::footer::FooterWords;

pub(super) const FOOTER: FooterWords = FooterWords {
    other_reading: Sentence::new("{0}: we read the agreement as “{1}”. With “{2}” the answer is: {3}."),
    section: "The agreement's section",
    computed_for: Sentence::new("Calculated in your browser for {0}, Danish time."),
    shown_time: Sentence::new("You are seeing {0} – not now."),
    data_version: Sentence::new("Agreement data {0}. To be reviewed by {1}."),
    review_overdue: Sentence::new(
        "The agreement data should have been reviewed by {0}. The phone number still holds: {1}, press {2}.",
    ),
};
