//! Opening hours of an ordinary week.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::time::day_time::SECONDS_PER_DAY;
use crate::time::interval::merge_into;
use crate::time::{Hours, Interval, Timestamp};

/// Seconds in a week without a clock change.
pub(super) const SECONDS_PER_WEEK: i64 = 7 * SECONDS_PER_DAY as i64;

/// The hours of an ordinary week, by the weekday on which they begin.
///
/// ```
/// use chrono::Weekday;
/// use serviceaftale_core::calendar::WeeklySchedule;
/// let hours = |text: &str| vec![text.parse().unwrap()];
/// let weekly = WeeklySchedule::new([
///     hours("08:00-16:00"),
///     hours("08:00-16:00"),
///     hours("08:00-16:00"),
///     hours("08:00-16:00"),
///     hours("22:00-26:30"), // until Saturday 02:30
///     hours("00:00-02:00"),
///     vec![],
/// ]);
/// assert_eq!(weekly.hours_on(Weekday::Fri), hours("22:00-26:30"));
/// assert_eq!(weekly.open_seconds(), (4 * 8 + 4) * 3600 + 30 * 60); // overlapping hours count once
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeklySchedule {
    /// From Monday; shared by the clones.
    days: Rc<[Vec<Hours>; 7]>,
    /// Computed once, since every search needs it.
    open_seconds: i64,
}

impl WeeklySchedule {
    /// A week with these hours, from Monday. The hours of a day may be in any order and overlap.
    pub fn new(days: [Vec<Hours>; 7]) -> Self {
        Self { open_seconds: open_seconds(&days), days: Rc::new(days) }
    }

    pub fn round_the_clock() -> Self {
        Self::new(std::array::from_fn(|_| vec![Hours::WHOLE_DAY]))
    }

    /// The hours that begin on the weekday.
    pub fn hours_on(&self, weekday: Weekday) -> &[Hours] {
        self.days.get(weekday.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// The hours that begin on the weekday of the date.
    pub fn hours_on_date(&self, date: NaiveDate) -> &[Hours] {
        self.hours_on(date.weekday())
    }

    pub const fn never_opens(&self) -> bool {
        self.open_seconds == 0
    }

    pub const fn never_closes(&self) -> bool {
        self.open_seconds == SECONDS_PER_WEEK
    }

    /// Open seconds in a week without a clock change. Hours that overlap count once.
    pub const fn open_seconds(&self) -> i64 {
        self.open_seconds
    }

    /// Number of following dates that the hours of any date extend into.
    pub(super) fn overflow_days(&self) -> i32 {
        self.days.iter().map(|hours| max_overflow_days(hours)).max().unwrap_or(0)
    }
}

fn open_seconds(days: &[Vec<Hours>; 7]) -> i64 {
    // The week of timestamp 0 stands for any week.
    let week = Interval { start: Timestamp::from_unix_seconds(0), end: Timestamp::from_unix_seconds(SECONDS_PER_WEEK) };
    let mut open = Vec::new();
    for (weekday, hours) in (0..).zip(days) {
        let midnight = week.start.plus_seconds(weekday * i64::from(SECONDS_PER_DAY));
        for hours in hours {
            // Hours that extend past Sunday continue at the start of the week.
            for midnight in [midnight, midnight.plus_seconds(-SECONDS_PER_WEEK)] {
                let [start, end] = [hours.from(), hours.to()].map(|time| midnight.plus_seconds(time.seconds().into()));
                if let Some(within) = (Interval { start, end }).within(week) {
                    merge_into(&mut open, within);
                }
            }
        }
    }
    open.into_iter().map(Interval::seconds).sum()
}

/// The largest [`Hours::overflow_days`]; 0 for no hours.
pub(super) fn max_overflow_days(hours: &[Hours]) -> i32 {
    hours.iter().map(|hours| hours.overflow_days()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::DayTime;

    fn week(days: [&[(i32, i32)]; 7]) -> WeeklySchedule {
        let hour = |hours| DayTime::from_seconds(hours * 3600).unwrap();
        WeeklySchedule::new(
            days.map(|day| day.iter().map(|(from, to)| Hours::new(hour(*from), hour(*to)).unwrap()).collect()),
        )
    }

    #[test]
    fn counts_overlapping_hours_once() {
        fn check(days: [&[(i32, i32)]; 7], hours: i64) {
            assert_eq!(week(days).open_seconds(), hours * 3600, "{days:?}");
        }
        check([&[]; 7], 0);
        check([&[(8, 16)]; 7], 56);
        check([&[(8, 12), (11, 16), (9, 10)], &[], &[], &[], &[], &[], &[]], 8);
        check([&[(22, 26)], &[(0, 3)], &[], &[], &[], &[], &[]], 5); // past midnight
        check([&[(0, 1)], &[], &[], &[], &[], &[], &[(22, 27)]], 5); // past the end of the week
        check([&[(0, 24)]; 7], 168);
        check([&[(0, 100)], &[], &[], &[], &[(0, 96)], &[], &[]], 168);
    }

    #[test]
    fn recognises_weeks_that_never_open_or_never_close() {
        assert!(WeeklySchedule::default().never_opens());
        assert!(WeeklySchedule::round_the_clock().never_closes());
        assert!(
            !week([&[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 23)]]).never_closes()
        );
    }
}
