//! Reading of stored addresses.

use serviceaftale_core::addresses::Addresses;
use serviceaftale_core::data::Value;

/// The longest text that is read: many times what the largest list of addresses takes. A longer one is not ours.
const MAX_LENGTH: usize = 20_000;

/// The addresses of a stored text, and no addresses for an empty one. `None` for a text that cannot be read.
pub fn read(text: &str) -> Option<Addresses> {
    match text.len() {
        0 => Some(Addresses::default()),
        1..=MAX_LENGTH => Addresses::from_value(&Value::from_json(text).ok()?),
        _ => None,
    }
}
