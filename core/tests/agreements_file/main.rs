//! Validation of agreements files.
//!
//! Each case changes the published file and expects exactly the problems that follow.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod calendars;
#[path = "../cases/mod.rs"]
mod cases;
mod fields;
mod interpretations;
mod properties;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, replace_at};
use serviceaftale_core::problem::Problem;

const FILE: &str = include_str!("../../../static/agreements.json");

/// Replaces the values at these paths by JSON and checks the problems of the file.
fn check(changes: &[(&str, &str)], problems: &[&str]) {
    let mut tree = Value::from_json(FILE).unwrap();
    for (path, json) in changes {
        let new = Value::from_json(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert!(replace_at(&mut tree, path, &new), "no value at {path}");
    }
    assert_eq!(problem_lines(Catalogue::from_value(&tree)), problems, "{changes:?}");
}

/// Replaces text in the file and checks its problems.
fn check_text(old: &str, new: &str, problems: &[&str]) {
    assert_eq!(FILE.matches(old).count(), 1, "{old}");
    let tree = Value::from_json(&FILE.replace(old, new)).unwrap();
    assert_eq!(problem_lines(Catalogue::from_value(&tree)), problems, "{new}");
}

/// The displayed problems; empty for a valid file.
fn problem_lines(result: Result<Catalogue, Vec<Problem>>) -> Vec<String> {
    result.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

const HOURS_CLOSE: &str = "hours that close after they open (past midnight is 24:00 or more, as 22:00-26:00)";
const CALENDARS: &str = "an id of calendars: general-support | billing | basis-fault-report | basis-response-clock \
                         | basis-repair | round-the-clock | maintenance-window | preventive-maintenance";
const PATH: &str = "the path of something in this file, as agreements[id].response.remote.clock";
const NO_HOURS: &str = "{}";
const CLOSED_ON_HOLIDAYS: &str = r#"{ "weekday": "closed", "weekend": "closed" }"#;

#[test]
fn the_published_file_is_valid() {
    check(&[], &[]);
}

#[test]
fn every_problem_is_reported_at_once() {
    check(
        &[
            ("reviewBy", r#""2026-02-30""#),
            ("calendars[billing].weekly.mon", r#"["16:00-08:00"]"#),
            ("agreements[basis].response.remote.minutes", "0"),
            ("readings[notice_count].value", r#""strict""#),
            ("readings[billing_on_holiday].values[open].put", r#"[{ "path": "closedDay", "value": [] }]"#),
            (
                "readings[service_window_on_holiday].values[skipped].put",
                r#"[{ "path": "calendars[maintenance-window].publicHolidays.weekday", "value": "skipped" }]"#,
            ),
        ],
        &[
            r#"reviewBy: found "2026-02-30", expected a date that exists, as 2026-12-31"#,
            &format!(r#"calendars[billing].weekly.mon[0]: found "16:00-08:00", expected {HOURS_CLOSE}"#),
            "agreements[basis].response.remote.minutes: found 0, expected a whole number from 1 to 525600",
            r#"readings[notice_count].value: found "strict", expected the id of one of its values: count_back | clear"#,
            &format!(r#"readings[billing_on_holiday].values[open].put[0].path: found "closedDay", expected {PATH}"#),
            concat!(
                r#"readings[service_window_on_holiday].values[skipped]: found a value that puts "skipped" at "#,
                "calendars[maintenance-window].publicHolidays.weekday, expected closed | asUsual, or a list of hours"
            ),
        ],
    );
}
