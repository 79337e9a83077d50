//! How are numbers, and the marks between them, taken from text?

use chrono::NaiveDate;

/// What of a text is still to be read.
pub(crate) struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    /// Nothing of the text is read yet.
    pub const fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    /// Takes a number of `least` to `most` ASCII digits, nine at most.
    pub fn number(&mut self, least: usize, most: usize) -> Option<u32> {
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

    /// Takes one of these ASCII marks.
    pub fn eat(&mut self, marks: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        let eat = marks.iter().find(|eat| *eat == first)?;
        self.0 = rest;
        Some(*eat)
    }

    /// Takes `YYYY-MM-DD`, a date that exists.
    pub fn date(&mut self) -> Option<NaiveDate> {
        let year = self.number(4, 4)?;
        self.eat(b"-")?;
        self.day_of_year(i32::try_from(year).ok()?)
    }

    /// Takes `MM-DD`, a day that the year has.
    pub fn day_of_year(&mut self, year: i32) -> Option<NaiveDate> {
        let month = self.number(2, 2)?;
        self.eat(b"-")?;
        NaiveDate::from_ymd_opt(year, month, self.number(2, 2)?)
    }

    /// Takes `hh:mm` and gives the minutes, where the hour has two digits or up to `hour_digits`.
    pub fn minutes(&mut self, hour_digits: usize) -> Option<u32> {
        let hours = self.number(2, hour_digits)?;
        self.eat(b":")?;
        Some(hours * 60 + self.two_digits_lt_60()?)
    }

    /// Takes two digits that are below 60.
    pub fn two_digits_lt_60(&mut self) -> Option<u32> {
        self.number(2, 2).filter(|number| *number < 60)
    }

    /// Whether nothing is left.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value, if nothing is left.
    pub fn finish<T>(self, value: T) -> Option<T> {
        if self.is_empty() { Some(value) } else { None }
    }
}
