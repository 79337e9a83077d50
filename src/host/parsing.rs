//! Parsing of data files for more than one page of answers: for all that follow a file, and for check.html.

use serviceaftale_core::messages::Language;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use super::data_files::ParsedNotices;
use super::split;

/// Parses the bytes of a notices file.
///
/// # Errors
/// Every problem, one a line, when nothing of the file can be used. Also while the second wasm file is not loaded.
#[wasm_bindgen(js_name = parseNotices)]
pub fn parse_notices(bytes: &[u8]) -> Result<ParsedNotices, JsError> {
    let parsed = split::services().and_then(|services| (services.read_notices)(bytes));
    parsed.map_err(|problems| JsError::new(&problems))
}

/// The error of a data file that is not valid JSON, in the language of that tag. For check.html.
#[wasm_bindgen(js_name = syntaxError)]
pub fn syntax_error(bytes: &[u8], lang: &str) -> Option<String> {
    let services = split::services().ok()?;
    (services.syntax_error)(bytes, Language::from_tag(lang).unwrap_or_default())
}
