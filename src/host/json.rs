//! The agreements that are compiled in, parsed by the browser: the JSON parser of the core is in the second wasm file.

use js_sys::{Array, JSON, Object};
use serviceaftale_core::data::Value;
use wasm_bindgen::{JsCast, JsValue};

/// Parses JSON text.
///
/// # Errors
/// The browser's message when the text is not JSON.
pub fn parse(text: &str) -> Result<Value, String> {
    let parsed = JSON::parse(text).map_err(|error| {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        message.unwrap_or_else(|| "not JSON".to_owned())
    })?;
    Ok(tree(&parsed))
}

fn tree(value: &JsValue) -> Value {
    if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::String(text)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for index in 0..list.length() {
            items.push(tree(&list.get(index)));
        }
        Value::Array(items)
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let names = Object::keys(object);
        let values = Object::values(object);
        let mut fields = Vec::new();
        for index in 0..names.length() {
            let name = names.get(index).as_string().unwrap_or_default();
            fields.push((name, tree(&values.get(index))));
        }
        Value::Object(fields)
    } else {
        Value::Null
    }
}
