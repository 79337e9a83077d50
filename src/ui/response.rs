//! By when has AURA started?

use serviceaftale_core::agreement::{Contact, Response};
use serviceaftale_core::answer::{AgreementResponse, ResponseAnswer, Responses};
use serviceaftale_core::calendar::copenhagen;
use serviceaftale_core::wording::Wording;
use yew::Html;

use super::icon::Icon;
use super::parts::{aside, emphasised, label, list, meta, node, of_class, panel, plain, space, strong, text, time};
use super::readings::readings;

/// The response deadlines of each shown agreement, and what must not be misunderstood about them.
pub fn response(answer: &Responses, contact: &Contact, say: &Wording) -> Html {
    let several = answer.agreements.len() > 1;
    let agreements = answer.agreements.iter().map(|agreement| {
        let name = several.then(|| plain("h3", vec![text(agreement.name.clone())]));
        let cards = agreement.answers.iter().map(|of| card(of, agreement, answer, say)).collect();
        let notes = agreement.notes.iter().map(|note| emphasised("li", say.note(note, answer, contact)));
        let content = name.into_iter().chain([of_class("div", "answers", cards), list("remember", notes)]);
        of_class("div", "agreement", content.collect())
    });
    let agreements = of_class("div", "agreements", agreements.collect());
    let content = vec![meta(say.report(answer)), agreements, meta(say.labels.response_means.to_owned())];
    panel("response", say.labels.response, content)
}

fn card(answer: &ResponseAnswer, agreement: &AgreementResponse, all: &Responses, say: &Wording) -> Html {
    let ResponseAnswer { response, deadline, .. } = answer;
    let (kind, icon) = match response {
        Response::Remote => ("remote", Icon::Remote),
        Response::OnSite => ("on-site", Icon::OnSite),
    };
    let day = say.near_day(copenhagen::date(*deadline), copenhagen::date(all.now));
    let span = |words| plain("span", vec![text(words)]);
    let moment = time(copenhagen::rfc3339(*deadline), vec![span(day), space(), span(say.clock(*deadline))]);
    let children = vec![
        plain("h4", vec![icon.draw(), label(say.response(*response))]),
        plain("p", vec![aside(say.labels.started_by.to_owned()), space(), moment]),
        of_class(
            "p",
            "relative",
            vec![strong(say.relative(*deadline, all.now)), aside(say.response_time(answer.working_seconds))],
        ),
        readings(&answer.readings, say, |other| say.moment(*other, all.now)),
    ];
    let class = if answer.passed { "answer passed" } else { "answer" };
    let attributes =
        [("class", class.into()), ("data-answer", kind.into()), ("data-agreement", agreement.id.clone().into())];
    node("div", &attributes, children)
}
