//! By when has AURA started?

use serviceaftale_core::agreement::{Contact, Response};
use serviceaftale_core::answer::{AgreementResponse, ResponseAnswer, Responses};
use serviceaftale_core::calendar::copenhagen;

use super::readings::readings;
use super::{Draw, Icon};

/// The response deadlines of each shown agreement, and what must not be misunderstood about them.
pub fn response(draw: &mut Draw, answer: &Responses, contact: &Contact) {
    let say = draw.say;
    let several = answer.agreements.len() > 1;
    draw.panel("response", say.labels.response, |draw| {
        draw.words("p", "meta", say.report(answer));
        draw.open("div", "agreements");
        for agreement in &answer.agreements {
            draw.open("div", "agreement");
            if several {
                draw.heading(1, agreement.name.clone());
            }
            draw.element("div", "answers", |draw| {
                agreement.answers.iter().for_each(|of| card(draw, of, agreement, answer));
            });
            draw.element("ul", "remember", |draw| {
                for note in &agreement.notes {
                    draw.open("li", "");
                    draw.emphasised("span", say.note(note, answer, contact));
                    if let Some(asked) = agreement.readings_of(note) {
                        readings(draw, asked, |other| say.moment(*other, answer.now));
                    }
                    draw.close();
                }
            });
            draw.close();
        }
        draw.close();
        draw.labelled("p", "meta", say.labels.response_means);
    });
}

fn card(draw: &mut Draw, answer: &ResponseAnswer, agreement: &AgreementResponse, all: &Responses) {
    let (say, deadline) = (draw.say, answer.deadline);
    let (kind, icon) = match answer.response {
        Response::Remote => ("remote", Icon::Remote),
        Response::OnSite => ("on-site", Icon::OnSite),
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
    readings(draw, &answer.readings, |other| say.moment(*other, all.now));
    draw.close();
}
