//! Which hours does an ordinary week have?

use std::rc::Rc;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::time::day_time::SECONDS_PER_DAY;
use crate::time::interval::merge_into;
use crate::time::{Hours, Interval, Timestamp};

const SECONDS_PER_WEEK: i32 = 7 * SECONDS_PER_DAY;

/// The hours of an ordinary week, by the weekday on which they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeeklySchedule {
    /// Monday first; shared by all who show them.
    days: Rc<[Vec<Hours>; 7]>,
    /// Counted once, since every search asks for it.
    open_seconds: i64,
}

impl WeeklySchedule {
    /// A week of these hours, Monday first; each day's may be in any order and overlap.
    pub fn new(days: [Vec<Hours>; 7]) -> Self {
        Self { open_seconds: open_seconds(&days), days: Rc::new(days) }
    }

    /// A week without closing time.
    pub fn round_the_clock() -> Self {
        Self::new(std::array::from_fn(|_| vec![Hours::WHOLE_DAY]))
    }

    /// The hours that begin on that weekday.
    pub fn on(&self, weekday: Weekday) -> &[Hours] {
        self.days.get(weekday.num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    /// The hours that begin on that date.
    pub fn on_date(&self, date: NaiveDate) -> &[Hours] {
        self.on(date.weekday())
    }

    /// Whether it has no hours at all.
    pub const fn never_opens(&self) -> bool {
        self.open_seconds == 0
    }

    /// Whether it has no closing time.
    pub fn never_closes(&self) -> bool {
        self.open_seconds == i64::from(SECONDS_PER_WEEK)
    }

    /// Open seconds in a week without clock change, hours that overlap counted once.
    pub const fn open_seconds(&self) -> i64 {
        self.open_seconds
    }

    /// How many dates past their own any of its hours reach.
    pub(super) fn overflow_days(&self) -> i32 {
        self.days.iter().map(|hours| max_overflow_days(hours)).max().unwrap_or(0)
    }
}

fn open_seconds(days: &[Vec<Hours>; 7]) -> i64 {
    // Any week will do, so that it begins at 0.
    let at = |seconds: i32| Timestamp::from_unix_seconds(seconds.into());
    let week = Interval { start: at(0), end: at(SECONDS_PER_WEEK) };
    let mut open = Vec::new();
    for (weekday, hours) in (0..).zip(days) {
        for hours in hours {
            // What runs past Sunday is there again at the week's beginning.
            for midnight in [weekday * SECONDS_PER_DAY, weekday * SECONDS_PER_DAY - SECONDS_PER_WEEK] {
                let (start, end) = (at(midnight + hours.from().seconds()), at(midnight + hours.to().seconds()));
                if let Some(within) = (Interval { start, end }).within(week) {
                    merge_into(&mut open, within);
                }
            }
        }
    }
    open.into_iter().map(Interval::seconds).sum()
}

/// How many dates past their own any of these hours reach; 0 for none.
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
    fn counts_a_week_once_however_hours_overlap() {
        fn check(days: [&[(i32, i32)]; 7], hours: i64) {
            assert_eq!(week(days).open_seconds(), hours * 3600, "{days:?}");
        }
        check([&[]; 7], 0);
        check([&[(8, 16)]; 7], 56);
        check([&[(8, 12), (11, 16), (9, 10)], &[], &[], &[], &[], &[], &[]], 8);
        check([&[(22, 26)], &[(0, 3)], &[], &[], &[], &[], &[]], 5); // past midnight
        check([&[(0, 1)], &[], &[], &[], &[], &[], &[(22, 27)]], 5); // past the week's end
        check([&[(0, 24)]; 7], 168);
        check([&[(0, 100)], &[], &[], &[], &[(0, 96)], &[], &[]], 168);
    }

    #[test]
    fn knows_the_two_extremes() {
        assert!(WeeklySchedule::default().never_opens());
        assert!(WeeklySchedule::round_the_clock().never_closes());
        assert!(
            !week([&[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 24)], &[(0, 23)]]).never_closes()
        );
    }
}
