//! Does the page ask when the fault is reported, and say how it understood that?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::panic)]

mod drawn;

use std::rc::Rc;

use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Attributes, Msg, State};
use serviceaftale_widget::view::{DETAILS, Detailed};

/// Good Friday at three.
const NOW: &str = "2026-04-03T15:00+02:00";

const STILL: &str = "Svarene gælder stadig tirsdag 7. april 2026 kl. 9.00, dansk tid.";

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The page once this has happened, with plain spaces.
fn page(events: Vec<Msg>) -> String {
    let start = State::new(Rc::new(drawn::catalogue()), Attributes::default(), instant(NOW), Detailed::Here(&DETAILS));
    let state = events.into_iter().fold(start, |state, event| state.after(event));
    drawn::page_of(state).replace('\u{a0}', " ").replace('\u{2060}', "")
}

fn reported(at: &str) -> Msg {
    Msg::ReportChosen(Report::At(instant(at)))
}

/// Tuesday at nine was entered, and after that something else is typed.
fn typed(date: &str, time: &str, entered: bool, report: Option<&str>) -> Vec<Msg> {
    let draft = ReportDraft { date: date.into(), time: time.into(), occurrence: None, entered };
    vec![reported("2026-04-07T09:00+02:00"), Msg::ReportTyped { draft, report: report.map(instant) }]
}

fn check(events: Vec<Msg>, there: &[&str], not_there: &[&str]) {
    let html = page(events);
    let from = html.find("class=\"what-if\"").unwrap();
    let to = from + html[from..].find("class=\"agreements\"").unwrap();
    let html = &html[from..to];
    for words in there {
        assert!(html.contains(words), "{words} is not in {html}");
    }
    for words in not_there {
        assert!(!html.contains(words), "{words} is in {html}");
    }
}

#[test]
fn now_is_what_is_asked_about_first() {
    check(
        vec![],
        &[
            "<legend>Fejlen meldes</legend>",
            "class=\"choice\"><input checked type=\"radio\" name=\"report\"",
            "<span>Nu</span>",
        ],
        &["type=\"text\"", "class=\"presets\"", "aria-live"],
    );
    check(vec![reported(NOW), Msg::ReportChosen(Report::Now)], &["Hvis fejlen meldes nu:"], &["type=\"text\""]);
}

#[test]
fn another_time_has_fields_and_is_said_in_words() {
    check(
        vec![reported("2026-04-03T09:12+02:00")],
        &[
            "<label for=\"report-date\"><span class=\"name\">Dato</span>",
            "<label for=\"report-time\"><span class=\"name\">Klokkeslæt</span>",
            "value=\"fre 3/4 2026\"",
            "value=\"9.12\"",
            "aria-label=\"En dag tidligere\"",
            "aria-label=\"En dag senere\"",
            "aria-describedby=\"reported-at\"",
            "id=\"reported-at\">Fejlen er meldt fredag 3. april 2026 kl. 9.12, dansk tid.</p>",
            "aria-pressed=\"false\">I aften kl. 22<",
            "aria-pressed=\"false\">Påskedag kl. 15<",
        ],
        &["aria-invalid", "class=\"error\"", "aria-pressed=\"true\"", "name=\"occurrence\""],
    );
    check(
        vec![reported("2026-04-04T11:00+02:00")],
        &["aria-pressed=\"true\">Lørdag kl. 11<", "value=\"lør 4/4 2026\"", "Fejlen meldes lørdag 4. april 2026"],
        &[],
    );
}

#[test]
fn the_time_that_the_host_page_asks_for_can_be_changed() {
    let question = Question { report: Report::At(instant("2026-04-03T09:12+02:00")), ..Question::default() };
    let html = drawn::page(Attributes { question, ..Attributes::default() }, instant(NOW));
    assert!(html.contains("value=\"fre 3/4 2026\"") && html.contains("value=\"9.12\""), "{html}");
}

#[test]
fn what_cannot_be_read_is_said_once_it_is_entered_and_the_time_before_stays() {
    check(
        typed("31/4", "25", true, None),
        &[
            "value=\"31/4\"",
            "value=\"25\"",
            "aria-describedby=\"report-date-error reported-at\"",
            "aria-describedby=\"report-time-error reported-at\"",
            "id=\"report-date-error\">»31/4« findes ikke i kalenderen.",
            "id=\"report-time-error\">»25« er intet klokkeslæt.",
            STILL,
        ],
        &["Fejlen meldes tirsdag"],
    );
    check(
        typed("tir 7/4 2026", "25", true, None),
        &["aria-invalid=\"true\"", "id=\"report-time-error\"", "aria-describedby=\"reported-at\"", STILL],
        &["report-date-error"],
    );
    check(
        typed("31/4", "25", false, None),
        &["value=\"31/4\"", "Fejlen meldes tirsdag 7. april 2026 kl. 9.00, dansk tid."],
        &["aria-invalid", "class=\"error\"", STILL],
    );
}

#[test]
fn what_is_typed_is_text_and_nothing_else() {
    check(typed("<b>\"i dag\"</b>", "15", true, None), &["»&lt;b&gt;"], &["<b>"]);
}

#[test]
fn the_hour_that_is_skipped_is_named() {
    check(
        typed("29/3", "2.30", true, Some("2026-03-29T03:30+02:00")),
        &[
            "value=\"2.30\"",
            "Klokken bliver ikke 2.30 den nat, for uret stilles en time frem. Svarene gælder i stedet kl. 3.30.",
            "Fejlen er meldt søndag 29. marts 2026 kl. 3.30, dansk tid.",
        ],
        &["aria-invalid"],
    );
}

#[test]
fn of_the_hour_that_comes_twice_is_asked_which() {
    let question = "<legend>Klokken bliver 2.30 to gange den nat, for uret stilles tilbage. Hvilken mener du?</legend>";
    let neither = "class=\"choice\"><input type=\"radio\" name=\"occurrence\"";
    let either = "class=\"choice\"><input checked type=\"radio\" name=\"occurrence\"";
    check(typed("25/10", "2.30", true, None), &[question, neither, STILL], &[either, "aria-invalid"]);
    // It is there before the field is left, so that the next key finds it.
    check(typed("25/10", "2.30", false, None), &[question, neither], &[either, STILL]);
    check(
        vec![reported("2026-10-25T02:30+01:00")],
        &[question, neither, either, "Fejlen meldes søndag 25. oktober 2026 kl. 2.30, dansk vintertid."],
        &[STILL],
    );
}
