//! Does the page show what the core answers, in the places that host pages read?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod drawn;

use std::rc::Rc;

use serviceaftale_core::agreement::{Channel, ServiceMode};
use serviceaftale_core::answers::{CallOutQuestion, Page, Phone, Question};
use serviceaftale_core::time::{Timestamp, copenhagen};
use serviceaftale_widget::app::{Appearance, Attributes, Msg, State, View};
use serviceaftale_widget::view::{DETAILS, Detailed};

/// Eleven years in steps that are no whole number of hours, so that every hour, weekday and holiday comes up.
const STEPS: i64 = 120;
const STEP_SECONDS: i64 = 11 * 366 * 86_400 / STEPS + 1_860;

/// The moment that is told in what has these attributes, before the next thing of this class; a line that agreements
/// share stands once, within an element for each of them.
fn moment(html: &str, attributes: &str, class: &str) -> Option<String> {
    let (before, within) = html.split_once(attributes).expect(attributes);
    let begun = before.rsplit_once('<').is_some_and(|(_, tag)| tag.contains(class));
    let content = within.split(class).nth(usize::from(!begun))?;
    let (_, time) = content.split_once("<time datetime=\"")?;
    time.split('"').next().map(str::to_owned)
}

#[test]
fn deadlines_and_next_changes_are_the_core_s() {
    let first: Timestamp = "2023-01-01T00:00+01:00".parse().unwrap();
    let catalogue = drawn::catalogue();
    for step in 0..STEPS {
        let now = first.plus_seconds(step * STEP_SECONDS);
        let html = drawn::page(Attributes::default(), now);
        let page = Page::compute(&catalogue, &Question::default(), now);
        for agreement in &page.responses.agreements {
            for answer in &agreement.answers {
                let kind = match answer.response {
                    ServiceMode::Remote => "remote",
                    ServiceMode::OnSite => "on-site",
                };
                let attributes = format!("data-answer=\"{kind}\" data-agreement=\"{}\"", agreement.id);
                let told = moment(&html, &attributes, "class=\"answer");
                assert_eq!(told, Some(copenhagen::rfc3339(answer.deadline)), "{attributes}");
            }
        }
        for line in &page.right_now.lines {
            let kind = match line.channel {
                Channel::FaultReport => "fault-report",
                Channel::General => "general",
                Channel::Billing => "billing",
            };
            for agreement in &line.agreements {
                let (Phone::Open { until: change } | Phone::Closed { opens: change }) = line.phone.answer;
                let open = line.phone.answer.is_open();
                let attributes =
                    format!("data-channel=\"{kind}\" data-agreement=\"{}\" data-open=\"{open}\"", agreement.id);
                let told = moment(&html, &attributes, "class=\"channel");
                assert_eq!(told, change.map(copenhagen::rfc3339), "{attributes}");
            }
        }
    }
}

#[test]
fn the_appearance_is_what_the_host_page_asks_for() {
    fn check(appearance: Appearance, there: &[&str], not_there: &[&str]) {
        let now: Timestamp = "2026-04-03T15:00+02:00".parse().unwrap();
        let html = drawn::page(Attributes { appearance, ..Attributes::default() }, now);
        for words in there {
            assert!(html.contains(words), "{words} is not in {html}");
        }
        for words in not_there {
            assert!(!html.contains(words), "{words} is in {html}");
        }
    }
    let usual = Appearance::default();
    check(
        usual,
        &["part=\"picker\"", "part=\"hours\"", "part=\"coverage\"", "<h2 class=\"h2\" id=\"hours\""],
        &["<h5"],
    );
    check(
        Appearance { view: View::Compact, ..usual },
        &["part=\"right-now\"", "part=\"response\""],
        &["part=\"hours\""],
    );
    check(Appearance { shows_picker: false, ..usual }, &["part=\"hours\""], &["part=\"picker\""]);
    check(Appearance { heading_level: 4, ..usual }, &["<h4 class=\"h2\" id=\"hours\"", "<h5", "<h6"], &["<h2", "<h3"]);
}

/// Many show the same word; a list of them tells apart what is decided.
#[test]
fn every_mark_of_a_reading_is_named_by_what_that_decides() {
    let html = drawn::page(Attributes::default(), "2026-04-02T22:00+02:00".parse().unwrap());
    let marks: Vec<&str> = html.split("<summary aria-label=\"fortolkning").skip(1).collect();
    assert_eq!(marks.len(), html.matches("class=\"reading\"").count());
    let names: Vec<&str> = marks.iter().map(|mark| mark.split('"').next().unwrap()).collect();
    assert!(names.contains(&": Hvordan de fem arbejdsdages varsel tælles"), "{names:?}");
    let of_two = ": Hvordan de fem arbejdsdages varsel tælles; Servicevinduet, når mandagen er en helligdag";
    assert!(names.contains(&of_two), "{names:?}");
}

#[test]
fn who_pays_is_said_once_the_answers_say_it() {
    fn check(answers: &[(CallOutQuestion, bool)], there: &[&str], not_there: &str) {
        let now: Timestamp = "2026-03-10T09:00+01:00".parse().unwrap();
        let start = State::new(Rc::new(drawn::catalogue()), Attributes::default(), now, Detailed::Here(&DETAILS));
        let answered = |state: State, (question, yes): &(CallOutQuestion, bool)| {
            state.after(Msg::CallOutAnswered(*question, *yes))
        };
        let html = drawn::page_of(answers.iter().fold(start, answered));
        for words in there {
            assert!(html.contains(words), "{words} is not in {html}");
        }
        assert!(!html.contains(not_there), "{not_there} is in {html}");
    }
    use CallOutQuestion::{FreeAccess, InAurasEquipment, OnConnection};
    let pays = "<strong>Du betaler selv tilkaldet.</strong>";
    let covered = "<strong>Aftalen dækker tilkaldet.</strong>";
    check(&[(OnConnection, true)], &["class=\"verdict\" role=\"status\"></div>"], pays);
    check(&[(OnConnection, true), (FreeAccess, true)], &[covered], pays);
    check(&[(OnConnection, false), (InAurasEquipment, false)], &[pays, "eget netværk", "Beløbet står ikke"], covered);
    check(&[(FreeAccess, false)], &[pays, "fri adgang, uanset"], covered);
}
