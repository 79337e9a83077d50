//! By when has AURA started?

use serviceaftale_core::agreement::{Contact, Response};
use serviceaftale_core::answer::{AgreementResponse, ResponseAnswer, Responses};
use serviceaftale_core::calendar::copenhagen;
use serviceaftale_core::wording::danish::{self as say, label};
use yew::{Html, Properties, component, html};

use super::icon::Icon;
use super::readings::readings;

#[derive(Properties, PartialEq)]
pub struct ResponseProps {
    pub panel: Responses,
    pub contact: Contact,
}

/// The response deadlines of each shown agreement, and what must not be misunderstood about them.
#[component]
pub fn ResponsePanel(props: &ResponseProps) -> Html {
    let ResponseProps { panel, contact } = props;
    let several = panel.agreements.len() > 1;
    html! {
        <section class="response" part="response" aria-labelledby="response">
            <h2 id="response">{ label::RESPONSE }</h2>
            <p class="meta">{ say::report(panel) }</p>
            <div class="agreements">
                { for panel.agreements.iter().map(|agreement| html! {
                    <div class="agreement" key={agreement.id.clone()}>
                        if several {
                            <h3>{ &agreement.name }</h3>
                        }
                        <div class="answers">
                            { for agreement.answers.iter().map(|answer| card(answer, agreement, panel)) }
                        </div>
                        { notes(agreement, panel, contact) }
                    </div>
                }) }
            </div>
            <p class="meta">{ label::RESPONSE_MEANS }</p>
        </section>
    }
}

fn card(answer: &ResponseAnswer, agreement: &AgreementResponse, panel: &Responses) -> Html {
    let ResponseAnswer { response, deadline, .. } = answer;
    let today = copenhagen::date(panel.now);
    let (kind, icon) = match response {
        Response::Remote => ("remote", Icon::Remote),
        Response::OnSite => ("on-site", Icon::OnSite),
    };
    html! {
        <div class={if answer.passed { "answer passed" } else { "answer" }} data-answer={kind} data-agreement={agreement.id.clone()}>
            <h4>{ icon.draw() }{ say::response(*response) }</h4>
            <p>
                <span class="meta">{ label::STARTED_BY }</span>{ " " }
                <time datetime={copenhagen::rfc3339(*deadline)}>
                    <span>{ say::near_day(copenhagen::date(*deadline), today) }</span>{ " " }
                    <span>{ say::clock(*deadline) }</span>
                </time>
            </p>
            <p class="relative">
                <strong>{ say::relative(*deadline, panel.now) }</strong>
                <span class="meta">{ say::response_time(answer.working_seconds) }</span>
            </p>
            { readings(&answer.readings, |other| say::moment(*other, panel.now)) }
        </div>
    }
}

fn notes(agreement: &AgreementResponse, panel: &Responses, contact: &Contact) -> Html {
    let notes = agreement.notes.iter().map(|note| {
        let (bold, rest) = say::note(note, panel, contact);
        html! { <li><strong>{ bold }</strong>{ " " }{ rest }</li> }
    });
    html! { <ul class="remember">{ for notes }</ul> }
}
