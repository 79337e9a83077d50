//! Reading of a response, up to a number of bytes.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::host::browser::{self, BodyReader, property, settled};

/// The bytes of a response.
///
/// # Errors
/// What was found instead of a response with at most `max_bytes` bytes.
pub async fn read(requested: Result<Promise, JsValue>, max_bytes: usize) -> Result<Vec<u8>, String> {
    read_response(requested, max_bytes).await.map_err(|error| browser::message(&error))
}

/// The same, with a value of any type as the error: what the host page's functions throw, or our own text.
async fn read_response(requested: Result<Promise, JsValue>, max_bytes: usize) -> Result<Vec<u8>, JsValue> {
    let response = settled(requested.map(JsValue::from))?.await?;
    let status = property(&response, "status").ok().and_then(|status| status.as_f64());
    if !status.is_some_and(|status| (200.0..300.0).contains(&status)) {
        return Err(expected(&["found status ", &status.map_or("none".to_owned(), whole), ", expected 200"]));
    }
    let reader = property(&response, "body")?.unchecked_into::<BodyReader>().get_reader()?;
    let mut bytes = Vec::new();
    loop {
        let chunk = settled(reader.read())?.await?;
        if property(&chunk, "done")?.is_truthy() {
            return Ok(bytes);
        }
        let chunk = property(&chunk, "value")?.dyn_into::<Uint8Array>()?;
        if bytes.len() + chunk.length() as usize > max_bytes {
            let _ = reader.cancel();
            return Err(expected(&["found more than ", &max_bytes.to_string(), " bytes, expected at most as many"]));
        }
        bytes.extend_from_slice(&chunk.to_vec());
    }
}

fn expected(parts: &[&str]) -> JsValue {
    parts.concat().into()
}

/// A number of the range of HTTP statuses; 0 for others.
fn whole(status: f64) -> String {
    // A cast of a float saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (status as u16).to_string()
}
