//! Which words does Danish have for comparisons?

use crate::messages::comparison::ComparisonWords;
use crate::messages::{Language, Sentence};

pub(in crate::messages) static COMPARISON: ComparisonWords = ComparisonWords {
    language: Language::Danish,
    comparison: "Sammenligning",
    then_works: "Derefter arbejder AURA",
    status_updates: "Løbende status og klarmelding",
    phone_now: "Fejlmelding på telefon nu",
    email: "Fejlmelding på e-mail",
    case: Sentence::new("{0}:"),
    with: Sentence::new("Med {0} er AURA i gang "),
    sooner: " før.",
    sooner_than: Sentence::new(" før end med {0}."),
    in_hours: Sentence::new("Der er {0} mellem fristerne."),
    both_at_once: "Fristen er den samme med begge aftaler.",
    all_at_once: "Fristen er den samme med alle aftaler.",
    until_done: "uafbrudt, til fejlen er rettet",
    yes: "ja",
    round_the_clock: "ja, døgnet rundt",
    not_in_the_agreement: "står ikke i aftalen",
};
