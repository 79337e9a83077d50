//! Parsing of typed report times, their messages, and suggested report times.

// Tests may panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod clock_changes;
mod dates;
mod messages;
mod presets;
mod times;

use chrono::NaiveDate;
use serviceaftale_core::messages::{Language, report_time};
use serviceaftale_core::report_input::{ParsedReport, ReportDraft};
use serviceaftale_core::time::{Timestamp, copenhagen};

/// Good Friday.
const TODAY: &str = "2026-04-03";

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn draft(date: &str, time: &str) -> ReportDraft {
    ReportDraft { date: date.into(), time: time.into(), occurrence: None, entered: true }
}

fn parse(language: Language, date: &str, time: &str, today: &str) -> ParsedReport {
    draft(date, time).parse(&report_time::vocabulary(language), day(today))
}

/// The local time of the parsed text, or the debug output of another result.
fn local_time(language: Language, date: &str, time: &str, today: &str) -> String {
    match parse(language, date, time, today) {
        ParsedReport::Unambiguous(at) => copenhagen::rfc3339(at).split_at(16).0.to_owned(),
        other => format!("{other:?}"),
    }
}
