//! What does the page answer to the questions that customers ask?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod always;
mod coming;
mod responses;
mod right_now;
mod third_agreement;
mod told;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::Question;
use serviceaftale_core::data::Value;
use serviceaftale_core::time::Timestamp;
use told::Told;

/// What a part of the page tells of both agreements then, and nothing else.
fn check(part: impl Fn(&Told) -> Vec<String>, now: &str, lines: &[&str]) {
    check_question(part, now, &Question::default(), lines);
}

/// The same of one agreement, or of a fault that is reported at another time.
fn check_question(part: impl Fn(&Told) -> Vec<String>, now: &str, question: &Question, lines: &[&str]) {
    let file = file();
    let told = part(&Told::at(&Catalogue::from_value(&file).unwrap(), question, instant(now)));
    assert_eq!(told, lines, "at {now}:\n{}", told.join("\n"));
}

/// The agreements file of the page.
fn file() -> Value {
    Value::from_json(include_str!("../../../static/agreements.json")).unwrap()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}
