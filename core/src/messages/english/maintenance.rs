//! Which words does English have for maintenance?

use crate::messages::{Language, MaintenanceWords, Sentence};

pub(in crate::messages) static MAINTENANCE: MaintenanceWords = MaintenanceWords {
    language: Language::English,
    under_way: "Under way",
    notice_possible: "Notice still possible",
    notice_past: "Notice deadline passed",
    notice_by: "Notice of work is given, as far as possible, by",
    notice_was_by: "Notice of work was to be given, as far as possible, by",
    no_window: "no maintenance window that day",
    by: Sentence::new("by {0}"),
    preventive: Sentence::new(
        "Preventive maintenance is possible, too: {0}. It comes without notice, happens only in unforeseen situations and as a rule interrupts the connection for {1} at most.",
    ),
    notice_rule: Sentence::new("As far as possible, notice of work is given at least {0} working days ahead."),
};
