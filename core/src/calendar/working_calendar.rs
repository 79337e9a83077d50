//! Opening hours over the years: an ordinary week, public holidays and exceptions.

use std::rc::Rc;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::WeeklySchedule;
use super::public_holidays::ClosedDay;
use super::weekly_schedule::max_overflow_days;
use crate::Text;
use crate::time::interval::merge_into;
use crate::time::{CivilDay, Hours, Interval, Timestamp, copenhagen, subtract};

/// The first date that no calendar covers.
pub(super) const END_OF_RANGE: NaiveDate = match NaiveDate::from_ymd_opt(2100, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// Opening hours in Danish time: an ordinary week, hours on public holidays, and single dates with other hours.
///
/// [`deadline`](Self::deadline) has an example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkingCalendar {
    id: String,
    weekly: WeeklySchedule,
    pub(super) weekday_holidays: HolidayHours,
    pub(super) weekend_holidays: HolidayHours,
    pub(super) closed_days: Rc<[ClosedDay]>,
    /// In the order of their dates. There are few: a map would only add to the download. Not serialized: the
    /// calendars of an agreements file have none.
    #[serde(skip)]
    pub(super) exceptions: Vec<(NaiveDate, Rc<Exception>)>,
    /// Number of following dates that the hours of any date extend into.
    pub(super) overflow_days: i32,
}

/// The hours on a public holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HolidayHours {
    /// The hours of the weekday: the calendar ignores public holidays.
    AsUsual,
    Closed,
    /// These hours instead.
    Only(Vec<Hours>),
}

/// A date with other hours, and the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exception {
    /// The hours instead of the ordinary ones, also on a public holiday. An empty list is closed.
    pub hours: Option<Vec<Hours>>,
    /// Hours of this date in which the calendar is closed, even if the open hours began on a date before.
    pub breaks: Vec<Hours>,
    pub reason: Text,
}

impl WorkingCalendar {
    /// A calendar that ignores public holidays. Errors name it by its id.
    pub fn new(id: &str, weekly: WeeklySchedule) -> Self {
        let overflow_days = weekly.overflow_days();
        Self {
            id: id.to_owned(),
            weekly,
            weekday_holidays: HolidayHours::AsUsual,
            weekend_holidays: HolidayHours::AsUsual,
            closed_days: Rc::new([]),
            exceptions: Vec::new(),
            overflow_days,
        }
    }

    /// Sets the hours on public holidays from Monday to Friday, and on Saturday and Sunday.
    #[must_use]
    pub fn with_holiday_hours(mut self, weekday: HolidayHours, weekend: HolidayHours) -> Self {
        self.overflow_days = self.overflow_days.max(weekday.overflow_days()).max(weekend.overflow_days());
        self.weekday_holidays = weekday;
        self.weekend_holidays = weekend;
        self
    }

    /// Sets the days of the contract that count as public holidays.
    #[must_use]
    pub fn with_closed_days(mut self, closed_days: Rc<[ClosedDay]>) -> Self {
        self.closed_days = closed_days;
        self
    }

    /// Adds a date with other hours, or replaces the one that the date has.
    #[must_use]
    pub fn with_exception(mut self, date: NaiveDate, exception: impl Into<Rc<Exception>>) -> Self {
        let exception = exception.into();
        let hours = exception.hours.as_deref().unwrap_or(&[]);
        let overflow_days = max_overflow_days(hours).max(max_overflow_days(&exception.breaks));
        self.overflow_days = self.overflow_days.max(overflow_days);
        match self.exceptions.binary_search_by_key(&date, |(date, _)| *date) {
            Ok(index) => self.exceptions.splice(index..=index, [(date, exception)]).for_each(drop),
            Err(index) => self.exceptions.insert(index, (date, exception)),
        }
        self
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub const fn weekly(&self) -> &WeeklySchedule {
        &self.weekly
    }

    /// Whether the calendar has no opening at any time.
    pub fn is_always_closed(&self) -> bool {
        let opens = |exception: &Exception| exception.hours.as_ref().is_some_and(|hours| !hours.is_empty());
        !self.has_recurring_openings() && !self.exceptions.iter().any(|(_, exception)| opens(exception))
    }

    /// Whether the calendar opens in ordinary weeks or on public holidays, and so every year.
    pub(super) fn has_recurring_openings(&self) -> bool {
        let opens_on_holidays = |hours: &HolidayHours| matches!(hours, HolidayHours::Only(hours) if !hours.is_empty());
        !self.weekly.never_opens()
            || opens_on_holidays(&self.weekday_holidays)
            || opens_on_holidays(&self.weekend_holidays)
    }

    pub fn is_open(&self, timestamp: Timestamp) -> bool {
        self.open_on(CivilDay::new(copenhagen::date(timestamp))).iter().any(|interval| interval.contains(timestamp))
    }

    /// The open intervals of a day, disjoint and in order.
    pub(super) fn open_on(&self, day: CivilDay) -> Vec<Interval> {
        let open = self.parts_on(day, &|date| self.hours_on(date).0);
        if self.exceptions.is_empty() {
            return open;
        }
        let breaks = self.parts_on(day, &|date| self.exception(date).map_or(&[], |exception| &exception.breaks));
        subtract(&open, &breaks)
    }

    /// The parts on a day of the hours that begin on it or extend into it.
    fn parts_on<'a>(&'a self, day: CivilDay, hours_beginning_on: &dyn Fn(NaiveDate) -> &'a [Hours]) -> Vec<Interval> {
        let mut parts = Vec::new();
        for days in 0..=self.overflow_days {
            let date = day.date - Days::new(days.unsigned_abs().into());
            for hours in hours_beginning_on(date) {
                let Some(part) = hours.part_on_day(days) else {
                    continue;
                };
                let (start, end) = (day.timestamp(part.from()), day.timestamp(part.to()));
                // Hours that begin in the gap in spring may end before their first timestamp. They do not take place.
                if start < end {
                    merge_into(&mut parts, Interval { start, end });
                }
            }
        }
        parts
    }
}

impl HolidayHours {
    fn overflow_days(&self) -> i32 {
        match self {
            Self::Only(hours) => max_overflow_days(hours),
            Self::AsUsual | Self::Closed => 0,
        }
    }
}
