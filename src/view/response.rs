//! Panel "response": by when work on a fault starts.

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::{AgreementResponse, Page, ResponseDeadline, Responses};
use serviceaftale_core::messages::{labels, responses, times};
use serviceaftale_core::time::copenhagen;
use yew::{Html, html};

use super::elements::{emphasised, heading, icon, label, panel_title, subheading, text};
use super::interpretation_marks::moment_mark;
use super::{Icon, ViewContext};
use crate::app::State;

/// The response deadlines of each shown agreement, and what must not be misunderstood about them.
pub fn response(cx: &ViewContext, state: &State, page: &Page) -> Html {
    let answer = &page.responses;
    let agreements = answer.agreements.iter().map(|of| agreement(cx, state, page, of)).collect::<Html>();
    html! {
        <section class="response" part="response" aria-labelledby="response">
            {panel_title(cx, "response", labels::RESPONSE.get(cx.language))}
            if let Some(panels) = cx.panels {
                {(panels.report_time)(cx, answer, state.draft())}
            } else {
                <div class="what-if"><p class="meta">{text(responses::report(cx.language, answer))}</p></div>
            }
            // A comparison that was asked for stands first; otherwise the answers keep their place when it is loaded.
            if page.choices.comparing {
                {comparison(cx, state, page)}
            }
            <div class="agreements">{agreements}</div>
            if !page.choices.comparing {
                {comparison(cx, state, page)}
            }
            <p class="meta">{cx.label(labels::RESPONSE_EXPLANATION)}</p>
            if let Some(panels) = cx.panels {
                {(panels.sharing)(cx, state, page)}
            }
        </section>
    }
}

fn comparison(cx: &ViewContext, state: &State, page: &Page) -> Html {
    html! {
        if let Some(panels) = cx.panels {
            {(panels.comparison)(cx, state.catalogue(), page)}
        }
    }
}

fn agreement(cx: &ViewContext, state: &State, page: &Page, agreement: &AgreementResponse) -> Html {
    let all = &page.responses;
    let cards = agreement.deadlines.iter().map(|answer| card(cx, state, all, agreement, answer)).collect::<Html>();
    let note = |note| {
        let mark = agreement.alternatives_of(note).map(|deadline| moment_mark(cx, deadline, all.now));
        html! {
            <li>
                <span>{emphasised(responses::note(cx.language, note, all, &page.data.contact))}</span>
                if let Some(mark) = mark {
                    {mark}
                }
            </li>
        }
    };
    html! {
        <div class="agreement">
            if all.agreements.len() > 1 {
                {heading(cx, text(agreement.name.clone()))}
            }
            <div class="answers">{cards}</div>
            <ul class="remember">{agreement.notes.iter().map(note).collect::<Html>()}</ul>
        </div>
    }
}

fn card(
    cx: &ViewContext,
    state: &State,
    all: &Responses,
    agreement: &AgreementResponse,
    answer: &ResponseDeadline,
) -> Html {
    let (kind, picture) = match answer.mode {
        ServiceMode::Remote => ("remote", Icon::Remote),
        ServiceMode::OnSite => ("on-site", Icon::OnSite),
    };
    let mode = responses::response(cx.language, answer.mode);
    // There is a summary for each deadline; its accessible name says of which.
    let name = [labels::ACCOUNT.get(cx.language), ": ", &agreement.name, ", ", mode].concat();
    let content = html! {
        <>
            {subheading(cx, html! { <>{icon(picture)}{label(mode)}</> })}
            {deadline(cx, all, answer)}
            {moment_mark(cx, &answer.interpreted, all.now)}
            if let Some(panels) = cx.panels {
                {(panels.progress)(cx, state.catalogue(), all, agreement, answer)}
            }
            // The summary is there from the start, so that nothing moves when its content is loaded.
            <details class="account">
                <summary aria-label={name}>{cx.label(labels::ACCOUNT)}</summary>
                if let Some(panels) = cx.panels {
                    {(panels.account)(cx, state.catalogue(), agreement, answer)}
                }
            </details>
        </>
    };
    let id = agreement.id.clone();
    if answer.passed {
        html! { <div class="answer passed" data-answer={kind} data-agreement={id}>{content}</div> }
    } else {
        html! { <div class="answer" data-answer={kind} data-agreement={id}>{content}</div> }
    }
}

fn deadline(cx: &ViewContext, all: &Responses, answer: &ResponseDeadline) -> Html {
    let (language, at) = (cx.language, answer.deadline);
    html! {
        <>
            <p class="deadline">
                <span class="meta">{cx.label(labels::STARTED_BY)}</span>{" "}
                <time datetime={copenhagen::rfc3339(at)}>
                    <span>{text(times::near_day(language, copenhagen::date(at), copenhagen::date(all.now)))}</span>{" "}
                    <span>{text(times::clock(language, at))}</span>
                </time>
            </p>
            <p class="relative">
                <strong>{text(times::relative(language, at, all.now))}</strong>
                <span class="meta">{text(responses::response_time(language, answer.working_seconds))}</span>
            </p>
        </>
    }
}
