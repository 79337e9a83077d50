//! Which agreement is it about?

use serviceaftale_core::answer::AgreementChoice;
use serviceaftale_core::wording::Wording;
use yew::{Callback, Html, html};

use super::parts::{label, meta, node, of_class, plain};

/// Native radios: one an agreement, and one for none in particular.
pub fn picker(choices: &[AgreementChoice], pick: &Callback<Option<String>>, say: &Wording) -> Html {
    let none_chosen = choices.iter().all(|choice| !choice.chosen);
    let all = if choices.len() > 2 { say.labels.more_agreements } else { say.labels.all_agreements };
    let mut radios: Vec<_> =
        choices.iter().map(|choice| radio(Some(choice.id.clone()), choice.name.clone(), choice.chosen, pick)).collect();
    radios.push(radio(None, all.to_owned(), none_chosen, pick));
    let mut content = vec![plain("legend", vec![label(say.labels.picker)]), of_class("div", "choices", radios)];
    content.extend(none_chosen.then(|| meta(say.labels.picker_hint.to_owned())));
    node("fieldset", &[("class", "picker".into()), ("part", "picker".into())], content)
}

fn radio(id: Option<String>, name: String, chosen: bool, pick: &Callback<Option<String>>) -> Html {
    let (pick, value) = (pick.clone(), id.clone().unwrap_or_default());
    html! {
        <label class={if chosen { "choice chosen" } else { "choice" }}>
            <input type="radio" name="agreement" {value} checked={chosen} onchange={move |_| pick.emit(id.clone())} />
            <span>{ name }</span>
        </label>
    }
}
