//! What wasm calls of the element, in static/aura-serviceaftale.js. Documentation links to `WidgetHandle` name what the
//! element calls back.
//!
//! A host page may have replaced what these functions use. An exception that passes through wasm ends the instance, so
//! each of them is declared with `catch`.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::AbortSignal;

#[wasm_bindgen]
extern "C" {
    /// The class `Page` of static/aura-serviceaftale.js.
    #[derive(Clone)]
    pub type Host;

    /// Reports an attribute value that cannot be used.
    #[wasm_bindgen(method, catch)]
    pub fn unusable(this: &Host, message: &str) -> Result<(), JsValue>;

    /// Sets the attributes `agreement` and `compare`, and dispatches the `-change` event. The element does not report
    /// these two changes back.
    #[wasm_bindgen(method, catch)]
    pub fn chosen(this: &Host, agreement: Option<String>, compare: bool) -> Result<(), JsValue>;

    /// Calls `WidgetHandle::painted` after the next paint.
    #[wasm_bindgen(method, catch, js_name = afterPaint)]
    pub fn after_paint(this: &Host) -> Result<(), JsValue>;

    /// Whether anybody else has changed the nodes of the page since it was rendered, as a translator does. If so, the page
    /// is empty after the call.
    #[wasm_bindgen(method, catch)]
    pub fn touched(this: &Host) -> Result<bool, JsValue>;

    /// Fetches the second wasm file again.
    #[wasm_bindgen(method, catch, js_name = fetchLazy)]
    pub fn fetch_lazy(this: &Host) -> Result<(), JsValue>;

    /// Calls `WidgetHandle::time_passed` at this time, in milliseconds since 1970 UTC, or when the clock is set.
    #[wasm_bindgen(method, catch, js_name = wakeAt)]
    pub fn wake_at(this: &Host, milliseconds: f64) -> Result<(), JsValue>;

    /// The URL of the loader.
    #[wasm_bindgen(method, catch)]
    pub fn loader(this: &Host) -> Result<String, JsValue>;

    /// Sends a request for a data file, or returns that which was sent while the second wasm file was loaded. Never
    /// throws: the promise is rejected. It is fulfilled with whatever the host page's `fetch` gives.
    #[wasm_bindgen(method, catch)]
    pub fn request(this: &Host, url: &str, cache: &str, signal: &AbortSignal) -> Result<Promise, JsValue>;

    /// Logs a warning.
    #[wasm_bindgen(method, catch)]
    pub fn warn(this: &Host, message: &str) -> Result<(), JsValue>;

    /// Dispatches the `-error` event.
    #[wasm_bindgen(method, catch)]
    pub fn failed(this: &Host, code: &str, message: &str) -> Result<(), JsValue>;

    /// Dispatches the `-data` event: the file that is shown now, and the problems of what was left out, as lines and as
    /// JSON; both are empty without problems.
    #[wasm_bindgen(method, catch)]
    pub fn taken(this: &Host, file: &str, problems: &str, json: &str) -> Result<(), JsValue>;
}
