//! How are maintenance windows told?

use chrono::NaiveDate;

use super::{Language, Messages, Sentence, danish, english, set};
use crate::answers::{MaintenanceAnswer, NoticeState, WindowRow};
use crate::time::{Interval, copenhagen};

/// The words for maintenance.
#[cfg_attr(test, derive(Debug))]
pub struct MaintenanceWords {
    pub(super) language: Language,
    /// The mark of a window that is open.
    pub(super) under_way: &'static str,
    /// The mark of a window that can still be notified in time.
    pub(super) notice_possible: &'static str,
    /// The mark of a window whose last day of notice has passed.
    pub(super) notice_past: &'static str,
    /// Before the last day of notice, while that is to come.
    pub(super) notice_by: &'static str,
    /// Before the last day of notice, once that has passed.
    pub(super) notice_was_by: &'static str,
    /// What another reading answers: no window at all.
    pub(super) no_window: &'static str,
    /// What another reading answers: another last day.
    pub(super) by: Sentence<1>,
    /// When, and how long it takes the line down at most.
    pub(super) preventive: Sentence<2>,
    /// How many working days.
    pub(super) notice_rule: Sentence<1>,
}

/// How maintenance is told in that language.
pub const fn maintenance(language: Language) -> &'static MaintenanceWords {
    match language {
        Language::Danish => &danish::MAINTENANCE,
        Language::English => &english::MAINTENANCE,
    }
}

impl Messages {
    /// `kl. 0.00–6.00`; a window that ends on a later date says so.
    pub fn window(&self, interval: Interval) -> String {
        let (start, end) = (copenhagen::to_local(interval.start), copenhagen::to_local(interval.end));
        if start.date == end.date {
            let range = format!("{}–{}", self.time_of_day(start.time), self.time_of_day(end.time));
            return self.times.clock.with([&range]);
        }
        let end = self.times.far_moment.with([&self.day(end.date, start.date), &self.clock(interval.end)]);
        set(&format!("{} – {end}", self.clock(interval.start)))
    }
}

impl MaintenanceWords {
    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// Whether a window is open, or can still be notified in time.
    pub const fn window_state(&self, row: &WindowRow) -> &'static str {
        match row.notice {
            _ if row.under_way => self.under_way,
            NoticeState::Possible(_) => self.notice_possible,
            NoticeState::Past(_) => self.notice_past,
        }
    }

    /// What stands before the last day of notice.
    pub const fn notice(&self, state: NoticeState) -> &'static str {
        match state {
            NoticeState::Possible(_) => self.notice_by,
            NoticeState::Past(_) => self.notice_was_by,
        }
    }

    /// The answer of another reading to the question for the last day of notice.
    pub fn notice_otherwise(&self, last: Option<NaiveDate>, today: NaiveDate) -> String {
        last.map_or_else(|| self.no_window.to_owned(), |last| self.by.with([&self.say().day(last, today)]))
    }

    /// What preventive maintenance is, and how it differs from a window.
    pub fn preventive(&self, maintenance: &MaintenanceAnswer) -> String {
        let down = self.say().duration(60 * maintenance.preventive_minutes);
        self.preventive.with([&self.say().weekly(&maintenance.preventive), &down])
    }

    /// How notice is given.
    pub fn notice_rule(&self, maintenance: &MaintenanceAnswer) -> String {
        self.notice_rule.with([&maintenance.notice_working_days.to_string()])
    }
}
