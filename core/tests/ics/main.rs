//! Contents of calendar files.
//!
//! `cargo xtask calendars` checks them with two independent parsers.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod announcements;
mod hours;
mod revisions;

use chrono::NaiveDate;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::CalendarFile;

const FILE: &str = include_str!("../../../static/agreements.json");

/// The catalogue under these values of interpretations.
fn catalogue(chosen: &[(&str, &str)]) -> Catalogue {
    let tree = Value::from_json(FILE).unwrap();
    if chosen.is_empty() {
        Catalogue::from_value(&tree).unwrap()
    } else {
        Catalogue::from_value_with(&tree, chosen).unwrap()
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn from() -> NaiveDate {
    date("2026-01-01")
}

/// The lines of each event, unfolded.
fn events(file: &CalendarFile) -> Vec<Vec<String>> {
    let unfolded = file.text.replace("\r\n ", "");
    assert!(unfolded.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{unfolded}");
    assert!(
        unfolded.ends_with("END:VTIMEZONE\r\nEND:VCALENDAR\r\n")
            || unfolded.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n")
    );
    assert!(!unfolded.replace("\r\n", "").contains(['\r', '\n']), "a lone CR or LF");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1);
    events
        .map(|event| event.split("\r\n").take_while(|line| *line != "END:VEVENT").map(str::to_owned).collect())
        .collect()
}

/// The parameters and value of a property of an event.
fn value<'a>(event: &'a [String], name: &str) -> Option<&'a str> {
    let mut values =
        event.iter().filter_map(|line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';'])));
    let first = values.next();
    assert!(name == "DESCRIPTION" || values.next().is_none(), "{name} occurs twice");
    first
}

/// The UID of an event, without its suffix.
fn uid(event: &[String]) -> &str {
    value(event, "UID").unwrap().strip_prefix(':').unwrap().strip_suffix("@serviceaftale.aura.dk").unwrap()
}

/// The UID and time properties of the events.
fn times(events: &[Vec<String>]) -> Vec<String> {
    let names = ["UID", "RECURRENCE-ID", "DTSTART", "DTEND", "RRULE", "EXDATE"];
    let properties = events
        .iter()
        .flat_map(|event| names.iter().filter_map(move |name| Some(format!("{name}{}", value(event, name)?))));
    let short = |line: String| line.replace("@serviceaftale.aura.dk", "").replace("TZID=Europe/Copenhagen:", "");
    properties.map(short).collect()
}
