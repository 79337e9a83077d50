//! Do the core's answers agree with those of a case file?
#![allow(
    clippy::indexing_slicing,
    reason = "a field that a case lacks reads as null, and is then no instant, text or list"
)]

mod agreement;
mod business_time;

use std::fmt;
use std::path::PathBuf;

use serde_json::Value;
use serviceaftale_core::calendar::{CalendarError, public_holidays};
use serviceaftale_core::time::{Timestamp, copenhagen, read_date};

use crate::failure::{Failure, Outcome};

/// What a case expects, in a form that compares by meaning: instants by their second, not their text.
#[derive(Debug, PartialEq)]
enum Answer {
    /// An instant.
    At(Timestamp),
    /// No such instant.
    Never,
    /// Yes or no.
    Is(bool),
    /// A length of time.
    Seconds(i64),
    /// Instants and dates, in order.
    Times(Vec<String>),
}

/// As a case would expect it, but for a length, which is in seconds.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(instant) => write!(f, "{:?}", canonical(*instant)),
            Self::Never => f.write_str("null"),
            Self::Is(flag) => write!(f, "{flag}"),
            Self::Seconds(seconds) => write!(f, "{seconds} s"),
            Self::Times(times) => write!(f, "{times:?}"),
        }
    }
}

/// SpanKind a case has no answer, in words.
type Understood<T> = Result<T, String>;

/// Answers every case of the files and prints what differs.
///
/// # Errors
/// When anything differs, a case cannot be understood, or a file cannot be read.
pub fn run(files: &[PathBuf]) -> Outcome {
    let catalogue = agreement::Agreements::read()?;
    let (mut cases, mut mismatches) = (0_usize, 0_usize);
    for file in files {
        let text = std::fs::read_to_string(file).map_err(Failure::at("read", file))?;
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (index, line) in lines {
            cases += 1;
            if let Err(mismatch) = check(line, &catalogue) {
                mismatches += 1;
                println!("{}:{}: {mismatch}", file.display(), index + 1);
            }
        }
    }
    println!("conformance: {cases} cases, {mismatches} mismatches");
    if mismatches == 0 { Ok(()) } else { Err(Failure::new(format!("{mismatches} of {cases} cases do not agree"))) }
}

fn check(line: &str, agreements: &agreement::Agreements) -> Result<(), String> {
    let case: Value = serde_json::from_str(line).map_err(|error| format!("not JSON: {error}"))?;
    let operation = case["operation"].as_str().unwrap_or_default();
    let named = || {
        let id = case["id"].as_str().unwrap_or("(no id)");
        let (input, args) = (&case["input"], &case["args"]);
        let args = if args.is_null() { String::new() } else { format!(" {args}") };
        let readings = if case["readings"].is_null() { String::new() } else { format!(" {}", case["readings"]) };
        format!("{id} {operation} {input}{args}{readings}")
    };
    let answers = answer(&case, operation, agreements);
    match answers {
        Ok((expected, got)) if expected == got => Ok(()),
        Ok((_, got)) => Err(format!("{}: expected {}, got {got}", named(), case["expected"])),
        Err(reason) => Err(format!("{}: expected {}, got no answer: {reason}", named(), case["expected"])),
    }
}

/// The expected answer and ours.
fn answer(case: &Value, operation: &str, agreements: &agreement::Agreements) -> Understood<(Answer, Answer)> {
    if operation == "public_holidays" {
        return holidays(case);
    }
    // A case that expects nothing would agree with whatever never comes.
    field(case, "expected")?;
    if !case["agreement"].is_null() {
        return agreements.answer(case, operation);
    }
    business_time::answer(case, operation)
}

fn holidays(case: &Value) -> Understood<(Answer, Answer)> {
    let year = case["input"].as_i64().and_then(|year| i32::try_from(year).ok());
    let year = year.ok_or_else(|| format!("input is no year: {}", case["input"]))?;
    let dates = public_holidays(year).map(|(date, _)| copenhagen::iso_date(date)).collect();
    let mut expected = texts(field(case, "expected")?)?;
    expected.sort();
    Ok((Answer::Times(expected), Answer::Times(dates)))
}

/// A field that must be there, be it null.
fn field<'a>(of: &'a Value, name: &str) -> Understood<&'a Value> {
    of.get(name).ok_or_else(|| format!("no field {name:?}"))
}

/// What a calendar found, or that there is no such instant; an instant that it cannot know is no answer.
fn found(instant: Result<Timestamp, CalendarError>) -> Understood<Answer> {
    match instant {
        Ok(instant) => Ok(Answer::At(instant)),
        Err(CalendarError::NeverOpens { .. }) => Ok(Answer::Never),
        Err(beyond @ CalendarError::BeyondRange { .. }) => Err(beyond.to_string()),
    }
}

/// A field that is an instant.
fn instant(value: &Value) -> Understood<Timestamp> {
    let text = value.as_str().unwrap_or_default();
    Timestamp::from_rfc3339(text).ok_or_else(|| format!("no instant: {value}"))
}

/// A field that is an instant, or null for never.
fn instant_or_never(value: &Value) -> Understood<Answer> {
    if value.is_null() { Ok(Answer::Never) } else { instant(value).map(Answer::At) }
}

fn flag(value: &Value) -> Understood<Answer> {
    value.as_bool().map(Answer::Is).ok_or_else(|| format!("neither true nor false: {value}"))
}

fn number(value: &Value) -> Understood<f64> {
    value.as_f64().ok_or_else(|| format!("no number: {value}"))
}

/// A whole count that is not negative.
fn count(value: &Value) -> Understood<usize> {
    let count = value.as_u64().and_then(|count| usize::try_from(count).ok());
    count.ok_or_else(|| format!("no count: {value}"))
}

fn list(value: &Value) -> Understood<&[Value]> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| format!("no list: {value}"))
}

fn text(value: &Value) -> Understood<&str> {
    value.as_str().ok_or_else(|| format!("no text: {value}"))
}

fn texts(value: &Value) -> Understood<Vec<String>> {
    list(value)?.iter().map(|item| text(item).map(str::to_owned)).collect()
}

/// A date, in the one way it is written.
fn date(value: &Value) -> Understood<String> {
    let text = text(value)?;
    read_date(text).map(copenhagen::iso_date).ok_or_else(|| format!("no date: {text:?}"))
}

/// Instants as text that is the same for the same instant.
fn canonical(instant: Timestamp) -> String {
    copenhagen::rfc3339(instant)
}

/// A length of time, given as a number of `unit` seconds: the nearest second, since a third of a minute has no end of
/// digits, and how far that is from it.
fn nearest_second(value: &Value, unit: f64) -> Understood<(i64, f64)> {
    let seconds = number(value)? * unit;
    let nearest = seconds.round();
    if !(0.0..=1e12).contains(&nearest) {
        return Err(format!("no length of time: {value}"));
    }
    #[allow(clippy::cast_possible_truncation)]
    Ok((nearest as i64, (seconds - nearest).abs()))
}

/// A length of time to work with, which has to be of whole seconds.
fn whole_seconds(value: &Value, unit: f64) -> Understood<i64> {
    match nearest_second(value, unit)? {
        (seconds, off) if off < 0.01 => Ok(seconds),
        _ => Err(format!("no whole number of seconds: {value}")),
    }
}

/// A length of time to compare with, which may be rounded.
fn length(value: &Value, unit: f64) -> Understood<Answer> {
    nearest_second(value, unit).map(|(seconds, _)| Answer::Seconds(seconds))
}

#[cfg(test)]
mod tests;
