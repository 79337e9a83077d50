//! What is a time of day, and what are hours within a day?

use std::fmt;

use super::cursor::Cursor;

/// A time on the wall clock of a date: 00:00 to 24:00, and past it into the following days.
///
/// `26:30` is 02:30 on the next date, and belongs to the date before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayTime(i32);

/// Seconds that a wall clock counts in a day.
pub const SECONDS_PER_DAY: i32 = 86_400;

impl DayTime {
    /// 00:00, where a date begins.
    pub const MIDNIGHT: Self = Self(0);
    /// 24:00, where a date ends.
    pub const END_OF_DAY: Self = Self(SECONDS_PER_DAY);
    /// 168:00: no hours run longer than a week.
    pub const LATEST: Self = Self(7 * SECONDS_PER_DAY);

    /// The time that many seconds after midnight on the wall clock; none before 00:00 or past 168:00.
    pub fn from_seconds(seconds: i32) -> Option<Self> {
        (0..=Self::LATEST.0).contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds on the wall clock since midnight.
    pub const fn seconds(self) -> i32 {
        self.0
    }

    /// Reads `hh:mm` or `hh:mm:ss`, where the hour may be 24 or more.
    pub fn read(text: &str) -> Option<Self> {
        let mut text = Cursor::new(text);
        let mut seconds = 60 * text.minutes(3)?;
        if text.eat(b":").is_some() {
            seconds += text.two_digits_lt_60()?;
        }
        text.finish(Self::from_seconds(seconds.cast_signed())?)
    }
}

impl fmt::Display for DayTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60)?;
        match self.0 % 60 {
            0 => Ok(()),
            seconds => write!(f, ":{seconds:02}"),
        }
    }
}

/// Hours that begin on a date, half-open and on the wall clock: open at `from`, no longer at `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    from: DayTime,
    to: DayTime,
}

/// Why a pair of times, or a text, is not hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseHoursError {
    /// It is not a pair of times.
    Unreadable,
    /// They begin at or after 24:00.
    BeginNextDay,
    /// They end before or when they begin.
    CloseBeforeOpening,
}

impl Hours {
    /// From midnight to midnight.
    pub const WHOLE_DAY: Self = Self { from: DayTime::MIDNIGHT, to: DayTime::END_OF_DAY };

    /// Hours from one time up to another.
    ///
    /// # Errors
    /// When they do not close after they open.
    pub fn new(from: DayTime, to: DayTime) -> Result<Self, ParseHoursError> {
        if from < to { Ok(Self { from, to }) } else { Err(ParseHoursError::CloseBeforeOpening) }
    }

    /// Reads `hh:mm-hh:mm`, hours that begin on their own date.
    ///
    /// # Errors
    /// When the text is not that.
    pub fn read(text: &str) -> Result<Self, ParseHoursError> {
        let (from, to) = text.split_once('-').ok_or(ParseHoursError::Unreadable)?;
        let (Some(from), Some(to)) = (DayTime::read(from), DayTime::read(to)) else {
            return Err(ParseHoursError::Unreadable);
        };
        if from < DayTime::END_OF_DAY { Self::new(from, to) } else { Err(ParseHoursError::BeginNextDay) }
    }

    /// When they begin.
    pub const fn from(self) -> DayTime {
        self.from
    }

    /// When they end: the first time that is no longer within them.
    pub const fn to(self) -> DayTime {
        self.to
    }

    /// How many whole or part days past their own date they reach; 0 when they end by 24:00.
    pub(crate) const fn days_past_own(self) -> i32 {
        (self.to.0 - 1) / SECONDS_PER_DAY
    }

    /// What of them falls on the date `days` after their own, on that date's wall clock.
    pub(crate) fn part_on_day_after(self, days: i32) -> Option<Self> {
        let midnight = days * SECONDS_PER_DAY;
        let from = (self.from.0 - midnight).max(0);
        let to = (self.to.0 - midnight).min(SECONDS_PER_DAY);
        (from < to).then_some(Self { from: DayTime(from), to: DayTime(to) })
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_up_to_a_week() {
        fn check(text: &str, seconds: Option<i32>) {
            assert_eq!(DayTime::read(text).map(DayTime::seconds), seconds, "{text}");
        }
        check("00:00", Some(0));
        check("08:05:30", Some(29_130));
        check("24:00", Some(86_400));
        check("26:30", Some(95_400));
        check("168:00", Some(604_800));
        check("168:01", None);
        check("8:00", None);
        check("08:60", None);
        check("08.00", None);
        check("-8:00", None);
        check("08:00:00:00", None);
    }

    #[test]
    fn hours_past_midnight_fall_apart_by_date() {
        let night = Hours { from: DayTime(22 * 3600), to: DayTime(26 * 3600) };
        assert_eq!(night.days_past_own(), 1);
        let parts = [0, 1, 2].map(|day| night.part_on_day_after(day).map(|part| part.to_string()));
        assert_eq!(parts, [Some("22:00-24:00".into()), Some("00:00-02:00".into()), None]);
        assert_eq!(Hours::WHOLE_DAY.days_past_own(), 0);
    }
}
