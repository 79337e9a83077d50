//! Parsing of data files for check.html.

use serviceaftale_core::messages::Language;
use wasm_bindgen::prelude::wasm_bindgen;

use super::split;

/// The report on a data file, as JSON in the language of that tag. Announcements may refer to the agreements of the
/// other file. `None` while the second wasm file is not loaded.
#[wasm_bindgen(js_name = checkFile)]
pub fn check_file(bytes: &[u8], agreements: &[u8], lang: &str) -> Option<String> {
    let services = split::services()?;
    Some((services.check_file)(bytes, agreements, Language::from_tag(lang).unwrap_or_default()))
}
