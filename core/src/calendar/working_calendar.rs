//! Which hours does a given date have, once public holidays, closed days and exceptions are seen to?

use std::fmt;
use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::WeeklySchedule;
use super::public_holidays::{ClosedDay, PublicHoliday, public_holiday, public_holidays};
use super::weekly_schedule::max_overflow_days;
use crate::Text;
use crate::time::CivilDay;
use crate::time::interval::merge_into;
use crate::time::{Hours, Interval, Timestamp, copenhagen, subtract};

/// The first date that no calendar covers.
pub(super) const END_OF_RANGE: NaiveDate = match NaiveDate::from_ymd_opt(2100, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// Opening hours in Danish time: an ordinary week, what public holidays do to it, and single dates
/// that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingCalendar {
    id: String,
    weekly: WeeklySchedule,
    weekday_holidays: HolidayHours,
    weekend_holidays: HolidayHours,
    closed_days: Rc<[ClosedDay]>,
    /// In order of their dates; a handful, for which a tree would only weigh more.
    exceptions: Vec<(NaiveDate, Exception)>,
    /// How many dates past their own the hours of any date reach.
    reach: i32,
}

/// The hours of a public holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayHours {
    /// Those of its weekday: the calendar takes no notice of public holidays.
    AsUsual,
    /// None.
    Closed,
    /// These instead.
    Only(Vec<Hours>),
}

/// A date whose hours differ, for a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exception {
    /// The date's hours instead of its ordinary ones, also on a public holiday; empty is closed.
    pub hours: Option<Vec<Hours>>,
    /// What is taken out of the date's wall-clock time, whichever date the hours began on.
    pub breaks: Vec<Hours>,
    /// SpanKind.
    pub reason: Text,
}

/// What makes a date's hours other than its weekday's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// Nothing does.
    Ordinary,
    /// A public holiday that changes the hours.
    Special(SpecialDay),
    /// An exception, with its reason.
    Exception(Text),
}

/// A public holiday, by law or by contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecialDay {
    /// By law.
    PublicHoliday(PublicHoliday),
    /// By the contract, with the day's name.
    ClosedDay(Text),
}

/// SpanKind a calendar has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// It has no opening after the asked instant, or none that would be enough.
    NeverOpens {
        /// The calendar's id.
        calendar: String,
    },
    /// The answer lies after 2099, where neither clock changes nor holidays are known.
    BeyondRange {
        /// The calendar's id.
        calendar: String,
    },
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeverOpens { calendar } => write!(f, "calendar \"{calendar}\" has no opening ahead"),
            Self::BeyondRange { calendar } => {
                write!(f, "calendar \"{calendar}\": the answer lies after 2099")
            }
        }
    }
}

impl std::error::Error for CalendarError {}

impl WorkingCalendar {
    /// A calendar of that id (which errors name) that takes no notice of public holidays.
    pub fn new(id: &str, weekly: WeeklySchedule) -> Self {
        let reach = weekly.overflow_days();
        Self {
            id: id.to_owned(),
            weekly,
            weekday_holidays: HolidayHours::AsUsual,
            weekend_holidays: HolidayHours::AsUsual,
            closed_days: Rc::new([]),
            exceptions: Vec::new(),
            reach,
        }
    }

    /// The same with these hours on public holidays: those from Monday to Friday, and those on
    /// Saturday and Sunday.
    #[must_use]
    pub fn on_public_holidays(mut self, weekday: HolidayHours, weekend: HolidayHours) -> Self {
        self.reach = self.reach.max(weekday.reach()).max(weekend.reach());
        self.weekday_holidays = weekday;
        self.weekend_holidays = weekend;
        self
    }

    /// The same where these days, too, count as public holidays.
    #[must_use]
    pub fn with_closed_days(mut self, closed_days: Rc<[ClosedDay]>) -> Self {
        self.closed_days = closed_days;
        self
    }

    /// The same with one more date that differs.
    #[must_use]
    pub fn with_exception(mut self, date: NaiveDate, exception: Exception) -> Self {
        let hours = exception.hours.as_deref().unwrap_or(&[]);
        self.reach = self.reach.max(max_overflow_days(hours)).max(max_overflow_days(&exception.breaks));
        match self.exceptions.binary_search_by_key(&date, |(date, _)| *date) {
            Ok(place) => self.exceptions.splice(place..=place, [(date, exception)]).for_each(drop),
            Err(place) => self.exceptions.insert(place, (date, exception)),
        }
        self
    }

    /// What errors call it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its ordinary week.
    pub const fn weekly(&self) -> &WeeklySchedule {
        &self.weekly
    }

    /// Whether nothing can ever open it.
    pub fn is_always_closed(&self) -> bool {
        let opens_then = |exception: &Exception| exception.hours.as_ref().is_some_and(|hours| !hours.is_empty());
        !self.has_recurring_openings() && !self.exceptions.iter().any(|(_, exception)| opens_then(exception))
    }

