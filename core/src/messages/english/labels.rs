//! Which fixed words stand on the page in English?

use crate::messages::{Labels, PanelLabels};

pub(super) const LABELS: Labels = Labels {
    picker: "Which agreement do you have?",
    compare: "Compare",
    picker_hint: "Choose one, and we show yours alone. If you are in doubt, see your contract or ask Erhverv Support.",
    show_now: "Show now",
    right_now: "Right now",
    call: "Call",
    copy_number: "Copy the phone number",
    copied: "Copied",
    call_from_mobile: "If the connection is down, call from a mobile phone.",
    response: "When will something happen?",
    response_means: "The deadline says by when AURA has started – not when the fault is repaired or the technician is there.",
    started_by: "AURA must have started by",
    reading: "interpretation",
    account: "How this was calculated",
    details_missing: "Opening hours, maintenance and calculations could not be fetched. The deadlines and the telephone number above still hold.",
    try_again: "Try again",
};

pub(in crate::messages) static PANEL_LABELS: PanelLabels = PanelLabels {
    hours: "Opening hours",
    hours_means: "The phone's opening hours in Danish time.",
    day: "Day",
    holidays: "Coming public holidays",
    maintenance: "Maintenance",
    windows: "Next maintenance windows",
    window_means: "A maintenance window is a possibility, not a plan. Notice of planned work is given on aura.dk as far as possible.",
    coverage: "What does the agreement cover?",
    covered: "AURA covers",
    customer_pays: "You pay",
    not_stated: "The agreement does not say",
};
