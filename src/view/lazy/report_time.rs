//! Choice of the report time.
//!
//! Date and time are text fields. A browser's own date field follows the language of the browser, so that »3/4« would
//! be 4 March in many Danish offices; it does not accept »i morgen«, and its keys and screen-reader texts differ
//! between engines. A text field is the same everywhere, and the sentence below the fields says how the text was
//! understood. Buttons for the day before and after and for likely times spare the customer the typing.

use serviceaftale_core::answers::{Report, Responses};
use serviceaftale_core::messages::{report_time, responses};
use serviceaftale_core::report_input::{self, ReportDraft};
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use super::report_draft::ReportInput;
use super::report_feedback::feedback;
use super::report_fields::fields;
use crate::app::Msg;
use crate::view::ViewContext;
use crate::view::elements::{radio, radios, text};

/// The choice between now and another time, and for another time its fields. `draft` is what the customer is typing.
///
/// What appears and disappears is below the buttons: leaving a field by pressing a button must not move that button.
pub fn report_time(cx: &ViewContext, answer: &Responses, draft: Option<&ReportDraft>) -> Html {
    html! {
        <div class="what-if">
            {now_or_chosen(cx, answer)}
            if answer.reported_now {
                // On screens the choice above says the same.
                <p class="meta on-paper">{text(responses::report(cx.language, answer))}</p>
            } else {
                {other_time(cx, answer, &ReportInput::new(cx, answer, draft))}
            }
        </div>
    }
}

fn now_or_chosen(cx: &ViewContext, answer: &Responses) -> Html {
    radios(html! {
        <fieldset class="when">
            <legend>{cx.label(report_time::REPORTED)}</legend>
            <div class="joined">
                {choice(cx, report_time::NOW.get(cx.language), answer.reported_now, Report::Now)}
                {choice(cx, report_time::CHOOSE.get(cx.language), !answer.reported_now, Report::At(answer.now))}
            </div>
        </fieldset>
    })
}

fn choice(cx: &ViewContext, words: &str, chosen: bool, report: Report) -> Html {
    radio(cx, "report", words.to_owned(), chosen, Msg::ReportChosen(report))
}

fn other_time(cx: &ViewContext, answer: &Responses, input: &ReportInput) -> Html {
    html! { <>{presets(cx, answer)}{fields(cx, answer, input)}{feedback(cx, answer, input)}</> }
}

fn presets(cx: &ViewContext, answer: &Responses) -> Html {
    let presets = report_input::presets(answer.now);
    html! {
        <div class="presets" role="group" aria-label={report_time::PRESETS.get(cx.language)}>
            for (preset, at) in presets {
                {preset_button(cx, report_time::preset(cx.language, preset, at, answer.now), at, answer.report)}
            }
        </div>
    }
}

fn preset_button(cx: &ViewContext, words: String, at: Timestamp, report: Timestamp) -> Html {
    let (pressed, onclick) = ((at == report).to_string(), cx.on(Msg::ReportChosen(Report::At(at))));
    html! { <button class="preset" type="button" aria-pressed={pressed} {onclick}>{text(words)}</button> }
}
