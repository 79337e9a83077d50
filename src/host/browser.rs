//! Browser functions that a host page may have replaced or removed, and values of any type that they may return.
//!
//! An exception that passes through wasm ends the instance. So each function is declared with `catch`, also where web-sys
//! declares it as one that never throws. The lookup of its object, as `navigator.clipboard`, is within the `catch`.

use js_sys::futures::JsFuture;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, Blob, Element};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = AbortSignal, js_name = timeout)]
    pub fn abort_after(milliseconds: u32) -> Result<AbortSignal, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Promise)]
    fn resolve(value: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = getItem)]
    pub fn stored_item(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = setItem)]
    pub fn store_item(key: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = removeItem)]
    pub fn remove_item(key: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    pub fn write_text(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = navigator)]
    pub fn share(data: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch)]
    pub fn print() -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = URL, js_name = createObjectURL)]
    pub fn create_object_url(blob: &Blob) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = URL, js_name = revokeObjectURL)]
    pub fn revoke_object_url(url: &str) -> Result<(), JsValue>;

    /// An element that can be clicked.
    #[wasm_bindgen(extends = Element)]
    pub type Clickable;

    #[wasm_bindgen(method, catch)]
    pub fn click(this: &Clickable) -> Result<(), JsValue>;

    /// A reader of a response's body.
    pub type BodyReader;

    #[wasm_bindgen(method, catch, js_name = getReader)]
    pub fn get_reader(this: &BodyReader) -> Result<BodyReader, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub fn read(this: &BodyReader) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub fn cancel(this: &BodyReader) -> Result<JsValue, JsValue>;
}

/// What a function returned, to be awaited, whether it is a promise or not.
///
/// # Errors
/// What the function threw.
pub fn settled(returned: Result<JsValue, JsValue>) -> Result<JsFuture, JsValue> {
    resolve(&returned?).map(JsFuture::from)
}

/// A property of any value.
///
/// # Errors
/// When the value has no properties, or reading this one throws.
pub fn property(value: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(value, &name.into())
}

/// An object with these properties.
pub fn object(properties: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        // Fails for objects that refuse new properties only.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

/// The message of an exception that ended a request. It may be a value of any type.
pub fn message(exception: &JsValue) -> String {
    let own = property(exception, "message").ok().and_then(|message| message.as_string());
    own.or_else(|| exception.as_string()).unwrap_or_else(|| "no response".to_owned())
}

/// The element as one that can be clicked.
pub fn clickable(element: Element) -> Clickable {
    element.unchecked_into()
}
