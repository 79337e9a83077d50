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

/// The report on a data file, as JSON in the language of that tag. Announcements may refer to the agreements of the
/// other file. `None` while the second wasm file is not loaded. For check.html.
#[wasm_bindgen(js_name = checkFile)]
pub fn check_file(bytes: &[u8], agreements: &[u8], lang: &str) -> Option<String> {
    let services = split::services().ok()?;
    Some((services.check_file)(bytes, agreements, Language::from_tag(lang).unwrap_or_default()))
}
