//! Simulated times of the demo view: scenarios, steps and the range of the time slider.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::{PublicHoliday, public_holiday};
use crate::report_input::days_later;
use crate::time::{DayTime, Timestamp, copenhagen};

/// A situation in which the agreements differ.
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
    /// The night of the change to daylight saving time, at 1:30, half an hour before the change.
    SummerTime,
}

/// More days than any scenario is ahead.
const MAX_DAYS: u64 = 400;

const HALF_HOUR: i32 = 1800;

impl Scenario {
    pub const ALL: [Self; 5] =
        [Self::FridayEvening, Self::GoodFriday, Self::ChristmasEve, Self::MondayNight, Self::SummerTime];

    /// The first occurrence after `now`.
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
        (0..MAX_DAYS).find_map(|days| {
            let date = today.checked_add_days(Days::new(days))?;
            let at = copenhagen::from_local(date, time);
            (self.is_on(date) && at > now).then_some(at)
        })
    }

    /// The time of day, in half hours since midnight.
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

/// A step of the shown time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeStep {
    /// To the same local time of the day before.
    DayBack,
    HourBack,
    HourForward,
    /// To the same local time of the next day.
    DayForward,
}

impl TimeStep {
    /// The time after the step.
    pub fn apply(self, shown: Timestamp) -> Timestamp {
        match self {
            Self::DayBack => days_later(shown, -1),
            Self::HourBack => shown.plus_seconds(-SECONDS_PER_HOUR),
            Self::HourForward => shown.plus_seconds(SECONDS_PER_HOUR),
            Self::DayForward => days_later(shown, 1),
        }
    }
}

const SECONDS_PER_HOUR: i64 = 3600;

/// The range of the time slider: four weeks of whole hours. The range starts at the current hour or a multiple of four
/// weeks from it, so that it stays the same while the shown time moves within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliderRange {
    start: Timestamp,
}

impl SliderRange {
    /// The greatest slider position; the least is 0.
    pub const MAX_POSITION: i64 = 4 * 7 * 24 - 1;

    /// The range that contains the shown time.
    pub const fn containing(shown: Timestamp, now: Timestamp) -> Self {
        let seconds = (Self::MAX_POSITION + 1) * SECONDS_PER_HOUR;
        let hour = now.plus_seconds(-now.unix_seconds().rem_euclid(SECONDS_PER_HOUR));
        let ranges = shown.seconds_since(hour).div_euclid(seconds);
        Self { start: hour.plus_seconds(ranges * seconds) }
    }

    /// The slider position of a time.
    pub const fn position_of(self, shown: Timestamp) -> i64 {
        shown.seconds_since(self.start).div_euclid(SECONDS_PER_HOUR)
    }

    /// The time at a slider position.
    pub const fn time_at(self, position: i64) -> Timestamp {
        self.start.plus_seconds(position * SECONDS_PER_HOUR)
    }
}
