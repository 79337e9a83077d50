//! Rendering in one language: nothing on the page is in the other.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod render;

use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes};

use render::{Dom, Element};

/// Moments that differ: a holiday, a maintenance window, the hours after it, a report whose clock runs, one
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
    text.parse::<Timestamp>().unwrap()
}

fn page(language: Language, now: &str, reported: Option<&str>) -> Dom {
    let report = reported.map_or(Report::Now, |reported| Report::At(at(reported)));
    let attributes = Attributes {
        question: Question { report, compare: true, ..Question::default() },
        frozen_at: Some(at(now)),
        appearance: Appearance { language, ..Appearance::default() },
    };
    render::page(attributes, at(now))
}

/// Texts and names of elements on the page, without those that are marked as being in another language.
fn read(page: &Dom, language: Language) -> Vec<&str> {
    let texts = page.root().text_nodes();
    let names = page.all("[aria-label]").into_iter().filter_map(|element| Some((element, element.attr("aria-label")?)));
    let here = |element: &Element| element.ancestry().find_map(|around| around.attr("lang")) == Some(language.tag());
    let read = texts.into_iter().chain(names).filter(|(element, text)| here(element) && !text.trim().is_empty());
    read.map(|(_, text)| text).collect()
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
fn no_text_is_in_the_other_language() {
    for language in Language::ALL {
        for (now, reported) in MOMENTS {
            let page = page(language, now, reported);
            let words = read(&page, language);
            assert!(words.len() > 100, "only {} words at {now}", words.len());
            let foreign: Vec<_> = words.iter().filter(|text| foreign(language, text)).collect();
            assert!(foreign.is_empty(), "{language:?} at {now}: {foreign:?}");
        }
    }
}

#[test]
fn the_page_declares_its_language() {
    for language in Language::ALL {
        let page = page(language, MOMENTS[0].0, None);
        page.one(":scope > *");
        let outermost = page.one(":scope > div[class=page]");
        assert_eq!((outermost.attr("lang"), outermost.values().len()), (Some(language.tag()), 2), "{outermost:?}");
    }
}
