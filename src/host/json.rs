//! Conversion of what the browser's JSON parser returns to a value tree.

use js_sys::{Array, JSON, Object};
use serviceaftale_core::data::Value;
use wasm_bindgen::{JsCast, JsValue};

/// The deepest nesting that is accepted, deeper than any real file.
const DEEPEST: usize = 40;

/// Parses JSON text.
///
/// # Errors
/// The browser's message when the text is not JSON, or ours when it is nested too deeply.
pub fn parse(text: &str) -> Result<Value, String> {
    let parsed = JSON::parse(text).map_err(|error| {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        message.unwrap_or_else(|| "not JSON".to_owned())
    })?;
    convert(&parsed)
}

/// Converts a parsed value with everything in it.
///
/// # Errors
/// A message when it is nested too deeply.
pub fn convert(parsed: &JsValue) -> Result<Value, String> {
    tree(parsed, DEEPEST).ok_or_else(|| format!("nested deeper than {DEEPEST} levels"))
}

fn tree(value: &JsValue, deepest: usize) -> Option<Value> {
    let deeper = deepest.checked_sub(1)?;
    Some(if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::String(text)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for index in 0..list.length() {
            items.push(tree(&list.get(index), deeper)?);
        }
        Value::Array(items)
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let names = Object::keys(object);
        let values = Object::values(object);
        let mut fields = Vec::new();
        for index in 0..names.length() {
            let name = names.get(index).as_string().unwrap_or_default();
            fields.push((name, tree(&values.get(index), deeper)?));
        }
        Value::Object(fields)
    } else {
        Value::Null
    })
}
