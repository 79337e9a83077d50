//! Everything that touches the browser: the wasm-bindgen surface, the execution of effects, and the second wasm file.

mod browser;
mod built_in;
mod clipboard;
mod clock;
mod data_files;
mod effects;
mod element;
mod feed;
mod handle;
mod lazy_effects;
mod mounted_page;
mod services;
mod split;
mod storage;
mod url;

pub use element::Host;
pub use handle::{WidgetHandle, mount};

use wasm_bindgen::prelude::wasm_bindgen;

/// The styles of the shadow root.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!(env!("AURA_STYLES")).to_owned()
}
