//! Which words does Danish have for maintenance?

use crate::messages::{Language, MaintenanceWords, Sentence};

pub(in crate::messages) static MAINTENANCE: MaintenanceWords = MaintenanceWords {
    language: Language::Danish,
    under_way: "Er i gang",
    notice_possible: "Kan varsles endnu",
    notice_past: "Varselsfristen er udløbet",
    notice_by: "Arbejde varsles så vidt muligt senest",
    notice_was_by: "Arbejde skulle så vidt muligt være varslet senest",
    no_window: "intet servicevindue den dag",
    by: Sentence::new("senest {0}"),
    preventive: Sentence::new(
        "Desuden kan der {0} være præventivt vedligehold. Det varsles ikke, sker kun ved uforudsete situationer og afbryder som regel forbindelsen i højst {1}.",
    ),
    notice_rule: Sentence::new("Arbejde varsles så vidt muligt mindst {0} arbejdsdage i forvejen."),
};
