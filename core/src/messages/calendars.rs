//! Texts of the calendar files and of the buttons that save them.

use std::rc::Rc;

use super::message::{Label, Message, label, message};
use super::{Language, announcements, channels, footer, hours, maintenance, text, times};
use crate::agreement::{Catalogue, Channel, Contact, Interpretation, Maintenance};
use crate::answers::HoursColumn;
use crate::calendar::WeeklySchedule;
use crate::notices::{Announcement, WorkStatus};
use crate::time::Timestamp;

pub const WINDOWS: Label = label("AURA: servicevinduer", "AURA: maintenance windows");
pub const WINDOWS_FILE: Label = label("aura-servicevinduer.ics", "aura-maintenance-windows.ics");
pub const SUPPORT: Label = label("AURA: telefontider", "AURA: phone hours");
pub const SUPPORT_FILE: Label = label("aura-telefontider.ics", "aura-phone-hours.ics");
pub const ANNOUNCEMENTS: Label = label("AURA: varslet arbejde", "AURA: announced work");
pub const ANNOUNCEMENTS_FILE: Label = label("aura-varslet-arbejde.ics", "aura-announced-work.ics");
pub const REMINDER: Label = label("AURA: påmindelse om at ringe", "AURA: reminder to call");
pub const REMINDER_FILE: Label = label("aura-ring.ics", "aura-call.ics");
pub const TAKE_WINDOWS: Label = label("Føj servicevinduer til kalender", "Add maintenance windows to calendar");
pub const TAKE_HOURS: Label = label("Føj telefontider til kalender", "Add phone hours to calendar");
pub const TAKE_ANNOUNCEMENTS: Label = label("Føj alle til kalender", "Add all to calendar");
pub const TAKE_ANNOUNCEMENT: Label = label("Føj til kalender", "Add to calendar");
/// The summary of each maintenance window.
pub const WINDOW: Label = label("Servicevindue hos AURA", "Maintenance window at AURA");

const REMIND: Message<1> = message("Mind mig om at ringe {0}", "Remind me to call {0}");

/// The button that saves a reminder: `Mind mig om at ringe i morgen kl. 8.00`.
pub fn remind(language: Language, opens: Timestamp, now: Timestamp) -> String {
    REMIND.format(language, [&times::moment(language, opens, now)])
}

const ONLY_POSSIBLE: Label = label(
    "Et servicevindue er et muligt tidsrum for arbejde på nettet. Det er ikke en varsling.",
    "A maintenance window is a time in which work on the network is possible. It is not an announcement.",
);
const NOTICED_AT: Label = label("Det sker på aura.dk.", "That happens on aura.dk.");

/// The description of a maintenance window. `version` is that of the agreement data.
pub fn about_window(
    language: Language,
    maintenance: &Maintenance,
    version: &str,
    interpretations: &[Rc<Interpretation>],
) -> String {
    let days = maintenance.notice_period.working_days.to_string();
    let notice = maintenance::NOTICE_RULE.format(language, [&days]);
    let mut lines = vec![
        ONLY_POSSIBLE.get(language).to_owned(),
        [&notice, " ", NOTICED_AT.get(language)].concat(),
        text(language, &maintenance.purpose),
    ];
    add_grounds(language, &mut lines, version, interpretations);
    lines.join("\n")
}

const OPEN_PHONE: Message<1> = message("Åben telefon hos AURA: {0}", "PhoneState open at AURA: {0}");

/// The summary of phone hours: `Åben telefon hos AURA: Fejlmelding · Erhverv Basis`.
pub fn open_phone(language: Language, column: &HoursColumn) -> String {
    OPEN_PHONE.format(language, [&hours::column(language, column)])
}

const HOURS: Message<1> = message("Telefontid: {0}.", "PhoneState hours: {0}.");

/// The description of phone hours. `version` is that of the agreement data.
pub fn about_phone(
    language: Language,
    contact: &Contact,
    weekly: &WeeklySchedule,
    version: &str,
    interpretations: &[Rc<Interpretation>],
) -> String {
    let hours = HOURS.format(language, [&hours::weekly(language, weekly)]);
    let mut lines = vec![number(language, contact), hours];
    add_grounds(language, &mut lines, version, interpretations);
    lines.join("\n")
}

const WORK: Message<2> = message("{0} hos AURA: {1}", "{0} at AURA: {1}");
const CANCELLED_WORK: Message<2> = message("Aflyst: {0} hos AURA: {1}", "Cancelled: {0} at AURA: {1}");

/// The summary of announced work: `Planlagt arbejde hos AURA: Udskiftning af udstyr`.
pub fn work(language: Language, announcement: &Announcement) -> String {
    let summary = if announcement.status == WorkStatus::Cancelled { CANCELLED_WORK } else { WORK };
    let kind = announcements::kind(language, announcement.kind);
    summary.format(language, [kind, &text(language, &announcement.what)])
}

const MOVED_FROM: Message<1> = message("Flyttet fra {0}.", "Moved from {0}.");
const UPDATE: Message<2> = message("{0}: {1}", "{0}: {1}");

/// The description of announced work. A calendar is read on any day, so no time in it is relative to today.
pub fn about_work(language: Language, announcement: &Announcement, catalogue: &Catalogue) -> String {
    let mut lines = Vec::new();
    if let Some(moved) = &announcement.moved {
        lines.push(MOVED_FROM.format(language, [&times::full_date_time(language, moved.from)]));
    }
    lines.extend(announcements::downtime(language, announcement));
    lines.push(announcements::places(language, announcement));
    lines.extend(announcements::agreements(language, announcement, catalogue));
    for update in &announcement.updates {
        let at = times::full_date_time(language, update.at);
        lines.push(UPDATE.format(language, [&at, &text(language, &update.text)]));
    }
    lines.join("\n")
}

const CALL: Message<2> = message("Ring til {0}: {1}", "Call {0}: {1}");

/// The summary of a reminder: `Ring til Erhverv Support: fejlmelding`.
pub fn call(language: Language, contact: &Contact, channel: Channel) -> String {
    CALL.format(language, [&contact.name, channels::within_sentence(language, channel)])
}

const BY_MOBILE: Label = label(
    "Ring fra en mobil: En telefon på samme forbindelse kan også være nede.",
    "Call from a mobile: a phone over the same connection may be down, too.",
);

/// The description of a reminder.
pub fn about_call(language: Language, contact: &Contact) -> String {
    [&number(language, contact), "\n", BY_MOBILE.get(language)].concat()
}

const NUMBER: Message<2> = message("Ring {0}. {1}", "Call {0}. {1}");

fn number(language: Language, contact: &Contact) -> String {
    NUMBER.format(language, [&contact.phone_shown, &channels::once_connected(language, contact)])
}

const INTERPRETATION: Message<2> = message("Fortolkning: {0}: {1}.", "Interpretation: {0}: {1}.");
const DATA: Message<1> = message("Aftaledata {0}.", "Agreement data {0}.");

fn add_grounds(language: Language, lines: &mut Vec<String>, version: &str, interpretations: &[Rc<Interpretation>]) {
    for interpretation in interpretations {
        let (about, value) = (&interpretation.about, &interpretation.value.text);
        let texts = [&*text(language, about), &*text(language, value)];
        lines.push(INTERPRETATION.format(language, texts));
    }
    lines.push([footer::GUIDANCE.get(language), " ", &DATA.format(language, [version])].concat());
}
