//! The wasm-bindgen surface of a page of answers: what the element's JavaScript calls, and what it offers.

use std::rc::Rc;

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::Element;
use yew::Callback;

use super::clock::now;
use super::element::Host;
use super::mounted_page::MountedPage;
use super::{built_in, effects, split};
use crate::app::{LazyStatus, Msg, Occasion, RawAttributes, State, update};
use crate::view::AppProps;

/// A mounted page of answers.
#[wasm_bindgen]
pub struct WidgetHandle {
    page: Rc<MountedPage>,
}

/// Renders the answers into `root`, and again whenever they change. The attributes are passed as in
/// [`WidgetHandle::attributes_changed`].
///
/// # Errors
/// When the built-in agreements cannot be decoded. The build makes the bytes itself, so this does not happen.
#[wasm_bindgen]
pub fn mount(
    host: Host,
    root: Element,
    attributes: Vec<String>,
    inherited_lang: Option<String>,
    can_share: bool,
) -> Result<WidgetHandle, JsError> {
    let page = Rc::new(MountedPage::new(host));
    let mut start = State::new(built_in::agreements()?, now(), split::status());
    let first_effects =
        update(&mut start, Msg::AttributesChanged(raw_attributes(attributes, inherited_lang, can_share)));
    let props = AppProps {
        start,
        dispatch: effects::dispatch(page.clone()),
        effects: effects::effects(page.clone()),
        touched: effects::touched(page.clone()),
        lazy_panels: Callback::from(|()| split::panels()),
    };
    page.connect(yew::Renderer::with_root_and_props(root, props).render());
    effects::run_all(&page, first_effects);
    Ok(WidgetHandle { page })
}

#[wasm_bindgen]
impl WidgetHandle {
    /// Takes the attributes of the element: names and values in turn, the `lang` of the nearest ancestor, and whether
    /// the device has a share sheet. Once the second wasm file is loaded, the page follows the data files that they
    /// name, and the stored addresses.
    #[wasm_bindgen(js_name = attributesChanged)]
    pub fn attributes_changed(&self, attributes: Vec<String>, inherited_lang: Option<String>, can_share: bool) {
        let attributes = raw_attributes(attributes, inherited_lang, can_share);
        self.page.send(Msg::AttributesChanged(attributes.clone()));
        if let Some(services) = split::services() {
            (services.follow)(&self.page, &attributes);
        }
    }

    /// The element has left the document: the page follows nothing until it is taken again.
    pub fn leave(&self) {
        if let Some(services) = split::services() {
            (services.unfollow)(&self.page);
        }
    }

    /// Forgets everything of the element that showed the page before: another element shows it from now on.
    ///
    /// # Errors
    /// As [`mount`].
    #[wasm_bindgen(js_name = startAfresh)]
    pub fn start_afresh(&self) -> Result<(), JsError> {
        self.page.clear_queue();
        self.page.send(Msg::ElementReplaced { agreements: built_in::agreements()?, now: now() });
        Ok(())
    }

    /// Shows the answers of the present.
    #[wasm_bindgen(js_name = timePassed)]
    pub fn time_passed(&self) {
        self.page.send(Msg::TimePassed(now()));
    }

    /// Shows what the second wasm file adds to the first answers, or that it could not be loaded.
    #[wasm_bindgen(js_name = lazySettled)]
    pub fn lazy_settled(&self) {
        let status = if split::status() == LazyStatus::Ready { LazyStatus::Ready } else { LazyStatus::Failed };
        self.page.send(Msg::LazyStatusChanged(status));
    }

    /// Sends the customer's actions to the app, after the browser has painted the press.
    pub fn painted(&self) {
        self.page.flush();
    }
}

/// Requests the data files for which that is due, after an event of this type; the empty string is the timer.
#[wasm_bindgen(js_name = renewFiles)]
pub fn renew_files(event_type: &str) {
    if let Some(services) = split::services() {
        (services.renew)(Occasion::from_event_type(event_type));
    }
}

/// Takes the key of a storage event: another tab has changed a value, or all of them.
#[wasm_bindgen(js_name = storedElsewhere)]
pub fn stored_elsewhere(key: Option<String>) {
    if let Some(services) = split::services() {
        (services.stored_elsewhere)(key.as_deref());
    }
}

fn raw_attributes(names_and_values: Vec<String>, inherited_lang: Option<String>, can_share: bool) -> RawAttributes {
    let mut present = Vec::new();
    let mut rest = names_and_values.into_iter();
    while let (Some(name), Some(value)) = (rest.next(), rest.next()) {
        present.push((name, value));
    }
    #[cfg(feature = "panic-switch")]
    #[allow(clippy::panic, reason = "the browser tests need a panic")]
    if present.iter().any(|(name, value)| name == "at" && value == "panic") {
        panic!("requested by at=\"panic\"");
    }
    RawAttributes { present, inherited_lang, can_share }
}
