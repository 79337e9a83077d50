//! Choice, list and removal of the customer's addresses.
//!
//! The selected address is shown beside the phone number, where its customer number is asked for. The form that adds
//! addresses is folded away below the first answers.

use serviceaftale_core::addresses::{Address, AddressChange};
use serviceaftale_core::messages::addresses;
use yew::{Html, html};

use super::address_form::address_form;
use crate::app::{Msg, Persistence, State, View};
use crate::view::elements::{emphasised, icon, radio, radios, text};
use crate::view::{Icon, ViewContext};

/// The customer number to read out, and the choice between the addresses; empty without addresses.
pub fn selected_address(cx: &ViewContext, state: &State) -> Html {
    let known = known_addresses(state);
    if !state.appearance().shows_addresses() || known.is_empty() {
        return Html::default();
    }
    let selected = known.iter().map(|(address, _)| *address).find(|address| is_selected(state, address));
    html! {
        <div class="at-hand">
            <div role="status">
                if let Some(number) = selected.and_then(|address| addresses::number(cx.language, address)) {
                    <p>{emphasised(number)}</p>
                }
            </div>
            {radios(choice(cx, state, &known))}
        </div>
    }
}

/// The choice between the known addresses.
fn choice(cx: &ViewContext, state: &State, known: &[(&Address, &str)]) -> Html {
    html! {
        <fieldset>
            <legend class="meta">{cx.label(addresses::ADDRESS)}</legend>
            <div class="addresses">
                for (address, agreement) in known {
                    {radio(
                        cx,
                        "address",
                        addresses::with_agreement(cx.language, address, agreement),
                        is_selected(state, address),
                        Msg::address_edited(AddressChange::Select(address.label.clone())),
                    )}
                }
            </div>
        </fieldset>
    }
}

/// The addresses whose agreements are in the catalogue, each with the name of its agreement.
fn known_addresses(state: &State) -> Vec<(&Address, &str)> {
    let all = state.address_book().addresses.all.iter();
    all.filter_map(|address| Some((address, state.catalogue().agreement(&address.agreement)?.name.as_str()))).collect()
}

/// Whether the address was chosen last and its agreement is still the chosen one.
fn is_selected(state: &State, address: &Address) -> bool {
    let question = state.question();
    let chosen = state.address_book().addresses.selected() == Some(address);
    chosen && !question.compare && question.agreement.as_ref() == Some(&address.agreement)
}

/// The form that adds addresses, and the buttons that remove them, folded away. The compact view has them only if there
/// is something to remove.
pub fn addresses(cx: &ViewContext, state: &State) -> Html {
    let (book, appearance) = (state.address_book(), state.appearance());
    let is_compact_without_addresses = appearance.view == View::Compact && book.persistence == Persistence::Nowhere;
    if !appearance.shows_addresses() || is_compact_without_addresses {
        return Html::default();
    }
    html! {
        <details class="remembered">
            <summary>{cx.label(addresses::MORE)}</summary>
            <p>{cx.label(addresses::WHAT_FOR)}</p>
            <p class="meta">{cx.label(addresses::KEPT_HERE)}</p>
            if let Some(full) = addresses::full(cx.language, &book.addresses) {
                <p>{text(full)}</p>
            } else {
                {address_form(cx, state.catalogue())}
            }
            <p class="kept" role="status">
                {match book.persistence {
                    Persistence::Nowhere => Html::default(),
                    Persistence::OnDevice => cx.label(addresses::ON_DEVICE),
                    Persistence::ThisVisit => cx.label(addresses::THIS_VISIT),
                    Persistence::Forgotten => cx.label(addresses::FORGOTTEN),
                }}
            </p>
            if !book.addresses.all.is_empty() {
                {removal(cx, &book.addresses.all)}
            }
        </details>
    }
}

/// A button for each address, also for those whose agreements are not in the catalogue, and one for all of them.
fn removal(cx: &ViewContext, all: &[Address]) -> Html {
    let remove = |address: &Address| cx.on(Msg::address_edited(AddressChange::Remove(address.label.clone())));
    html! {
        <div class="forgetting">
            for address in all {
                <button class="button" type="button" onclick={remove(address)}>
                    {text(addresses::remove(cx.language, address))}
                </button>
            }
            <button class="button forget" type="button" onclick={cx.on(Msg::address_edited(AddressChange::Clear))}>
                {icon(Icon::NotCovered)}
                <span>{cx.label(addresses::FORGET)}</span>
            </button>
        </div>
    }
}
