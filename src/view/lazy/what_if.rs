//! When is the fault reported?
//!
//! Date and time are fields for text. A browser's own date field goes by the browser's language, so that »3/4« would be
//! the fourth of March in many a Danish office; it cannot take »i morgen«, and each engine has other keys and other words
//! for a screen reader. A text field is the same everywhere, and the sentence below says in words how it was read. For
//! who would rather not type there are buttons for the day before and after, and for times worth trying.

use chrono::NaiveDate;
use serviceaftale_core::answers::{Report, Responses};
use serviceaftale_core::messages::{Messages, WhatIf, what_if as words};
use serviceaftale_core::report_input::{self, ReportDraft, Typed};
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::field::open_field;
use crate::app::Msg;
use crate::view::Draw;

/// What the fields are described by: errors of their own, and the time that the answers are for.
const DATE_ERROR: &str = "report-date-error";
const TIME_ERROR: &str = "report-time-error";
const REPORTED_AT: &str = "reported-at";

/// Asks when the fault is reported, and says for which time the answers are. `draft` is what the customer is typing.
///
/// What comes and goes is below what is pressed: a field that is left because a button is pressed must not move that.
pub fn what_if(draw: &mut Draw, answer: &Responses, draft: Option<&ReportDraft>) {
    let words = words(draw.say.language);
    draw.open("div", "what-if");
    draw.open("fieldset", "when");
    draw.labelled("legend", "", words.reported);
    draw.open("div", "joined");
    let [now, chosen] = [Report::Now, Report::At(answer.now)].map(Msg::ReportChosen);
    draw.radio("report", words.now.to_owned(), answer.reported_now, now);
    draw.radio("report", words.choose.to_owned(), !answer.reported_now, chosen);
    draw.close();
    draw.close();
    if answer.reported_now {
        draw.nothing();
        draw.nothing();
        // The choice above says it already, except on paper.
        draw.words("p", "meta on-paper", draw.say.report(answer));
    } else {
        let asked = ReportFields::at(draw.say, answer, draft);
        presets(draw, words, answer);
        fields(draw, words, answer, &asked);
        messages(draw, words, answer, &asked);
    }
    draw.close();
}

/// What the fields hold.
struct ReportFields {
    draft: ReportDraft,
    typed: Typed,
    /// Whether the customer is to be told what is wrong with it.
    told: bool,
}

impl ReportFields {
    fn at(say: &Messages, answer: &Responses, draft: Option<&ReportDraft>) -> Self {
        let words = words(say.language);
        let told = draft.is_some_and(|draft| draft.entered);
        let draft = draft.cloned().unwrap_or_else(|| words.draft(say, answer.report));
        Self { typed: draft.read(&words.vocabulary, copenhagen::date(answer.now)), draft, told }
    }
}

fn presets(draw: &mut Draw, words: &WhatIf, answer: &Responses) {
    let say = draw.say;
    draw.open("div", "presets");
    draw.attribute("role", "group");
    draw.attribute("aria-label", words.presets);
    for (preset, at) in report_input::presets(answer.now) {
        let pressed = if at == answer.report { "true" } else { "false" };
        draw.button("preset", Msg::ReportChosen(Report::At(at)), |draw| {
            draw.attribute("aria-pressed", pressed);
            draw.text(words.preset(say, preset, at, answer.now));
        });
    }
    draw.close();
}

fn fields(draw: &mut Draw, words: &'static WhatIf, answer: &Responses, asked: &ReportFields) {
    let (wrong_date, wrong_time) = match asked.typed {
        Typed::Wrong { date, time } if asked.told => (date.is_some(), time.is_some()),
        _ => (false, false),
    };
    draw.open("div", "fields");
    draw.open("div", "field");
    label(draw, "report-date", words.date, words.date_example);
    draw.open("div", "stepper");
    step(draw, words.day_earlier, "m15 5-7 7 7 7", report_input::days_later(answer.report, -1));
    field(draw, words, answer, &asked.draft, |draft| &mut draft.date);
    draw.attribute("id", "report-date");
    describe(draw, DATE_ERROR, wrong_date);
    draw.close();
    step(draw, words.day_later, "m9 5 7 7-7 7", report_input::days_later(answer.report, 1));
    draw.close();
    draw.close();
    draw.open("div", "field");
    label(draw, "report-time", words.time, words.time_example);
    field(draw, words, answer, &asked.draft, |draft| &mut draft.time);
    draw.attribute("id", "report-time");
    // Keys for digits and a mark; what needs letters is not needed.
    draw.attribute("inputmode", "decimal");
    describe(draw, TIME_ERROR, wrong_time);
    draw.close();
    draw.close();
    draw.close();
}

fn label(draw: &mut Draw, id: &'static str, name: &'static str, example: &'static str) {
    draw.open("label", "");
    draw.attribute("for", id);
    draw.labelled("span", "name", name);
    draw.space();
    draw.labelled("span", "meta", example);
    draw.close();
}

/// A button for the same time on another day.
fn step(draw: &mut Draw, name: &'static str, arrow: &'static str, at: Timestamp) {
    draw.button("step", Msg::ReportChosen(Report::At(at)), |draw| {
        draw.attribute("aria-label", name);
        draw.open("svg", "icon");
        draw.attribute("viewBox", "0 0 24 24");
        draw.attribute("aria-hidden", "true");
        draw.open("path", "");
        draw.attribute("d", arrow);
        draw.close();
        draw.close();
    });
}

