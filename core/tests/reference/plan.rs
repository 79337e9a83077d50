//! A calendar written down as plain data, in minutes, from which both the real one and the slow one are made.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serviceaftale_core::Text;
use serviceaftale_core::calendar::{
    ClosedDay, DateRule, Exception, HolidayHours, SpanKind, WeeklySchedule, WorkingCalendar,
};
use serviceaftale_core::time::{DayTime, Hours};

use super::clock::MINUTES_PER_DAY;
use super::holidays;

/// Hours of a date: minutes of the wall clock from its midnight, past 24:00 into the dates after it.
pub type DayHours = Vec<(i32, i32)>;

#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Monday first.
    pub weekly: [DayHours; 7],
    pub weekday_holidays: OnHolidays,
    pub weekend_holidays: OnHolidays,
    pub closed_days: Vec<DateRule>,
    pub exceptions: BTreeMap<NaiveDate, Differing>,
}

#[derive(Clone, Debug, Default)]
pub enum OnHolidays {
    #[default]
    AsUsual,
    Closed,
    Only(DayHours),
}

#[derive(Clone, Debug, Default)]
pub struct Differing {
    pub hours: Option<DayHours>,
    pub breaks: DayHours,
}

impl Plan {
    /// What errors are to call its calendar.
    pub const ID: &'static str = "planned";

    /// The real calendar of this plan.
    pub fn calendar(&self) -> WorkingCalendar {
        let weekly = WeeklySchedule::new(self.weekly.each_ref().map(real_hours));
        let closed_days = self.closed_days.iter().map(|falls| ClosedDay { name: closed_day_name(), falls: *falls });
        let calendar = WorkingCalendar::new(Self::ID, weekly)
            .on_public_holidays(self.weekday_holidays.real(), self.weekend_holidays.real())
            .with_closed_days(closed_days.collect());
        self.exceptions.iter().fold(calendar, |calendar, (date, differing)| {
            let exception = Exception {
                hours: differing.hours.as_ref().map(real_hours),
                breaks: real_hours(&differing.breaks),
                reason: reason(*date),
            };
            calendar.with_exception(*date, exception)
        })
    }

    /// The hours that begin on the date.
    pub fn hours_on(&self, date: NaiveDate) -> &DayHours {
        let exception = self.exceptions.get(&date).and_then(|differing| differing.hours.as_ref());
        exception.unwrap_or_else(|| self.hours_without_exception(date))
    }

    /// What is taken out of the date's own wall-clock time.
    pub fn breaks_on(&self, date: NaiveDate) -> &[(i32, i32)] {
        self.exceptions.get(&date).map_or(&[], |differing| &differing.breaks)
    }

    /// What an account has to say of the date's closed hours.
    pub fn why_closed(&self, date: NaiveDate) -> SpanKind {
        if self.exceptions.contains_key(&date) {
            return SpanKind::Exception(reason(date));
        }
        if self.hours_without_exception(date) == self.usual_hours(date) {
            return SpanKind::Closed;
        }
        holidays::public_holiday(date).map_or(SpanKind::ClosedDay(closed_day_name()), SpanKind::PublicHoliday)
    }

    /// How many minutes an ordinary week is open: two weeks are marked, and the second, which the hours
    /// of the first reach into, is counted.
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
        let falls_then = |falls: &DateRule| match *falls {
            DateRule::EveryYear { month, day } => (date.month(), date.day()) == (month, day),
            DateRule::AfterEaster(days) => holidays::days_after_easter(date) == days,
            DateRule::Once(once) => date == once,
        };
        holidays::public_holiday(date).is_some() || self.closed_days.iter().any(falls_then)
    }
}

impl OnHolidays {
    fn real(&self) -> HolidayHours {
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

/// Every date's reason differs, so that an account cannot mistake one exception for another.
fn reason(date: NaiveDate) -> Text {
    Text::same(&format!("differs on {date}"))
}
