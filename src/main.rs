//! The wasm file of the element. Its exports are those of [`serviceaftale_widget::host`].

// Naming the library is what links its exports.
use serviceaftale_widget as _;

fn main() {}

/// Saves 1,737 bytes of the download (brotli) over the standard library's dlmalloc, and is fast enough for a page of
/// answers.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
