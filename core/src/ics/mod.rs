//! iCalendar files (RFC 5545) of AURA's hours, maintenance windows and announcements.
//!
//! UIDs are stable, and revisions come from the data and not from a clock: importing a newer file replaces the events
//! of an older one.

mod announcements;
mod event;
mod request;
mod series;
mod writer;

use std::rc::Rc;

use chrono::NaiveDate;

pub use announcements::AnnouncementEvent;
pub use event::EventStatus;
pub use request::CalendarRequest;

use crate::agreement::{Agreement, Catalogue, Channel, Interpretation};
use crate::answers::HoursColumn;
use crate::calendar::WorkingCalendar;
use crate::messages::{Language, calendars};
use crate::time::Timestamp;
use event::{EventProperties, Revision};
use series::recurring;
use writer::IcsWriter;

/// The length of the event of a call reminder.
const CALL_SECONDS: i64 = 15 * 60;

/// A calendar to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// The file name.
    pub name: &'static str,
    /// The content: `text/calendar` in UTF-8.
    pub text: String,
}

/// The calendar of maintenance windows, from that date to the end of 2035.
pub fn service_window(catalogue: &Catalogue, from: NaiveDate, language: Language) -> CalendarFile {
    let mut writer = IcsWriter::new(language, calendars::WINDOWS.get(language));
    let interpretations = relevant_interpretations(catalogue, from, |catalogue| Some(&catalogue.maintenance.windows));
    let properties = EventProperties {
        summary: calendars::WINDOW.get(language),
        description: &calendars::about_window(language, &catalogue.maintenance, &catalogue.version, &interpretations),
        status: Some(EventStatus::Tentative),
        url: None,
        revision: Revision::new(catalogue),
    };
    let until = last_date();
    writer.recurring("service-window", &properties, &recurring(&catalogue.maintenance.windows, from, until), until);
    CalendarFile { name: calendars::WINDOWS_FILE.get(language), text: writer.finish() }
}

/// The calendar of phone hours under these agreements of the catalogue, from that date to the end of 2035.
pub fn support_hours(
    catalogue: &Catalogue,
    agreements: &[&Agreement],
    from: NaiveDate,
    language: Language,
) -> CalendarFile {
    let mut writer = IcsWriter::new(language, calendars::SUPPORT.get(language));
    for channel in Channel::ALL {
        let mut written: Vec<&WorkingCalendar> = Vec::new();
        for agreement in agreements {
            let calendar = agreement.hours(channel);
            if !written.contains(&calendar) {
                written.push(calendar);
                write_phone_hours(&mut writer, catalogue, channel, agreement, from, language);
            }
        }
    }
    CalendarFile { name: calendars::SUPPORT_FILE.get(language), text: writer.finish() }
}

/// Writes the phone hours of a channel. Their events are the same in every file, so that a customer who imports two
/// files gets them once: their UID comes from the first agreement of the catalogue with these hours.
fn write_phone_hours(
    writer: &mut IcsWriter,
    catalogue: &Catalogue,
    channel: Channel,
    agreement: &Agreement,
    from: NaiveDate,
    language: Language,
) {
    let calendar = agreement.hours(channel);
    let mut sharing = Vec::new();
    for other in catalogue.agreements.iter().filter(|other| other.hours(channel) == calendar) {
        sharing.push(other.name.clone());
    }
    let first = catalogue.agreements.iter().find(|other| other.hours(channel) == calendar).unwrap_or(agreement);
    if sharing.len() == catalogue.agreements.len() {
        sharing.clear();
    }
    let interpretations =
        relevant_interpretations(catalogue, from, |catalogue| Some(catalogue.agreement(&first.id)?.hours(channel)));
    let properties = EventProperties {
        summary: &calendars::open_phone(language, &HoursColumn { channel, agreements: sharing }),
        description: &calendars::about_phone(
            language,
            &catalogue.contact,
            calendar.weekly(),
            &catalogue.version,
            &interpretations,
        ),
        status: None,
        url: None,
        revision: Revision::new(catalogue),
    };
    let until = last_date();
    writer.recurring(
        &[uid_part(channel), "-", &first.id].concat(),
        &properties,
        &recurring(calendar, from, until),
        until,
    );
}

/// The calendar of announced work.
pub fn announcements(events: &[AnnouncementEvent], language: Language) -> CalendarFile {
    let mut writer = IcsWriter::new(language, calendars::ANNOUNCEMENTS.get(language));
    for event in events {
        let properties = EventProperties {
            summary: &event.summary,
            description: &event.description,
            status: Some(event.status),
            url: event.url.as_deref(),
            revision: Revision { sequence: event.sequence, last_modified: event.last_modified },
        };
        writer.event(&["announcement-", &event.uid].concat(), &properties, |writer| {
            writer.interval(event.start, event.end.unwrap_or(event.start));
        });
    }
    CalendarFile { name: calendars::ANNOUNCEMENTS_FILE.get(language), text: writer.finish() }
}

/// The calendar of a reminder to call at `opens`, with an alarm.
pub fn call_reminder(catalogue: &Catalogue, channel: Channel, opens: Timestamp, language: Language) -> CalendarFile {
    let mut writer = IcsWriter::new(language, calendars::REMINDER.get(language));
    let summary = calendars::call(language, &catalogue.contact, channel);
    let properties = EventProperties {
        summary: &summary,
        description: &calendars::about_call(language, &catalogue.contact),
        status: None,
        url: None,
        revision: Revision::new(catalogue),
    };
    let uid = ["call-", uid_part(channel), "-", &writer::utc_stamp(opens)].concat();
    writer.event(&uid, &properties, |writer| {
        writer.interval(opens, opens.plus_seconds(CALL_SECONDS));
        writer.alarm_at_start(&summary);
    });
    CalendarFile { name: calendars::REMINDER_FILE.get(language), text: writer.finish() }
}

const fn uid_part(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "fault-report",
        Channel::General => "general",
        Channel::Billing => "billing",
    }
}

/// The last date of recurring hours.
fn last_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2035, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// The interpretations with an alternative under which the hours of some date differ.
fn relevant_interpretations(
    catalogue: &Catalogue,
    from: NaiveDate,
    hours: impl Fn(&Catalogue) -> Option<&WorkingCalendar>,
) -> Vec<Rc<Interpretation>> {
    let mut relevant: Vec<Rc<Interpretation>> = Vec::new();
    let Some(in_force) = hours(catalogue) else { return relevant };
    for alternative in &catalogue.alternatives {
        let known = relevant.contains(&alternative.interpretation);
        let differs = |other: &WorkingCalendar| {
            let mut dates = from.iter_days().take_while(|date| *date <= last_date());
            // Most interpretations do not affect this calendar; comparing calendars is faster than comparing all dates.
            in_force != other && dates.any(|date| in_force.hours_on(date).0 != other.hours_on(date).0)
        };
        if !known && hours(&alternative.catalogue).is_some_and(differs) {
            relevant.push(alternative.interpretation.clone());
        }
    }
    relevant
}