    /// Whether it opens in ordinary weeks or on public holidays, and so for all time.
    pub(super) fn has_recurring_openings(&self) -> bool {
        let opens_on_holidays = |hours: &HolidayHours| matches!(hours, HolidayHours::Only(hours) if !hours.is_empty());
        !self.weekly.never_opens()
            || opens_on_holidays(&self.weekday_holidays)
            || opens_on_holidays(&self.weekend_holidays)
    }

    /// The error of a search that reached the end of the calendar.
    pub(super) fn no_answer(&self) -> CalendarError {
        let calendar = self.id().to_owned();
        if self.has_recurring_openings() {
            CalendarError::BeyondRange { calendar }
        } else {
            CalendarError::NeverOpens { calendar }
        }
    }

    /// Whether it is open at the instant.
    pub fn is_open(&self, instant: Timestamp) -> bool {
        self.open_on(CivilDay::new(copenhagen::date(instant))).iter().any(|interval| interval.contains(instant))
    }

    /// The hours that begin on the date, and what makes them other than its weekday's.
    pub fn hours_on(&self, date: NaiveDate) -> (&[Hours], DayKind) {
        if let Some(exception) = self.exception(date) {
            let hours = exception.hours.as_deref();
            return (
                hours.unwrap_or_else(|| self.hours_without_exception(date).0),
                DayKind::Exception(exception.reason.clone()),
            );
        }
        self.hours_without_exception(date)
    }

    /// The public holiday, by law or by this calendar's contract, on that date.
    pub fn special_day(&self, date: NaiveDate) -> Option<SpecialDay> {
        public_holiday(date).map(SpecialDay::PublicHoliday).or_else(|| {
            let closed = self.closed_days.iter().find(|day| day.falls.is_on(date))?;
            Some(SpecialDay::ClosedDay(closed.name.clone()))
        })
    }

    fn exception(&self, date: NaiveDate) -> Option<&Exception> {
        let place = self.exceptions.binary_search_by_key(&date, |(date, _)| *date).ok()?;
        self.exceptions.get(place).map(|(_, exception)| exception)
    }

    fn hours_without_exception(&self, date: NaiveDate) -> (&[Hours], DayKind) {
        let usual = self.weekly.on_date(date);
        let hours = match self.holiday_hours(date) {
            HolidayHours::AsUsual => return (usual, DayKind::Ordinary),
            HolidayHours::Closed => &[],
            HolidayHours::Only(hours) => hours.as_slice(),
        };
        // Easter is not the reason that a Sunday is closed on which the calendar is closed anyway.
        if hours == usual {
            return (usual, DayKind::Ordinary);
        }
        match self.special_day(date) {
            Some(special) => (hours, DayKind::Special(special)),
            None => (usual, DayKind::Ordinary),
        }
    }

    fn holiday_hours(&self, date: NaiveDate) -> &HolidayHours {
        match date.weekday() {
            Weekday::Sat | Weekday::Sun => &self.weekend_holidays,
            _ => &self.weekday_holidays,
        }
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

    /// What falls on the day of hours that begin on it or reach over from before.
    fn parts_on<'a>(&'a self, day: CivilDay, hours_beginning_on: &dyn Fn(NaiveDate) -> &'a [Hours]) -> Vec<Interval> {
        let mut parts = Vec::new();
        for days in 0..=self.reach {
            let date = day.date - Days::new(days.unsigned_abs().into());
            for hours in hours_beginning_on(date) {
                let Some(part) = hours.part_on_day(days) else {
                    continue;
                };
                let (start, end) = (day.timestamp(part.from()), day.timestamp(part.to()));
                // Within the spring gap an hour may begin after it ends; then it does not take place.
                if start < end {
                    merge_into(&mut parts, Interval { start, end });
                }
            }
        }
        parts
    }

    /// The first date on or after `from` that is not open exactly as its weekday is, clock changes
    /// apart; 2100 when there is none before. It may be a date that turns out ordinary.
    pub(super) fn next_special_date(&self, from: NaiveDate) -> NaiveDate {
        // What a special date's hours reach into is special too.
        let earliest = from - Days::new(self.reach.unsigned_abs().into());
        let mut first = END_OF_RANGE;
        let mut see = |date: NaiveDate| {
            if earliest <= date && date < first {
                first = date;
            }
        };
        for (date, _) in &self.exceptions {
            see(*date);
        }
        if !self.ignores_holidays() {
            // The law has some every year, so that there is one by the end of the next.
            for year in [earliest.year(), earliest.year() + 1] {
                for (date, _) in public_holidays(year) {
                    see(date);
                }
                for day in self.closed_days.iter() {
                    day.falls.in_year(year).map(&mut see);
                }
            }
        }
        first.max(from)
    }

    fn ignores_holidays(&self) -> bool {
        self.weekday_holidays == HolidayHours::AsUsual && self.weekend_holidays == HolidayHours::AsUsual
    }
}

impl HolidayHours {
    fn reach(&self) -> i32 {
        match self {
            Self::Only(hours) => max_overflow_days(hours),
            Self::AsUsual | Self::Closed => 0,
        }
    }
}
