//! What is covered, and what does the customer pay?

use serviceaftale_core::Text;
use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::wording::Wording;
use yew::Html;

use super::icon::Icon;
use super::parts::{label, list, meta, of_class, panel, plain, text};

/// Three lists: covered, paid by the customer, not stated.
pub fn coverage(coverage: &Coverage, say: &Wording) -> Html {
    let Coverage { covered, customer_pays, customer_pays_note, per_address, not_stated } = coverage;
    let lists = vec![
        facts(say, "covered", say.labels.covered, covered, Some(per_address)),
        facts(say, "customer-pays", say.labels.customer_pays, customer_pays, Some(customer_pays_note)),
        facts(say, "not-stated", say.labels.not_stated, not_stated, None),
    ];
    panel("coverage", say.labels.coverage, vec![of_class("div", "lists", lists)])
}

fn facts(say: &Wording, class: &'static str, heading: &'static str, items: &[Text], note: Option<&Text>) -> Html {
    let icon = if class == "covered" { Icon::Covered } else { Icon::NotCovered };
    let items = items.iter().map(|item| plain("li", vec![icon.draw(), plain("span", vec![text(say.text(item))])]));
    let mut content = vec![plain("h3", vec![label(heading)]), list("", items)];
    content.extend(note.map(|note| meta(say.text(note))));
    of_class("div", class, content)
}
