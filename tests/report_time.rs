//! Rendering of the report's time: the fields, and the sentences that say how they were understood.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic)]

mod render;

use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Attributes, LazyStatus, Msg};

use render::Part::{self, Any, Attribute, Text, Words};

/// Good Friday at three.
const NOW: &str = "2026-04-03T15:00+02:00";

const STILL: Part = Words("Svarene gælder stadig tirsdag 7. april 2026 kl. 9.00, dansk tid.");

fn instant(text: &str) -> Timestamp {
    text.parse::<Timestamp>().unwrap()
}

fn reported(at: &str) -> Msg {
    Msg::ReportChosen(Report::At(instant(at)))
}

/// Tuesday at nine was entered, and after that something else is typed.
fn typed(date: &str, time: &str, entered: bool, report: Option<&str>) -> Vec<Msg> {
    let draft = ReportDraft { date: date.into(), time: time.into(), occurrence: None, entered };
    vec![reported("2026-04-07T09:00+02:00"), Msg::ReportTyped { draft, report: report.map(instant) }]
}

/// Checks the part of the page that asks for the time, after these events.
#[track_caller]
fn check(events: Vec<Msg>, present: &[Part], absent: &[Part]) {
    let start = render::state(&Attributes::default(), instant(NOW), LazyStatus::Ready);
    let page = render::page_with(events.into_iter().fold(start, render::send));
    page.check(&[Any(".what-if ~ .agreements")], &[]);
    page.one(".what-if").check(present, absent);
}

const INVALID: Part = Any("[aria-invalid]");
const ERROR: Part = Any(".error");
const TEXT_FIELD: Part = Any("[type=text]");
const DATE: &str = "input#report-date";
const TIME: &str = "input#report-time";

#[test]
fn the_report_is_now_by_default() {
    check(
        vec![],
        &[
            Text("legend", "Fejlen meldes"),
            Text(".choice > input[checked][type=radio][name=report] + span:not([class])", "Nu"),
        ],
        &[TEXT_FIELD, Any(".presets"), Any("[aria-live]")],
    );
    check(vec![reported(NOW), Msg::ReportChosen(Report::Now)], &[Words("Hvis fejlen meldes nu:")], &[TEXT_FIELD]);
}

#[test]
fn another_time_has_fields_and_a_sentence() {
    check(
        vec![reported("2026-04-03T09:12+02:00")],
        &[
            Text("label[for=report-date] > span.name:first-child", "Dato"),
            Text("label[for=report-time] > span.name:first-child", "Klokkeslæt"),
            Attribute(DATE, "value", "fre 3/4 2026"),
            Attribute(TIME, "value", "9.12"),
            Attribute("button", "aria-label", "En dag tidligere"),
            Attribute("button", "aria-label", "En dag senere"),
            Attribute(DATE, "aria-describedby", "reported-at"),
            Attribute(TIME, "aria-describedby", "reported-at"),
            Text("p#reported-at", "Fejlen er meldt fredag 3. april 2026 kl. 9.12, dansk tid."),
            Text("[aria-pressed=false]", "I aften kl. 22"),
            Text("[aria-pressed=false]", "Påskedag kl. 15"),
        ],
        &[INVALID, ERROR, Any("[aria-pressed=true]"), Any("[name=occurrence]")],
    );
    check(
        vec![reported("2026-04-04T11:00+02:00")],
        &[
            Text("[aria-pressed=true]", "Lørdag kl. 11"),
            Attribute(DATE, "value", "lør 4/4 2026"),
            Words("Fejlen meldes lørdag 4. april 2026"),
        ],
        &[],
    );
}

#[test]
fn the_time_from_the_host_page_can_be_edited() {
    let question = Question { report: Report::At(instant("2026-04-03T09:12+02:00")), ..Question::default() };
    let page = render::page(Attributes { question, ..Attributes::default() }, instant(NOW));
    page.check(&[Attribute(DATE, "value", "fre 3/4 2026"), Attribute(TIME, "value", "9.12")], &[]);
}

#[test]
fn errors_are_shown_after_entry_and_the_previous_time_stays() {
    let wrong_time = Text("p.error#report-time-error", "»25« er intet klokkeslæt. Skriv et fra 0.00 til 24.00.");
    check(
        typed("31/4", "25", true, None),
        &[
            Attribute(DATE, "value", "31/4"),
            Attribute(TIME, "value", "25"),
            Attribute(DATE, "aria-describedby", "report-date-error reported-at"),
            Attribute(TIME, "aria-describedby", "report-time-error reported-at"),
            Text(
                "p.error#report-date-error",
                "»31/4« findes ikke i kalenderen. Skriv en dato som 3/4 eller 3. april 2026.",
            ),
            wrong_time,
            STILL,
        ],
        &[Words("Fejlen meldes tirsdag")],
    );
    check(
        typed("tir 7/4 2026", "25", true, None),
        &[
            Attribute(TIME, "aria-invalid", "true"),
            wrong_time,
            Attribute(DATE, "aria-describedby", "reported-at"),
            STILL,
        ],
        &[Words("report-date-error")],
    );
    check(
        typed("31/4", "25", false, None),
        &[Attribute(DATE, "value", "31/4"), Words("Fejlen meldes tirsdag 7. april 2026 kl. 9.00, dansk tid.")],
        &[INVALID, ERROR, STILL],
    );
}

#[test]
fn typed_markup_is_shown_as_text() {
    check(typed("<b>\"i dag\"</b>", "15", true, None), &[Words("»<b>")], &[Any("b")]);
}

#[test]
fn a_skipped_hour_is_explained() {
    check(
        typed("29/3", "2.30", true, Some("2026-03-29T03:30+02:00")),
        &[
            Attribute(TIME, "value", "2.30"),
            Words("Klokken bliver ikke 2.30 den nat, for uret stilles en time frem. Svarene gælder i stedet kl. 3.30."),
            Words("Fejlen er meldt søndag 29. marts 2026 kl. 3.30, dansk tid."),
        ],
        &[INVALID],
    );
}

#[test]
fn a_repeated_hour_is_asked_about() {
    let question = Text("legend", "Klokken bliver 2.30 to gange den nat, for uret stilles tilbage. Hvilken mener du?");
    let neither = Any(".choice > input:not([checked])[type=radio][name=occurrence]");
    let either = Any(".choice > input[checked][type=radio][name=occurrence]");
    check(typed("25/10", "2.30", true, None), &[question, neither, STILL], &[either, INVALID]);
    // The question is there before the field is left, so that the next Tab key reaches it.
    check(typed("25/10", "2.30", false, None), &[question, neither], &[either, STILL]);
    check(
        vec![reported("2026-10-25T02:30+01:00")],
        &[question, neither, either, Words("Fejlen meldes søndag 25. oktober 2026 kl. 2.30, dansk vintertid.")],
        &[STILL],
    );
}
