//! Comparison of the agreements.

use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::{ComparedAgreement, Comparison, DeadlineDifference, Page};
use serviceaftale_core::messages::{channels, comparison, labels, responses, times};
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use crate::view::elements::{icon, label, moment, text};
use crate::view::interpretation_marks::{moment_mark, phone_mark};
use crate::view::{Icon, ViewContext};

/// The differences between the response deadlines, and a table of the agreements if the customer asked to compare them.
pub fn comparison(cx: &ViewContext, catalogue: &Catalogue, page: &Page) -> Html {
    let Some(comparison) = Comparison::compute(catalogue, page) else {
        return Html::default();
    };
    let differences = html! {
        <>
            if let Some(difference) = comparison.difference(ServiceMode::OnSite) {
                <p class="difference">{sentence(cx, ServiceMode::OnSite, difference, &comparison)}</p>
            }
            if let Some(difference) = comparison.difference(ServiceMode::Remote) {
                <p class="meta">{sentence(cx, ServiceMode::Remote, difference, &comparison)}</p>
            }
        </>
    };
    if comparison.requested {
        html! { <div class="compared asked">{differences}{table(cx, &comparison, page.now)}</div> }
    } else {
        html! { <div class="compared">{differences}</div> }
    }
}

fn sentence(
    cx: &ViewContext,
    response: ServiceMode,
    difference: &DeadlineDifference,
    comparison: &Comparison<'_>,
) -> Html {
    let [before, duration, after] = comparison::difference(cx.language, difference, comparison);
    html! {
        <>
            <span class="meta">{text(comparison::difference_in(cx.language, response))}</span>
            {" "}{text(before)}<strong>{text(duration)}</strong>{text(after)}{" "}
            <span class="meta">{text(comparison::in_hours(cx.language, difference).unwrap_or_default())}</span>
        </>
    }
}

/// The agreements in columns.
fn table(cx: &ViewContext, comparison: &Comparison<'_>, now: Timestamp) -> Html {
    let language = cx.language;
    let row = |name, more, cell: &dyn Fn(&ComparedAgreement<'_>) -> Html| row(&comparison.agreements, name, more, cell);
    let deadlines = |response| {
        row(responses::response(cx.language, response), labels::STARTED_BY.get(cx.language), &|agreement| {
            deadline(cx, agreement, response, now)
        })
    };
    html! {
        <table class="comparison" aria-label={comparison::COMPARISON.get(cx.language)}>
            <thead>
                <tr>
                    <td></td>
                    for agreement in &comparison.agreements {
                        <th scope="col">{text(agreement.name.to_owned())}</th>
                    }
                </tr>
            </thead>
            <tbody>
                {deadlines(ServiceMode::OnSite)}
                {deadlines(ServiceMode::Remote)}
                {row(comparison::THEN_WORKS.get(language), "", &|agreement| {
                    text(comparison::repair_pace(language, agreement.repair))
                })}
                {row(comparison::STATUS_UPDATES.get(language), "", &|agreement| {
                    label(comparison::has_status_updates(language, agreement.status_updates))
                })}
                {row(comparison::PHONE_NOW.get(language), "", &|agreement| phone(cx, agreement, now))}
                {row(comparison::EMAIL.get(language), "", &|agreement| {
                    label(comparison::takes_email(language, agreement.by_email))
                })}
            </tbody>
        </table>
    }
}

/// Each cell names its agreement, since on narrow screens the columns are not below their headings.
fn row(
    agreements: &[ComparedAgreement<'_>],
    name: &'static str,
    more: &'static str,
    cell: &dyn Fn(&ComparedAgreement<'_>) -> Html,
) -> Html {
    html! {
        <tr>
            <th scope="row">
                {label(name)}
                if !more.is_empty() {
                    {" "}<span class="meta">{label(more)}</span>
                }
            </th>
            for agreement in agreements {
                <td><span class="of">{text(agreement.name.to_owned())}</span>{cell(agreement)}</td>
            }
        </tr>
    }
}

fn deadline(cx: &ViewContext, agreement: &ComparedAgreement<'_>, response: ServiceMode, now: Timestamp) -> Html {
    let Some((_, deadline)) = agreement.deadlines.iter().find(|(of, _)| *of == response) else {
        return Html::default();
    };
    html! {
        <>
            <strong>{moment(deadline.answer, times::moment(cx.language, deadline.answer, now))}</strong>
            {" "}
            <span class="meta">{text(times::relative(cx.language, deadline.answer, now))}</span>
            {moment_mark(cx, deadline, now)}
        </>
    }
}

fn phone(cx: &ViewContext, agreement: &ComparedAgreement<'_>, now: Timestamp) -> Html {
    let Some(phone) = agreement.phone else {
        return Html::default();
    };
    html! {
        <>
            {icon(if phone.answer.is_open() { Icon::Open } else { Icon::Closed })}
            {text(channels::whole_state(cx.language, phone.answer, now))}
            {phone_mark(cx, phone, now)}
        </>
    }
}
