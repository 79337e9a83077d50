//! Parsing of data files for check.html.

use serviceaftale_core::messages::Language;
use wasm_bindgen::prelude::wasm_bindgen;

use super::split;

/// The error of a data file that is not valid JSON, in the language of that tag.
#[wasm_bindgen(js_name = syntaxError)]
pub fn syntax_error(bytes: &[u8], lang: &str) -> Option<String> {
    let services = split::services()?;
    (services.syntax_error)(bytes, Language::from_tag(lang).unwrap_or_default())
}
