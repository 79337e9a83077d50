//! Loading state of the second wasm file.

/// Whether the second wasm file, with everything beyond the first answers, is loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LazyStatus {
    #[default]
    Loading,
    Ready,
    Failed,
}
