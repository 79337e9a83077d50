//! Runner for conformance cases: compares the answers of the core with those in case files.
#![allow(clippy::indexing_slicing, reason = "a missing field reads as null, which is not a timestamp, text or list")]

mod agreement;
mod business_time;

use std::fmt;
use std::path::PathBuf;

use serde_json::Value;
use serviceaftale_core::calendar::{CalendarError, public_holidays};
use serviceaftale_core::time::{Timestamp, copenhagen, parse_iso_date};

use crate::failure::{Failure, Outcome};

/// An answer that is compared by value: timestamps by their second, not by their text.
#[derive(Debug, PartialEq)]
enum Answer {
    At(Timestamp),
    /// There is no such timestamp.
    Never,
    Is(bool),
    Seconds(i64),
    /// Timestamps and dates, in order.
    Times(Vec<String>),
}

/// As in a case file, except that a duration is in seconds.
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

/// The error is the reason that a case has no answer.
type CaseResult<T> = Result<T, String>;

/// Runs the cases of the files and prints the mismatches and their number.
///
/// # Errors
/// If a case does not match or is not valid, or a file cannot be read.
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
    let describe = || {
        let id = case["id"].as_str().unwrap_or("(no id)");
        let (input, args) = (&case["input"], &case["args"]);
        let args = if args.is_null() { String::new() } else { format!(" {args}") };
        let readings = if case["readings"].is_null() { String::new() } else { format!(" {}", case["readings"]) };
        format!("{id} {operation} {input}{args}{readings}")
    };
    let answers = answer(&case, operation, agreements);
    match answers {
        Ok((expected, got)) if expected == got => Ok(()),
        Ok((_, got)) => Err(format!("{}: expected {}, got {got}", describe(), case["expected"])),
        Err(reason) => Err(format!("{}: expected {}, got no answer: {reason}", describe(), case["expected"])),
    }
}

/// The expected answer of a case and the answer of the core.
fn answer(case: &Value, operation: &str, agreements: &agreement::Agreements) -> CaseResult<(Answer, Answer)> {
    if operation == "public_holidays" {
        return holidays(case);
    }
    // A missing expectation would be null, and match an answer that never comes.
    field(case, "expected")?;
    if !case["agreement"].is_null() {
        return agreements.answer(case, operation);
    }
    business_time::answer(case, operation)
}

fn holidays(case: &Value) -> CaseResult<(Answer, Answer)> {
    let year = case["input"].as_i64().and_then(|year| i32::try_from(year).ok());
    let year = year.ok_or_else(|| format!("input is no year: {}", case["input"]))?;
    let dates = public_holidays(year).map(|(date, _)| date.to_string()).collect();
    let mut expected = texts(field(case, "expected")?)?;
    expected.sort();
    Ok((Answer::Times(expected), Answer::Times(dates)))
}

/// A required field, which may be null.
fn field<'a>(of: &'a Value, name: &str) -> CaseResult<&'a Value> {
    of.get(name).ok_or_else(|| format!("no field {name:?}"))
}

/// The answer of a calendar search. A timestamp after 2099 is not an answer.
fn found(instant: Result<Timestamp, CalendarError>) -> CaseResult<Answer> {
    match instant {
        Ok(instant) => Ok(Answer::At(instant)),
        Err(CalendarError::NeverOpens { .. }) => Ok(Answer::Never),
        Err(beyond @ CalendarError::BeyondRange { .. }) => Err(beyond.to_string()),
    }
}

/// A timestamp.
fn instant(value: &Value) -> CaseResult<Timestamp> {
    let text = value.as_str().unwrap_or_default();
    text.parse().map_err(|_| format!("no instant: {value}"))
}

/// A timestamp, or null for never.
fn instant_or_never(value: &Value) -> CaseResult<Answer> {
    if value.is_null() { Ok(Answer::Never) } else { instant(value).map(Answer::At) }
}

fn flag(value: &Value) -> CaseResult<Answer> {
    value.as_bool().map(Answer::Is).ok_or_else(|| format!("neither true nor false: {value}"))
}

fn number(value: &Value) -> CaseResult<f64> {
    value.as_f64().ok_or_else(|| format!("no number: {value}"))
}

/// A non-negative integer.
fn count(value: &Value) -> CaseResult<usize> {
    let count = value.as_u64().and_then(|count| usize::try_from(count).ok());
    count.ok_or_else(|| format!("no count: {value}"))
}

fn list(value: &Value) -> CaseResult<&[Value]> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| format!("no list: {value}"))
}

fn text(value: &Value) -> CaseResult<&str> {
    value.as_str().ok_or_else(|| format!("no text: {value}"))
}

fn texts(value: &Value) -> CaseResult<Vec<String>> {
    list(value)?.iter().map(|item| text(item).map(str::to_owned)).collect()
}

/// A date as YYYY-MM-DD.
fn date(value: &Value) -> CaseResult<String> {
    let text = text(value)?;
    parse_iso_date(text).map(|date| date.to_string()).map_err(|_| format!("no date: {text:?}"))
}

/// The same text for the same timestamp.
fn canonical(instant: Timestamp) -> String {
    copenhagen::rfc3339(instant)
}

/// A duration in units of `unit` seconds, rounded to a second, with the rounding error in seconds: a third of a minute
/// has no finite decimal.
fn nearest_second(value: &Value, unit: f64) -> CaseResult<(i64, f64)> {
    let seconds = number(value)? * unit;
    let nearest = seconds.round();
    if !(0.0..=1e12).contains(&nearest) {
        return Err(format!("no length of time: {value}"));
    }
    #[allow(clippy::cast_possible_truncation)]
    Ok((nearest as i64, (seconds - nearest).abs()))
}

/// A duration in whole seconds, for input.
fn whole_seconds(value: &Value, unit: f64) -> CaseResult<i64> {
    match nearest_second(value, unit)? {
        (seconds, error) if error < 0.01 => Ok(seconds),
        _ => Err(format!("no whole number of seconds: {value}")),
    }
}

/// A duration that may be rounded, for comparison.
fn length(value: &Value, unit: f64) -> CaseResult<Answer> {
    nearest_second(value, unit).map(|(seconds, _)| Answer::Seconds(seconds))
}

#[cfg(test)]
mod tests;
