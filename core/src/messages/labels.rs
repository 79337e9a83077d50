//! Labels of the page that do not depend on the answers.

use super::message::{Label, label};

// Above the panels.
pub const PICKER: Label = label("Hvilken aftale har du?", "Which agreement do you have?");
pub const COMPARE: Label = label("Sammenlign", "Compare");
pub const PICKER_HINT: Label = label(
    "Vælg, så viser vi kun din aftale. Er du i tvivl, så se i din kontrakt, eller spørg Erhverv Support.",
    "Choose one, and we show yours alone. If you are in doubt, see your contract or ask Erhverv Support.",
);
/// The button that ends a simulated time.
pub const SHOW_NOW: Label = label("Vis nu", "Show now");

// Phone lines.
pub const RIGHT_NOW: Label = label("Lige nu", "Right now");
pub const CALL: Label = label("Ring", "Call");
pub const COPY_NUMBER: Label = label("Kopiér telefonnummeret", "Copy the phone number");
pub const COPIED: Label = label("Kopieret", "Copied");
pub const CALL_FROM_MOBILE: Label =
    label("Er forbindelsen nede, så ring fra mobil.", "If the connection is down, call from a mobile phone.");

// Response deadlines.
pub const RESPONSE: Label = label("Hvornår sker der noget?", "When will something happen?");
pub const RESPONSE_EXPLANATION: Label = label(
    "Fristen siger, hvornår AURA senest er gået i gang – ikke hvornår fejlen er rettet, eller teknikeren er fremme.",
    "The deadline says by when AURA has started – not when the fault is repaired or the technician is there.",
);
/// Before a deadline.
pub const STARTED_BY: Label = label("AURA skal være gået i gang senest", "AURA must have started by");
/// Marks an answer that depends on an interpretation.
pub const INTERPRETATION: Label = label("fortolkning", "interpretation");
pub const ACCOUNT: Label = label("Sådan er det regnet ud", "How this was calculated");

// Shown if the second wasm cannot be fetched.
pub const DETAILS_MISSING: Label = label(
    "Åbningstider, vedligehold og udregninger kunne ikke hentes. Fristerne og telefonnummeret ovenfor gælder stadig.",
    "Opening hours, maintenance and calculations could not be fetched. The deadlines and the telephone number above still hold.",
);
pub const TRY_AGAIN: Label = label("Prøv igen", "Try again");

// Opening hours.
pub const HOURS: Label = label("Åbningstider", "Opening hours");
pub const HOURS_EXPLANATION: Label =
    label("Telefonens åbningstider i dansk tid.", "The phone's opening hours in Danish time.");
pub const DAY: Label = label("Dag", "Day");
pub const HOLIDAYS: Label = label("Kommende helligdage", "Coming public holidays");

// Maintenance windows.
pub const MAINTENANCE: Label = label("Vedligehold", "Maintenance");
pub const WINDOWS: Label = label("Næste servicevinduer", "Next maintenance windows");
pub const WINDOW_EXPLANATION: Label = label(
    "Et servicevindue er en mulighed, ikke en plan. Planlagt arbejde varsles så vidt muligt på aura.dk.",
    "A maintenance window is a possibility, not a plan. Notice of planned work is given on aura.dk as far as possible.",
);

// Coverage.
pub const COVERAGE: Label = label("Hvad dækker aftalen?", "What does the agreement cover?");
pub const COVERED: Label = label("AURA dækker", "AURA covers");
pub const CUSTOMER_PAYS: Label = label("Du betaler selv", "You pay");
pub const NOT_STATED: Label = label("Det siger aftalen ikke", "The agreement does not say");
