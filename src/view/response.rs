//! By when has AURA started?

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::{AgreementResponse, Page, ResponseAnswer, Responses};
use serviceaftale_core::time::copenhagen;

use super::interpretations::moment_readings;
use crate::app::State;
use crate::view::{Draw, Icon};

/// The response deadlines of each shown agreement, and what must not be misunderstood about them.
pub fn response(draw: &mut Draw, state: &State, page: &Page) {
    let (say, answer) = (draw.say, &page.responses);
    let several = answer.agreements.len() > 1;
    draw.panel("response", say.labels.response, |draw| {
        match state.detailed().here() {
            Some(details) => (details.what_if)(draw, answer, state.draft()),
            None => draw.element("div", "what-if", |draw| draw.words("p", "meta", say.report(answer))),
        }
        // What was asked for comes first; else the answers stay where they are when it comes.
        comparison(draw, state, page, page.choices.comparing);
        draw.open("div", "agreements");
        for agreement in &answer.agreements {
            draw.open("div", "agreement");
            if several {
                draw.heading(1, agreement.name.clone());
            }
            draw.element("div", "answers", |draw| {
                agreement.answers.iter().for_each(|of| card(draw, state, answer, agreement, of));
            });
            draw.element("ul", "remember", |draw| {
                for note in &agreement.notes {
                    draw.open("li", "");
                    draw.emphasised("span", say.note(note, answer, &page.data.contact));
                    if let Some(asked) = agreement.alternatives_of(note) {
                        moment_readings(draw, asked, answer.now);
                    }
                    draw.close();
                }
            });
            draw.close();
        }
        draw.close();
        comparison(draw, state, page, !page.choices.comparing);
        draw.labelled("p", "meta", say.labels.response_means);
        match state.detailed().here() {
            Some(details) => (details.sending)(draw, state, page),
            None => draw.nothing(),
        }
    });
}

/// What sets the agreements apart, if this is the place for it.
fn comparison(draw: &mut Draw, state: &State, page: &Page, here: bool) {
    match state.detailed().here() {
        Some(details) if here => (details.comparison)(draw, state.catalogue(), page),
        _ => draw.nothing(),
    }
}

fn card(draw: &mut Draw, state: &State, all: &Responses, agreement: &AgreementResponse, answer: &ResponseAnswer) {
    let (say, deadline) = (draw.say, answer.deadline);
    let (kind, icon) = match answer.response {
        ServiceMode::Remote => ("remote", Icon::Remote),
        ServiceMode::OnSite => ("on-site", Icon::OnSite),
    };
    draw.open("div", if answer.passed { "answer passed" } else { "answer" });
    draw.attribute("data-answer", kind);
    draw.attribute("data-agreement", agreement.id.clone());
    draw.open_heading(2);
    draw.icon(icon);
    draw.label(say.response(answer.response));
    draw.close();
    draw.element("p", "deadline", |draw| {
        draw.labelled("span", "meta", say.labels.started_by);
        draw.space();
        draw.open("time", "");
        draw.attribute("datetime", copenhagen::rfc3339(deadline));
        draw.words("span", "", say.near_day(copenhagen::date(deadline), copenhagen::date(all.now)));
        draw.space();
        draw.words("span", "", say.clock(deadline));
        draw.close();
    });
    draw.element("p", "relative", |draw| {
        draw.words("strong", "", say.relative(deadline, all.now));
        draw.words("span", "meta", say.response_time(answer.working_seconds));
    });
    moment_readings(draw, &answer.readings, all.now);
    let details = state.detailed().here();
    match details {
        Some(details) => (details.progress)(draw, state.catalogue(), all, agreement, answer),
        None => draw.nothing(),
    }
    // The line that unfolds it is there at once, so that nothing moves when the rest comes.
    draw.open("details", "account");
    draw.open("summary", "");
    // One for every deadline; its name says of which.
    draw.attribute(
        "aria-label",
        [say.labels.account, ": ", &agreement.name, ", ", say.response(answer.response)].concat(),
    );
    draw.label(say.labels.account);
    draw.close();
    if let Some(details) = details {
        (details.account)(draw, state, agreement, answer);
    }
    draw.close();
    draw.close();
}
