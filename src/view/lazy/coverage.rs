//! Panel of what the agreements cover and what the customer pays.

use serviceaftale_core::Text;
use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::answers::CallOut;
use serviceaftale_core::messages::{self, labels};
use yew::{Html, html};

use super::call_out::call_out;
use crate::view::elements::{heading, icon, label, panel_title, text};
use crate::view::{Icon, ViewContext};

/// Three lists: covered, paid by the customer, not stated; and the questions that decide who pays for a visit. `known`
/// are the customer's answers so far.
pub fn coverage(cx: &ViewContext, coverage: &Coverage, known: CallOut) -> Html {
    let Coverage { covered, customer_pays, customer_pays_note, per_address, not_stated } = coverage;
    html! {
        <section class="coverage" part="coverage" aria-labelledby="coverage">
            {panel_title(cx, "coverage", labels::COVERAGE.get(cx.language))}
            <div class="lists">
                <div class="covered">
                    {facts(cx, Icon::Covered, labels::COVERED.get(cx.language), covered)}
                    {note(cx, per_address)}
                </div>
                <div class="customer-pays">
                    {facts(cx, Icon::NotCovered, labels::CUSTOMER_PAYS.get(cx.language), customer_pays)}
                    {note(cx, customer_pays_note)}
                </div>
                <div class="not-stated">
                    {facts(cx, Icon::NotCovered, labels::NOT_STATED.get(cx.language), not_stated)}
                </div>
            </div>
            {call_out(cx, known, coverage)}
        </section>
    }
}

fn facts(cx: &ViewContext, mark: Icon, title: &'static str, items: &[Text]) -> Html {
    html! {
        <>
            {heading(cx, label(title))}
            <ul>
                for item in items {
                    <li>{icon(mark)}<span>{text(messages::text(cx.language, item))}</span></li>
                }
            </ul>
        </>
    }
}

fn note(cx: &ViewContext, note: &Text) -> Html {
    html! { <p class="meta">{text(messages::text(cx.language, note))}</p> }
}
