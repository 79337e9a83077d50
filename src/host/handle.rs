//! The wasm-bindgen surface of a page of answers: what the element's JavaScript calls, and what it offers.

use std::rc::Rc;

use serviceaftale_core::time::Timestamp;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::Element;
use yew::Callback;

use super::data_files::ParsedNotices;
use super::effects::EffectRunner;
use super::element::Host;
use super::{built_in, split};
use crate::app::{LazyStatus, Msg, RawAttributes, State, update};
use crate::view::AppProps;

/// A mounted page of answers.
#[wasm_bindgen]
pub struct WidgetHandle {
    runner: Rc<EffectRunner>,
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
    let runner = Rc::new(EffectRunner::new(host));
    let mut start = State::new(built_in::agreements()?, now(), split::status());
    let effects = update(&mut start, Msg::AttributesChanged(raw_attributes(attributes, inherited_lang, can_share)));
    let props = AppProps {
        start,
        dispatch: runner.clone().dispatch(),
        effects: runner.clone().effects(),
        lazy_panels: Callback::from(|()| split::panels()),
    };
    runner.connect(yew::Renderer::with_root_and_props(root, props).render());
    runner.run_all(effects);
    Ok(WidgetHandle { runner })
}

#[wasm_bindgen]
impl WidgetHandle {
    /// Takes the attributes of the element: names and values in turn, the `lang` of the nearest ancestor, and whether
    /// the device has a share sheet.
    #[wasm_bindgen(js_name = attributesChanged)]
    pub fn attributes_changed(&self, attributes: Vec<String>, inherited_lang: Option<String>, can_share: bool) {
        self.runner.send(Msg::AttributesChanged(raw_attributes(attributes, inherited_lang, can_share)));
    }

    /// Takes the agreements of a file, as a whole or not at all.
    ///
    /// # Errors
    /// Every problem of the file, one a line; the agreements that were shown before stay. Also while the second wasm
    /// file, which reads them, is not loaded.
    #[wasm_bindgen(js_name = takeAgreements)]
    pub fn take_agreements(&self, bytes: &[u8]) -> Result<(), JsError> {
        let parsed = split::services().and_then(|services| (services.read_agreements)(bytes));
        let agreements = parsed.map_err(|problems| JsError::new(&problems))?;
        self.runner.send(Msg::AgreementsLoaded(Rc::new(agreements)));
        Ok(())
    }

    /// Forgets everything of the element that showed the page before: another element shows it from now on.
    ///
    /// # Errors
    /// As [`mount`].
    #[wasm_bindgen(js_name = startAfresh)]
    pub fn start_afresh(&self) -> Result<(), JsError> {
        self.runner.clear_queue();
        self.runner.send(Msg::ElementReplaced { agreements: built_in::agreements()?, now: now() });
        Ok(())
    }

    /// Takes announcements that were fetched at this time, in milliseconds since 1970 UTC.
    #[wasm_bindgen(js_name = takeNotices)]
    pub fn take_notices(&self, parsed: &ParsedNotices, fetched_at: f64) {
        self.runner.send(Msg::NoticesLoaded(parsed.notices(), timestamp(fetched_at)));
    }

    /// Announcements could not be fetched; the last ones stay.
    #[wasm_bindgen(js_name = noticesFailed)]
    pub fn notices_failed(&self) {
        self.runner.send(Msg::NoticesFailed);
    }

    /// The element follows no announcements any more.
    #[wasm_bindgen(js_name = forgetNotices)]
    pub fn forget_notices(&self) {
        self.runner.send(Msg::NoticesForgotten);
    }

    /// Takes the addresses that are stored on the device or in the memory of the page. Text that cannot be read changes
    /// nothing.
    #[wasm_bindgen(js_name = takeAddresses)]
    pub fn take_addresses(&self, text: &str, on_device: bool) {
        let addresses = split::services().ok().and_then(|services| (services.read_addresses)(text));
        if let Some(addresses) = addresses {
            self.runner.send(Msg::AddressesLoaded { addresses, on_device });
        }
    }

    /// Shows the answers of the present.
    #[wasm_bindgen(js_name = timePassed)]
    pub fn time_passed(&self) {
        self.runner.send(Msg::TimePassed(now()));
    }

    /// Shows what the second wasm file adds to the first answers, or that it could not be loaded.
    #[wasm_bindgen(js_name = lazySettled)]
    pub fn lazy_settled(&self) {
        let status = if split::status() == LazyStatus::Ready { LazyStatus::Ready } else { LazyStatus::Failed };
        self.runner.send(Msg::LazyStatusChanged(status));
    }

    /// Sends the customer's actions to the app, after the browser has painted the press.
    pub fn painted(&self) {
        self.runner.flush();
    }

    /// The text is on the clipboard.
    pub fn copied(&self) {
        self.runner.defer(Msg::CopySucceeded);
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

/// The present by the browser's clock.
fn now() -> Timestamp {
    timestamp(js_sys::Date::now())
}

fn timestamp(milliseconds: f64) -> Timestamp {
    // Whole seconds, far within what an integer holds.
    #[allow(clippy::cast_possible_truncation)]
    Timestamp::from_unix_seconds((milliseconds / 1000.0).floor() as i64)
}
