//! Parsing of notices files, and the answers and messages from them.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod announcements;
#[path = "../cases/mod.rs"]
mod cases;
mod fields;
mod messages;
mod properties;
mod sanitizing;
mod special_hours;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, replace_at};
use serviceaftale_core::notices::Notices;
use serviceaftale_core::problem::Problem;
use serviceaftale_core::time::{Timestamp, TimestampOrLocal};

const FILE: &str = include_str!("../data/notices.json");

/// The file with the values at these paths replaced by JSON.
fn changed(changes: &[(&str, &str)]) -> Value {
    let mut tree = Value::from_json(FILE).unwrap();
    for (path, json) in changes {
        let new = Value::from_json(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert!(replace_at(&mut tree, path, &new), "no value at {path}");
    }
    tree
}

/// The notices of a file of the right format, and the problems of the rest.
fn parse(tree: &Value) -> (Notices, Vec<String>) {
    let (notices, problems) = Notices::from_value(tree).unwrap_or_else(|problems| panic!("{problems:?}"));
    (notices, problem_lines(&problems))
}

fn problem_lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The notices of the unchanged file.
fn notices() -> Notices {
    let (notices, problems) = parse(&changed(&[]));
    assert!(problems.is_empty(), "{problems:?}");
    notices
}

fn catalogue() -> Catalogue {
    let file = include_str!("../../../static/agreements.json");
    Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
}

/// Parses a time, in Danish time if it has no offset.
fn at(text: &str) -> Timestamp {
    text.parse().map(TimestampOrLocal::to_timestamp).unwrap()
}

/// The text with ordinary spaces and without word joiners.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

#[test]
fn the_published_file_is_valid_and_announces_nothing() {
    let file = Value::from_json(include_str!("../../../static/notices.json")).unwrap();
    assert_eq!(Notices::from_value(&file), Ok((Notices::default(), Vec::new())));
}
