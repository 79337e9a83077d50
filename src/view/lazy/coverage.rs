//! Panel of what the agreements cover and what the customer pays.

use serviceaftale_core::Text;
use serviceaftale_core::agreement;
use serviceaftale_core::answers::CallOut;
use serviceaftale_core::messages::panel_labels;
use yew::{Html, Properties, component, html};

use super::call_out::call_out;
use crate::view::elements::{heading, icon, label, panel_title, text};
use crate::view::{Icon, ViewContext};

#[derive(PartialEq, Properties)]
pub struct CoverageProps {
    pub cx: ViewContext,
    pub coverage: agreement::Coverage,
    /// The customer's answers so far.
    pub known: CallOut,
}

/// Three lists: covered, paid by the customer, not stated; and the questions that decide who pays for a visit.
#[component]
pub fn Coverage(props: &CoverageProps) -> Html {
    let CoverageProps { cx, coverage, known } = props;
    let agreement::Coverage { covered, customer_pays, customer_pays_note, per_address, not_stated } = coverage;
    let labels = panel_labels(cx.language);
    html! {
        <section class="coverage" part="coverage" aria-labelledby="coverage">
            {panel_title(cx, "coverage", labels.coverage)}
            <div class="lists">
                <div class="covered">
                    {facts(cx, Icon::Covered, labels.covered, covered)}
                    {note(cx, per_address)}
                </div>
                <div class="customer-pays">
                    {facts(cx, Icon::NotCovered, labels.customer_pays, customer_pays)}
                    {note(cx, customer_pays_note)}
                </div>
                <div class="not-stated">
                    {facts(cx, Icon::NotCovered, labels.not_stated, not_stated)}
                </div>
            </div>
            {call_out(cx, *known, coverage)}
        </section>
    }
}

fn facts(cx: &ViewContext, mark: Icon, title: &'static str, items: &[Text]) -> Html {
    html! {
        <>
            {heading(cx, label(title))}
            <ul>
                for item in items {
                    <li>{icon(mark)}<span>{text(cx.language.messages().text(item))}</span></li>
                }
            </ul>
        </>
    }
}

fn note(cx: &ViewContext, note: &Text) -> Html {
    html! { <p class="meta">{text(cx.language.messages().text(note))}</p> }
}
