//! What wasm calls of the element, in static/aura-serviceaftale.js. Documentation links to `WidgetHandle` name what the
//! element calls back.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The class `Page` of static/aura-serviceaftale.js.
    #[derive(Clone)]
    pub type Host;

    /// Reports an attribute value that cannot be used.
    #[wasm_bindgen(method)]
    pub fn unusable(this: &Host, message: &str);

    /// Sets the attributes `agreement` and `compare`, and dispatches the `-change` event. The element does not report
    /// these two changes back.
    #[wasm_bindgen(method)]
    pub fn chosen(this: &Host, agreement: Option<String>, compare: bool);

    /// Writes the text to the clipboard, then calls `WidgetHandle::copied`.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, text: &str);

    /// Saves a calendar under this file name.
    #[wasm_bindgen(method)]
    pub fn save(this: &Host, name: &str, text: &str);

    /// The stored addresses as JSON; empty when there are none.
    #[wasm_bindgen(method)]
    pub fn addresses(this: &Host) -> String;

    /// Stores the addresses, or deletes them when the text is empty, then calls `WidgetHandle::take_addresses` on every
    /// page that shows addresses.
    #[wasm_bindgen(method, js_name = rememberAddresses)]
    pub fn remember_addresses(this: &Host, text: &str);

    /// Calls `WidgetHandle::painted` after the next paint.
    #[wasm_bindgen(method, js_name = afterPaint)]
    pub fn after_paint(this: &Host);

    /// The URL of the full page with this query string.
    #[wasm_bindgen(method)]
    pub fn link(this: &Host, query: &str) -> String;

    /// Opens the share sheet.
    #[wasm_bindgen(method)]
    pub fn share(this: &Host, text: &str, url: &str);

    /// Prints the host page.
    #[wasm_bindgen(method)]
    pub fn print(this: &Host);

    /// Fetches the second wasm file again.
    #[wasm_bindgen(method, js_name = fetchLazy)]
    pub fn fetch_lazy(this: &Host);

    /// Calls `WidgetHandle::time_passed` at this time, in milliseconds since 1970 UTC, and at no other.
    #[wasm_bindgen(method, js_name = wakeAt)]
    pub fn wake_at(this: &Host, milliseconds: f64);
}
