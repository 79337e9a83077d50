//! The wasm of the element. Its exports are those of [`serviceaftale_widget::host`].

// Naming the library is what links its exports.
use serviceaftale_widget as _;

fn main() {}
