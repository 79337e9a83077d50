//! What does a calendar say of something that takes place?

use chrono::{Days, NaiveDate, Weekday};

use super::series::{Recurring, Series};
use super::writer::{self, IcsWriter};
use crate::agreement::Catalogue;
use crate::time::{DayTime, Hours, Timestamp, copenhagen};

/// What the names of all things end in, so that they are nobody else's.
const WHOSE: &str = "@serviceaftale.aura.dk";

/// Whether something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Perhaps.
    Tentative,
    /// It is meant to.
    Confirmed,
    /// It was meant to, and does not.
    Cancelled,
}

/// Everything but when.
pub(super) struct EventText<'a> {
    pub summary: &'a str,
    pub description: &'a str,
    pub status: Option<Status>,
    pub url: Option<&'a str>,
    pub edition: Revision,
}

/// Which of two tellings of the same thing is the newer one.
#[derive(Clone, Copy)]
pub(super) struct Revision {
    pub sequence: u32,
    pub last_modified: Timestamp,
}

impl Revision {
    /// That of the agreements, or of the hours that differ once when those were changed later: the minute makes a number
    /// that only grows.
    pub fn new(catalogue: &Catalogue) -> Self {
        let agreements = copenhagen::from_local(catalogue.last_changed, DayTime::MIDNIGHT);
        let last_modified = catalogue.hours_changed.map_or(agreements, |hours| hours.max(agreements));
        Self { sequence: u32::try_from(last_modified.unix_seconds() / 60).unwrap_or(0), last_modified }
    }
}

impl IcsWriter {
    /// Something that takes place when `when` writes it.
    pub fn event(&mut self, uid: &str, about: &EventText<'_>, when: impl FnOnce(&mut Self)) {
        let Revision { sequence, last_modified } = about.edition;
        let changed = writer::utc_stamp(last_modified);
        self.line(&["BEGIN:VEVENT"]);
        self.text("UID", &[uid, WHOSE].concat());
        self.line(&["DTSTAMP:", &changed]);
        self.line(&["LAST-MODIFIED:", &changed]);
        self.line(&["SEQUENCE:", &sequence.to_string()]);
        self.text("SUMMARY", about.summary);
        self.text("DESCRIPTION", about.description);
        if let Some(status) = about.status {
            self.line(&["STATUS:", status.word()]);
        }
        // It is an address and no text: nothing in it is escaped, so nothing may be in it that ends it.
        if let Some(url) = about.url.filter(|url| is_address(url)) {
            self.line(&["URL:", url]);
        }
        // Nobody is busy because AURA's phone is open.
        self.line(&["TRANSP:TRANSPARENT"]);
        when(self);
        self.line(&["END:VEVENT"]);
    }

    /// Hours that recur until that date, with their exceptions.
    pub fn recurring(&mut self, uid: &str, about: &EventText<'_>, recurring: &Recurring, until: NaiveDate) {
        for series in &recurring.series {
            let Some(first) = series.first else { continue };
            let day = series.weekdays.first().map_or("", |weekday| code(*weekday));
            let uid = [uid, "-", &day.to_ascii_lowercase(), "-", &(series.place + 1).to_string()].concat();
            self.event(&uid, about, |lines| lines.rule(series, first, until));
            for (date, interval) in &series.instead {
                self.event(&uid, about, |lines| {
                    lines.beginning("RECURRENCE-ID", series.hours, &[*date]);
                    lines.interval(interval.start, interval.end);
                });
            }
        }
        for (index, (date, interval)) in recurring.extra.iter().enumerate() {
            let same_date = recurring.extra.iter().take(index).filter(|(other, _)| other == date).count();
            let uid = [uid, "-", &writer::date(*date), "-", &(same_date + 1).to_string()].concat();
            self.event(&uid, about, |lines| lines.interval(interval.start, interval.end));
        }
    }

    fn rule(&mut self, series: &Series, first: NaiveDate, until: NaiveDate) {
        let days: Vec<_> = series.weekdays.iter().map(|day| code(*day)).collect();
        self.beginning("DTSTART", series.hours, &[first]);
        let until = if series.hours == Hours::WHOLE_DAY {
            self.dates("DTEND", &[first + Days::new(1)]);
            writer::date(until)
        } else {
            self.civil_times("DTEND", &[first], series.hours.to());
            writer::utc_stamp(copenhagen::from_local(until, DayTime::END_OF_DAY).plus_seconds(-1))
        };
        self.line(&["RRULE:FREQ=WEEKLY;UNTIL=", &until, ";BYDAY=", &days.join(",")]);
        if !series.left_out.is_empty() {
            self.beginning("EXDATE", series.hours, &series.left_out);
        }
    }

    /// When hours begin on these dates; those of a whole day are its date.
    fn beginning(&mut self, name: &str, hours: Hours, dates: &[NaiveDate]) {
        if hours == Hours::WHOLE_DAY { self.dates(name, dates) } else { self.civil_times(name, dates, hours.from()) }
    }

    /// From one instant to another.
    pub fn interval(&mut self, start: Timestamp, end: Timestamp) {
        self.instant("DTSTART", start);
        if end > start {
            self.instant("DTEND", end);
        }
    }

    /// A reminder when it begins.
    pub fn alarm_at_start(&mut self, words: &str) {
        self.line(&["BEGIN:VALARM"]);
        self.line(&["ACTION:DISPLAY"]);
        self.line(&["TRIGGER:PT0S"]);
        self.text("DESCRIPTION", words);
        self.line(&["END:VALARM"]);
    }
}

impl Status {
    const fn word(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

fn is_address(url: &str) -> bool {
    url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic())
}

const fn code(weekday: Weekday) -> &'static str {
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
