//! Maintenance windows, notice periods and preventive maintenance.

use std::rc::Rc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Text;
use crate::calendar::{WorkingCalendar, WorkingDays};
use crate::time::{Interval, Timestamp, copenhagen};

/// Maintenance windows, their notice period, and preventive maintenance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Maintenance {
    /// Hours in which planned work is possible.
    pub windows: Rc<WorkingCalendar>,
    /// What the windows are for.
    pub purpose: Text,
    /// How long in advance work is notified, as far as possible.
    pub notice_period: NoticePeriod,
    /// The working days that count towards the notice period.
    pub working_days: WorkingDays,
    /// Hours in which short work without notice is possible.
    pub preventive: Rc<WorkingCalendar>,
    /// The usual maximum downtime of preventive maintenance, in minutes.
    pub preventive_minutes: i64,
}

/// The length of a notice period, and how it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePeriod {
    pub working_days: u32,
    pub counting: DayCounting,
}

/// How the working days of a notice period are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayCounting {
    /// Counted back from the window; the last working day counted is the last day of notice.
    Inclusive,
    /// All counted working days lie between the day of notice and the window.
    ClearDays,
}

/// A time in which planned work is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaintenanceWindow {
    pub interval: Interval,
    /// The last day, in Danish time, on which notice is in time.
    pub last_day_of_notice: NaiveDate,
}

impl Maintenance {
    /// The windows that end after `now`, in order. The iterator is endless unless the calendar never opens again.
    pub fn windows_after(&self, now: Timestamp) -> impl Iterator<Item = MaintenanceWindow> {
        // Start early enough to include the whole of a window that contains `now`.
        const MAX_WINDOW_SECONDS: i64 = 8 * 86_400;
        let periods = self.windows.periods(now.plus_seconds(-MAX_WINDOW_SECONDS));
        periods.filter(move |period| period.end > now).map(|interval| MaintenanceWindow {
            interval,
            last_day_of_notice: self.last_day_of_notice(copenhagen::date(interval.start)),
        })
    }

    /// The last day on which notice of work on that date is in time. Both are dates in Danish time.
    pub fn last_day_of_notice(&self, date: NaiveDate) -> NaiveDate {
        let days = self.notice_period.working_days;
        match self.notice_period.counting {
            DayCounting::Inclusive => self.working_days.nth_before(date, days),
            DayCounting::ClearDays => self.working_days.nth_before(date, days + 1),
        }
    }

    /// The maintenance window that contains `now`.
    pub fn window_at(&self, now: Timestamp) -> Option<MaintenanceWindow> {
        let first = self.windows_after(now).next()?;
        first.interval.contains(now).then_some(first)
    }

    /// The hours of preventive maintenance that contain `now`.
    pub fn preventive_at(&self, now: Timestamp) -> Option<Interval> {
        let first = self.preventive.periods(now).next()?;
        first.contains(now).then_some(first)
    }
}
