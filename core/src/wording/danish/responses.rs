//! Which words does Danish have for response deadlines?

use crate::wording::responses::ResponseWords;
use crate::wording::{Emphasised, Sentence};

pub(super) const RESPONSES: ResponseWords = ResponseWords {
    remote: "Kan rettes fra driftscentralen",
    on_site: "Kræver tekniker",
    response_time: Sentence::new("Reaktionstid {0}"),
    reported_now: "Hvis fejlen meldes nu:",
    reported: Sentence::new("Fejlen er meldt {0}:"),
    to_be_reported: Sentence::new("Hvis fejlen meldes {0}:"),
    remote_passed: Emphasised::new(
        "Fristen for driftscentralen er passeret.",
        "Er AURA ikke i gang, så ring {0} og tast {1}.",
    ),
    on_site_passed: Emphasised::new(
        "Fristen for tekniker er passeret.",
        "Er AURA ikke i gang, så ring {0} og tast {1}.",
    ),
    phone_opens: Emphasised::new("Telefonen er lukket.", "Du kan melde fejlen fra {0}."),
    same_deadlines: Emphasised::new("Fristen er den samme,", "om du melder fejlen {0} eller {1}."),
    now: "nu",
    work_from: Emphasised::new(
        "Arbejde på stedet kan først ske fra {0}.",
        "Fejlretning sker {1}, og fristen {2} ligger uden for den tid.",
    ),
    clock_forward: Emphasised::new("Natten er {0} kortere.", "Uret stilles frem. Reaktionstiden er virkelige timer."),
    clock_back: Emphasised::new("Natten er {0} længere.", "Uret stilles tilbage. Reaktionstiden er virkelige timer."),
    until_done: Emphasised::new("Derefter arbejder AURA uafbrudt,", "til fejlen er rettet – også på helligdage."),
    repair_hours: Emphasised::new("Fejlen rettes {0}", "og arbejdet genoptages næste hverdag, til den er rettet."),
    status_updates: Emphasised::new("Du får løbende status", "og en klarmelding, når fejlen er rettet."),
};
