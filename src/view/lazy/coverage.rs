//! What is covered, and what does the customer pay?

use serviceaftale_core::Text;
use serviceaftale_core::agreement::Coverage;
use serviceaftale_core::answers::CallOut;
use serviceaftale_core::messages::panel_labels;

use super::call_out::call_out;
use crate::view::{Draw, Icon};

/// Three lists: covered, paid by the customer, not stated; and three questions that tell which it is.
pub fn coverage(draw: &mut Draw, coverage: &Coverage, known: CallOut) {
    let all = coverage;
    let Coverage { covered, customer_pays, customer_pays_note, per_address, not_stated } = coverage;
    let labels = panel_labels(draw.say.language);
    draw.panel("coverage", labels.coverage, |draw| {
        draw.open("div", "lists");
        facts(draw, "covered", labels.covered, covered, Some(per_address));
        facts(draw, "customer-pays", labels.customer_pays, customer_pays, Some(customer_pays_note));
        facts(draw, "not-stated", labels.not_stated, not_stated, None);
        draw.close();
        call_out(draw, known, all);
    });
}

fn facts(draw: &mut Draw, class: &'static str, heading: &'static str, items: &[Text], note: Option<&Text>) {
    draw.open("div", class);
    draw.heading(1, heading.to_owned());
    draw.open("ul", "");
    for item in items {
        draw.open("li", "");
        draw.icon(if class == "covered" { Icon::Covered } else { Icon::NotCovered });
        draw.words("span", "", draw.say.text(item));
        draw.close();
    }
    draw.close();
    if let Some(note) = note {
        draw.words("p", "meta", draw.say.text(note));
    }
    draw.close();
}
