//! Working days, in which notice periods are counted.

use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::public_holidays::{ClosedDay, public_holiday};

/// Working days (arbejdsdage): Monday to Friday without public holidays and the closed days of the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingDays {
    closed_days: Rc<[ClosedDay]>,
}

impl WorkingDays {
    pub const fn new(closed_days: Rc<[ClosedDay]>) -> Self {
        Self { closed_days }
    }

    /// Whether the date is a working day.
    pub fn contains(&self, date: NaiveDate) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let closed = |day: &ClosedDay| day.rule.is_on(date);
        !weekend && public_holiday(date).is_none() && !self.closed_days.iter().any(closed)
    }

    /// The `count`-th working day before the date. The date itself is not counted; a count of 0 returns it.
    ///
    /// ```
    /// use serviceaftale_core::calendar::WorkingDays;
    /// let days = WorkingDays::new([].into());
    /// // The days before Easter Monday 2026 are public holidays from Thursday on.
    /// let easter_monday = "2026-04-06".parse().unwrap();
    /// assert_eq!(days.nth_before(easter_monday, 5).to_string(), "2026-03-26");
    /// ```
    pub fn nth_before(&self, date: NaiveDate, count: u32) -> NaiveDate {
        let mut day = date;
        let mut remaining = count;
        // Two weeks always have a working day, unless all of them are closed days. The limit ends the search then.
        let limit = 14 * (u64::from(count) + 1);
        for _ in 0..limit {
            if remaining == 0 {
                break;
            }
            day = day - Days::new(1);
            remaining -= u32::from(self.contains(day));
        }
        day
    }
}
