//! Messages about who pays for a call-out.

use super::Language;
use super::message::{Label, label};
use crate::answers::Payer;

pub const WHO_PAYS: Label = label("Hvem betaler for tilkaldet?", "Who pays for the call-out?");
pub const ON_CONNECTION: Label =
    label("Er fejlen på forbindelsen fra AURA til dig?", "Is the fault on the connection from AURA to you?");
pub const IN_AURAS_EQUIPMENT: Label =
    label("Er fejlen i udstyr, som AURA har leveret?", "Is the fault in equipment that AURA delivered?");
pub const FREE_ACCESS: Label = label("Har teknikeren fri adgang?", "Does the technician have free access?");
pub const YES: Label = label("Ja", "Yes");
pub const NO: Label = label("Nej", "No");

const AGREEMENT_PAYS: Label = label("Aftalen dækker tilkaldet.", "The agreement covers the call-out.");
const CUSTOMER_PAYS: Label = label("Du betaler selv tilkaldet.", "You pay for the call-out.");
const COVERED: Label = label(
    "Forbindelsen og det udstyr, AURA har leveret, er omfattet.",
    "The connection and the equipment that AURA delivered are included.",
);
const OWN_FAULT: Label = label(
    "Fejl i dit eget netværk eller udstyr er ikke omfattet.",
    "Faults in your own network or equipment are not included.",
);
const NO_ACCESS: Label = label(
    "Det gælder, når teknikeren ikke har fri adgang, uanset hvor fejlen er.",
    "This holds when the technician has no free access, wherever the fault is.",
);

/// Who pays, and why.
pub const fn payer(language: Language, payer: Payer) -> (&'static str, &'static str) {
    let (pays, why) = match payer {
        Payer::Covered => (AGREEMENT_PAYS, COVERED),
        Payer::CustomerForOwnFault => (CUSTOMER_PAYS, OWN_FAULT),
        Payer::CustomerForNoAccess => (CUSTOMER_PAYS, NO_ACCESS),
    };
    (pays.get(language), why.get(language))
}
