//! Host-side rendering of the widget to a parsed DOM.

// Each test file uses a part of this module.
#![allow(dead_code, unused_imports)]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod dom;
mod print;

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::data::Value;
use serviceaftale_widget::ui::{App, AppProps, Attributes, DETAILS, Detailed, State};
use yew::{Callback, LocalServerRenderer};

pub use dom::{Dom, Element, Part, plain};

/// The published agreements.
pub fn catalogue() -> Catalogue {
    let file = include_str!("../../static/agreements.json");
    Catalogue::read(&Value::from_json(file).unwrap()).unwrap()
}

/// The page of an element with these attributes at the given time.
pub fn page(attributes: Attributes, now: Timestamp) -> Dom {
    page_with(State::new(Rc::new(catalogue()), attributes, now, Detailed::Here(&DETAILS)))
}

/// The page of the given state.
pub fn page_with(start: State) -> Dom {
    let props = AppProps { start, heard: Callback::noop(), wake: Callback::noop() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    let html = local.block_on(&runtime, LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
    Dom::parse(&html)
}
