//! Messages about the differences between agreements.

use super::message::{Label, Message, label, message};
use super::{Language, hours, responses, times};
use crate::agreement::ServiceMode;
use crate::answers::{Comparison, DeadlineDifference, Lead, RepairPace};

pub const COMPARISON: Label = label("Sammenligning", "Comparison");
pub const THEN_WORKS: Label = label("Derefter arbejder AURA", "From then on AURA works");
pub const STATUS_UPDATES: Label = label("Løbende status og klarmelding", "Status updates and all-clear");
pub const PHONE_NOW: Label = label("Fejlmelding på telefon nu", "Fault reports by phone now");
pub const EMAIL: Label = label("Fejlmelding på e-mail", "Fault reports by e-mail");

const DIFFERENCE_IN: Message<1> = message("{0}:", "{0}:");

/// `Kræver tekniker:`.
pub fn difference_in(language: Language, response: ServiceMode) -> String {
    DIFFERENCE_IN.format(language, [responses::response(language, response)])
}

const WITH: Message<1> = message("Med {0} er AURA i gang ", "With {0}, AURA starts ");
const SOONER: Label = label(" før.", " sooner.");
const SOONER_THAN: Message<1> = message(" før end med {0}.", " sooner than with {0}.");
const BOTH_AT_ONCE: Label =
    label("Fristen er den samme med begge aftaler.", "The deadline is the same with both agreements.");
const ALL_AT_ONCE: Label =
    label("Fristen er den samme med alle aftaler.", "The deadline is the same with all agreements.");

/// `Med Pro er AURA i gang `, `3 dage og 22 timer`, ` før.`
///
/// If the deadlines are the same, the first part says so and the others are empty.
pub fn difference(language: Language, difference: &DeadlineDifference, comparison: &Comparison) -> [String; 3] {
    let two = comparison.agreements.len() == 2;
    match difference.lead {
        Lead::None => {
            let at_once = if two { BOTH_AT_ONCE } else { ALL_AT_ONCE };
            [at_once.get(language).to_owned(), String::new(), String::new()]
        }
        Lead::By { soonest, latest, seconds } => {
            let sooner = if two { SOONER.get(language).to_owned() } else { SOONER_THAN.format(language, [latest]) };
            [WITH.format(language, [soonest]), times::duration(language, seconds), sooner]
        }
    }
}

const IN_HOURS: Message<1> = message("Der er {0} mellem fristerne.", "The deadlines are {0} apart.");

/// `Der er 94 timer mellem fristerne.`, for a difference that [`difference`] states in days.
pub fn in_hours(language: Language, difference: &DeadlineDifference) -> Option<String> {
    match difference.lead {
        Lead::By { seconds: seconds @ 86_400.., .. } => {
            Some(IN_HOURS.format(language, [&times::hours_and_minutes(language, seconds)]))
        }
        Lead::By { .. } | Lead::None => None,
    }
}

const UNTIL_DONE: Label = label("uafbrudt, til fejlen er rettet", "without a break until the fault is repaired");

/// When AURA works on a repair.
pub fn repair_pace(language: Language, pace: RepairPace) -> String {
    match pace {
        RepairPace::UntilDone => UNTIL_DONE.get(language).to_owned(),
        RepairPace::Within(hours) => hours::weekly(language, hours),
    }
}

const YES: Label = label("ja", "yes");
const ROUND_THE_CLOCK: Label = label("ja, døgnet rundt", "yes, round the clock");
const NOT_IN_THE_AGREEMENT: Label = label("står ikke i aftalen", "not in the agreement");

/// Whether the agreement promises status updates.
pub const fn has_status_updates(language: Language, promised: bool) -> &'static str {
    if promised { YES } else { NOT_IN_THE_AGREEMENT }.get(language)
}

/// Whether the agreement promises that faults can be reported by e-mail.
pub const fn takes_email(language: Language, promised: bool) -> &'static str {
    if promised { ROUND_THE_CLOCK } else { NOT_IN_THE_AGREEMENT }.get(language)
}
