//! All that touches the browser: the clock, timers, attributes, events and the clipboard.

mod attributes;
mod clock;
mod element;
mod json;
mod panic;

pub use element::{Mounted, mount};
pub use panic::on_panic;

use wasm_bindgen::prelude::wasm_bindgen;

/// The styles of the shadow root.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!("../../static/widget.css").to_owned()
}
