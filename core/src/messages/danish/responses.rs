//! Which words does Danish have for response deadlines?

use crate::messages::responses::ResponseWords;
use crate::messages::{Emphasised, Sentence};

pub(super) const RESPONSES: ResponseWords = ResponseWords {
    remote: "Kan rettes fra driftscentralen",
    on_site: "Kræver tekniker",
    response_time: Sentence::new("Reaktionstid {0}"),
    reported_now: "Hvis fejlen meldes nu:",
    reported: Sentence::new("Fejlen er meldt {0}:"),
    to_be_reported: Sentence::new("Hvis fejlen meldes {0}:"),
    remote_passed: Emphasised::new(
        "Fristen er passeret for fejl, der kan rettes fra driftscentralen.",
        "Er AURA ikke gået i gang, så ring {0} og tast {1}.",
    ),
    on_site_passed: Emphasised::new(
        "Fristen er passeret for fejl, der kræver tekniker.",
        "Er AURA ikke gået i gang, så ring {0} og tast {1}.",
    ),
    phone_opens: Emphasised::new("Telefonen er lukket.", "Du kan melde fejlen, når den åbner {0}."),
    phone_opens_then: Emphasised::new(
        "Telefonen er lukket på det tidspunkt.",
        "Du kan melde fejlen, når den åbner {0}.",
    ),
    same_deadlines: Emphasised::new("Fristen er den samme,", "om du melder fejlen {0} eller {1}."),
    now: "nu",
    work_from: Emphasised::new(
        "Arbejde på stedet kan vente til {0}.",
        "Fejl rettes {1}, og fristen {2} ligger uden for det tidsrum.",
    ),
    clock_forward: Emphasised::new(
        "Natten er {0} kortere.",
        "Uret stilles frem, men reaktionstiden tælles i virkelige timer.",
    ),
    clock_back: Emphasised::new(
        "Natten er {0} længere.",
        "Uret stilles tilbage, men reaktionstiden tælles i virkelige timer.",
    ),
    until_done: Emphasised::new("Derefter arbejder AURA uafbrudt,", "til fejlen er rettet – også på helligdage."),
    repair_hours: Emphasised::new(
        "Fejl rettes {0}.",
        "Er fejlen ikke rettet samme dag, genoptages arbejdet næste hverdag.",
    ),
    status_updates: Emphasised::new("Du får løbende status", "og en klarmelding, når fejlen er rettet."),
};
