//! The agreements that are compiled in.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Deserialize;
use serviceaftale_core::agreement::Catalogue;
use wasm_bindgen::prelude::JsError;

/// The catalogue of a valid file, encoded by build.rs.
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/agreements.postcard"));

thread_local! {
    /// Decoded once for all elements of a page.
    static AGREEMENTS: RefCell<Option<Rc<Catalogue>>> = const { RefCell::new(None) };
}

/// The catalogue, shared by all elements of a page.
///
/// # Errors
/// When the bytes cannot be decoded.
pub fn agreements() -> Result<Rc<Catalogue>, JsError> {
    AGREEMENTS.with_borrow_mut(|agreements| {
        if let Some(catalogue) = agreements {
            return Ok(catalogue.clone());
        }
        Ok(agreements.insert(Rc::new(decode(BYTES)?)).clone())
    })
}

fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, JsError> {
    postcard::from_bytes(bytes).map_err(|_| JsError::new("the built-in agreements cannot be decoded"))
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::data::Value;

    use super::*;

    #[test]
    fn the_bytes_decode_to_the_catalogue_of_the_file() {
        let file = Value::from_json(include_str!(env!("AURA_AGREEMENTS"))).unwrap();
        let catalogue = Catalogue::from_value(&file).unwrap();
        assert!(!catalogue.alternatives.is_empty());
        assert_eq!(postcard::from_bytes(BYTES), Ok(catalogue));
    }
}
