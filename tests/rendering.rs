//! Rendering of the answers: deadlines and next changes equal the core's, in the attributes that host pages read.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod render;

use std::collections::BTreeSet;
use std::rc::Rc;

use serviceaftale_core::agreement::{Channel, ServiceMode};
use serviceaftale_core::answers::{CallOutQuestion, Page, PhoneState, Question};
use serviceaftale_core::data::Value;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::{Timestamp, copenhagen};
use serviceaftale_widget::app::{Appearance, Attributes, LazyStatus, Msg, State, View};

use render::Element;
use render::Part::{Any, Text};

/// Eleven years in steps that are no whole number of hours, so that every hour, weekday and holiday comes up.
const STEPS: i64 = 120;
const STEP_SECONDS: i64 = 11 * 366 * 86_400 / STEPS + 1_860;

/// The first moment within an element.
fn moment(element: Element) -> Option<String> {
    element.all("time").first()?.attr("datetime").map(str::to_owned)
}

#[test]
fn deadlines_and_next_changes_equal_the_core_s_answers() {
    let first = "2023-01-01T00:00+01:00".parse::<Timestamp>().unwrap();
    let catalogue = render::catalogue();
    for step in 0..STEPS {
        let now = first.plus_seconds(step * STEP_SECONDS);
        let rendered = render::page(Attributes::default(), now);
        let page = Page::compute(&catalogue, &Question::default(), now);
        for agreement in &page.responses.agreements {
            for answer in &agreement.deadlines {
                let kind = match answer.mode {
                    ServiceMode::Remote => "remote",
                    ServiceMode::OnSite => "on-site",
                };
                let selector = format!(".answer[data-answer={kind}][data-agreement={}]", agreement.id);
                let told = moment(rendered.one(&selector));
                assert_eq!(told, Some(copenhagen::rfc3339(answer.deadline)), "{selector}");
            }
        }
        for line in &page.right_now.lines {
            let kind = match line.channel {
                Channel::FaultReport => "fault-report",
                Channel::General => "general",
                Channel::Billing => "billing",
            };
            for agreement in &line.agreements {
                let (PhoneState::Open { until: change } | PhoneState::Closed { opens: change }) = line.phone.answer;
                let open = line.phone.answer.is_open();
                // A line that agreements share is there once, within an element for each of them.
                let selector = format!("[data-channel={kind}][data-agreement={}][data-open={open}]", agreement.id);
                let told = moment(rendered.one(&selector).one(".channel"));
                assert_eq!(told, change.map(copenhagen::rfc3339), "{selector}");
            }
        }
    }
}

#[test]
fn the_appearance_follows_the_attributes() {
    #[track_caller]
    fn check(appearance: Appearance, present: &[&str], absent: &[&str]) {
        let now = "2026-04-03T15:00+02:00".parse::<Timestamp>().unwrap();
        let page = render::page(Attributes { appearance, ..Attributes::default() }, now);
        present.iter().for_each(|selector| page.check(&[Any(selector)], &[]));
        absent.iter().for_each(|selector| page.none(selector));
    }
    let usual = Appearance::default();
    check(usual, &["[part=picker]", "[part=hours]", "[part=coverage]", "h2.h2#hours"], &["h5"]);
    check(Appearance { view: View::Compact, ..usual }, &["[part=right-now]", "[part=response]"], &["[part=hours]"]);
    check(Appearance { shows_picker: false, ..usual }, &["[part=hours]"], &["[part=picker]"]);
    check(Appearance { heading_level: 4, ..usual }, &["h4.h2#hours", "h5", "h6"], &["h2", "h3"]);
}

/// All marks show the same word. Their names differ by what is decided, so that a list of them can be used.
#[test]
fn every_mark_of_a_reading_is_named_by_its_subject() {
    let page = render::page(Attributes::default(), "2026-04-02T22:00+02:00".parse::<Timestamp>().unwrap());
    let marks = page.all("summary[aria-label^=fortolkning]");
    assert_eq!(marks.len(), page.all(".reading").len());
    let names: Vec<_> = marks.iter().filter_map(|mark| mark.attr("aria-label")).collect();
    assert!(names.contains(&"fortolkning: Hvordan de fem arbejdsdages varsel tælles"), "{names:?}");
    let of_two = "fortolkning: Hvordan de fem arbejdsdages varsel tælles; Servicevinduet, når mandagen er en helligdag";
    assert!(names.contains(&of_two), "{names:?}");
}

#[test]
fn the_verdict_on_a_call_out_follows_the_answers() {
    #[track_caller]
    fn check(answers: &[(CallOutQuestion, bool)], verdict: &str, why: &str, absent: &str) {
        let now = "2026-03-10T09:00+01:00".parse::<Timestamp>().unwrap();
        let start = render::state(&Attributes::default(), now, LazyStatus::Ready);
        let answered = |state: State, (question, yes): &(CallOutQuestion, bool)| {
            render::send(state, Msg::CallOutAnswered(*question, *yes))
        };
        let page = render::page_with(answers.iter().fold(start, answered));
        let status = page.one(".verdict[role=status]");
        let strong: Vec<_> = status.all("strong").iter().map(Element::text).collect();
        assert_eq!((strong.join(" "), status.text()), (verdict.to_owned(), format!("{verdict}{why}")));
        page.check(&[], &[Text("strong", absent)]);
    }
    use CallOutQuestion::{FreeAccess, InAurasEquipment, OnConnection};
    let (pays, covered) = ("Du betaler selv tilkaldet.", "Aftalen dækker tilkaldet.");
    let of_all = "Det gælder alle aftaler. Beløbet står ikke i aftalen.";
    check(&[(OnConnection, true)], "", "", pays);
    let delivered = " Forbindelsen og det udstyr, AURA har leveret, er omfattet.";
    check(&[(OnConnection, true), (FreeAccess, true)], covered, delivered, pays);
    let own = format!(" Fejl i dit eget netværk eller udstyr er ikke omfattet. {of_all}");
    check(&[(OnConnection, false), (InAurasEquipment, false)], pays, &own, covered);
    let access = format!(" Det gælder, når teknikeren ikke har fri adgang, uanset hvor fejlen er. {of_all}");
    check(&[(FreeAccess, false)], pays, &access, covered);
}

#[test]
fn a_link_of_an_announcement_to_a_page_does_not_replace_the_answers() {
    let file = Value::from_json(include_str!("../core/tests/data/notices.json")).unwrap();
    let (notices, _) = Notices::from_value(&file).unwrap();
    let now = "2026-04-13T03:00+02:00".parse::<Timestamp>().unwrap();
    let start = render::state(&Attributes::default(), now, LazyStatus::Ready);
    let page = render::page_with(render::send(start, Msg::NoticesLoaded(Rc::new(notices), now)));
    let mut kinds = BTreeSet::new();
    for link in page.all("[data-notice-id] a") {
        let href = link.attr("href").unwrap();
        let (kind, _) = href.split_once(':').unwrap();
        // The phone and the mail program open beside the page anyway.
        let target = (kind == "https").then_some("_blank");
        assert_eq!((link.attr("target"), link.attr("rel")), (target, Some("noopener noreferrer")), "{href}");
        kinds.insert(kind);
    }
    assert_eq!(kinds, BTreeSet::from(["https", "mailto", "tel"]));
}
