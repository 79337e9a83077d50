//! Which fixed words stand on the page in Danish?

use crate::messages::{Labels, PanelLabels};

pub(super) const LABELS: Labels = Labels {
    picker: "Hvilken aftale har du?",
    compare: "Sammenlign",
    picker_hint: "Vælg, så viser vi kun din aftale. Er du i tvivl, så se i din kontrakt, eller spørg Erhverv Support.",
    show_now: "Vis nu",
    right_now: "Lige nu",
    call: "Ring",
    copy_number: "Kopiér telefonnummeret",
    copied: "Kopieret",
    call_from_mobile: "Er forbindelsen nede, så ring fra mobil.",
    response: "Hvornår sker der noget?",
    response_means: "Fristen siger, hvornår AURA senest er gået i gang – ikke hvornår fejlen er rettet, eller teknikeren er fremme.",
    started_by: "AURA skal være gået i gang senest",
    reading: "fortolkning",
    account: "Sådan er det regnet ud",
    details_missing: "Åbningstider, vedligehold og udregninger kunne ikke hentes. Fristerne og telefonnummeret ovenfor gælder stadig.",
    try_again: "Prøv igen",
};

pub(in crate::messages) static PANEL_LABELS: PanelLabels = PanelLabels {
    hours: "Åbningstider",
    hours_means: "Telefonens åbningstider i dansk tid.",
    day: "Dag",
    holidays: "Kommende helligdage",
    maintenance: "Vedligehold",
    windows: "Næste servicevinduer",
    window_means: "Et servicevindue er en mulighed, ikke en plan. Planlagt arbejde varsles så vidt muligt på aura.dk.",
    coverage: "Hvad dækker aftalen?",
    covered: "AURA dækker",
    customer_pays: "Du betaler selv",
    not_stated: "Det siger aftalen ikke",
};
