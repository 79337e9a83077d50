//! Parsing of civil dates and of the days that recur every year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::cursor::Cursor;

/// Error for text that is not a date, or not a day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseDateError {
    /// Expected `YYYY-MM-DD`.
    Date,
    /// Expected `MM-DD`.
    MonthDay,
}

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date => "expected a date as YYYY-MM-DD",
            Self::MonthDay => "expected a day of every year as MM-DD",
        })
    }
}

impl std::error::Error for ParseDateError {}

/// Parses a date of exactly the form `YYYY-MM-DD`.
///
/// `NaiveDate`'s own `FromStr` also accepts spaces, signs and single digits.
///
/// # Errors
/// If the text has another form, or there is no such date.
///
/// ```
/// use serviceaftale_core::time::parse_iso_date;
/// assert_eq!(parse_iso_date("2026-04-03").unwrap().to_string(), "2026-04-03");
/// assert!(parse_iso_date("2026-4-3").is_err());
/// assert!(parse_iso_date("2026-02-29").is_err());
/// ```
pub fn parse_iso_date(text: &str) -> Result<NaiveDate, ParseDateError> {
    Cursor::parse(text, Cursor::date).ok_or(ParseDateError::Date)
}

/// A month and a day that every year has: every date but 29 February.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl MonthDay {
    /// The day of that month, or `None` if not every year has it.
    pub const fn new(month: u32, day: u32) -> Option<Self> {
        // 2001 is a common year.
        if NaiveDate::from_ymd_opt(2001, month, day).is_some() { Some(Self { month, day }) } else { None }
    }

    /// The date on which the day falls in that year, or `None` beyond the years of `NaiveDate`.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// Whether it is the day of that date.
    pub fn is_on(self, date: NaiveDate) -> bool {
        (date.month(), date.day()) == (self.month, self.day)
    }
}

/// Parses `MM-DD`.
impl FromStr for MonthDay {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Cursor::parse(text, Cursor::month_day).ok_or(ParseDateError::MonthDay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_days_that_every_year_has() {
        for (text, month_day) in [
            ("01-01", MonthDay::new(1, 1)),
            ("12-31", MonthDay::new(12, 31)),
            ("02-29", None),
            ("04-31", None),
            ("00-10", None),
            ("1-1", None),
            ("01-011", None),
            ("", None),
        ] {
            assert_eq!(text.parse().ok(), month_day, "{text}");
        }
    }
}
