//! Which dates are working days, and which is the n-th before a given one?

use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::public_holidays::{ClosedDay, public_holiday};

/// Working days (arbejdsdage): Monday to Friday, public holidays and the contract's closed days excepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingDays {
    closed_days: Rc<[ClosedDay]>,
}

impl WorkingDays {
    /// Working days where these days, too, count as public holidays.
    pub const fn new(closed_days: Rc<[ClosedDay]>) -> Self {
        Self { closed_days }
    }

    /// Whether the date is one.
    pub fn includes(&self, date: NaiveDate) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let closed = |day: &ClosedDay| day.falls.is_on(date);
        !weekend && public_holiday(date).is_none() && !self.closed_days.iter().any(closed)
    }

    /// The `count`-th working day before the date, which itself is not counted; 0 is the date.
    ///
    /// ```
    /// use serviceaftale_core::calendar::{WorkingDays};
    /// use serviceaftale_core::time::{read_date};
    /// let days = WorkingDays::new([].into());
    /// // Easter Monday 2026 and the days before it are no working days.
    /// let window = read_date("2026-04-06").unwrap();
    /// assert_eq!(days.before(window, 5), read_date("2026-03-26").unwrap());
    /// ```
    pub fn before(&self, date: NaiveDate, count: u32) -> NaiveDate {
        let mut day = date;
        let mut left = count;
        // A fortnight always holds a working day, unless the contract closes every one of them.
        let limit = 14 * (u64::from(count) + 1);
        for _ in 0..limit {
            if left == 0 {
                break;
            }
            day = day - Days::new(1);
            left -= u32::from(self.includes(day));
        }
        day
    }
}
