//! How does the browser's own JSON parser give a value tree?

use js_sys::{Array, JSON, Object};
use serviceaftale_core::data::Value;
use wasm_bindgen::{JsCast, JsValue};

/// Deeper than any file that is meant to be read; what nests further is refused.
const DEEPEST: usize = 40;

/// Reads JSON text.
///
/// # Errors
/// The browser's sentence when the text is not JSON, or one of ours when it nests too deep.
pub fn parse(text: &str) -> Result<Value, String> {
    let parsed = JSON::parse(text).map_err(|error| {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        message.unwrap_or_else(|| "not JSON".to_owned())
    })?;
    whole(&parsed)
}

/// What the browser has parsed, with everything in it.
///
/// # Errors
/// A sentence when it nests too deep.
pub fn whole(parsed: &JsValue) -> Result<Value, String> {
    tree(parsed, DEEPEST).ok_or_else(|| format!("nested deeper than {DEEPEST} levels"))
}

fn tree(value: &JsValue, deepest: usize) -> Option<Value> {
    let deeper = deepest.checked_sub(1)?;
    Some(if let Some(flag) = value.as_bool() {
        Value::Flag(flag)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for index in 0..list.length() {
            items.push(tree(&list.get(index), deeper)?);
        }
        Value::List(items)
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
