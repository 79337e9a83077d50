//! Hours of single dates, and the reason that they are not those of the weekday.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::public_holidays::{PublicHoliday, public_holiday, public_holidays};
use super::working_calendar::END_OF_RANGE;
use super::{Exception, HolidayHours, WorkingCalendar};
use crate::Text;
use crate::time::Hours;

/// The reason that a date does not have the hours of its weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// The date has the hours of its weekday.
    Ordinary,
    /// A public holiday or closed day with other hours.
    Special(SpecialDay),
    /// An exception, with its reason.
    Exception(Text),
}

/// A public holiday, by law or by contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecialDay {
    /// A public holiday by law.
    PublicHoliday(PublicHoliday),
    /// A closed day of the contract, by its name.
    ClosedDay(Text),
}

impl WorkingCalendar {
    /// The hours that begin on the date, with the kind of the date.
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

    /// The public holiday on the date, by law or by the contract of this calendar, whatever its hours.
    pub fn special_day(&self, date: NaiveDate) -> Option<SpecialDay> {
        public_holiday(date).map(SpecialDay::PublicHoliday).or_else(|| {
            let closed = self.closed_days.iter().find(|day| day.rule.is_on(date))?;
            Some(SpecialDay::ClosedDay(closed.name.clone()))
        })
    }

    pub(super) fn exception(&self, date: NaiveDate) -> Option<&Exception> {
        let index = self.exceptions.binary_search_by_key(&date, |(date, _)| *date).ok()?;
        self.exceptions.get(index).map(|(_, exception)| &**exception)
    }

    fn hours_without_exception(&self, date: NaiveDate) -> (&[Hours], DayKind) {
        let usual = self.weekly().hours_on_date(date);
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

    /// The first date from `from` on that may differ from its weekday, apart from clock changes; 2100 if there is none.
    pub(super) fn next_special_date(&self, from: NaiveDate) -> NaiveDate {
        // The dates that the hours of a special date extend into are special as well.
        let earliest = from - Days::new(self.overflow_days.unsigned_abs().into());
        let mut first = END_OF_RANGE;
        let mut consider = |date: NaiveDate| {
            if earliest <= date && date < first {
                first = date;
            }
        };
        for (date, _) in &self.exceptions {
            consider(*date);
        }
        if !self.ignores_holidays() {
            // There are public holidays by law every year, so that one is found by the end of the second.
            for year in [earliest.year(), earliest.year() + 1] {
                for (date, _) in public_holidays(year) {
                    consider(date);
                }
                for day in self.closed_days.iter() {
                    day.rule.in_year(year).map(&mut consider);
                }
            }
        }
        first.max(from)
    }

    fn ignores_holidays(&self) -> bool {
        self.weekday_holidays == HolidayHours::AsUsual && self.weekend_holidays == HolidayHours::AsUsual
    }
}