/// Begins the field of one of the draft's texts.
fn field(
    draw: &mut Draw,
    words: &'static WhatIf,
    answer: &Responses,
    draft: &ReportDraft,
    part: fn(&mut ReportDraft) -> &mut String,
) {
    let (mut draft, today) = (draft.clone(), copenhagen::date(answer.now));
    let text = part(&mut draft).clone();
    let with = move |text: String, entered: bool| {
        let mut draft = ReportDraft { entered, ..draft.clone() };
        *part(&mut draft) = text;
        draft
    };
    let typed = {
        let with = with.clone();
        move |text| Msg::ReportTyped { draft: with(text, false), report: None }
    };
    open_field(draw, text, typed, move |text| entered(with(text, true), words, today));
    // More than any date or time has, and little enough to be said again in a sentence.
    draw.attribute("maxlength", "40");
}

/// What has happened now that the draft is entered.
fn entered(draft: ReportDraft, words: &WhatIf, today: NaiveDate) -> Msg {
    match draft.read(&words.vocabulary, today) {
        // The time that clocks do not show stays in its field, beside the sentence that says so.
        Typed::Skipped { taken, .. } => Msg::ReportTyped { draft, report: Some(taken) },
        typed => match typed.report() {
            Some(report) => Msg::ReportChosen(Report::At(report)),
            None => Msg::ReportTyped { draft, report: None },
        },
    }
}

/// Which sentences describe the field that was begun last.
fn describe(draw: &mut Draw, error: &'static str, wrong: bool) {
    if wrong {
        draw.attribute("aria-invalid", "true");
        draw.attribute("aria-describedby", [error, REPORTED_AT].join(" "));
    } else {
        draw.attribute("aria-describedby", REPORTED_AT);
    }
}

/// What there is to say or ask about what was entered, and the time that the answers are for.
fn messages(draw: &mut Draw, words: &WhatIf, answer: &Responses, asked: &ReportFields) {
    let say = draw.say;
    draw.open("div", "messages");
    // What was entered is answered here, and the focus is elsewhere.
    draw.attribute("aria-live", "polite");
    let (date, time) = match asked.typed {
        Typed::Wrong { date, time } if asked.told => (date, time),
        _ => (None, None),
    };
    let error = |draw: &mut Draw, id: &'static str, sentence: Option<String>| match sentence {
        Some(sentence) => {
            draw.open("p", "error");
            draw.attribute("id", id);
            draw.text(sentence);
            draw.close();
        }
        None => draw.nothing(),
    };
    error(draw, DATE_ERROR, date.map(|why| words.wrong_date(say, &asked.draft.date, why)));
    error(draw, TIME_ERROR, time.map(|why| words.wrong_time(&asked.draft.time, why)));
    match asked.typed {
        // Before it is entered: who leaves the field by the keyboard comes to the answers next.
        Typed::Twice { first, second, .. } => which(draw, words, answer, [first, second]),
        Typed::Skipped { time, taken } if asked.told => draw.words("p", "", words.skipped(say, time, taken)),
        _ => draw.nothing(),
    }
    draw.open("p", "meta");
    draw.attribute("id", REPORTED_AT);
    if asked.told && asked.typed.report().is_none() {
        draw.text(words.still(say, answer.report));
    } else {
        draw.text(words.reported_at(say, answer.report, answer.now));
    }
    draw.close();
    draw.close();
}

/// Asks which of two times is meant that clocks show alike.
fn which(draw: &mut Draw, words: &WhatIf, answer: &Responses, both: [Timestamp; 2]) {
    let [question, first, second] = words.which(draw.say, both[0]);
    draw.open("fieldset", "which");
    draw.words("legend", "", question);
    draw.open("div", "joined");
    for (at, name) in both.into_iter().zip([first, second]) {
        draw.radio("occurrence", name, at == answer.report, Msg::ReportChosen(Report::At(at)));
    }
    draw.close();
    draw.close();
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::messages::Language;
    use serviceaftale_core::report_input::Occurrence;

    use super::*;

    #[test]
    fn a_time_is_chosen_only_where_there_is_nothing_left_to_say() {
        /// What is chosen, or what stands beside a text that stays.
        fn check(date: &str, time: &str, occurrence: Option<Occurrence>, expected: Result<&str, Option<&str>>) {
            let at = |text: &str| text.parse::<Timestamp>().unwrap();
            let typed = ReportDraft { date: date.into(), time: time.into(), occurrence, entered: true };
            let today = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
            let happened = match entered(typed.clone(), words(Language::Danish), today) {
                Msg::ReportChosen(Report::At(report)) => Ok(report),
                Msg::ReportTyped { draft, report } if draft == typed => Err(report),
                other => panic!("{other:?}"),
            };
            assert_eq!(happened, expected.map(at).map_err(|report| report.map(at)), "{date} {time}");
        }
        check("i dag", "9.12", None, Ok("2026-04-03T09:12+02:00"));
        check("31/4", "9.12", None, Err(None));
        check("i dag", "25", None, Err(None));
        check("29/3", "2.30", None, Err(Some("2026-03-29T03:30+02:00")));
        check("25/10", "2.30", None, Err(None));
        check("25/10", "2.30", Some(Occurrence::First), Ok("2026-10-25T02:30+02:00"));
        check("25/10", "2.30", Some(Occurrence::Second), Ok("2026-10-25T02:30+01:00"));
        check("26/10", "2.30", Some(Occurrence::Second), Ok("2026-10-26T02:30+01:00"));
    }
}
