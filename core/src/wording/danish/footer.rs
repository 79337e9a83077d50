//! Which words does Danish have for what the answers rest on?

use crate::wording::Sentence;
use crate::wording::footer::FooterWords;

pub(super) const FOOTER: FooterWords = FooterWords {
    other_reading: Sentence::new("{0}: Vi læser aftalen som »{1}«. Med »{2}« bliver svaret: {3}."),
    section: "Aftalens afsnit",
    computed_for: Sentence::new("Beregnet i din browser for {0}, dansk tid."),
    shown_time: Sentence::new("Du ser {0} – ikke nu."),
    data_version: Sentence::new("Aftaledata {0}. Gennemgås igen senest {1}."),
    review_overdue: Sentence::new(
        "Aftaledata skulle være gennemgået igen senest {0}. Telefonnummeret gælder stadig: {1}, tast {2}.",
    ),
};
