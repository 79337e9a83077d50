//! Which time of day does somebody mean who types it?

use super::Vocabulary;
use super::tokens::{Piece, is, pieces};
use crate::time::DayTime;

/// Why a text is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeInputError {
    /// There is none.
    Missing,
    /// It is not understood.
    Unreadable,
    /// No clock shows it.
    NoSuchTime,
}

/// The time of day that the text means, up to 24:00.
///
/// # Errors
/// When it means none.
pub(super) fn clock_time(text: &str, words: &Vocabulary) -> Result<DayTime, TimeInputError> {
    let pieces = pieces(text).ok_or(TimeInputError::Unreadable)?;
    let (mut numbers, mut half) = (Vec::new(), None);
    for piece in &pieces {
        match *piece {
            Piece::Number(number, digits) => numbers.push((number, digits)),
            Piece::Word(word) if words.in_times.iter().any(|filler| is(word, filler)) => {}
            Piece::Word(word) => {
                let (_, from) =
                    words.halves.iter().find(|(name, _)| is(word, name)).ok_or(TimeInputError::Unreadable)?;
                if half.replace(*from).is_some() {
                    return Err(TimeInputError::Unreadable);
                }
            }
        }
    }
    let (hour, minute) = match numbers.as_slice() {
        [] if pieces.is_empty() => return Err(TimeInputError::Missing),
        // What is written with these is a date.
        _ if text.contains(['/', '-', '–']) => return Err(TimeInputError::Unreadable),
        [(hour, 1 | 2)] => (*hour, 0),
        [(hour, 1 | 2), (minute, 2)] => (*hour, *minute),
        // As one number, where a phone's keys for numbers have no mark to put in.
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
