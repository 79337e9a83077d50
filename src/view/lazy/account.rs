//! Account of a response deadline, and the progress of its clock.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{AgreementResponse, Progress, ResponseDeadline, Responses, account_lines};
use serviceaftale_core::messages::{account, labels};
use yew::{Html, Properties, component, html};

use crate::app::ByIdentity;
use crate::view::ViewContext;
use crate::view::elements::{emphasised, text};
use crate::view::interpretation_marks::section;

/// How much of the response time has passed since a report in the past; empty for a report to come.
pub fn progress(
    cx: &ViewContext,
    catalogue: &Catalogue,
    all: &Responses,
    agreement: &AgreementResponse,
    answer: &ResponseDeadline,
) -> Html {
    let target = catalogue.agreement(&agreement.id).map(|agreement| agreement.target(answer.mode));
    let Some(progress) = target.and_then(|target| Progress::compute(target, all.report, all.now)) else {
        return Html::default();
    };
    let (max, value) = (progress.target_seconds.to_string(), progress.counted_seconds.to_string());
    // The text says the same as the bar.
    html! {
        <p class="progress">
            <progress aria-hidden="true" max={max} value={value}></progress>
            {text(account::progress(cx.language, progress, all.now))}
        </p>
    }
}

/// The lines of the account under the rule that they follow, and the interpretations that they depend on.
pub fn account(
    cx: &ViewContext,
    catalogue: &ByIdentity<Catalogue>,
    agreement: &AgreementResponse,
    answer: &ResponseDeadline,
) -> Html {
    html! {
        <AccountLines
            cx={cx.clone()}
            catalogue={catalogue.clone()}
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
    answer: ResponseDeadline,
}

#[component]
fn AccountLines(props: &AccountLinesProps) -> Html {
    let AccountLinesProps { cx, catalogue, agreement, answer } = props;
    let Some(agreement) = catalogue.agreement(agreement) else {
        return Html::default();
    };
    let clock = agreement.target(answer.mode).clock.weekly();
    html! {
        <>
            <p class="clause">{text(account::counted_hours(cx.language, clock))}{section(cx, &answer.section)}</p>
            <table aria-label={labels::ACCOUNT.get(cx.language)}>
                <tbody>
                    for line in account_lines(&answer.account, clock) {
                        if line.counted_seconds > 0 {
                            <tr class="counts">{cells(account::line(cx.language, &line))}</tr>
                        } else {
                            <tr>{cells(account::line(cx.language, &line))}</tr>
                        }
                    }
                    <tr class="total">{cells(account::total(cx.language, answer))}</tr>
                </tbody>
            </table>
            if !answer.interpreted.alternatives.is_empty() {
                <ul>
                    for interpretation in answer.interpreted.deciding_interpretations() {
                        <li>{emphasised(account::interpretation_in_force(cx.language, interpretation))}</li>
                    }
                </ul>
            }
        </>
    }
}

fn cells([day, reason, hours]: [String; 3]) -> Html {
    html! { <><th scope="row">{text(day)}</th><td>{text(reason)}</td><td>{text(hours)}</td></> }
}
