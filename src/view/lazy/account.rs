//! Account of a response deadline, and the progress of its clock.

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{AgreementResponse, Progress, ResponseAnswer, Responses, account_lines};
use serviceaftale_core::messages;
use yew::{Html, Properties, component, html};

use super::by_identity::ByIdentity;
use crate::view::ViewContext;
use crate::view::elements::{emphasised, text};
use crate::view::interpretation_marks::section;

/// How much of the response time has passed since a report in the past; empty for a report to come.
pub fn progress(
    cx: &ViewContext,
    catalogue: &Catalogue,
    all: &Responses,
    agreement: &AgreementResponse,
    answer: &ResponseAnswer,
) -> Html {
    let target = catalogue.agreement(&agreement.id).map(|agreement| agreement.target(answer.response));
    let Some(progress) = target.and_then(|target| Progress::compute(target, all.report, all.now)) else {
        return Html::default();
    };
    let (max, value) = (progress.of_seconds.to_string(), progress.counted_seconds.to_string());
    // The text says the same as the bar.
    html! {
        <p class="progress">
            <progress aria-hidden="true" max={max} value={value}></progress>
            {text(messages::account(cx.language).progress(progress, all.now))}
        </p>
    }
}

/// The lines of the account under the rule that they follow, and the interpretations that they depend on.
pub fn account(
    cx: &ViewContext,
    catalogue: &Rc<Catalogue>,
    agreement: &AgreementResponse,
    answer: &ResponseAnswer,
) -> Html {
    html! {
        <AccountLines
            cx={cx.clone()}
            catalogue={ByIdentity(catalogue.clone())}
            agreement={agreement.id.clone()}
            answer={answer.clone()}
        />
    }
}

#[derive(PartialEq, Properties)]
struct AccountLinesProps {
    cx: ViewContext,
    catalogue: ByIdentity<Catalogue>,
    /// The id of the agreement.
    agreement: String,
    answer: ResponseAnswer,
}

#[component]
fn AccountLines(props: &AccountLinesProps) -> Html {
    let AccountLinesProps { cx, catalogue, agreement, answer } = props;
    let Some(agreement) = catalogue.0.agreement(agreement) else {
        return Html::default();
    };
    let (words, clock) = (messages::account(cx.language), agreement.target(answer.response).clock.weekly());
    html! {
        <>
            <p class="clause">{text(words.counted_hours(clock))}{section(cx, &answer.section)}</p>
            <table aria-label={cx.language.messages().labels.account}>
                <tbody>
                    for line in account_lines(&answer.account, clock) {
                        if line.counted_seconds > 0 {
                            <tr class="counts">{cells(words.line(&line))}</tr>
                        } else {
                            <tr>{cells(words.line(&line))}</tr>
                        }
                    }
                    <tr class="total">{cells(words.total(answer))}</tr>
                </tbody>
            </table>
            if !answer.readings.others.is_empty() {
                <ul>
                    for interpretation in answer.readings.leans_on() {
                        <li>{emphasised(words.reading_in_force(interpretation))}</li>
                    }
                </ul>
            }
        </>
    }
}

fn cells([day, reason, hours]: [String; 3]) -> Html {
    html! { <><th scope="row">{text(day)}</th><td>{text(reason)}</td><td>{text(hours)}</td></> }
}
