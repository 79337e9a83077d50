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
    tree(&parsed, DEEPEST).ok_or_else(|| format!("nested deeper than {DEEPEST} levels"))
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
        Value::List(list.iter().map(|item| tree(&item, deeper)).collect::<Option<_>>()?)
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let mut fields = Vec::new();
        for entry in Object::entries(object).iter() {
            let entry: Array = entry.unchecked_into();
            fields.push((entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), deeper)?));
        }
        Value::Object(fields)
    } else {
        Value::Null
    })
}
