//! Parser for a typed time of day.

use super::Vocabulary;
use super::tokens::{Token, equals, tokenize};
use crate::time::DayTime;

/// Error of a typed time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeInputError {
    /// The text is empty.
    Missing,
    /// The text has no known format.
    Unreadable,
    /// The time is not between 00:00 and 24:00.
    NoSuchTime,
}

/// Parses a time of day from 00:00 to 24:00.
///
/// # Errors
///
/// Returns why the text is not a time of day.
pub(super) fn parse_time(text: &str, words: &Vocabulary) -> Result<DayTime, TimeInputError> {
    let tokens = tokenize(text).ok_or(TimeInputError::Unreadable)?;
    let (mut numbers, mut half) = (Vec::new(), None);
    for token in &tokens {
        match *token {
            Token::Number(number, digits) => numbers.push((number, digits)),
            Token::Word(word) if words.time_fillers.iter().any(|filler| equals(word, filler)) => {}
            Token::Word(word) => {
                let (_, from) =
                    words.day_halves.iter().find(|(name, _)| equals(word, name)).ok_or(TimeInputError::Unreadable)?;
                if half.replace(*from).is_some() {
                    return Err(TimeInputError::Unreadable);
                }
            }
        }
    }
    let (hour, minute) = match numbers.as_slice() {
        [] if tokens.is_empty() => return Err(TimeInputError::Missing),
        // These separators are for dates only.
        _ if text.contains(['/', '-', '–']) => return Err(TimeInputError::Unreadable),
        [(hour, 1 | 2)] => (*hour, 0),
        [(hour, 1 | 2), (minute, 2)] => (*hour, *minute),
        // Without a separator: numeric keypads of phones may have none.
        [(both, 3 | 4)] => (both / 100, both % 100),
        _ => return Err(TimeInputError::Unreadable),
    };
    let hour = match half {
        None => Some(hour),
        Some(from) => (1..=12).contains(&hour).then_some(hour % 12 + from),
    };
    let minutes = hour.filter(|_| minute < 60).map(|hour| hour * 60 + minute);
    let seconds = minutes.and_then(|minutes| i32::try_from(minutes * 60).ok());
    let time = seconds.and_then(DayTime::from_seconds).filter(|time| *time <= DayTime::END_OF_DAY);
    time.ok_or(TimeInputError::NoSuchTime)
}
