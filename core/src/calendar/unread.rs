//! How are numbers, and the marks between them, taken from text?

use chrono::NaiveDate;

/// What of a text is still to be read.
pub(super) struct Unread<'a>(pub &'a str);

impl Unread<'_> {
    /// Takes a number of `least` to `most` ASCII digits, nine at most.
    pub fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let mut number = 0;
        for read in 0..most {
            let Some(digit) = self.take(|byte| byte.is_ascii_digit()) else {
                return (read >= least).then_some(number);
            };
            number = number * 10 + u32::from(digit - b'0');
        }
        Some(number)
    }

    /// Takes that mark.
    pub fn mark(&mut self, mark: u8) -> Option<u8> {
        self.take(|byte| byte == mark)
    }

    /// Takes a byte of ASCII like these.
    pub fn take(&mut self, like: impl Fn(u8) -> bool) -> Option<u8> {
        let first = self.0.bytes().next().filter(|byte| like(*byte))?;
        self.0 = self.0.get(1..)?;
        Some(first)
    }

    /// Takes `YYYY-MM-DD`, a date that exists.
    pub fn date(&mut self) -> Option<NaiveDate> {
        let year = self.number(4, 4)?;
        self.mark(b'-')?;
        self.day_of_year(i32::try_from(year).ok()?)
    }

    /// Takes `MM-DD`, a day that the year has.
    pub fn day_of_year(&mut self, year: i32) -> Option<NaiveDate> {
        let month = self.number(2, 2)?;
        self.mark(b'-')?;
        NaiveDate::from_ymd_opt(year, month, self.number(2, 2)?)
    }

    /// Takes `hh:mm` and gives the minutes, where the hour has two digits or up to `hour_digits`.
    pub fn minutes(&mut self, hour_digits: usize) -> Option<u32> {
        let hours = self.number(2, hour_digits)?;
        self.mark(b':')?;
        Some(hours * 60 + self.sixtieths()?)
    }

    /// Takes two digits that are below 60.
    pub fn sixtieths(&mut self) -> Option<u32> {
        self.number(2, 2).filter(|number| *number < 60)
    }

    /// The value, if nothing is left.
    pub fn all<T>(self, value: T) -> Option<T> {
        self.0.is_empty().then_some(value)
    }
}
