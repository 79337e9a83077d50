//! Which day does somebody mean who types it?

use chrono::{Datelike, Days, NaiveDate};

use super::Vocabulary;
use super::tokens::{Piece, begins, is, pieces};

/// The years for which holidays and clock changes are known.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2099;

/// A fault that was reported is not much longer ago; who asks about a later day asks what would be.
const MOST_DAYS_AGO: u64 = 92;

/// Why a text is no day that can be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateInputError {
    /// There is none.
    Missing,
    /// It is not understood.
    Unreadable,
    /// The month, or the year, has no such day.
    NoSuchDay,
    /// It names another weekday than that of its date.
    OtherWeekday(NaiveDate),
    /// It is before 1990 or after 2099.
    OutsideYears,
}

/// The day that the text means on the date `today`.
///
/// A date without a year is one of the last three months, or else the next one; a weekday alone is the next one, and may be today.
///
/// # Errors
/// When it means none.
pub(super) fn date(text: &str, words: &Vocabulary, today: NaiveDate) -> Result<NaiveDate, DateInputError> {
    let pieces = pieces(text).ok_or(DateInputError::Unreadable)?;
    let said = Said::in_pieces(&pieces, words).ok_or(DateInputError::Unreadable)?;
    let date = match said {
        Said { day: None, weekday: None, .. } => {
            return Err(if pieces.is_empty() { DateInputError::Missing } else { DateInputError::Unreadable });
        }
        Said { day: None, weekday: Some(weekday), past, .. } => return Ok(weekday_near(weekday, past, today)),
        // That names a day and that it is the last one of its name is two days.
        Said { past: true, .. } => return Err(DateInputError::Unreadable),
        Said { day: Some(Day::FromToday(days)), .. } => {
            today.checked_add_signed(chrono::TimeDelta::days(days)).ok_or(DateInputError::OutsideYears)?
        }
        Said { day: Some(Day::OfYear { day, month, year: Some(year) }), .. } => {
            if !YEARS.contains(&year) {
                return Err(DateInputError::OutsideYears);
            }
            NaiveDate::from_ymd_opt(year, month, day).ok_or(DateInputError::NoSuchDay)?
        }
        Said { day: Some(Day::OfYear { day, month, year: None }), .. } => {
            near(day, month, today).ok_or(DateInputError::NoSuchDay)?
        }
    };
    match said.weekday {
        Some(weekday) if weekday != date.weekday().num_days_from_monday() => Err(DateInputError::OtherWeekday(date)),
        _ if !YEARS.contains(&date.year()) => Err(DateInputError::OutsideYears),
        _ => Ok(date),
    }
}

/// What a text says of a day.
#[derive(Default)]
struct Said {
    /// From Monday, which is 0.
    weekday: Option<u32>,
    /// Whether the weekday is the last one.
    past: bool,
    day: Option<Day>,
}

enum Day {
    FromToday(i64),
    OfYear { day: u32, month: u32, year: Option<i32> },
}

impl Said {
    /// None where it is not understood, or says something twice.
    fn in_pieces(pieces: &[Piece<'_>], words: &Vocabulary) -> Option<Self> {
        let mut said = Self::default();
        let (mut numbers, mut month) = (Vec::new(), None);
        for piece in pieces {
            match *piece {
                Piece::Number(number, digits) => numbers.push((number, digits)),
                Piece::Word(word) => said.word(word, words, &mut month)?,
            }
        }
        if month.is_some() || !numbers.is_empty() {
            let of_year = of_year(&numbers, month)?;
            said.day.replace(of_year).is_none().then_some(())?;
        }
        Some(said)
    }

    fn word(&mut self, word: &str, words: &Vocabulary, month: &mut Option<u32>) -> Option<()> {
        let position = |names: &[&str], least: usize| {
            let name = names.iter().position(|name| word.chars().count() >= least && begins(name, word))?;
            u32::try_from(name).ok()
        };
        if words.in_dates.iter().any(|filler| is(word, filler)) {
            return Some(());
        }
        if let Some((_, days)) = words.days.iter().find(|(name, _)| is(word, name)) {
            return self.day.replace(Day::FromToday(*days)).is_none().then_some(());
        }
        if words.last.iter().any(|last| is(word, last)) {
            return (!std::mem::replace(&mut self.past, true)).then_some(());
        }
        // "Ma" is a Monday, and "mar" is March; no two weekdays or months begin alike in either language.
        if let Some(weekday) = position(&words.weekdays, 2) {
            return self.weekday.replace(weekday).is_none().then_some(());
        }
        if let Some(weekday) = words.past_weekday(word) {
            self.past = true;
            return self.weekday.replace(weekday).is_none().then_some(());
        }
        month.replace(position(&words.months, 3)? + 1).is_none().then_some(())
    }
}

impl Vocabulary {
    /// The weekday that the word says was the last one, as Danish does with an s: "i lørdags".
    fn past_weekday(&self, word: &str) -> Option<u32> {
        let stem = word.strip_suffix(['s', 'S'])?;
        u32::try_from(self.weekdays.iter().position(|name| is(stem, name))?).ok()
    }
}

/// A day of the year from its numbers, each with its digits, and the month where that is a word.
fn of_year(numbers: &[(u32, usize)], month: Option<u32>) -> Option<Day> {
    let (day, month, year) = match (numbers, month) {
        ([year @ (_, 4), (day, _)], Some(month)) => (*day, month, Some(*year)),
        ([(day, _)], Some(month)) => (*day, month, None),
        ([(day, _), year], Some(month)) => (*day, month, Some(*year)),
        ([year @ (_, 4), (month, _), (day, _)], None) => (*day, *month, Some(*year)),
        ([(day, _), (month, _)], None) => (*day, *month, None),
        ([(day, _), (month, _), year], None) => (*day, *month, Some(*year)),
        // As one number, like the first six digits of a Danish personal number.
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
    Some(Day::OfYear { day, month, year })
}

/// The first such day that is no more than so many days ago.
fn near(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let earliest = today - Days::new(MOST_DAYS_AGO);
    // A leap day is eight years from the next at most.
    let mut dates = (-1..=8).filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day));
    dates.find(|date| *date >= earliest)
}

/// The next such weekday, today among them, or the last one before today.
fn weekday_near(weekday: u32, past: bool, today: NaiveDate) -> NaiveDate {
    let of_today = today.weekday().num_days_from_monday();
    if past {
        today - Days::new(u64::from((of_today + 6 - weekday) % 7 + 1))
    } else {
        today + Days::new(u64::from((weekday + 7 - of_today) % 7))
    }
}
