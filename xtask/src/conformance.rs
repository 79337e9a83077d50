//! Do the core's answers agree with those of a case file?
#![allow(
    clippy::indexing_slicing,
    reason = "a field that a case lacks reads as null, and is then no instant, text or list"
)]

mod agreement;
mod business_time;

use std::path::PathBuf;

use serde_json::Value;
use serviceaftale_core::calendar::{Timestamp, copenhagen, public_holidays};

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
    Seconds(f64),
    /// Instants and dates, in order.
    Times(Vec<String>),
}

/// Why a case has no answer, in words.
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
        Ok((_, got)) => Err(format!("{}: expected {}, got {got:?}", named(), case["expected"])),
        Err(reason) => Err(format!("{}: expected {}, got no answer: {reason}", named(), case["expected"])),
    }
}

/// The expected answer and ours.
fn answer(case: &Value, operation: &str, agreements: &agreement::Agreements) -> Understood<(Answer, Answer)> {
    if operation == "public_holidays" {
        return holidays(case);
    }
    if case.get("agreement").is_some() {
        return agreements.answer(case, operation);
    }
    business_time::answer(case, operation)
}

fn holidays(case: &Value) -> Understood<(Answer, Answer)> {
    let year = case["input"].as_i64().and_then(|year| i32::try_from(year).ok());
    let year = year.ok_or_else(|| format!("input is no year: {}", case["input"]))?;
    let dates = public_holidays(year).map(|(date, _)| copenhagen::iso_date(date)).collect();
    let mut expected = texts(&case["expected"])?;
    expected.sort();
    Ok((Answer::Times(expected), Answer::Times(dates)))
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

/// Instants as text that is the same for the same instant.
fn canonical(instant: Timestamp) -> String {
    copenhagen::rfc3339(instant)
}

/// A field of whole seconds, given as a number of `unit` seconds.
fn whole_seconds(value: &Value, unit: f64) -> Understood<i64> {
    let seconds = number(value)? * unit;
    if seconds < 0.0 || seconds.fract() != 0.0 || seconds > 1e12 {
        return Err(format!("no whole number of seconds from 0 up: {value}"));
    }
    #[allow(clippy::cast_possible_truncation)]
    Ok(seconds as i64)
}

/// Seconds of ours, to compare with a number of the file.
fn seconds(seconds: i64) -> Answer {
    #[allow(clippy::cast_precision_loss)]
    Answer::Seconds(seconds as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(line: &str) -> Result<(), String> {
        check(line, &agreement::Agreements::read().unwrap())
    }

    #[test]
    fn compares_instants_not_text() {
        let case = |expected: &str| {
            format!(
                r#"{{"id": "x", "agreement": "basis", "operation": "reaction_deadline", "input": "2026-04-01T13:10:00Z",
                    "args": {{"kind": "technician"}}, "expected": "{expected}"}}"#
            )
        };
        for same in ["2026-04-07T15:10+02:00", "2026-04-07T13:10:00Z", "2026-04-07T05:10-08:00"] {
            assert_eq!(outcome(&case(same)), Ok(()), "{same}");
        }
        let mismatch = outcome(&case("2026-04-07T15:11+02:00"));
        assert!(mismatch.is_err_and(|text| text.starts_with("x reaction_deadline")));
    }

    #[test]
    fn what_is_not_understood_is_never_passed_over() {
        for line in [
            "{}",
            "not json",
            r#"{"agreement": "basis", "operation": "guess", "input": "2026-04-01T15:10Z", "expected": true}"#,
            r#"{"agreement": "gold", "operation": "earliest_report", "input": "2026-04-01T15:10Z", "expected": null}"#,
            r#"{"agreement": "basis", "operation": "is_open", "input": "2026-04-01T15:10Z", "args": {"schedule": "basis.sleep"}, "expected": true}"#,
            r#"{"agreement": "basis", "operation": "earliest_report", "input": "2026-04-01T15:10Z", "readings": {"mood": "good"}, "expected": null}"#,
            r#"{"agreement": "basis", "operation": "earliest_report", "input": "2026-04-01T15:10Z", "readings": {"notice_count": "none"}, "expected": null}"#,
            r#"{"operation": "add", "weekly_schedule": {"monday": []}, "input": {"at": "2026-04-01T15:10Z", "seconds": 1}, "expected": {"at": null}}"#,
            r#"{"operation": "public_holidays", "input": "2026", "expected": []}"#,
        ] {
            assert!(outcome(line).is_err(), "{line}");
        }
    }
}
