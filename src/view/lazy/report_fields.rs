//! Text fields of the report time.

use chrono::NaiveDate;
use serviceaftale_core::answers::{Report, Responses};
use serviceaftale_core::messages::{Label, Language, report_time};
use serviceaftale_core::report_input::{ParsedReport, ReportDraft, days_later};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Callback, Event, Html, InputEvent, html};

use super::report_draft::{DATE_ERROR, REPORTED_AT, ReportInput, TIME_ERROR};
use super::text_input::on_text;
use crate::app::Msg;
use crate::view::ViewContext;

/// More than any date or time needs, and short enough to be quoted in an error message.
const MAX_LENGTH: &str = "40";

/// The fields for the date, with buttons for the day before and after, and for the time.
pub(super) fn fields(cx: &ViewContext, answer: &Responses, input: &ReportInput) -> Html {
    let (draft, today) = (&input.draft, copenhagen::date(answer.now));
    let (wrong_date, wrong_time) = match input.parsed {
        ParsedReport::Invalid { date, time } if input.is_entered => (date.is_some(), time.is_some()),
        _ => (false, false),
    };
    let with_date: Edit = |draft, date| ReportDraft { date, ..draft };
    let with_time: Edit = |draft, time| ReportDraft { time, ..draft };
    html! {
        <div class="fields">
            <div class="field">
                {field_label(cx, "report-date", report_time::DATE, report_time::DATE_EXAMPLE)}
                <div class="stepper">
                    {step(cx, report_time::DAY_EARLIER, "m15 5-7 7 7 7", days_later(answer.report, -1))}
                    <input
                        id="report-date"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        enterkeyhint="done"
                        maxlength={MAX_LENGTH}
                        aria-invalid={wrong_date.then_some("true")}
                        aria-describedby={described_by(wrong_date, DATE_ERROR)}
                        value={draft.date.clone()}
                        oninput={on_input(cx, draft, with_date)}
                        onchange={on_change(cx, draft, today, with_date)}
                    />
                    {step(cx, report_time::DAY_LATER, "m9 5 7 7-7 7", days_later(answer.report, 1))}
                </div>
            </div>
            <div class="field">
                {field_label(cx, "report-time", report_time::TIME, report_time::TIME_EXAMPLE)}
                // A keypad with digits and a separator: a time needs no letters.
                <input
                    id="report-time"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="done"
                    maxlength={MAX_LENGTH}
                    aria-invalid={wrong_time.then_some("true")}
                    aria-describedby={described_by(wrong_time, TIME_ERROR)}
                    value={draft.time.clone()}
                    oninput={on_input(cx, draft, with_time)}
                    onchange={on_change(cx, draft, today, with_time)}
                />
            </div>
        </div>
    }
}

fn field_label(cx: &ViewContext, id: &'static str, name: Label, example: Label) -> Html {
    html! {
        <label for={id}>
            <span class="name">{cx.label(name)}</span>{" "}<span class="meta">{cx.label(example)}</span>
        </label>
    }
}

fn described_by(wrong: bool, error: &str) -> String {
    if wrong { [error, REPORTED_AT].join(" ") } else { REPORTED_AT.to_owned() }
}

/// A button for the same time on another day.
fn step(cx: &ViewContext, name: Label, arrow: &'static str, at: Timestamp) -> Html {
    html! {
        <button class="step" type="button" aria-label={name.get(cx.language)} onclick={cx.on(Msg::ReportChosen(Report::At(at)))}>
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={arrow} /></svg>
        </button>
    }
}

/// Replaces the text of one field.
type Edit = fn(ReportDraft, String) -> ReportDraft;

fn on_input(cx: &ViewContext, draft: &ReportDraft, edit: Edit) -> Callback<InputEvent> {
    let draft = ReportDraft { entered: false, ..draft.clone() };
    on_text(cx, move |text| Msg::ReportTyped { draft: edit(draft.clone(), text), report: None })
}

fn on_change(cx: &ViewContext, draft: &ReportDraft, today: NaiveDate, edit: Edit) -> Callback<Event> {
    let draft = ReportDraft { entered: true, ..draft.clone() };
    let language = cx.language;
    on_text(cx, move |text| entered(edit(draft.clone(), text), language, today))
}

/// The message for a draft that is complete.
fn entered(draft: ReportDraft, language: Language, today: NaiveDate) -> Msg {
    match draft.parse(&report_time::vocabulary(language), today) {
        // The skipped time stays in its field, beside the sentence about it.
        ParsedReport::Gap { hour_later: taken, .. } => Msg::ReportTyped { draft, report: Some(taken) },
        typed => match typed.report() {
            Some(report) => Msg::ReportChosen(Report::At(report)),
            None => Msg::ReportTyped { draft, report: None },
        },
    }
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::messages::Language;
    use serviceaftale_core::report_input::Occurrence;

    use super::*;

    #[test]
    fn a_report_is_chosen_only_if_nothing_is_left_to_show_or_ask() {
        /// `Ok` is the chosen report, `Err` the report beside a draft that stays.
        fn check(date: &str, time: &str, occurrence: Option<Occurrence>, expected: Result<&str, Option<&str>>) {
            let at = |text: &str| text.parse::<Timestamp>().unwrap();
            let typed = ReportDraft { date: date.into(), time: time.into(), occurrence, entered: true };
            let today = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
            let result = match entered(typed.clone(), Language::Danish, today) {
                Msg::ReportChosen(Report::At(report)) => Ok(report),
                Msg::ReportTyped { draft, report } if draft == typed => Err(report),
                other => panic!("{other:?}"),
            };
            assert_eq!(result, expected.map(at).map_err(|report| report.map(at)), "{date} {time}");
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
