//! At which time is the fault reported that somebody types, and which times are offered?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod clock_changes;
mod dates;
mod presets;
mod times;
mod told;

use chrono::NaiveDate;
use serviceaftale_core::messages::{Language, what_if};
use serviceaftale_core::report_input::{ReportDraft, Typed};
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

fn read(language: Language, date: &str, time: &str, today: &str) -> Typed {
    draft(date, time).read(&what_if(language).vocabulary, day(today))
}

/// What clocks show at a time that is typed, or why that is none.
fn told(language: Language, date: &str, time: &str, today: &str) -> String {
    match read(language, date, time, today) {
        Typed::Once(at) => copenhagen::rfc3339(at).split_at(16).0.to_owned(),
        other => format!("{other:?}"),
    }
}
