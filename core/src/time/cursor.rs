//! Parser for dates, times of day, hours and timestamps.
//!
//! The `FromStr` implementations of this module's types name the rule here that their text follows, and the error that
//! says so to the caller.

use chrono::{NaiveDate, NaiveTime};

use super::{DayTime, MonthDay, Timestamp, TimestampOrLocal};

/// The rest of a text that is being parsed.
///
/// A rule takes what it needs from the front. After a rule has returned `None`, the position is unspecified.
pub(super) struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    /// The value of a text that follows the rule from beginning to end.
    pub fn parse<T>(text: &'a str, rule: fn(&mut Self) -> Option<T>) -> Option<T> {
        let mut cursor = Self(text.as_bytes());
        rule(&mut cursor).filter(|_| cursor.is_empty())
    }

    /// A number of `least` to `most` ASCII digits; `most` is nine at the most.
    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let (mut number, mut digits) = (0, 0);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0
            && digits < most
        {
            number = number * 10 + u32::from(digit - b'0');
            digits += 1;
            self.0 = rest;
        }
        (digits >= least).then_some(number)
    }

    /// The next character, if it is one of these.
    fn eat(&mut self, expected: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        let eaten = expected.iter().find(|expected| *expected == first)?;
        self.0 = rest;
        Some(*eaten)
    }

    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `YYYY-MM-DD`, a date that exists.
    pub fn date(&mut self) -> Option<NaiveDate> {
        let year = self.number(4, 4)?;
        self.eat(b"-")?;
        let (month, day) = self.month_and_day()?;
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
    }

    /// `MM-DD`, a day that every year has.
    pub fn month_day(&mut self) -> Option<MonthDay> {
        let (month, day) = self.month_and_day()?;
        MonthDay::new(month, day)
    }

    fn month_and_day(&mut self) -> Option<(u32, u32)> {
        let month = self.number(2, 2)?;
        self.eat(b"-")?;
        Some((month, self.number(2, 2)?))
    }

    /// `hh:mm` or `hh:mm:ss`, where the hour may have three digits.
    pub fn day_time(&mut self) -> Option<DayTime> {
        let mut seconds = 60 * self.minutes(3)?;
        if self.eat(b":").is_some() {
            seconds += self.two_digits_lt_60()?;
        }
        DayTime::from_seconds(seconds.cast_signed())
    }

    /// Two times of day with a hyphen between them, in any order.
    pub fn day_times(&mut self) -> Option<(DayTime, DayTime)> {
        let from = self.day_time()?;
        self.eat(b"-")?;
        Some((from, self.day_time()?))
    }

    /// `YYYY-MM-DDThh:mm[:ss[.fraction]]`, then `Z`, an offset, or neither.
    pub fn timestamp_or_local(&mut self) -> Option<TimestampOrLocal> {
        let date = self.date()?;
        self.eat(b"Tt ")?;
        let mut seconds = 60 * self.minutes(2)?;
        if self.eat(b":").is_some() {
            seconds += self.two_digits_lt_60()?;
            if self.eat(b".").is_some() {
                self.number(1, 1)?;
                while self.number(1, 1).is_some() {}
            }
        }
        let local = date.and_time(NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?);
        if self.is_empty() {
            return Some(TimestampOrLocal::Local(local));
        }
        let offset = match self.eat(b"Zz+-")? {
            b'+' => self.offset()?,
            b'-' => -self.offset()?,
            _ => 0,
        };
        Some(TimestampOrLocal::Timestamp(Timestamp::from_utc(local).plus_seconds(-offset)))
    }

    /// `hh:mm` of less than 24 hours, in seconds.
    fn offset(&mut self) -> Option<i64> {
        self.minutes(2).filter(|minutes| *minutes < 24 * 60).map(|minutes| i64::from(minutes) * 60)
    }

    /// `hh:mm` in minutes, where the hour has two digits or up to `hour_digits`.
    fn minutes(&mut self, hour_digits: usize) -> Option<u32> {
        let hours = self.number(2, hour_digits)?;
        self.eat(b":")?;
        Some(hours * 60 + self.two_digits_lt_60()?)
    }

    fn two_digits_lt_60(&mut self) -> Option<u32> {
        self.number(2, 2).filter(|number| *number < 60)
    }
}
