//! Rendering of the timeline: the picture is whole, and its table tells the same deadlines.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod render;

use std::collections::BTreeSet;

use serviceaftale_core::answers::{Page, Question};
use serviceaftale_core::messages::{Language, timeline, times};
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes, View};

use render::Part::Any;
use render::{Element, plain};

/// Axes of days and of hours, one of them over a clock change.
const REPORTS: [&str; 4] =
    ["2026-04-03T15:00+02:00", "2026-03-10T02:00+01:00", "2027-03-28T01:30+01:00", "2026-12-23T14:00+01:00"];

const DRAWN: [Option<&str>; 3] = [Some("basis"), Some("pro"), None];

fn at(text: &str) -> Timestamp {
    text.parse::<Timestamp>().unwrap()
}

/// Checks the panel for each report and agreement.
fn each(check: impl Fn(&Question, Timestamp, Element)) {
    for report in REPORTS {
        for agreement in DRAWN {
            let question = Question::default().with_agreement(agreement.map(str::to_owned));
            let attributes = Attributes { question: question.clone(), ..Attributes::default() };
            check(&question, at(report), render::page(attributes, at(report)).one("section.timeline"));
        }
    }
}

#[test]
fn every_pattern_is_defined_once_and_never_hidden() {
    each(|_, _, panel| {
        let ids: Vec<_> = panel.all("[id]").iter().filter_map(|element| element.attr("id")).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for value in panel.all("*").iter().flat_map(Element::values) {
            for rest in value.split("url(#").skip(1) {
                let named = rest.split(')').next().unwrap();
                assert!(unique.contains(&named), "{named} is not among {ids:?}");
            }
        }
        // Elements that are hidden at some widths come after the patterns, so none of them contains the patterns.
        panel.one("svg.patterns");
        panel.check(&[Any("[class^=chart]")], &[]);
        let first = panel.all("svg.patterns, [data-in], [class^=chart]")[0];
        assert_eq!(first.attr("class"), Some("patterns"), "{first:?}");
    });
}

#[test]
fn the_markup_has_no_inline_styles_and_only_icons_are_scaled() {
    each(|_, _, panel| {
        panel.none("[style]");
        let boxes: BTreeSet<_> = panel.all("*").iter().filter_map(|svg| svg.attr("viewBox")).collect();
        assert!(boxes.contains("0 0 24 24") && boxes.is_subset(&["0 0 20 20", "0 0 24 24"].into()), "{boxes:?}");
    });
}

#[test]
fn the_picture_is_hidden_from_screen_readers_and_the_table_has_the_deadlines() {
    each(|question, now, panel| {
        panel.one("div.picture[aria-hidden=true]");
        let rows = panel.one("div.picture ~ details.as-table:not([open])").all("tbody tr");
        let page = Page::compute(&render::catalogue(), question, now);
        for answer in page.responses.agreements.iter().flat_map(|agreement| &agreement.deadlines) {
            let started = plain(timeline::started(Language::Danish, answer.mode));
            let deadline = plain(&times::moment(Language::Danish, answer.deadline, now));
            let told = rows
                .iter()
                .any(|row| row.one("th").text().ends_with(&started) && row.one("th + td").text() == deadline);
            assert!(told, "{started} {deadline} is not in {panel:?}");
        }
    });
}

#[test]
fn the_compact_view_has_no_timeline() {
    let appearance = Appearance { view: View::Compact, ..Appearance::default() };
    let page = render::page(Attributes { appearance, ..Attributes::default() }, at("2026-04-03T15:00+02:00"));
    page.none("[part=timeline]");
}
