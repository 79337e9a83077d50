//! Days of the Danish calendar as intervals of timestamps.

use chrono::{Days, NaiveDate};

use super::copenhagen::{self, ClockChange};
use super::day_time::SECONDS_PER_DAY;
use super::{DayTime, Interval, Timestamp};

/// A date with the interval from its midnight to the next.
///
/// The two midnights are converted once, so that the other times of a day without a clock change need no conversion.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CivilDay {
    pub(crate) date: NaiveDate,
    pub(crate) interval: Interval,
}

impl CivilDay {
    pub(crate) fn new(date: NaiveDate) -> Self {
        Self::starting_at(copenhagen::from_local(date, DayTime::MIDNIGHT), date)
    }

    pub(crate) fn next(self) -> Self {
        Self::starting_at(self.interval.end, self.date + Days::new(1))
    }

    fn starting_at(start: Timestamp, date: NaiveDate) -> Self {
        let end = copenhagen::from_local(date, DayTime::END_OF_DAY);
        Self { date, interval: Interval { start, end } }
    }

    pub(crate) fn clock_change(self) -> Option<ClockChange> {
        if self.has_clock_change() { copenhagen::clock_change_on(self.date) } else { None }
    }

    fn has_clock_change(self) -> bool {
        self.interval.seconds() != i64::from(SECONDS_PER_DAY)
    }

    /// The timestamp of a time up to 24:00; gap and fold as in [`copenhagen::from_local`].
    pub(crate) fn timestamp(self, time: DayTime) -> Timestamp {
        if self.has_clock_change() {
            copenhagen::from_local(self.date, time)
        } else {
            self.interval.start.plus_seconds(time.seconds().into())
        }
    }
}
