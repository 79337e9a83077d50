//! What HTML does the widget draw, without a browser?

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Attributes, State};
use serviceaftale_widget::view::{App, AppProps, DETAILS, Detailed};
use yew::{Callback, LocalServerRenderer};

/// The published agreements.
pub fn catalogue() -> Catalogue {
    let file = include_str!("../../static/agreements.json");
    Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
}

/// The page of an element with these attributes at that time.
pub fn page(attributes: Attributes, now: Timestamp) -> String {
    page_of(State::new(Rc::new(catalogue()), attributes, now, Detailed::Here(&DETAILS)))
}

/// The page of what the widget knows.
pub fn page_of(start: State) -> String {
    let props = AppProps { start, heard: Callback::noop(), wake: Callback::noop() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, LocalServerRenderer::<App>::with_props(props).hydratable(false).render())
}
