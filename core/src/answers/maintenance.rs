//! View model of the next maintenance windows and their notice.

use chrono::NaiveDate;

use super::WithAlternatives;
use crate::Text;
use crate::agreement::Catalogue;
use crate::calendar::WeeklySchedule;
use crate::time::{Interval, Timestamp, copenhagen};

/// The number of listed windows.
const WINDOW_COUNT: usize = 3;

/// The next maintenance windows, and the rules for maintenance.
#[derive(Clone, Debug, PartialEq)]
pub struct MaintenanceAnswer {
    /// In order of time; the first one may be open.
    pub windows: Vec<WindowRow>,
    pub purpose: Text,
    /// The notice period in working days.
    pub notice_working_days: u32,
    /// The hours of preventive maintenance, which needs no notice.
    pub preventive: WeeklySchedule,
    /// The usual maximum duration of an outage by preventive maintenance, in minutes.
    pub preventive_minutes: i64,
}

/// One maintenance window.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowRow {
    pub interval: Interval,
    /// Whether the window is open now.
    pub under_way: bool,
    pub notice: NoticeDeadline,
    /// The last day of notice; `None` under an interpretation without this window.
    pub last_day_of_notice: WithAlternatives<Option<NaiveDate>>,
}

/// The last day of notice, and whether it has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeDeadline {
    /// Notice is in time up to and including this day.
    Open(NaiveDate),
    /// This day has passed.
    Passed(NaiveDate),
}

impl MaintenanceAnswer {
    pub(super) fn compute(catalogue: &Catalogue, now: Timestamp) -> Self {
        let maintenance = &catalogue.maintenance;
        let today = copenhagen::date(now);
        let windows = maintenance.windows_after(now).take(WINDOW_COUNT).map(|window| {
            let last_day_in = |catalogue: &Catalogue| {
                let mut windows = catalogue.maintenance.windows_after(window.interval.start);
                let same = windows.next().filter(|other| other.interval == window.interval);
                Some(same.map(|window| window.last_day_of_notice))
            };
            let last = window.last_day_of_notice;
            WindowRow {
                interval: window.interval,
                under_way: window.interval.contains(now),
                notice: if last < today { NoticeDeadline::Passed(last) } else { NoticeDeadline::Open(last) },
                last_day_of_notice: WithAlternatives::evaluate_from(catalogue, Some(last), last_day_in),
            }
        });
        Self {
            windows: windows.collect(),
            purpose: maintenance.purpose.clone(),
            notice_working_days: maintenance.notice_period.working_days,
            preventive: maintenance.preventive.weekly().clone(),
            preventive_minutes: maintenance.preventive_minutes,
        }
    }
}
