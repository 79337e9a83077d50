//! Which words does Danish have for calendars?

use crate::messages::calendars::CalendarWords;
use crate::messages::{Language, Sentence};

pub(in crate::messages) static CALENDARS: CalendarWords = CalendarWords {
    language: Language::Danish,
    windows: "AURA: servicevinduer",
    windows_file: "aura-servicevinduer.ics",
    support: "AURA: telefontider",
    support_file: "aura-telefontider.ics",
    announcements: "AURA: varslet arbejde",
    announcements_file: "aura-varslet-arbejde.ics",
    reminder: "AURA: påmindelse om at ringe",
    reminder_file: "aura-ring.ics",
    take_windows: "Føj servicevinduer til kalender",
    take_hours: "Føj telefontider til kalender",
    take_announcements: "Føj alle til kalender",
    take_announcement: "Føj til kalender",
    remind: Sentence::new("Mind mig om at ringe {0}"),
    window: "Servicevindue hos AURA",
    only_possible: "Et servicevindue er et muligt tidsrum for arbejde på nettet. Det er ikke en varsling.",
    noticed_at: "Det sker på aura.dk.",
    open_phone: Sentence::new("Åben telefon hos AURA: {0}"),
    number: Sentence::new("Ring {0}. {1}"),
    hours: Sentence::new("Telefontid: {0}."),
    work: Sentence::new("{0} hos AURA: {1}"),
    cancelled_work: Sentence::new("Aflyst: {0} hos AURA: {1}"),
    moved_from: Sentence::new("Flyttet fra {0}."),
    update: Sentence::new("{0}: {1}"),
    call: Sentence::new("Ring til {0}: {1}"),
    by_mobile: "Ring fra en mobil: En telefon på samme forbindelse kan også være nede.",
    reading: Sentence::new("Fortolkning: {0}: {1}."),
    data: Sentence::new("Aftaledata {0}."),
};
