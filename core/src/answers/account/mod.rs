//! Derivation of a response deadline, line by line, and progress of the response clock.
//!
//! Turns the spans of a [`Deadline`](crate::calendar::Deadline) into lines for a reader: one line for each date with
//! counted time, and one line with the causes for each pause between them.

mod lines;

pub use lines::account_lines;

use chrono::{NaiveDate, Timelike};

use crate::Text;
use crate::agreement::ResponseTarget;
use crate::calendar::SpecialDay;
use crate::time::{DayTime, Hours, Interval, Timestamp, copenhagen};

/// A line of a deadline's account. The lines cover the time from the report to the deadline before rounding, and their
/// counted seconds add up to the target.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// May reach into the night before `first` or after `last`.
    pub interval: Interval,
    pub counted_seconds: i64,
    pub kind: LineKind,
}

impl AccountLine {
    /// The local times at which a pause starts and ends, where its dates do not imply them: it is a part of one date,
    /// or a night.
    pub fn pause_times(&self) -> Option<(DayTime, DayTime)> {
        let LineKind::Paused(causes) = &self.kind else {
            return None;
        };
        let Interval { start, end } = self.interval;
        let within_dates = copenhagen::date(start) == self.first && last_date(self.interval) == self.last;
        let needs_times = within_dates && (self.first == self.last || *causes == [Cause::OutsideHours]);
        if needs_times { Some((start_time(start)?, end_time(end)?)) } else { None }
    }
}

/// Whether the time of a line counts, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Counts at these hours of one date.
    Counts(Vec<Hours>),
    /// This number of whole weeks with their ordinary hours.
    Weeks(i64),
    /// Does not count. Each cause once, in order of time.
    Paused(Vec<Cause>),
    /// Daylight saving time starts or ends between two counted lines. Has no duration.
    ClockChange {
        /// In seconds: 3,600 in spring, -3,600 in autumn.
        forward_seconds: i32,
    },
}

/// The reason why a date or a part of it does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A part of a working day outside its hours.
    OutsideHours,
    /// A Saturday or Sunday without hours.
    Weekend,
    /// Another weekday without hours.
    ClosedWeekday,
    /// A public holiday or a closed day of the agreement.
    SpecialDay(SpecialDay),
    /// An exception with this reason.
    Exception(Text),
}

/// The state of a running response clock, before its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Less than the target.
    pub counted_seconds: i64,
    /// The target.
    pub target_seconds: i64,
    /// The time when the clock starts or resumes; `None` while it counts.
    pub counts_from: Option<Timestamp>,
}

impl Progress {
    /// The counted time at `now`. `None` where the report is not in the past or the response time is used up.
    pub fn compute(target: &ResponseTarget, report: Timestamp, now: Timestamp) -> Option<Self> {
        if report >= now {
            return None;
        }
        let target_seconds = target.working_seconds;
        let counted_seconds = target.clock.working_between(report, now);
        let counts_from = target.clock.next_opening(now).ok().filter(|opens| *opens > now);
        (counted_seconds < target_seconds).then_some(Self { counted_seconds, target_seconds, counts_from })
    }
}

fn last_date(interval: Interval) -> NaiveDate {
    let last = if interval.start < interval.end { interval.end.plus_seconds(-1) } else { interval.end };
    copenhagen::date(last)
}

fn start_time(start: Timestamp) -> Option<DayTime> {
    let time = copenhagen::to_local(start).time;
    DayTime::from_seconds(i32::try_from(time.num_seconds_from_midnight()).ok()?)
}

/// Computed from the second before the end, so that a day ends at 24:00, and an interval that ends at a clock change
/// ends in the offset before it.
fn end_time(end: Timestamp) -> Option<DayTime> {
    DayTime::from_seconds(start_time(end.plus_seconds(-1))?.seconds() + 1)
}
