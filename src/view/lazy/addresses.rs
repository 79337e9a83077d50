//! Choice, list and removal of the customer's addresses.
//!
//! The selected address is shown beside the phone number, where its customer number is asked for. The form that adds
//! addresses is folded away below the first answers.

use serviceaftale_core::addresses::{Address, AddressChange};
use serviceaftale_core::messages::addresses;
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
    let selected = known.iter().map(|(address, _)| *address).find(|address| is_selected(state, address));
    html! {
        <div class="at-hand">
            <div role="status">
                if let Some(number) = selected.and_then(|address| addresses::number(cx.language, address)) {
                    <p>{emphasised(number)}</p>
                }
            </div>
            <fieldset>
                <legend class="meta">{label(addresses::ADDRESS.get(cx.language))}</legend>
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
        </div>
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
            <summary>{label(addresses::MORE.get(cx.language))}</summary>
            <p>{label(addresses::WHAT_FOR.get(cx.language))}</p>
            <p class="meta">{label(addresses::KEPT_HERE.get(cx.language))}</p>
            if let Some(full) = addresses::full(cx.language, &book.addresses) {
                <p>{text(full)}</p>
            } else {
                {address_form(cx, state.catalogue())}
            }
            <p class="kept" role="status">
                {match book.persistence {
                    Persistence::Nowhere => Html::default(),
                    Persistence::OnDevice => label(addresses::ON_DEVICE.get(cx.language)),
                    Persistence::ThisVisit => label(addresses::THIS_VISIT.get(cx.language)),
                    Persistence::Forgotten => label(addresses::FORGOTTEN.get(cx.language)),
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
    html! {
        <div class="forgetting">
            for address in addresses {
                <button class="button" type="button" onclick={cx.on(Msg::address_edited(AddressChange::Remove(address.label.clone())))}>
                    {text(addresses::remove(cx.language, address))}
                </button>
            }
            <button class="button forget" type="button" onclick={cx.on(Msg::address_edited(AddressChange::Clear))}>
                {icon(Icon::NotCovered)}
                <span>{label(addresses::FORGET.get(cx.language))}</span>
            </button>
        </div>
    }
}
