//! The browser's clock.

use serviceaftale_core::time::Timestamp;

/// The present.
pub fn now() -> Timestamp {
    // Whole seconds, far within what an integer holds.
    #[allow(clippy::cast_possible_truncation)]
    Timestamp::from_unix_seconds((js_sys::Date::now() / 1000.0).floor() as i64)
}
