//! Host-side rendering of the widget to a parsed DOM.

// Each test file uses a part of this module.
#![allow(dead_code, unused_imports)]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod dom;
mod print;

use std::rc::Rc;

use serviceaftale_core::addresses::{Address, AddressChange, Addresses};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::Report;
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;
use serviceaftale_core::time::copenhagen;
use serviceaftale_widget::app::{Attributes, Effect, LazyStatus, Msg, Persistence, RawAttributes, State, View, update};
use serviceaftale_widget::view::{App, AppProps, PANELS};
use yew::{Callback, LocalServerRenderer};

pub use dom::{Dom, Element, Part, plain};

/// The published agreements.
pub fn catalogue() -> Catalogue {
    let file = include_str!("../../static/agreements.json");
    Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
}

/// The page of an element with these attributes at the given time.
pub fn page(attributes: Attributes, now: Timestamp) -> Dom {
    page_with(state(&attributes, now, LazyStatus::Ready))
}

/// The state of an element with these attributes at the given time.
pub fn state(attributes: &Attributes, now: Timestamp, lazy: LazyStatus) -> State {
    let start = State::new(Rc::new(catalogue()), now, lazy);
    send(start, Msg::AttributesChanged(raw_attributes(attributes)))
}

/// The state after a message. Special hours are applied as the host does.
pub fn send(mut state: State, msg: Msg) -> State {
    for effect in update(&mut state, msg) {
        if let Effect::ApplySpecialHours { agreements, notices } = effect {
            let catalogue = agreements.with_special_hours(&notices);
            state = send(state, Msg::SpecialHoursApplied(Rc::new(catalogue)));
        }
    }
    state
}

/// The messages after which these addresses are stored in this way. The host page keeps asking for the same agreement,
/// so that the selected address does not choose another.
pub fn stored(attributes: &Attributes, addresses: Addresses, persistence: Persistence) -> [Msg; 3] {
    let loaded = |addresses, on_device| Msg::AddressesLoaded { addresses, on_device };
    let before = match persistence {
        Persistence::Forgotten => {
            Addresses::default().apply(AddressChange::Add(Address::parse("Torvet", "basis", "").unwrap()))
        }
        _ => Addresses::default(),
    };
    let on_device = persistence != Persistence::ThisVisit;
    [loaded(before, true), loaded(addresses, on_device), Msg::AttributesChanged(raw_attributes(attributes))]
}

/// The attributes as a host page writes them.
pub fn raw_attributes(attributes: &Attributes) -> RawAttributes {
    let Attributes { question, frozen_at, appearance } = attributes;
    let reported = match question.report {
        Report::Now => None,
        Report::At(instant) => Some(copenhagen::rfc3339(instant)),
    };
    let present = [
        ("agreement", question.agreement.clone()),
        ("compare", question.compare.then(String::new)),
        ("reported", reported),
        ("at", frozen_at.map(copenhagen::rfc3339)),
        ("lang", (appearance.language != Language::Danish).then(|| appearance.language.tag().to_owned())),
        ("view", (appearance.view != View::Full).then(|| appearance.view.name().to_owned())),
        ("picker", (!appearance.shows_picker).then(|| "hidden".to_owned())),
        ("heading-level", Some(appearance.heading_level.to_string())),
        ("data-no-addresses", (!appearance.offers_addresses).then(String::new)),
        ("data-link", appearance.link_is_faulty.then(|| "refused".to_owned())),
    ];
    let present = present.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    RawAttributes { present, inherited_lang: None, can_share: appearance.can_share }
}

/// The page of the given state.
pub fn page_with(start: State) -> Dom {
    let props = AppProps {
        start,
        dispatch: Callback::noop(),
        effects: Callback::noop(),
        touched: Callback::from(|()| false),
        lazy_panels: Callback::from(|()| Some(&PANELS)),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    let html = local.block_on(&runtime, LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
    Dom::parse(&html)
}
