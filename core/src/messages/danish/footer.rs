//! Which words does Danish have for what the answers rest on?

use crate::messages::{FooterWords, Language, Sentence};

pub(in crate::messages) static FOOTER: FooterWords = FooterWords {
    language: Language::Danish,
    guidance: "Vejledende – aftaleteksten gælder.",
    computed_for: Sentence::new("Beregnet i din browser for {0}, dansk tid."),
    data_version: Sentence::new("Aftaledata {0}. Gennemgås igen senest {1}."),
    perhaps_old: "Tiderne kan være forældede",
    review_overdue: Sentence::new(
        "Aftaledata skulle være gennemgået igen senest {0}. Telefonnummeret gælder stadig: {1}, tast {2}.",
    ),
};
