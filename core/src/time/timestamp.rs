//! Instants in UTC, to the second.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime};

use super::copenhagen;
use super::cursor::Cursor;

/// An instant: whole seconds since 1970-01-01T00:00:00Z.
///
/// A timestamp has no time zone. [`copenhagen`] converts it to the date and time in Denmark.
///
/// ```
/// use serviceaftale_core::time::{Timestamp, copenhagen};
/// let reported: Timestamp = "2026-04-03T15:00+02:00".parse().unwrap();
/// assert_eq!(reported.to_string(), "2026-04-03T13:00:00Z");
/// assert_eq!(copenhagen::rfc3339(reported), "2026-04-03T15:00:00+02:00");
/// assert!("2026-02-30T13:00:00Z".parse::<Timestamp>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// A date and time with or without an offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampOrLocal {
    /// The text has an offset or `Z`.
    Timestamp(Timestamp),
    /// The text has neither: a local time, here always Danish time.
    Local(NaiveDateTime),
}

/// Error for text that is not a [`Timestamp`] or [`TimestampOrLocal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseTimestampError {
    Malformed,
    /// The text is a local time.
    MissingOffset,
}

impl Timestamp {
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    pub(super) fn from_utc(utc: NaiveDateTime) -> Self {
        Self(utc.and_utc().timestamp())
    }

    /// The date and time in UTC. Timestamps beyond the years of chrono become 1970; parsed ones have a year of four
    /// digits.
    pub(super) fn to_utc(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default().naive_utc()
    }

    /// The timestamp that many seconds later; earlier if negative.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`; negative if `earlier` is later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// Rounds down to the minute.
    pub const fn start_of_minute(self) -> Self {
        Self(self.0 - self.0.rem_euclid(60))
    }

    /// Rounds up to the minute.
    pub const fn rounded_up_to_minute(self) -> Self {
        Self(self.0 + (-self.0).rem_euclid(60))
    }
}

impl TimestampOrLocal {
    /// The timestamp; a local time is taken as Danish time, see [`copenhagen::from_local_datetime`].
    ///
    /// ```
    /// use serviceaftale_core::time::TimestampOrLocal;
    /// let [local, with_offset] = ["2026-04-03T15:00", "2026-04-03T13:00Z"].map(|text| {
    ///     text.parse().map(TimestampOrLocal::to_timestamp)
    /// });
    /// assert_eq!(local, with_offset);
    /// ```
    pub fn to_timestamp(self) -> Timestamp {
        match self {
            Self::Timestamp(timestamp) => timestamp,
            Self::Local(local) => copenhagen::from_local_datetime(local),
        }
    }
}

/// Parses an RFC 3339 timestamp. Seconds may be absent, fractions of a second are dropped, surrounding spaces ignored.
impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse()? {
            TimestampOrLocal::Timestamp(timestamp) => Ok(timestamp),
            TimestampOrLocal::Local(_) => Err(ParseTimestampError::MissingOffset),
        }
    }
}

/// Parses `YYYY-MM-DDThh:mm[:ss[.fraction]]` with `Z`, an offset `±hh:mm`, or neither; surrounding spaces are ignored.
impl FromStr for TimestampOrLocal {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Cursor::parse(text.trim(), Cursor::timestamp_or_local).ok_or(ParseTimestampError::Malformed)
    }
}

/// RFC 3339 in UTC.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // chrono documents this format of `NaiveDateTime` as ISO 8601.
        write!(f, "{:?}Z", self.to_utc())
    }
}

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "expected a date and time as YYYY-MM-DDThh:mm, with or without an offset",
            Self::MissingOffset => "expected an offset from UTC after the time: Z, or as +02:00",
        })
    }
}

impl std::error::Error for ParseTimestampError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_every_form_of_rfc_3339() {
        fn check(text: &str, unix_seconds: i64) {
            assert_eq!(text.parse(), Ok(Timestamp(unix_seconds)), "{text}");
        }
        check("1970-01-01T00:00:00Z", 0);
        check("1970-01-01T01:00+01:00", 0);
        check("1969-12-31T19:30:00-04:30", 0);
        check("2026-04-03T15:00:30.750+02:00", 1_775_221_230);
        check("2026-04-03t13:00:30z", 1_775_221_230);
        check(" 2026-04-03 13:00:30Z\n", 1_775_221_230);
    }

    #[test]
    fn rejects_text_that_is_not_a_timestamp() {
        for text in [
            "",
            "2026-04-03",
            "2026-02-30T15:00Z",
            "2026-04-03T25:00Z",
            "2026-04-03T15:00:00.Z",
            "2026-04-03T15:00+2:00",
            "2026-04-03T15:00+24:00",
            "2026-04-03T15:00+02:00x",
            "26-04-03T15:00Z",
            "2026-04-03T15Z",
            "2026-04-03T15:00:00:00Z",
            "æ2026-04-03T15:00Z",
        ] {
            assert_eq!(text.parse::<Timestamp>(), Err(ParseTimestampError::Malformed), "{text}");
        }
        assert_eq!("2026-04-03T15:00".parse::<Timestamp>(), Err(ParseTimestampError::MissingOffset));
    }

    #[test]
    fn displays_what_it_parses() {
        for text in ["1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2026-04-03T13:00:30Z", "0000-01-01T00:00:00Z"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn rounds_to_minutes_before_and_after_1970() {
        for (seconds, down, up) in [(0, 0, 0), (1, 0, 60), (60, 60, 60), (-1, -60, 0)] {
            let timestamp = Timestamp(seconds);
            assert_eq!(timestamp.start_of_minute(), Timestamp(down));
            assert_eq!(timestamp.rounded_up_to_minute(), Timestamp(up));
        }
    }
}
