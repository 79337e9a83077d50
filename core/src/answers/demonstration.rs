//! Which moments does a demonstration show, and how does it move through the weeks around them?

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::{PublicHoliday, public_holiday};
use crate::report_input::days_later;
use crate::time::{DayTime, Timestamp, copenhagen};

/// A moment at which it shows what an agreement is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// A Friday at 20:30.
    FridayEvening,
    /// Good Friday at 15:00.
    GoodFriday,
    /// 24 December at 14:00.
    ChristmasEve,
    /// A Monday at 2:00, within the weekly maintenance window.
    MondayNight,
    /// The night in spring that is an hour shorter, at 1:30, before clocks are moved.
    SummerTime,
}

/// Further ahead than any of them is.
const MOST_DAYS: u64 = 400;

const HALF_HOUR: i32 = 1800;

impl Scenario {
    /// Each of them.
    pub const ALL: [Self; 5] =
        [Self::FridayEvening, Self::GoodFriday, Self::ChristmasEve, Self::MondayNight, Self::SummerTime];

    /// The first such moment after `now`.
    ///
    /// ```
    /// use serviceaftale_core::answers::demonstration::Scenario;
    /// use serviceaftale_core::time::{Timestamp, copenhagen};
    /// let now: Timestamp = "2026-01-05T10:00+01:00".parse().unwrap();
    /// let good_friday = Scenario::GoodFriday.next(now).unwrap();
    /// assert_eq!(copenhagen::rfc3339(good_friday), "2026-04-03T15:00:00+02:00");
    /// ```
    pub fn next(self, now: Timestamp) -> Option<Timestamp> {
        let (today, time) = (copenhagen::date(now), DayTime::from_seconds(self.half_hours() * HALF_HOUR)?);
        (0..MOST_DAYS).find_map(|days| {
            let date = today.checked_add_days(Days::new(days))?;
            let at = copenhagen::from_local(date, time);
            (self.is_on(date) && at > now).then_some(at)
        })
    }

    /// Its time of day.
    const fn half_hours(self) -> i32 {
        match self {
            Self::FridayEvening => 41,
            Self::GoodFriday => 30,
            Self::ChristmasEve => 28,
            Self::MondayNight => 4,
            Self::SummerTime => 3,
        }
    }

    fn is_on(self, date: NaiveDate) -> bool {
        match self {
            Self::FridayEvening => date.weekday() == Weekday::Fri,
            Self::GoodFriday => public_holiday(date) == Some(PublicHoliday::GoodFriday),
            Self::ChristmasEve => (date.month(), date.day()) == (12, 24),
            Self::MondayNight => date.weekday() == Weekday::Mon,
            Self::SummerTime => copenhagen::clock_change_on(date).is_some_and(|change| change.forward_seconds > 0),
        }
    }
}

/// A step through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the same time of the day before.
    DayBack,
    /// To an hour before.
    HourBack,
    /// To an hour later.
    HourOn,
    /// To the same time of the next day.
    DayOn,
}

impl Step {
    /// Where it leads from that moment.
    pub fn from(self, shown: Timestamp) -> Timestamp {
        match self {
            Self::DayBack => days_later(shown, -1),
            Self::HourBack => shown.plus_seconds(-SECONDS_PER_HOUR),
            Self::HourOn => shown.plus_seconds(SECONDS_PER_HOUR),
            Self::DayOn => days_later(shown, 1),
        }
    }
}

const SECONDS_PER_HOUR: i64 = 3600;

/// Four weeks of whole hours to move through: those that come, or for a moment beyond them those four around it which
/// are a multiple of four weeks away, so that they stay the same while one moves within them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FourWeeks {
    from: Timestamp,
}

impl FourWeeks {
    /// The last of their hours, from 0.
    pub const LAST_HOUR: i64 = 4 * 7 * 24 - 1;

    /// Those that the shown moment lies in, counted from the present hour.
    pub const fn around(shown: Timestamp, now: Timestamp) -> Self {
        let seconds = (Self::LAST_HOUR + 1) * SECONDS_PER_HOUR;
        let hour = now.plus_seconds(-now.unix_seconds().rem_euclid(SECONDS_PER_HOUR));
        let away = shown.seconds_since(hour).div_euclid(seconds);
        Self { from: hour.plus_seconds(away * seconds) }
    }

    /// The hour that a moment lies in.
    pub const fn hour_of(self, shown: Timestamp) -> i64 {
        shown.seconds_since(self.from).div_euclid(SECONDS_PER_HOUR)
    }

    /// The beginning of an hour.
    pub const fn at(self, hour: i64) -> Timestamp {
        self.from.plus_seconds(hour * SECONDS_PER_HOUR)
    }
}
