//! What does the page hear of a defect that stops the widget?

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Has `listener` called with a message when the widget panics; the instance is not to be called after.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(listener: Function) {
    let listener = Listener(listener);
    yew::set_custom_panic_hook(Box::new(move |panic| {
        // Whatever the listener throws cannot be handled any more.
        let _ = listener.call(&panic.to_string());
    }));
}

/// A hook must be shareable between threads, of which a page has one.
struct Listener(Function);

impl Listener {
    fn call(&self, message: &str) -> Result<JsValue, JsValue> {
        self.0.call1(&JsValue::NULL, &JsValue::from_str(message))
    }
}
