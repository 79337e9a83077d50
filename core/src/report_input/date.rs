//! Parser for a typed date.

use chrono::{Datelike, Days, NaiveDate};

use super::Vocabulary;
use super::tokens::{Token, equals, starts_with, tokenize};

/// The years with known public holidays and clock changes.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2099;

/// A date without a year is at most this many days ago, otherwise it is in the future.
const MAX_DAYS_AGO: u64 = 92;

/// Error of a typed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateInputError {
    /// The text is empty.
    Missing,
    /// The text has no known format.
    Unreadable,
    /// The date does not exist.
    NoSuchDay,
    /// The weekday is not that of the date, which is given here.
    OtherWeekday(NaiveDate),
    /// The date is before 1990 or after 2099.
    OutsideYears,
}

/// Parses a date, relative to `today` where the text has no year.
///
/// A day and month is the date within the last three months, or else the next one. A weekday is the next one, which may
/// be today.
///
/// # Errors
///
/// Returns why the text is not a date.
pub(super) fn parse_date(text: &str, words: &Vocabulary, today: NaiveDate) -> Result<NaiveDate, DateInputError> {
    let tokens = tokenize(text).ok_or(DateInputError::Unreadable)?;
    let parts = DateParts::from_tokens(&tokens, words).ok_or(DateInputError::Unreadable)?;
    let date = match parts {
        DateParts { day: None, weekday: None, .. } => {
            return Err(if tokens.is_empty() { DateInputError::Missing } else { DateInputError::Unreadable });
        }
        DateParts { day: None, weekday: Some(weekday), past, .. } => return Ok(closest_weekday(weekday, past, today)),
        // "Last" together with a date is ambiguous.
        DateParts { past: true, .. } => return Err(DateInputError::Unreadable),
        DateParts { day: Some(DayPart::FromToday(days)), .. } => {
            today.checked_add_signed(chrono::TimeDelta::days(days)).ok_or(DateInputError::OutsideYears)?
        }
        DateParts { day: Some(DayPart::OfYear { day, month, year: Some(year) }), .. } => {
            if !YEARS.contains(&year) {
                return Err(DateInputError::OutsideYears);
            }
            NaiveDate::from_ymd_opt(year, month, day).ok_or(DateInputError::NoSuchDay)?
        }
        DateParts { day: Some(DayPart::OfYear { day, month, year: None }), .. } => {
            closest_date(day, month, today).ok_or(DateInputError::NoSuchDay)?
        }
    };
    match parts.weekday {
        Some(weekday) if weekday != date.weekday().num_days_from_monday() => Err(DateInputError::OtherWeekday(date)),
        _ if !YEARS.contains(&date.year()) => Err(DateInputError::OutsideYears),
        _ => Ok(date),
    }
}

/// The parts of a typed date.
#[derive(Default)]
struct DateParts {
    /// Days since Monday.
    weekday: Option<u32>,
    /// Whether the weekday is the last one before today.
    past: bool,
    day: Option<DayPart>,
}

enum DayPart {
    /// Days after today.
    FromToday(i64),
    OfYear {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
}

impl DateParts {
    /// `None` where a word is unknown or a part occurs twice.
    fn from_tokens(tokens: &[Token<'_>], words: &Vocabulary) -> Option<Self> {
        let mut parts = Self::default();
        let (mut numbers, mut month) = (Vec::new(), None);
        for token in tokens {
            match *token {
                Token::Number(number, digits) => numbers.push((number, digits)),
                Token::Word(word) => parts.add_word(word, words, &mut month)?,
            }
        }
        if month.is_some() || !numbers.is_empty() {
            let day = day_of_year(&numbers, month)?;
            parts.day.replace(day).is_none().then_some(())?;
        }
        Some(parts)
    }

    fn add_word(&mut self, word: &str, words: &Vocabulary, month: &mut Option<u32>) -> Option<()> {
        let index_of = |names: &[&str], min_letters: usize| {
            let index = names.iter().position(|name| word.chars().count() >= min_letters && starts_with(name, word))?;
            u32::try_from(index).ok()
        };
        if words.date_fillers.iter().any(|filler| equals(word, filler)) {
            return Some(());
        }
        if let Some((_, days)) = words.relative_days.iter().find(|(name, _)| equals(word, name)) {
            return self.day.replace(DayPart::FromToday(*days)).is_none().then_some(());
        }
        if words.last_words.iter().any(|last| equals(word, last)) {
            return (!std::mem::replace(&mut self.past, true)).then_some(());
        }
        // "Ma" is Monday and "mar" is March. In both languages these prefixes are unique.
        if let Some(weekday) = index_of(&words.weekdays, 2) {
            return self.weekday.replace(weekday).is_none().then_some(());
        }
        if let Some(weekday) = words.past_weekday(word) {
            self.past = true;
            return self.weekday.replace(weekday).is_none().then_some(());
        }
        month.replace(index_of(&words.months, 3)? + 1).is_none().then_some(())
    }
}

impl Vocabulary {
    /// The weekday of a word for the last one, which Danish forms with an s: "i lørdags".
    fn past_weekday(&self, word: &str) -> Option<u32> {
        let stem = word.strip_suffix(['s', 'S'])?;
        u32::try_from(self.weekdays.iter().position(|name| equals(stem, name))?).ok()
    }
}

/// The day, month and year from the numbers with the count of their digits, and the month if it is a word.
fn day_of_year(numbers: &[(u32, usize)], month: Option<u32>) -> Option<DayPart> {
    let (day, month, year) = match (numbers, month) {
        ([year @ (_, 4), (day, _)], Some(month)) => (*day, month, Some(*year)),
        ([(day, _)], Some(month)) => (*day, month, None),
        ([(day, _), year], Some(month)) => (*day, month, Some(*year)),
        ([year @ (_, 4), (month, _), (day, _)], None) => (*day, *month, Some(*year)),
        ([(day, _), (month, _)], None) => (*day, *month, None),
        ([(day, _), (month, _), year], None) => (*day, *month, Some(*year)),
        // Without separators: ddmm, ddmmyy, as in a Danish personal number, or ddmmyyyy.
        ([(number, 4)], None) => (number / 100, number % 100, None),
        ([(number, 6)], None) => (number / 10_000, number / 100 % 100, Some((number % 100, 2))),
        ([(number, 8)], None) => (number / 1_000_000, number / 10_000 % 100, Some((number % 10_000, 4))),
        _ => return None,
    };
    let year = match year {
        None => None,
        Some((year, 2)) => Some(2000 + i32::try_from(year).ok()?),
        Some((year, 4)) => Some(i32::try_from(year).ok()?),
        Some(_) => return None,
    };
    Some(DayPart::OfYear { day, month, year })
}

/// The first date with this day and month that is at most [`MAX_DAYS_AGO`] days ago.
fn closest_date(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let earliest = today - Days::new(MAX_DAYS_AGO);
    // Leap days are at most eight years apart.
    let mut dates = (-1..=8).filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day));
    dates.find(|date| *date >= earliest)
}

/// The next date with this weekday, which may be today, or the last one before today.
fn closest_weekday(weekday: u32, past: bool, today: NaiveDate) -> NaiveDate {
    let todays = today.weekday().num_days_from_monday();
    if past {
        today - Days::new(u64::from((todays + 6 - weekday) % 7 + 1))
    } else {
        today + Days::new(u64::from((weekday + 7 - todays) % 7))
    }
}
