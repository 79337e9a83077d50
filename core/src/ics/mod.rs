//! How do AURA's times come into a customer's own calendar?
//!
//! Each function makes a file by RFC 5545. What it says of its own age comes from the data and never from a clock, and
//! what recurs or is announced keeps its name: whoever takes a file again has the newer one in place of the older.

mod announcements;
mod event;
mod request;
mod series;
mod writer;

use std::rc::Rc;

use chrono::NaiveDate;

pub use announcements::AnnouncementEvent;
pub use event::Status;
pub use request::CalendarRequest;

use crate::agreement::{Agreement, Catalogue, Channel, Interpretation};
use crate::answers::HoursColumn;
use crate::calendar::WorkingCalendar;
use crate::messages::{self, Language};
use crate::time::Timestamp;
use event::{EventText, Revision};
use series::recurring;
use writer::IcsWriter;

/// How long a call takes in the customer's calendar.
const CALL_SECONDS: i64 = 15 * 60;

/// A calendar to be kept or taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// What to call the file.
    pub name: &'static str,
    /// What is in it: `text/calendar` in UTF-8.
    pub text: String,
}

/// The times in which planned work is possible, from that date to the end of 2035.
pub fn service_window(catalogue: &Catalogue, from: NaiveDate, language: Language) -> CalendarFile {
    let say = messages::calendars(language);
    let mut lines = IcsWriter::calendar(language, say.windows);
    let readings = readings(catalogue, from, |catalogue| Some(&catalogue.maintenance.windows));
    let about = EventText {
        summary: say.window,
        description: &say.about_window(&catalogue.maintenance, &catalogue.version, &readings),
        status: Some(Status::Tentative),
        url: None,
        edition: Revision::new(catalogue),
    };
    let until = last_date();
    lines.recurring("service-window", &about, &recurring(&catalogue.maintenance.windows, from, until), until);
    CalendarFile { name: say.windows_file, text: lines.end() }
}

/// When the phone is answered under these agreements of the catalogue, from that date to the end of 2035.
pub fn support_hours(
    catalogue: &Catalogue,
    agreements: &[&Agreement],
    from: NaiveDate,
    language: Language,
) -> CalendarFile {
    let say = messages::calendars(language);
    let mut lines = IcsWriter::calendar(language, say.support);
    for channel in Channel::ALL {
        let mut told: Vec<&WorkingCalendar> = Vec::new();
        for agreement in agreements {
            let calendar = agreement.hours(channel);
            if !told.contains(&calendar) {
                told.push(calendar);
                add_phone(&mut lines, catalogue, channel, agreement, from, language);
            }
        }
    }
    CalendarFile { name: say.support_file, text: lines.end() }
}

/// Adds a channel's hours under an agreement. They read alike in every file, whichever agreements that is about, so that
/// whoever takes two has them once: they are named for the first agreement of the catalogue that has them.
fn add_phone(
    lines: &mut IcsWriter,
    catalogue: &Catalogue,
    channel: Channel,
    agreement: &Agreement,
    from: NaiveDate,
    language: Language,
) {
    let (say, calendar) = (messages::calendars(language), agreement.hours(channel));
    let mut sharing = Vec::new();
    for other in catalogue.agreements.iter().filter(|other| other.hours(channel) == calendar) {
        sharing.push(other.name.clone());
    }
    let first = catalogue.agreements.iter().find(|other| other.hours(channel) == calendar).unwrap_or(agreement);
    if sharing.len() == catalogue.agreements.len() {
        sharing.clear();
    }
    let readings = readings(catalogue, from, |catalogue| Some(catalogue.agreement(&first.id)?.hours(channel)));
    let about = EventText {
        summary: &say.open_phone(&HoursColumn { channel, agreements: sharing }),
        description: &say.about_phone(&catalogue.contact, calendar.weekly(), &catalogue.version, &readings),
        status: None,
        url: None,
        edition: Revision::new(catalogue),
    };
    let until = last_date();
    lines.recurring(&[tag(channel), "-", &first.id].concat(), &about, &recurring(calendar, from, until), until);
}

/// Announced work: all of it, or one.
pub fn announcements(announced: &[AnnouncementEvent], language: Language) -> CalendarFile {
    let say = messages::calendars(language);
    let mut lines = IcsWriter::calendar(language, say.announcements);
    for work in announced {
        let about = EventText {
            summary: &work.summary,
            description: &work.description,
            status: Some(work.status),
            url: work.url.as_deref(),
            edition: Revision { sequence: work.sequence, last_modified: work.last_modified },
        };
        lines.event(&["announcement-", &work.uid].concat(), &about, |lines| {
            lines.interval(work.start, work.end.unwrap_or(work.start));
        });
    }
    CalendarFile { name: say.announcements_file, text: lines.end() }
}

/// A reminder to call when the phone `opens`, which rings then.
pub fn call_reminder(catalogue: &Catalogue, channel: Channel, opens: Timestamp, language: Language) -> CalendarFile {
    let say = messages::calendars(language);
    let mut lines = IcsWriter::calendar(language, say.reminder);
    let summary = say.call(&catalogue.contact, channel);
    let about = EventText {
        summary: &summary,
        description: &say.about_call(&catalogue.contact),
        status: None,
        url: None,
        edition: Revision::new(catalogue),
    };
    let uid = ["call-", tag(channel), "-", &writer::utc_stamp(opens)].concat();
    lines.event(&uid, &about, |lines| {
        lines.interval(opens, opens.plus_seconds(CALL_SECONDS));
        lines.alarm_at_start(&summary);
    });
    CalendarFile { name: say.reminder_file, text: lines.end() }
}

const fn tag(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "fault-report",
        Channel::General => "general",
        Channel::Billing => "billing",
    }
}

/// The last date for which a calendar says when it is open.
fn last_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2035, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// The readings of which another value would have other hours on some date.
fn readings(
    catalogue: &Catalogue,
    from: NaiveDate,
    hours: impl Fn(&Catalogue) -> Option<&WorkingCalendar>,
) -> Vec<Rc<Interpretation>> {
    let mut readings: Vec<Rc<Interpretation>> = Vec::new();
    let Some(in_force) = hours(catalogue) else { return readings };
    for alternative in &catalogue.alternatives {
        let known = readings.contains(&alternative.reading);
        let differs = |other: &WorkingCalendar| {
            let mut dates = from.iter_days().take_while(|date| *date <= last_date());
            // Most readings are about other calendars, which is quicker seen than that every date is the same.
            in_force != other && dates.any(|date| in_force.hours_on(date).0 != other.hours_on(date).0)
        };
        if !known && hours(&alternative.catalogue).is_some_and(differs) {
            readings.push(alternative.reading.clone());
        }
    }
    readings
}
