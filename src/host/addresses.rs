//! How is read what was written of addresses?

use serviceaftale_core::data::Value;

use super::json;

/// Many times what as many addresses as there may be are written in; what is longer was written by somebody else.
const LONGEST: usize = 20_000;

/// What was written, `null` when nothing was; none when it cannot be read.
pub fn tree(text: &str) -> Option<Value> {
    match text.len() {
        0 => Some(Value::Null),
        1..=LONGEST => json::parse(text).ok().filter(|tree| !matches!(tree, Value::Null)),
        _ => None,
    }
}
