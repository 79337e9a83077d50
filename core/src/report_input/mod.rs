//! Parsing of a typed report time: a date and a time of day, in Danish or English.
//!
//! The text means Danish local time, whatever the time zone of the browser.

mod clock_time;
mod date;
mod presets;
mod tokens;

pub use clock_time::TimeInputError;
pub use date::DateInputError;
pub use presets::{Preset, presets};

use chrono::{NaiveDate, TimeDelta, Timelike};

use crate::time::copenhagen::{self, LocalDateTime, LocalResult};
use crate::time::{DayTime, Timestamp};

/// The text in the fields of a report time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDraft {
    pub date: String,
    pub time: String,
    /// The selected instant of an ambiguous time.
    pub occurrence: Option<Occurrence>,
    /// Whether the input is complete, so that errors are shown.
    pub entered: bool,
}

/// One of the two instants of a local time that the autumn clock change repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// In daylight saving time.
    First,
    /// In standard time, an hour after the first.
    Second,
}

/// The words of typed dates and times in one language.
pub struct Vocabulary {
    /// Monday first. The first two letters are enough.
    pub weekdays: [&'static str; 7],
    /// January first. The first three letters are enough.
    pub months: [&'static str; 12],
    /// Words for days, each with its distance from today in days.
    pub relative_days: &'static [(&'static str, i64)],
    /// Words before a weekday that mean the last one.
    pub last_words: &'static [&'static str],
    /// Words without a meaning in dates.
    pub date_fillers: &'static [&'static str],
    /// Words without a meaning in times of day.
    pub time_fillers: &'static [&'static str],
    /// Words for the halves of the day, each with the hour of its start.
    pub day_halves: &'static [(&'static str, u32)],
}

/// The result of parsing a [`ReportDraft`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParsedReport {
    /// A local time with one instant.
    Unambiguous(Timestamp),
    /// A local time that the spring clock change skips.
    Gap {
        time: DayTime,
        /// The instant that is used instead, one hour later.
        hour_later: Timestamp,
    },
    /// A local time that the autumn clock change repeats.
    Fold {
        /// In daylight saving time.
        first: Timestamp,
        /// In standard time.
        second: Timestamp,
        /// The selected instant, if any.
        occurrence: Option<Occurrence>,
    },
    /// At least one of the fields has an error.
    Invalid { date: Option<DateInputError>, time: Option<TimeInputError> },
}

impl ReportDraft {
    /// Parses the fields; dates without a year are relative to `today`.
    pub fn parse(&self, words: &Vocabulary, today: NaiveDate) -> ParsedReport {
        let date = date::parse_date(&self.date, words, today);
        let time = clock_time::parse_time(&self.time, words);
        let (Ok(date), Ok(time)) = (date, time) else {
            return ParsedReport::Invalid { date: date.err(), time: time.err() };
        };
        match copenhagen::resolve_local(date, time) {
            LocalResult::Unambiguous(at) => ParsedReport::Unambiguous(at),
            LocalResult::Gap { hour_later } => ParsedReport::Gap { time, hour_later },
            LocalResult::Fold { first, second } => ParsedReport::Fold { first, second, occurrence: self.occurrence },
        }
    }
}

impl ParsedReport {
    /// The result for a known report, without formatting and parsing it: [`ParsedReport::Fold`] with the selected
    /// instant where its local time is ambiguous, otherwise [`ParsedReport::Unambiguous`].
    pub fn from_instant(report: Timestamp) -> Self {
        let LocalDateTime { date, time, .. } = copenhagen::to_local(report);
        match copenhagen::resolve_local(date, day_time(time)) {
            LocalResult::Fold { first, second } => {
                let occurrence = if report == first { Occurrence::First } else { Occurrence::Second };
                Self::Fold { first, second, occurrence: Some(occurrence) }
            }
            // The local time of an instant is never in a gap.
            LocalResult::Unambiguous(_) | LocalResult::Gap { .. } => Self::Unambiguous(report),
        }
    }

    /// The instant of the report; `None` after an error, or while an ambiguous time has no selected instant.
    pub const fn report(self) -> Option<Timestamp> {
        match self {
            Self::Unambiguous(at)
            | Self::Gap { hour_later: at, .. }
            | Self::Fold { first: at, occurrence: Some(Occurrence::First), .. }
            | Self::Fold { second: at, occurrence: Some(Occurrence::Second), .. } => Some(at),
            Self::Fold { occurrence: None, .. } | Self::Invalid { .. } => None,
        }
    }
}

/// Which of the two instants of an ambiguous local time this is; `None` for an unambiguous local time.
pub fn fold_occurrence(instant: Timestamp) -> Option<Occurrence> {
    match ParsedReport::from_instant(instant) {
        ParsedReport::Fold { occurrence, .. } => occurrence,
        _ => None,
    }
}

/// The instant with the same Danish local time this number of days later, or earlier if negative.
pub fn days_later(instant: Timestamp, days: i64) -> Timestamp {
    let LocalDateTime { date, time, .. } = copenhagen::to_local(instant);
    let day = date.checked_add_signed(TimeDelta::days(days)).unwrap_or(date);
    copenhagen::from_local(day, day_time(time))
}

fn day_time(time: chrono::NaiveTime) -> DayTime {
    // A time of day is always within the range of `DayTime`.
    DayTime::from_seconds(time.num_seconds_from_midnight().cast_signed()).unwrap_or(DayTime::MIDNIGHT)
}
