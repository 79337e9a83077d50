//! Is the picture drawn whole, for those who see it and for those who do not?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod drawn;

use std::collections::BTreeSet;

use serviceaftale_core::answers::{Page, Question};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes, View};

/// Axes of days and of hours, one of them over a clock change.
const REPORTS: [&str; 4] =
    ["2026-04-03T15:00+02:00", "2026-03-10T02:00+01:00", "2027-03-28T01:30+01:00", "2026-12-23T14:00+01:00"];

const DRAWN: [Option<&str>; 3] = [Some("basis"), Some("pro"), None];

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The panel alone.
fn panel(question: &Question, now: Timestamp) -> String {
    let attributes = Attributes { question: question.clone(), ..Attributes::default() };
    let html = drawn::page(attributes, now);
    let (_, after) = html.split_once("<section class=\"timeline\"").expect("a timeline");
    after.split("</section>").next().unwrap().to_owned()
}

fn each(check: impl Fn(&Question, Timestamp, &str)) {
    for report in REPORTS {
        for agreement in DRAWN {
            let question = Question::default().about(agreement.map(str::to_owned));
            check(&question, at(report), &panel(&question, at(report)));
        }
    }
}

#[test]
fn every_pattern_is_there_once_and_seen() {
    each(|_, _, html| {
        let ids: Vec<_> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for rest in html.split("url(#").skip(1) {
            let named = rest.split(')').next().unwrap();
            assert!(unique.contains(&named), "{named} is not among {ids:?}");
        }
        let patterns = html.find("<svg class=\"patterns\">").expect("patterns");
        // What hides with a width comes after, and they are in none of it.
        assert!(
            patterns < html.find("data-in").unwrap_or(html.len()) && patterns < html.find("class=\"chart").unwrap()
        );
    });
}

#[test]
fn nothing_is_styled_or_scaled_within_the_markup() {
    each(|_, _, html| {
        assert!(!html.contains("style="), "{html}");
        let boxes = html.matches("viewBox=\"0 0 20 20\"").count() + html.matches("viewBox=\"0 0 24 24\"").count();
        assert_eq!(html.matches("viewBox").count(), boxes, "{html}");
    });
}

#[test]
fn the_picture_is_hidden_from_screen_readers_and_the_table_tells_the_deadlines() {
    let say = Language::Danish.messages();
    each(|question, now, html| {
        let (picture, table) = html.split_once("<details class=\"as-table\">").expect("a table");
        assert!(picture.contains("<div class=\"picture\" aria-hidden=\"true\">"), "{picture}");
        let page = Page::compute(&drawn::catalogue(), question, now);
        for answer in page.responses.agreements.iter().flat_map(|agreement| &agreement.answers) {
            let told = format!("{}</th><td>{}</td>", say.started(answer.response), say.moment(answer.deadline, now));
            assert!(table.replace("&nbsp;", "\u{a0}").contains(&told), "{told} is not in {table}");
        }
    });
}

#[test]
fn a_compact_page_has_no_picture() {
    let appearance = Appearance { view: View::Compact, ..Appearance::default() };
    let html = drawn::page(Attributes { appearance, ..Attributes::default() }, at("2026-04-03T15:00+02:00"));
    assert!(!html.contains("part=\"timeline\""), "{html}");
}
