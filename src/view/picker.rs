//! Which agreement is it about?

use serviceaftale_core::answers::Choices;

use crate::app::Msg;
use crate::view::Draw;

/// Native radios: one an agreement, and one to compare them all. None is on until something is chosen.
pub fn picker(draw: &mut Draw, choices: &Choices) {
    let labels = &draw.say.labels;
    draw.open("fieldset", "picker");
    draw.attribute("part", "picker");
    draw.labelled("legend", "", labels.picker);
    draw.open("div", "choices");
    for agreement in &choices.agreements {
        let picked = Msg::AgreementPicked(agreement.id.clone());
        draw.radio("agreement", agreement.name.clone(), agreement.chosen, picked);
    }
    if choices.agreements.len() > 1 {
        draw.radio("agreement", labels.compare.to_owned(), choices.comparing, Msg::ComparisonPicked);
    }
    draw.close();
    if choices.none() {
        draw.labelled("p", "meta", labels.picker_hint);
    } else {
        draw.nothing();
    }
    draw.close();
}
