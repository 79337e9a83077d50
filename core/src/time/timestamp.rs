//! What is an instant here, and how is one read from text?

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::cursor::Cursor;

/// An instant: whole seconds since 1970-01-01T00:00:00Z.
///
/// It knows no zone; [`super::copenhagen`] tells what a clock in Denmark shows at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// An instant as text says it: with an offset it is one, without it is a time on Danish clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenTime {
    /// The text had an offset or `Z`.
    Instant(Timestamp),
    /// The text had none.
    Civil(NaiveDateTime),
}

impl Timestamp {
    /// The instant that many seconds after 1970-01-01T00:00:00Z.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// This instant moved by that many seconds; earlier when negative.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to this instant; negative when `earlier` is later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// The start of the minute this instant lies in.
    pub const fn start_of_minute(self) -> Self {
        Self(self.0 - self.0.rem_euclid(60))
    }

    /// This instant, or the start of the next minute when it lies within one.
    pub const fn rounded_up_to_minute(self) -> Self {
        Self(self.0 + (-self.0).rem_euclid(60))
    }

    /// Reads an RFC 3339 instant; seconds may be left out, fractions of a second are dropped.
    ///
    /// ```
    /// use serviceaftale_core::time::Timestamp;
    /// let danish = Timestamp::from_rfc3339("2026-04-03T15:00+02:00");
    /// assert_eq!(danish, Timestamp::from_rfc3339("2026-04-03T13:00:00Z"));
    /// assert_eq!(Timestamp::from_rfc3339("2026-02-30T13:00:00Z"), None);
    /// ```
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        match WrittenTime::read(text)? {
            WrittenTime::Instant(instant) => Some(instant),
            WrittenTime::Civil(_) => None,
        }
    }
}

impl WrittenTime {
    /// Reads `YYYY-MM-DDThh:mm[:ss[.fraction]]` with `Z`, an offset `±hh:mm`, or neither.
    pub fn read(text: &str) -> Option<Self> {
        let mut text = Cursor::new(text.trim());
        let date = text.date()?;
        text.eat(b"Tt ")?;
        let mut seconds = 60 * text.minutes(2)?;
        if text.eat(b":").is_some() {
            seconds += text.two_digits_lt_60()?;
            if text.eat(b".").is_some() {
                text.number(1, 1)?;
                while text.number(1, 1).is_some() {}
            }
        }
        let civil = date.and_time(NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?);
        if text.is_empty() {
            return Some(Self::Civil(civil));
        }
        let offset = match text.eat(b"Zz+-")? {
            b'+' => text.offset()?,
            b'-' => -text.offset()?,
            _ => 0,
        };
        text.finish(Self::Instant(Timestamp(civil.and_utc().timestamp() - offset)))
    }
}

/// Reads `YYYY-MM-DD`, a date that exists.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let mut text = Cursor::new(text);
    let date = text.date()?;
    text.finish(date)
}

/// Reads `MM-DD`, a day that every year has, as it falls in one of them.
pub fn read_day_of_year(text: &str) -> Option<NaiveDate> {
    let mut text = Cursor::new(text);
    // 2001 has the days that every year has.
    let date = text.day_of_year(2001)?;
    text.finish(date)
}

impl Cursor<'_> {
    /// Takes `hh:mm` of less than a day and gives the seconds.
    fn offset(&mut self) -> Option<i64> {
        self.minutes(2).filter(|minutes| *minutes < 24 * 60).map(|minutes| i64::from(minutes) * 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_instants_in_every_spelling_of_rfc_3339() {
        fn check(text: &str, unix_seconds: i64) {
            assert_eq!(Timestamp::from_rfc3339(text), Some(Timestamp(unix_seconds)), "{text}");
        }
        check("1970-01-01T00:00:00Z", 0);
        check("1970-01-01T01:00+01:00", 0);
        check("1969-12-31T19:30:00-04:30", 0);
        check("2026-04-03T15:00:30.750+02:00", 1_775_221_230);
        check("2026-04-03t13:00:30z", 1_775_221_230);
    }

    #[test]
    fn refuses_what_is_no_instant() {
        for text in [
            "",
            "2026-04-03",
            "2026-04-03T15:00",
            "2026-02-30T15:00Z",
            "2026-04-03T25:00Z",
            "2026-04-03T15:00:00.Z",
            "2026-04-03T15:00+2:00",
            "2026-04-03T15:00+02:00x",
            "26-04-03T15:00Z",
            "2026-04-03T15Z",
            "2026-04-03T15:00:00:00Z",
            "æ2026-04-03T15:00Z",
        ] {
            assert_eq!(Timestamp::from_rfc3339(text), None, "{text}");
        }
    }

    #[test]
    fn rounds_to_minutes_on_both_sides_of_1970() {
        for (seconds, down, up) in [(0, 0, 0), (1, 0, 60), (60, 60, 60), (-1, -60, 0)] {
            let instant = Timestamp(seconds);
            assert_eq!(instant.start_of_minute(), Timestamp(down));
            assert_eq!(instant.rounded_up_to_minute(), Timestamp(up));
        }
    }
}
