//! When are the next maintenance windows, and by when is notice of them due?

use chrono::NaiveDate;

use super::WithAlternatives;
use crate::Text;
use crate::agreement::Catalogue;
use crate::calendar::WeeklySchedule;
use crate::time::{Interval, Timestamp, copenhagen};

/// How many windows are listed.
const WINDOWS: usize = 3;

/// The next maintenance windows.
#[derive(Clone, Debug, PartialEq)]
pub struct MaintenanceAnswer {
    /// In order; the first one may be under way.
    pub windows: Vec<WindowRow>,
    /// What the windows are for.
    pub purpose: Text,
    /// The working days of notice.
    pub notice_working_days: u32,
    /// When preventive maintenance is possible, without notice.
    pub preventive: WeeklySchedule,
    /// How long that takes the line down at most, as a rule, in minutes.
    pub preventive_minutes: i64,
}

/// One window.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowRow {
    /// When.
    pub interval: Interval,
    /// Whether it has begun.
    pub under_way: bool,
    /// Whether notice can still be in time.
    pub notice: NoticeState,
    /// The last day of notice in the readings in force and in others; none where there is no such window.
    pub last_day_of_notice: WithAlternatives<Option<NaiveDate>>,
}

/// Whether notice can still be in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeState {
    /// It can, up to and including that day.
    Possible(NaiveDate),
    /// That day has passed.
    Past(NaiveDate),
}

impl MaintenanceAnswer {
    pub(super) fn compute(catalogue: &Catalogue, now: Timestamp) -> Self {
        let maintenance = &catalogue.maintenance;
        let today = copenhagen::date(now);
        let windows = maintenance.windows_after(now).take(WINDOWS).map(|window| {
            let ask = |catalogue: &Catalogue| {
                let mut windows = catalogue.maintenance.windows_after(window.interval.start);
                let same = windows.next().filter(|other| other.interval == window.interval);
                Some(same.map(|window| window.last_day_of_notice))
            };
            let last = window.last_day_of_notice;
            WindowRow {
                interval: window.interval,
                under_way: window.interval.contains(now),
                notice: if last < today { NoticeState::Past(last) } else { NoticeState::Possible(last) },
                last_day_of_notice: WithAlternatives::evaluate_from(catalogue, Some(last), ask),
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
