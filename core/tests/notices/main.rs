//! What does a notices file announce, what of it is left out, and what does it change?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod announced;
#[path = "../cases/mod.rs"]
mod cases;
mod fields;
mod properties;
mod safe;
mod special_hours;
mod words;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Problem, Value, put};
use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::{Timestamp, TimestampOrLocal};

const FILE: &str = include_str!("../data/notices.json");

/// The file once these places hold these JSON texts instead.
fn changed(changes: &[(&str, &str)]) -> Value {
    let mut tree = Value::from_json(FILE).unwrap();
    for (path, json) in changes {
        let new = Value::from_json(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert!(put(&mut tree, path, &new), "nothing stands at {path}");
    }
    tree
}

/// The notices of a file of which something can be taken, and the problems of the rest.
fn read(tree: &Value) -> (Notices, Vec<String>) {
    let (notices, problems) = Notices::from_value(tree).unwrap_or_else(|problems| panic!("{problems:?}"));
    (notices, told(&problems))
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The notices of the whole file.
fn notices() -> Notices {
    let (notices, problems) = read(&changed(&[]));
    assert!(problems.is_empty(), "{problems:?}");
    notices
}

fn catalogue() -> Catalogue {
    let file = include_str!("../../../static/agreements.json");
    Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
}

/// A time on Danish clocks.
fn at(text: &str) -> Timestamp {
    text.parse().map(TimestampOrLocal::to_timestamp).unwrap()
}

/// The words without what keeps them together.
fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ").replace('\u{2060}', "")
}

#[test]
fn the_file_that_is_published_is_taken_and_announces_nothing() {
    let file = Value::from_json(include_str!("../../../static/notices.json")).unwrap();
    assert_eq!(Notices::from_value(&file), Ok((Notices::default(), Vec::new())));
}
