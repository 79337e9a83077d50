//! Which words does English have for calendars?

use crate::messages::calendars::CalendarWords;
use crate::messages::{Language, Sentence};

pub(in crate::messages) static CALENDARS: CalendarWords = CalendarWords {
    language: Language::English,
    windows: "AURA: maintenance windows",
    windows_file: "aura-maintenance-windows.ics",
    support: "AURA: phone hours",
    support_file: "aura-phone-hours.ics",
    announcements: "AURA: announced work",
    announcements_file: "aura-announced-work.ics",
    reminder: "AURA: reminder to call",
    reminder_file: "aura-call.ics",
    take_windows: "Add maintenance windows to calendar",
    take_hours: "Add phone hours to calendar",
    take_announcements: "Add all to calendar",
    take_announcement: "Add to calendar",
    remind: Sentence::new("Remind me to call {0}"),
    window: "Maintenance window at AURA",
    only_possible: "A maintenance window is a time in which work on the network is possible. It is not an announcement.",
    noticed_at: "That happens on aura.dk.",
    open_phone: Sentence::new("Phone open at AURA: {0}"),
    number: Sentence::new("Call {0}. {1}"),
    hours: Sentence::new("Phone hours: {0}."),
    work: Sentence::new("{0} at AURA: {1}"),
    cancelled_work: Sentence::new("Cancelled: {0} at AURA: {1}"),
    moved_from: Sentence::new("Moved from {0}."),
    update: Sentence::new("{0}: {1}"),
    call: Sentence::new("Call {0}: {1}"),
    by_mobile: "Call from a mobile: a phone over the same connection may be down, too.",
    reading: Sentence::new("Interpretation: {0}: {1}."),
    data: Sentence::new("Agreement data {0}."),
};
