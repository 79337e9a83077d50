//! What does the page hear of a defect that stops the widget?

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Has `listener` called when the instance dies, of a panic or of memory that it cannot have; it is not to be called
/// after. The release prints no message of its own: the browser's says where.
#[wasm_bindgen(js_name = onAbort)]
pub fn on_abort(listener: Function) {
    LISTENER.set(Some(listener));
    wasm_bindgen::handler::set_on_abort(|| {
        // Taken, so that nothing it does can come back here.
        if let Some(listener) = LISTENER.take() {
            // Whatever the listener throws cannot be handled any more.
            let _ = listener.call0(&JsValue::NULL);
        }
    });
}
