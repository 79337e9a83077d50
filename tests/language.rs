//! Is the whole page in one language?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod drawn;

use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes};

/// What differs from each other: a holiday, a maintenance window, the hours after it, a report whose clock runs, one
/// whose clock waits, one whose deadline has passed, old data.
const MOMENTS: [(&str, Option<&str>); 7] = [
    ("2026-04-03T15:00+02:00", None),
    ("2026-05-25T03:00+02:00", None),
    ("2026-03-09T06:20+01:00", None),
    ("2026-04-07T12:00+02:00", Some("2026-04-07T11:00+02:00")),
    ("2026-04-03T15:00+02:00", Some("2026-04-01T15:10+02:00")),
    ("2026-04-08T12:00+02:00", Some("2026-04-07T09:00+02:00")),
    ("2028-01-01T12:00+01:00", None),
];

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The page's HTML.
fn page(language: Language, now: &str, reported: Option<&str>) -> String {
    let report = reported.map_or(Report::Now, |reported| Report::At(at(reported)));
    let attributes = Attributes {
        question: Question { report, compare: true, ..Question::default() },
        frozen_at: Some(at(now)),
        appearance: Appearance { language, ..Appearance::default() },
    };
    drawn::page(attributes, at(now))
}

/// What a person reads or hears, without what is marked as being in another language.
fn read(html: &str, language: Language) -> Vec<String> {
    let mut words = Vec::new();
    let mut other_language = false;
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let marked = tag.split("lang=\"").nth(1).and_then(|rest| rest.split('"').next());
        // Only elements without children are marked, so the next tag ends it.
        other_language = marked.is_some_and(|tag| tag != language.tag());
        if !other_language && !text.trim().is_empty() {
            words.push(text.to_owned());
        }
    }
    assert!(!other_language);
    words
}

/// Words of one language that are none of the other.
fn foreign(language: Language, text: &str) -> bool {
    let words = match language {
        Language::English => ["og", "ikke", "er", "kl", "til", "dag", "lukket", "april", "senest"].as_slice(),
        Language::Danish => &["and", "not", "is", "at", "until", "the", "closed", "hours", "April"],
    };
    let other_letters = language == Language::English && text.contains(['æ', 'ø', 'å', '»', '«']);
    other_letters || text.split([' ', '\u{a0}', ',', '.', ':', ';']).any(|word| words.contains(&word))
}

#[test]
fn nothing_on_the_page_is_in_the_other_language() {
    for language in Language::ALL {
        for (now, reported) in MOMENTS {
            let html = page(language, now, reported);
            let words = read(&html, language);
            assert!(words.len() > 100, "only {} words at {now}", words.len());
            let foreign: Vec<_> = words.iter().filter(|text| foreign(language, text)).collect();
            assert!(foreign.is_empty(), "{language:?} at {now}: {foreign:?}");
        }
    }
}

#[test]
fn the_page_says_which_language_it_is_in() {
    for language in Language::ALL {
        let html = page(language, MOMENTS[0].0, None);
        let start = format!("<div class=\"page\" lang=\"{}\">", language.tag());
        assert!(html.starts_with(&start), "{}", html.chars().take(60).collect::<String>());
    }
}
