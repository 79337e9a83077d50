//! Does a demonstration show what moves it, say which time is shown, and offer to send what is shown?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used)]

mod drawn;

use std::rc::Rc;

use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes, Msg, ShareMethod, State, View};
use serviceaftale_widget::view::{DETAILS, Detailed};

/// Wednesday before Easter.
const NOW: &str = "2026-04-01T15:10+02:00";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The page once this has happened, with plain spaces.
fn page(appearance: Appearance, events: Vec<Msg>) -> String {
    let attributes = Attributes { appearance, ..Attributes::default() };
    let start = State::new(Rc::new(drawn::catalogue()), attributes, at(NOW), Detailed::Here(&DETAILS));
    let state = events.into_iter().fold(start, |state, event| state.after(event));
    drawn::page_of(state).replace('\u{a0}', " ").replace('\u{2060}', "")
}

fn check(appearance: Appearance, events: Vec<Msg>, there: &[&str], not_there: &[&str]) {
    let html = page(appearance, events);
    for words in there {
        assert!(html.contains(words), "{words} is not in {html}");
    }
    for words in not_there {
        assert!(!html.contains(words), "{words} is in {html}");
    }
}

fn of(view: View) -> Appearance {
    Appearance { view, ..Appearance::default() }
}

#[test]
fn only_a_demonstration_has_what_moves_it() {
    let moves = [
        "part=\"demo\"",
        ">Langfredag</button>",
        ">+1 time</button>",
        "aria-label=\"Vist tidspunkt\" aria-valuetext=\"onsdag 1. april 2026 kl. 15.10\"",
        "max=\"671\"",
    ];
    let mut there = moves.to_vec();
    there.extend(["part=\"hours\"", "part=\"coverage\""]);
    check(of(View::Demo), vec![], &there, &["class=\"shown-time\"", "aria-pressed=\"true\""]);
    check(of(View::Full), vec![], &["part=\"hours\""], &moves);
    check(of(View::Compact), vec![], &[], &moves);
}

#[test]
fn a_shown_time_that_is_not_now_is_said_in_every_view_with_the_way_back() {
    let shows = || vec![Msg::TimeShown(at("2026-04-03T15:00+02:00"))];
    let said = "<p>Du ser fredag 3. april 2026 kl. 15.00 – ikke nu.</p><button class=\"back\" type=\"button\">Vis nu";
    for view in [View::Full, View::Compact, View::Demo] {
        check(of(view), shows(), &[said], &[]);
        check(of(view), [shows(), vec![Msg::NowShown]].concat(), &[], &["class=\"shown-time\""]);
    }
    let asked = Attributes { frozen_at: Some(at("2026-04-03T15:00+02:00")), ..Attributes::default() };
    let html = drawn::page(asked, at(NOW)).replace('\u{a0}', " ");
    assert!(html.contains(said), "by the host page: {html}");
    // The scenario stays down while its time is shown.
    check(of(View::Demo), shows(), &["aria-pressed=\"true\">Langfredag", "aria-valuetext=\"fredag 3. april"], &[]);
}

#[test]
fn large_type_is_the_page_s() {
    let large = |large| vec![Msg::TypeSized { large }];
    check(of(View::Demo), large(true), &["class=\"page large\"", "aria-pressed=\"true\">Stor skrift"], &[]);
    check(of(View::Demo), large(false), &["class=\"page\"", "aria-pressed=\"false\">Stor skrift"], &[]);
}

#[test]
fn an_answer_can_be_sent_and_what_was_copied_is_said() {
    let copied = |way| vec![Msg::SendPressed { way, text: String::new(), query: String::new() }, Msg::WasCopied];
    let said = |words: &str| format!("<p class=\"meta\" role=\"status\">{words}</p>");
    let (text, link) = (said("Teksten er kopieret"), said("Linket er kopieret"));
    for view in [View::Full, View::Compact, View::Demo] {
        let usual = of(view);
        check(usual, vec![], &["Kopiér tekst", "Kopiér link"], &["Del …", &text, &link]);
        check(Appearance { can_share: true, ..usual }, vec![], &["Del …"], &[]);
        check(usual, copied(ShareMethod::Text), &[&text], &[&link, "Kopieret"]);
        check(usual, copied(ShareMethod::Link), &[&link], &[&text, "Kopieret"]);
    }
}

#[test]
fn a_link_that_cannot_be_used_is_said_on_the_page() {
    for (language, words) in [(Language::Danish, "Noget i linket"), (Language::English, "Something in the link")] {
        for view in [View::Full, View::Compact, View::Demo] {
            let appearance = Appearance { language, view, ..Appearance::default() };
            check(appearance, vec![], &[], &[words]);
            check(Appearance { link_is_faulty: true, ..appearance }, vec![], &[words], &[]);
        }
    }
}
