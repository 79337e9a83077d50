//! Which agreement is it about?

use serviceaftale_core::answer::AgreementChoice;
use serviceaftale_core::wording::danish::label;
use yew::{Callback, Html, Properties, component, html};

#[derive(Properties, PartialEq)]
pub struct PickerProps {
    pub choices: Vec<AgreementChoice>,
    pub pick: Callback<Option<String>>,
}

/// Native radios: one an agreement, and one for none in particular.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let none_chosen = props.choices.iter().all(|choice| !choice.chosen);
    let all = if props.choices.len() > 2 { label::MORE_AGREEMENTS } else { label::ALL_AGREEMENTS };
    let radio = |id: Option<String>, name: &str, chosen: bool| {
        let pick = props.pick.clone();
        let value = id.clone().unwrap_or_default();
        let onchange = move |_| pick.emit(id.clone());
        html! {
            <label key={value.clone()} class={if chosen { "choice chosen" } else { "choice" }}>
                <input type="radio" name="agreement" {value} checked={chosen} {onchange} />
                <span>{ name }</span>
            </label>
        }
    };
    html! {
        <fieldset class="picker" part="picker">
            <legend>{ label::PICKER }</legend>
            <div class="choices">
                { for props.choices.iter().map(|choice| radio(Some(choice.id.clone()), &choice.name, choice.chosen)) }
                { radio(None, all, none_chosen) }
            </div>
            if none_chosen {
                <p class="meta">{ label::PICKER_HINT }</p>
            }
        </fieldset>
    }
}
