//! When may AURA work on the network, and by when is notice due?

use std::rc::Rc;

use chrono::NaiveDate;

use crate::Text;
use crate::calendar::{WorkingCalendar, WorkingDays};
use crate::time::{Interval, Timestamp, copenhagen};

/// Maintenance windows, their notice, and preventive maintenance.
#[derive(Clone, Debug, PartialEq)]
pub struct Maintenance {
    /// When planned work is possible.
    pub windows: Rc<WorkingCalendar>,
    /// What the windows are for.
    pub purpose: Text,
    /// How long ahead work is notified, as far as possible.
    pub notice: NoticePeriod,
    /// The days by which notice is counted.
    pub working_days: WorkingDays,
    /// When short work without notice is possible.
    pub preventive: Rc<WorkingCalendar>,
    /// How long such work takes the line down at most, as a rule, in minutes.
    pub preventive_minutes: i64,
}

/// How long ahead notice is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticePeriod {
    /// So many working days.
    pub working_days: u32,
    /// How they are counted.
    pub count: DayCounting,
}

/// How the working days of a notice are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCounting {
    /// The last of them, counted back from the window, is the last day of notice.
    Inclusive,
    /// All of them lie between the day of notice and the window.
    ClearDays,
}

/// A time in which planned work is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaintenanceWindow {
    /// When.
    pub interval: Interval,
    /// The last day on which notice of it is in time.
    pub last_day_of_notice: NaiveDate,
}

impl Maintenance {
    /// The windows whose end is after `now`, in order, without end.
    pub fn windows_after(&self, now: Timestamp) -> impl Iterator<Item = MaintenanceWindow> {
        // A window under way began at most some days ago; from there on it is seen whole.
        const LONGEST_SECONDS: i64 = 8 * 86_400;
        let periods = self.windows.periods(now.plus_seconds(-LONGEST_SECONDS));
        periods.filter(move |period| period.end > now).map(|interval| MaintenanceWindow {
            interval,
            last_day_of_notice: self.last_day_of_notice(copenhagen::date(interval.start)),
        })
    }

    /// The last day on which notice of work on that date is in time.
    pub fn last_day_of_notice(&self, date: NaiveDate) -> NaiveDate {
        let days = self.notice.working_days;
        match self.notice.count {
            DayCounting::Inclusive => self.working_days.nth_before(date, days),
            DayCounting::ClearDays => self.working_days.nth_before(date, days + 1),
        }
    }

    /// The maintenance window that the instant lies in.
    pub fn window_at(&self, now: Timestamp) -> Option<MaintenanceWindow> {
        let first = self.windows_after(now).next()?;
        first.interval.contains(now).then_some(first)
    }

    /// The hours of preventive maintenance that the instant lies in.
    pub fn preventive_at(&self, now: Timestamp) -> Option<Interval> {
        let first = self.preventive.periods(now).next()?;
        first.contains(now).then_some(first)
    }
}
