//! Feedback on the report time: errors, the choice between two times in the fold, and the time that was understood.

use serviceaftale_core::answers::{Report, Responses};
use serviceaftale_core::messages::report_time;
use serviceaftale_core::report_input::ParsedReport;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use super::report_draft::{DATE_ERROR, REPORTED_AT, ReportInput, TIME_ERROR};
use crate::app::Msg;
use crate::view::ViewContext;
use crate::view::elements::{radio, radios, text};

/// What is wrong with the input or left to ask, and the time for which the answers are.
pub(super) fn feedback(cx: &ViewContext, answer: &Responses, input: &ReportInput) -> Html {
    let (date_error, time_error) = match input.parsed {
        ParsedReport::Invalid { date, time } if input.is_entered => (date, time),
        _ => (None, None),
    };
    // The focus is in the fields or beyond when this changes.
    html! {
        <div class="messages" aria-live="polite">
            if let Some(error) = date_error {
                <p class="error" id={DATE_ERROR}>
                    {text(report_time::wrong_date(cx.language, &input.draft.date, error))}
                </p>
            }
            if let Some(error) = time_error {
                <p class="error" id={TIME_ERROR}>
                    {text(report_time::wrong_time(cx.language, &input.draft.time, error))}
                </p>
            }
            {clock_change(cx, answer, input)}
            <p class="meta" id={REPORTED_AT}>
                {text(if input.is_entered && input.parsed.report().is_none() {
                    report_time::still(cx.language, answer.report)
                } else {
                    report_time::reported_at(cx.language, answer.report, answer.now)
                })}
            </p>
        </div>
    }
}

/// What there is to ask or say about a time in the fold or in the gap; empty for all others.
fn clock_change(cx: &ViewContext, answer: &Responses, input: &ReportInput) -> Html {
    match input.parsed {
        // Also while it is typed, since the next tab stop after the field is here.
        ParsedReport::Fold { first, second, .. } => occurrence(cx, answer, [first, second]),
        ParsedReport::Gap { time, hour_later: taken } if input.is_entered => {
            html! { <p>{text(report_time::skipped(cx.language, time, taken))}</p> }
        }
        _ => Html::default(),
    }
}

/// The choice between the two instants of a time in the fold.
fn occurrence(cx: &ViewContext, answer: &Responses, [first, second]: [Timestamp; 2]) -> Html {
    let [question, first_name, second_name] = report_time::which(cx.language, first);
    let choice = |name, at| radio(cx, "occurrence", name, at == answer.report, Msg::ReportChosen(Report::At(at)));
    radios(html! {
        <fieldset class="which">
            <legend>{text(question)}</legend>
            <div class="joined">{choice(first_name, first)}{choice(second_name, second)}</div>
        </fieldset>
    })
}
