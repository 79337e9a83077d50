//! Choice, list and removal of the customer's addresses.
//!
//! The selected address is shown beside the phone number, where its customer number is asked for. The form that adds
//! addresses is folded away below the first answers.

use std::rc::Rc;

use serviceaftale_core::addresses::{Address, Change};
use serviceaftale_core::messages;
use yew::{Html, html};

use super::address_form::address_form;
use crate::app::{Msg, Persistence, State, View};
use crate::view::elements::{emphasised, icon, label, radio, text};
use crate::view::{Icon, ViewContext};

/// The customer number to read out, and the choice between the addresses; empty without addresses.
pub fn selected_address(cx: &ViewContext, state: &State) -> Html {
    let known = known_addresses(state);
    if !state.appearance().shows_addresses() || known.is_empty() {
        return Html::default();
    }
    let words = messages::addresses(cx.language);
    let selected = known.iter().map(|(address, _)| *address).find(|address| is_selected(state, address));
    html! {
        <div class="at-hand">
            <div role="status">
                if let Some(number) = selected.and_then(|address| words.number(address)) {
                    <p>{emphasised(number)}</p>
                }
            </div>
            <fieldset>
                <legend class="meta">{label(words.address)}</legend>
                <div class="addresses">
                    for (address, agreement) in known {
                        {radio(
                            cx,
                            "address",
                            words.with_agreement(address, agreement),
                            is_selected(state, address),
                            changed(Change::Choose(address.label.clone())),
                        )}
                    }
                </div>
            </fieldset>
        </div>
    }
}

/// The addresses whose agreements are in the catalogue, each with the name of its agreement.
fn known_addresses(state: &State) -> Vec<(&Address, &str)> {
    let all = state.remembered().addresses.all.iter();
    all.filter_map(|address| Some((address, state.catalogue().agreement(&address.agreement)?.name.as_str()))).collect()
}

/// Whether the address was chosen last and its agreement is still the chosen one.
fn is_selected(state: &State, address: &Address) -> bool {
    let question = state.question();
    let chosen = state.remembered().addresses.chosen() == Some(address);
    chosen && !question.compare && question.agreement.as_ref() == Some(&address.agreement)
}

pub(super) fn changed(change: Change) -> Msg {
    Msg::AddressesChanged(Rc::new(change))
}

/// The form that adds addresses, and the buttons that remove them, folded away. The compact view has them only if there
/// is something to remove.
pub fn addresses(cx: &ViewContext, state: &State) -> Html {
    let (book, appearance) = (state.remembered(), state.appearance());
    let is_compact_without_addresses = appearance.view == View::Compact && book.kept == Persistence::Nowhere;
    if !appearance.shows_addresses() || is_compact_without_addresses {
        return Html::default();
    }
    let words = messages::addresses(cx.language);
    html! {
        <details class="remembered">
            <summary>{label(words.more)}</summary>
            <p>{label(words.what_for)}</p>
            <p class="meta">{label(words.kept_here)}</p>
            if let Some(full) = words.full(&book.addresses) {
                <p>{text(full)}</p>
            } else {
                {address_form(cx, state.catalogue())}
            }
            <p class="kept" role="status">
                {match book.kept {
                    Persistence::Nowhere => Html::default(),
                    Persistence::OnDevice => label(words.on_device),
                    Persistence::ThisVisit => label(words.this_visit),
                    Persistence::Forgotten => label(words.forgotten),
                }}
            </p>
            if !book.addresses.all.is_empty() {
                {removal(cx, &book.addresses.all)}
            }
        </details>
    }
}

/// A button for each address, also for those whose agreements are not in the catalogue, and one for all of them.
fn removal(cx: &ViewContext, addresses: &[Address]) -> Html {
    let words = messages::addresses(cx.language);
    html! {
        <div class="forgetting">
            for address in addresses {
                <button class="button" type="button" onclick={cx.on(changed(Change::Remove(address.label.clone())))}>
                    {text(words.remove(address))}
                </button>
            }
            <button class="button forget" type="button" onclick={cx.on(changed(Change::Forget))}>
                {icon(Icon::NotCovered)}
                <span>{label(words.forget)}</span>
            </button>
        </div>
    }
}
