//! Opening hours that begin on a date.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::DayTime;
use super::cursor::Cursor;
use super::day_time::SECONDS_PER_DAY;

/// Wall-clock hours that begin on a date, half-open: open at `from`, closed at `to`.
///
/// Hours past 24:00 extend into the following dates.
///
/// ```
/// use serviceaftale_core::time::{Hours, ParseHoursError};
/// let night: Hours = "22:00-26:30".parse().unwrap();
/// assert_eq!(night.to().to_string(), "26:30");
/// assert_eq!("22:00-02:30".parse::<Hours>(), Err(ParseHoursError::CloseBeforeOpening));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hours {
    from: DayTime,
    to: DayTime,
}

/// Error for text, or for a pair of times, that is not [`Hours`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseHoursError {
    /// The text is not a pair of times.
    Malformed,
    /// The hours begin at 24:00 or later.
    BeginNextDay,
    /// The hours end when they begin, or before.
    CloseBeforeOpening,
}

impl Hours {
    pub const WHOLE_DAY: Self = Self { from: DayTime::MIDNIGHT, to: DayTime::END_OF_DAY };

    /// Hours from one time to another, which may both be past 24:00.
    ///
    /// # Errors
    /// [`ParseHoursError::CloseBeforeOpening`], unless `from` is before `to`.
    pub fn new(from: DayTime, to: DayTime) -> Result<Self, ParseHoursError> {
        if from < to { Ok(Self { from, to }) } else { Err(ParseHoursError::CloseBeforeOpening) }
    }

    /// The first time that is within the hours.
    pub const fn from(self) -> DayTime {
        self.from
    }

    /// The first time that is no longer within the hours.
    pub const fn to(self) -> DayTime {
        self.to
    }

    /// Number of following dates that the hours extend into; 0 if they end by 24:00.
    pub(crate) const fn overflow_days(self) -> i32 {
        (self.to.0 - 1) / SECONDS_PER_DAY
    }

    /// The part on the date that is `days` after the first, in the time of that date.
    pub(crate) fn part_on_day(self, days: i32) -> Option<Self> {
        let midnight = days * SECONDS_PER_DAY;
        let from = (self.from.0 - midnight).max(0);
        let to = (self.to.0 - midnight).min(SECONDS_PER_DAY);
        (from < to).then_some(Self { from: DayTime(from), to: DayTime(to) })
    }
}

/// Parses `hh:mm-hh:mm` with optional seconds. The hours begin before 24:00.
impl FromStr for Hours {
    type Err = ParseHoursError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (from, to) = Cursor::parse(text, Cursor::day_times).ok_or(ParseHoursError::Malformed)?;
        if from < DayTime::END_OF_DAY { Self::new(from, to) } else { Err(ParseHoursError::BeginNextDay) }
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

impl fmt::Display for ParseHoursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "expected hours as hh:mm-hh:mm",
            Self::BeginNextDay => "expected hours that begin before 24:00",
            Self::CloseBeforeOpening => "expected hours that end after they begin",
        })
    }
}

impl std::error::Error for ParseHoursError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_pairs_of_times() {
        fn check(text: &str, expected: Result<&str, ParseHoursError>) {
            let parsed = text.parse::<Hours>().map(|hours| hours.to_string());
            assert_eq!(parsed, expected.map(str::to_owned), "{text}");
        }
        check("08:00-16:00", Ok("08:00-16:00"));
        check("23:59:30-168:00", Ok("23:59:30-168:00"));
        check("16:00-08:00", Err(ParseHoursError::CloseBeforeOpening));
        check("16:00-16:00", Err(ParseHoursError::CloseBeforeOpening));
        check("24:00-25:00", Err(ParseHoursError::BeginNextDay));
        for malformed in ["", "08:00", "08:00-", "-16:00", "08:00-16:00-18:00", "08:00 - 16:00", "08:00–16:00"] {
            check(malformed, Err(ParseHoursError::Malformed));
        }
    }

    #[test]
    fn hours_past_midnight_have_a_part_on_each_date() {
        let night: Hours = "22:00-26:00".parse().unwrap();
        assert_eq!(night.overflow_days(), 1);
        let parts = [0, 1, 2].map(|day| night.part_on_day(day).map(|part| part.to_string()));
        assert_eq!(parts, [Some("22:00-24:00".into()), Some("00:00-02:00".into()), None]);
        assert_eq!(Hours::WHOLE_DAY.overflow_days(), 0);
    }
}
