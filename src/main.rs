//! The wasm of the element. Its exports are those of [`serviceaftale_widget::host`].

// Naming the library is what links its exports.
use serviceaftale_widget as _;

fn main() {}

/// A tenth of the size of the standard library's, and quick enough for what a page of answers needs.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
