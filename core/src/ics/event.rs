//! VEVENT components.

use chrono::{Days, NaiveDate, Weekday};

use super::series::{Recurring, Series};
use super::writer::{self, IcsWriter};
use crate::agreement::Catalogue;
use crate::time::{DayTime, Hours, Timestamp, copenhagen};

/// Makes every UID globally unique.
const UID_SUFFIX: &str = "@serviceaftale.aura.dk";

/// The STATUS of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    Tentative,
    Confirmed,
    Cancelled,
}

/// The properties of an event apart from its UID and times.
pub(super) struct EventProperties<'a> {
    pub summary: &'a str,
    pub description: &'a str,
    pub status: Option<EventStatus>,
    pub url: Option<&'a str>,
    pub revision: Revision,
}

/// The age of an event, by which calendar programs tell newer from older.
#[derive(Clone, Copy)]
pub(super) struct Revision {
    pub sequence: u32,
    pub last_modified: Timestamp,
}

impl Revision {
    /// The last change of the agreements or of the special hours, whichever is later. The sequence number is its minute
    /// in Unix time, which only grows.
    pub fn new(catalogue: &Catalogue) -> Self {
        let agreements = copenhagen::from_local(catalogue.last_changed, DayTime::MIDNIGHT);
        let last_modified = catalogue.hours_changed.map_or(agreements, |hours| hours.max(agreements));
        Self { sequence: u32::try_from(last_modified.unix_seconds() / 60).unwrap_or(0), last_modified }
    }
}

impl IcsWriter {
    /// Writes an event. `write_times` writes its start, end and recurrence.
    pub fn event(&mut self, uid: &str, properties: &EventProperties<'_>, write_times: impl FnOnce(&mut Self)) {
        let Revision { sequence, last_modified } = properties.revision;
        let timestamp = writer::utc_stamp(last_modified);
        self.line(&["BEGIN:VEVENT"]);
        self.text("UID", &[uid, UID_SUFFIX].concat());
        self.line(&["DTSTAMP:", &timestamp]);
        self.line(&["LAST-MODIFIED:", &timestamp]);
        self.line(&["SEQUENCE:", &sequence.to_string()]);
        self.text("SUMMARY", properties.summary);
        self.text("DESCRIPTION", properties.description);
        if let Some(status) = properties.status {
            self.line(&["STATUS:", status.value()]);
        }
        // URLs are not escaped, so they must not contain line breaks or control characters.
        if let Some(url) = properties.url.filter(|url| is_safe_url(url)) {
            self.line(&["URL:", url]);
        }
        // AURA's hours do not make the customer busy.
        self.line(&["TRANSP:TRANSPARENT"]);
        write_times(self);
        self.line(&["END:VEVENT"]);
    }

    /// Writes recurring hours up to and including that date, with their exceptions.
    pub fn recurring(&mut self, uid: &str, properties: &EventProperties<'_>, recurring: &Recurring, until: NaiveDate) {
        for series in &recurring.series {
            let Some(first) = series.first else { continue };
            let day = series.weekdays.first().map_or("", |weekday| weekday_code(*weekday));
            let uid = [uid, "-", &day.to_ascii_lowercase(), "-", &(series.index + 1).to_string()].concat();
            self.event(&uid, properties, |writer| writer.series(series, first, until));
            for (date, interval) in &series.replaced {
                self.event(&uid, properties, |writer| {
                    writer.start("RECURRENCE-ID", series.hours, &[*date]);
                    writer.interval(interval.start, interval.end);
                });
            }
        }
        for (index, (date, interval)) in recurring.extra.iter().enumerate() {
            let same_date = recurring.extra.iter().take(index).filter(|(other, _)| other == date).count();
            let uid = [uid, "-", &writer::date(*date), "-", &(same_date + 1).to_string()].concat();
            self.event(&uid, properties, |writer| writer.interval(interval.start, interval.end));
        }
    }

    fn series(&mut self, series: &Series, first: NaiveDate, until: NaiveDate) {
        let days: Vec<_> = series.weekdays.iter().map(|day| weekday_code(*day)).collect();
        self.start("DTSTART", series.hours, &[first]);
        let until = if series.hours == Hours::WHOLE_DAY {
            self.dates("DTEND", &[first + Days::new(1)]);
            writer::date(until)
        } else {
            self.civil_times("DTEND", &[first], series.hours.to());
            writer::utc_stamp(copenhagen::from_local(until, DayTime::END_OF_DAY).plus_seconds(-1))
        };
        self.line(&["RRULE:FREQ=WEEKLY;UNTIL=", &until, ";BYDAY=", &days.join(",")]);
        if !series.excluded.is_empty() {
            self.start("EXDATE", series.hours, &series.excluded);
        }
    }

    /// Writes the starts of hours on these dates, as dates if the hours are whole days.
    fn start(&mut self, name: &str, hours: Hours, dates: &[NaiveDate]) {
        if hours == Hours::WHOLE_DAY { self.dates(name, dates) } else { self.civil_times(name, dates, hours.from()) }
    }

    /// Writes the start, and the end if it is later.
    pub fn interval(&mut self, start: Timestamp, end: Timestamp) {
        self.instant("DTSTART", start);
        if end > start {
            self.instant("DTEND", end);
        }
    }

    /// Writes an alarm at the start of the event.
    pub fn alarm_at_start(&mut self, description: &str) {
        self.line(&["BEGIN:VALARM"]);
        self.line(&["ACTION:DISPLAY"]);
        self.line(&["TRIGGER:PT0S"]);
        self.text("DESCRIPTION", description);
        self.line(&["END:VALARM"]);
    }
}

impl EventStatus {
    const fn value(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

fn is_safe_url(url: &str) -> bool {
    url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic())
}

const fn weekday_code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
