//! Picker of the agreement.

use serviceaftale_core::answers::Choices;
use serviceaftale_core::messages::labels;
use yew::{Html, html};

use super::ViewContext;
use super::elements::{radio, radios};
use crate::app::Msg;

/// Native radio buttons: one for each agreement and one to compare them all. None is checked until something is chosen.
pub fn picker(cx: &ViewContext, choices: &Choices) -> Html {
    let choice = |name: String, checked: bool, msg: Msg| radio(cx, "agreement", name, checked, msg);
    let agreements = choices
        .agreements
        .iter()
        .map(|of| choice(of.name.clone(), of.chosen, Msg::AgreementPicked(of.id.clone())))
        .collect::<Html>();
    radios(html! {
        <fieldset class="picker" part="picker">
            <legend>{cx.label(labels::PICKER)}</legend>
            <div class="choices">
                {agreements}
                if choices.agreements.len() > 1 {
                    {choice(labels::COMPARE.get(cx.language).to_owned(), choices.comparing, Msg::ComparisonPicked)}
                }
            </div>
            if choices.none_chosen() {
                <p class="meta">{cx.label(labels::PICKER_HINT)}</p>
            }
        </fieldset>
    })
}
