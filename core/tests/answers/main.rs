//! Answers to typical customer questions, compared with transcripts.

// Tests may panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod properties;
mod responses;
mod right_now;
mod third_agreement;
mod transcript;
mod upcoming;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::Question;
use serviceaftale_core::data::Value;
use serviceaftale_core::time::Timestamp;
use transcript::Transcript;

/// Compares the transcript of a part of the page for both agreements at `now`.
fn check(part: impl Fn(&Transcript) -> Vec<String>, now: &str, lines: &[&str]) {
    check_question(part, now, &Question::default(), lines);
}

/// Compares the transcript for a question about one agreement, or about another report time.
fn check_question(part: impl Fn(&Transcript) -> Vec<String>, now: &str, question: &Question, lines: &[&str]) {
    let file = file();
    let actual = part(&Transcript::compute(&Catalogue::from_value(&file).unwrap(), question, instant(now)));
    assert_eq!(actual, lines, "at {now}:\n{}", actual.join("\n"));
}

/// The published agreements file.
fn file() -> Value {
    Value::from_json(include_str!("../../../static/agreements.json")).unwrap()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}
