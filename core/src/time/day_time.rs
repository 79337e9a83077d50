//! Times of day on a wall clock, up to and past 24:00.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::cursor::Cursor;

/// Seconds in a civil day. A day with a clock change is an hour shorter or longer.
pub const SECONDS_PER_DAY: i32 = 86_400;

/// A time on the wall clock of a date: 00:00 to 24:00, and past 24:00 into the following days.
///
/// `26:30` is 02:30 on the next date, but belongs to the date before.
///
/// ```
/// use serviceaftale_core::time::DayTime;
/// let late: DayTime = "26:30".parse().unwrap();
/// assert!(late > DayTime::END_OF_DAY);
/// assert_eq!(late.seconds(), 26 * 3600 + 30 * 60);
/// assert_eq!(late.to_string(), "26:30");
/// assert!("24.00".parse::<DayTime>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DayTime(pub(super) i32);

/// Error for text that is not a [`DayTime`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDayTimeError;

impl DayTime {
    /// 00:00, the start of the date.
    pub const MIDNIGHT: Self = Self(0);
    /// 24:00, the end of the date.
    pub const END_OF_DAY: Self = Self(SECONDS_PER_DAY);
    /// 168:00. Hours extend over a week at the most.
    pub const LATEST: Self = Self(7 * SECONDS_PER_DAY);

    /// The time that many wall-clock seconds after midnight, or `None` before 00:00 or after 168:00.
    pub fn from_seconds(seconds: i32) -> Option<Self> {
        (0..=Self::LATEST.0).contains(&seconds).then_some(Self(seconds))
    }

    /// Wall-clock seconds since midnight.
    pub const fn seconds(self) -> i32 {
        self.0
    }
}

/// Parses `hh:mm` or `hh:mm:ss`, where the hour may be 24 or more.
impl FromStr for DayTime {
    type Err = ParseDayTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Cursor::parse(text, Cursor::day_time).ok_or(ParseDayTimeError)
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

impl fmt::Display for ParseDayTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a time of day as hh:mm or hh:mm:ss, 168:00 at the latest")
    }
}

impl std::error::Error for ParseDayTimeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_times_up_to_a_week() {
        fn check(text: &str, seconds: Option<i32>) {
            assert_eq!(text.parse().ok().map(DayTime::seconds), seconds, "{text}");
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
    fn displays_what_it_parses() {
        for text in ["00:00", "08:05:30", "24:00", "168:00"] {
            assert_eq!(text.parse::<DayTime>().unwrap().to_string(), text);
        }
    }
}
