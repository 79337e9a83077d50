//! The wasm file of check.html: validation of data files for their editors.

use serviceaftale_core::file_check;
use serviceaftale_core::messages::Language;
use wasm_bindgen::prelude::wasm_bindgen;

/// The report on a data file, as JSON in the language of that tag. Announcements may refer to the agreements of the
/// other file.
#[wasm_bindgen]
pub fn check(bytes: &[u8], agreements: &[u8], lang: &str) -> String {
    let report = file_check::check(bytes, &file_check::agreement_ids(agreements));
    report.to_json(Language::from_tag(lang).unwrap_or_default())
}

fn main() {}
