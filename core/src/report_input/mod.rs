//! At which time is the fault reported that somebody asks about?
//!
//! It is typed as a date and a time of day, each as text in the customer's words, and means what Danish clocks show,
//! whatever the zone of the browser.

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

/// What is typed of a report's time, as long as that is not one yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDraft {
    /// The text of the date.
    pub date: String,
    /// The text of the time of day.
    pub time: String,
    /// Which of two is meant where clocks show that time twice.
    pub occurrence: Option<Occurrence>,
    /// Whether the customer is done with the text, and may be told what is wrong with it.
    pub entered: bool,
}

/// One of the two times at which Danish clocks show the same, in the night they are moved back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// In summer time.
    First,
    /// In winter time, an hour after the first.
    Second,
}

/// The words that dates and times are typed in, in one language.
pub struct Vocabulary {
    /// Monday first. Two letters of one are enough.
    pub weekdays: [&'static str; 7],
    /// January first. Three letters of one are enough.
    pub months: [&'static str; 12],
    /// Days by how many they are after today.
    pub days: &'static [(&'static str, i64)],
    /// What makes a weekday the last one.
    pub last: &'static [&'static str],
    /// What may stand in a date and says nothing.
    pub in_dates: &'static [&'static str],
    /// What may stand in a time of day and says nothing.
    pub in_times: &'static [&'static str],
    /// Halves of the day, and with which hour each begins.
    pub halves: &'static [(&'static str, u32)],
}

/// What a draft says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// This time.
    Once(Timestamp),
    /// A time that no Danish clock shows, because it is moved forward past it.
    Skipped {
        /// That time.
        time: DayTime,
        /// What is taken instead, one hour later.
        taken: Timestamp,
    },
    /// A time that Danish clocks show twice, because they are moved back.
    Twice {
        /// In summer time.
        first: Timestamp,
        /// In winter time.
        second: Timestamp,
        /// Which of them is meant, once that is said.
        occurrence: Option<Occurrence>,
    },
    /// None, for either reason or both.
    Wrong {
        /// What is wrong with the date.
        date: Option<DateInputError>,
        /// What is wrong with the time of day.
        time: Option<TimeInputError>,
    },
}

impl ReportDraft {
    /// What it says on the date `today`.
    pub fn read(&self, words: &Vocabulary, today: NaiveDate) -> Typed {
        let date = date::date(&self.date, words, today);
        let time = clock_time::clock_time(&self.time, words);
        let (Ok(date), Ok(time)) = (date, time) else {
            return Typed::Wrong { date: date.err(), time: time.err() };
        };
        match copenhagen::resolve_local(date, time) {
            LocalResult::Unambiguous(at) => Typed::Once(at),
            LocalResult::Gap { hour_later } => Typed::Skipped { time, taken: hour_later },
            LocalResult::Fold { first, second } => Typed::Twice { first, second, occurrence: self.occurrence },
        }
    }
}

impl Typed {
    /// The time of the report, unless something is still wrong or to be asked.
    pub const fn report(self) -> Option<Timestamp> {
        match self {
            Self::Once(at)
            | Self::Skipped { taken: at, .. }
            | Self::Twice { first: at, occurrence: Some(Occurrence::First), .. }
            | Self::Twice { second: at, occurrence: Some(Occurrence::Second), .. } => Some(at),
            Self::Twice { occurrence: None, .. } | Self::Wrong { .. } => None,
        }
    }
}

/// Which of two instants it is at which Danish clocks show the same; none where there is only the one.
pub fn occurrence(instant: Timestamp) -> Option<Occurrence> {
    let LocalDateTime { date, time, .. } = copenhagen::to_local(instant);
    match copenhagen::resolve_local(date, of_day(time)) {
        LocalResult::Fold { first, .. } if first == instant => Some(Occurrence::First),
        LocalResult::Fold { .. } => Some(Occurrence::Second),
        _ => None,
    }
}

/// When Danish clocks show the same on the day so many days later, or earlier.
pub fn days_later(instant: Timestamp, days: i64) -> Timestamp {
    let LocalDateTime { date, time, .. } = copenhagen::to_local(instant);
    let day = date.checked_add_signed(TimeDelta::days(days)).unwrap_or(date);
    copenhagen::from_local(day, of_day(time))
}

fn of_day(time: chrono::NaiveTime) -> DayTime {
    // Below a day, which is always one.
    DayTime::from_seconds(time.num_seconds_from_midnight().cast_signed()).unwrap_or(DayTime::MIDNIGHT)
}
