//! All that touches the browser: the time, attributes, data files, and the element's side in JavaScript.

mod addresses;
mod attributes;
mod handle;
mod json;
mod notices;
mod split;

pub use handle::{Answers, Host, mount};

use wasm_bindgen::prelude::wasm_bindgen;

/// The styles of the shadow root.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!(env!("AURA_STYLES")).to_owned()
}
