//! What is covered, and what does the customer pay?

use serviceaftale_core::Text;
use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::wording::danish::{self as say, label};
use yew::{Html, Properties, component, html};

use super::icon::Icon;

#[derive(Properties, PartialEq)]
pub struct CoverageProps {
    pub coverage: Coverage,
}

/// Three lists: covered, paid by the customer, not stated.
#[component]
pub fn CoveragePanel(props: &CoverageProps) -> Html {
    let Coverage { covered, customer_pays, customer_pays_note, per_address, not_stated } = &props.coverage;
    html! {
        <section class="coverage" part="coverage" aria-labelledby="coverage">
            <h2 id="coverage">{ label::COVERAGE }</h2>
            <div class="lists">
                <div>
                    <h3>{ label::COVERED }</h3>
                    { list(covered, Icon::Covered) }
                    <p class="meta">{ say::text(per_address) }</p>
                </div>
                <div>
                    <h3>{ label::CUSTOMER_PAYS }</h3>
                    { list(customer_pays, Icon::NotCovered) }
                    <p class="meta">{ say::text(customer_pays_note) }</p>
                </div>
                <div class="not-stated">
                    <h3>{ label::NOT_STATED }</h3>
                    { list(not_stated, Icon::NotCovered) }
                </div>
            </div>
        </section>
    }
}

fn list(items: &[Text], icon: Icon) -> Html {
    html! {
        <ul>{ for items.iter().map(|item| html! { <li>{ icon.draw() }<span>{ say::text(item) }</span></li> }) }</ul>
    }
}
