//! URLs.

use wasm_bindgen::JsValue;
use web_sys::Url;

/// The absolute URL of a text that may be relative to `base`.
///
/// # Errors
/// The exception of the browser, when the text is no URL.
pub fn resolve(text: &str, base: &str) -> Result<String, JsValue> {
    Url::new_with_base(text, base).map(|url| url.href())
}
