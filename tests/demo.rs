//! Rendering of a demonstration: its controls, the time that is shown, and the ways to send the answers.

// A test fails by panicking.
#![allow(clippy::unwrap_used)]

mod render;

use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes, LazyStatus, Msg, ShareMethod, View};

use render::Part::{self, Any, Attribute, Text, Words};

/// Wednesday before Easter.
const NOW: &str = "2026-04-01T15:10+02:00";

fn at(text: &str) -> Timestamp {
    text.parse::<Timestamp>().unwrap()
}

/// Checks the page after these events.
#[track_caller]
fn check(appearance: Appearance, events: Vec<Msg>, present: &[Part], absent: &[Part]) {
    let attributes = Attributes { appearance, ..Attributes::default() };
    let start = render::state(&attributes, at(NOW), LazyStatus::Ready);
    let state = events.into_iter().fold(start, render::send);
    render::page_with(state).check(present, absent);
}

fn of(view: View) -> Appearance {
    Appearance { view, ..Appearance::default() }
}

#[test]
fn only_the_demo_view_has_controls_of_the_time() {
    let moves = [
        Any("[part=demo]"),
        Text("button", "Langfredag"),
        Text("button", "+1 time"),
        Attribute("[aria-label='Vist tidspunkt']", "aria-valuetext", "onsdag 1. april 2026 kl. 15.10"),
        Any("[max='671']"),
    ];
    let panels = [Any("[part=hours]"), Any("[part=coverage]")];
    check(of(View::Demo), vec![], &[&moves[..], &panels].concat(), &[Any(".shown-time"), Any("[aria-pressed=true]")]);
    check(of(View::Full), vec![], &panels, &moves);
    check(of(View::Compact), vec![], &[], &moves);
}

#[test]
fn a_shown_time_is_announced_in_every_view_with_a_way_back() {
    let shows = || vec![Msg::TimeShown(at("2026-04-03T15:00+02:00"))];
    let said = [
        Text(".shown-time > p:not([class])", "Du ser fredag 3. april 2026 kl. 15.00 – ikke nu."),
        Text(".shown-time > p + button[class=back][type=button]", "Vis nu"),
    ];
    for view in [View::Full, View::Compact, View::Demo] {
        check(of(view), shows(), &said, &[]);
        check(of(view), [shows(), vec![Msg::NowShown]].concat(), &[], &[Any(".shown-time")]);
    }
    let asked = Attributes { frozen_at: Some(at("2026-04-03T15:00+02:00")), ..Attributes::default() };
    render::page(asked, at(NOW)).check(&said, &[]);
    // The scenario stays pressed while its time is shown.
    let pressed = Text("[aria-pressed=true]", "Langfredag");
    check(of(View::Demo), shows(), &[pressed, Attribute("*", "aria-valuetext", "fredag 3. april 2026 kl. 15.00")], &[]);
}

#[test]
fn large_type_is_a_class_of_the_page() {
    let large = |large| vec![Msg::LargeTypeToggled { large }];
    check(of(View::Demo), large(true), &[Any("[class='page large']"), Text("[aria-pressed=true]", "Stor skrift")], &[]);
    check(of(View::Demo), large(false), &[Any("[class=page]"), Text("[aria-pressed=false]", "Stor skrift")], &[]);
}

#[test]
fn answers_can_be_sent_and_copying_is_confirmed() {
    let copied =
        |way| vec![Msg::SharePressed { method: way, text: String::new(), query: String::new() }, Msg::CopySucceeded];
    let [text, link] = ["Teksten er kopieret", "Linket er kopieret"].map(|words| Text("p.meta[role=status]", words));
    let share = Text("button", "Del …");
    for view in [View::Full, View::Compact, View::Demo] {
        let usual = of(view);
        check(
            usual,
            vec![],
            &[Text("button", "Kopiér tekst"), Text("button", "Kopiér link")],
            &[share, Words("Del …"), text, link],
        );
        check(Appearance { can_share: true, ..usual }, vec![], &[share], &[]);
        check(usual, copied(ShareMethod::Text), &[text], &[link, Words("Kopieret")]);
        check(usual, copied(ShareMethod::Link), &[link], &[text, Words("Kopieret")]);
    }
}

#[test]
fn a_faulty_link_is_reported_on_the_page() {
    for (language, words) in [(Language::Danish, "Noget i linket"), (Language::English, "Something in the link")] {
        for view in [View::Full, View::Compact, View::Demo] {
            let appearance = Appearance { language, view, ..Appearance::default() };
            check(appearance, vec![], &[], &[Words(words)]);
            check(Appearance { link_is_faulty: true, ..appearance }, vec![], &[Words(words)], &[]);
        }
    }
}
