//! Plain description of a calendar in minutes, from which both the tested and the reference calendar are built.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serviceaftale_core::Text;
use serviceaftale_core::calendar::{
    ClosedDay, DateRule, Exception, HolidayHours, SpanKind, WeeklySchedule, WorkingCalendar,
};
use serviceaftale_core::time::{DayTime, Hours, MonthDay};

use super::clock::MINUTES_PER_DAY;
use super::holidays;

/// Hours of a date in minutes from its midnight; after 24:00 they extend into the following dates.
pub type DayHours = Vec<(i32, i32)>;

#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// From Monday.
    pub weekly: [DayHours; 7],
    pub weekday_holidays: OnHolidays,
    pub weekend_holidays: OnHolidays,
    pub closed_days: Vec<DateRule>,
    pub exceptions: BTreeMap<NaiveDate, PlannedException>,
}

#[derive(Clone, Debug, Default)]
pub enum OnHolidays {
    #[default]
    AsUsual,
    Closed,
    Only(DayHours),
}

#[derive(Clone, Debug, Default)]
pub struct PlannedException {
    pub hours: Option<DayHours>,
    pub breaks: DayHours,
}

impl Plan {
    /// The id of the calendar, which errors contain.
    pub const ID: &'static str = "planned";

    /// The tested calendar.
    pub fn calendar(&self) -> WorkingCalendar {
        let weekly = WeeklySchedule::new(self.weekly.each_ref().map(real_hours));
        let closed_days = self.closed_days.iter().map(|rule| ClosedDay { name: closed_day_name(), rule: *rule });
        let calendar = WorkingCalendar::new(Self::ID, weekly)
            .with_holiday_hours(self.weekday_holidays.holiday_hours(), self.weekend_holidays.holiday_hours())
            .with_closed_days(closed_days.collect());
        self.exceptions.iter().fold(calendar, |calendar, (date, planned)| {
            let exception = Exception {
                hours: planned.hours.as_ref().map(real_hours),
                breaks: real_hours(&planned.breaks),
                reason: reason(*date),
            };
            calendar.with_exception(*date, exception)
        })
    }

    /// The hours that begin on the date.
    pub fn hours_on(&self, date: NaiveDate) -> &DayHours {
        let exception = self.exceptions.get(&date).and_then(|exception| exception.hours.as_ref());
        exception.unwrap_or_else(|| self.hours_without_exception(date))
    }

    /// The breaks on the date.
    pub fn breaks_on(&self, date: NaiveDate) -> &[(i32, i32)] {
        self.exceptions.get(&date).map_or(&[], |exception| &exception.breaks)
    }

    /// The expected kind of closed spans on the date.
    pub fn closed_kind(&self, date: NaiveDate) -> SpanKind {
        if self.exceptions.contains_key(&date) {
            return SpanKind::Exception(reason(date));
        }
        if self.hours_without_exception(date) == self.usual_hours(date) {
            return SpanKind::Closed;
        }
        holidays::public_holiday(date).map_or(SpanKind::ClosedDay(closed_day_name()), SpanKind::PublicHoliday)
    }

    /// Open minutes in an ordinary week: of two weeks the second, into which the hours of the first extend.
    pub fn open_minutes_a_week(&self) -> i64 {
        let week = 7 * MINUTES_PER_DAY as usize;
        let mut open = vec![false; 4 * week];
        for (day, hours) in self.weekly.iter().chain(&self.weekly).enumerate() {
            let midnight = day * MINUTES_PER_DAY as usize;
            for (from, to) in hours {
                open[midnight + *from as usize..midnight + *to as usize].fill(true);
            }
        }
        open[week..2 * week].iter().filter(|open| **open).count() as i64
    }

    fn hours_without_exception(&self, date: NaiveDate) -> &DayHours {
        static NONE: DayHours = Vec::new();
        let policy = match date.weekday().number_from_monday() {
            1..=5 => &self.weekday_holidays,
            _ => &self.weekend_holidays,
        };
        match policy {
            OnHolidays::Closed if self.is_holiday(date) => &NONE,
            OnHolidays::Only(hours) if self.is_holiday(date) => hours,
            _ => self.usual_hours(date),
        }
    }

    fn usual_hours(&self, date: NaiveDate) -> &DayHours {
        &self.weekly[date.weekday().num_days_from_monday() as usize]
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        let matches = |rule: &DateRule| match *rule {
            DateRule::EveryYear(day) => Some(day) == MonthDay::new(date.month(), date.day()),
            DateRule::AfterEaster(days) => holidays::days_after_easter(date) == days,
            DateRule::Once(once) => date == once,
        };
        holidays::public_holiday(date).is_some() || self.closed_days.iter().any(matches)
    }
}

impl OnHolidays {
    fn holiday_hours(&self) -> HolidayHours {
        match self {
            Self::AsUsual => HolidayHours::AsUsual,
            Self::Closed => HolidayHours::Closed,
            Self::Only(hours) => HolidayHours::Only(real_hours(hours)),
        }
    }
}

fn real_hours(hours: &DayHours) -> Vec<Hours> {
    let time = |minutes| DayTime::from_seconds(minutes * 60).unwrap();
    hours.iter().map(|(from, to)| Hours::new(time(*from), time(*to)).unwrap()).collect()
}

fn closed_day_name() -> Text {
    Text::same("closed by contract")
}

/// A reason of its own for every date, so that a mistaken exception in an account is found.
fn reason(date: NaiveDate) -> Text {
    Text::same(&format!("differs on {date}"))
}
