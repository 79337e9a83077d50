//! What is an instant here, and how is one read from text?

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

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
    /// use serviceaftale_core::calendar::Timestamp;
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
        let (date, rest) = text.trim().split_once(['T', 't', ' '])?;
        let date = read_date(date)?;
        let offset_at = rest.find(['Z', 'z', '+', '-']);
        let (clock, offset) = match offset_at {
            Some(at) => rest.split_at_checked(at)?,
            None => (rest, ""),
        };
        let civil = NaiveDateTime::new(date, read_clock(clock)?);
        Some(match offset {
            "" => Self::Civil(civil),
            _ => Self::Instant(Timestamp(civil.and_utc().timestamp() - read_offset(offset)?)),
        })
    }
}

/// Reads `YYYY-MM-DD`, a date that exists.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn read_clock(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let second = match parts.next() {
        None => 0,
        Some(seconds) => {
            let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
            if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            digits(whole, 2)?
        }
    };
    if parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// Seconds east of Greenwich.
fn read_offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, clock) = text.split_at_checked(1)?;
    let (hours, minutes) = clock.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i64::from(hours * 3600 + minutes * 60);
    Some(if sign == "-" { -seconds } else { seconds })
}

/// A number written with exactly that many ASCII digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
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
