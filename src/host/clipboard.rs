//! The clipboard. In the first wasm file, because the phone number can be copied without the second.

use std::rc::Rc;

use js_sys::futures::spawn_local;
use wasm_bindgen::JsValue;

use super::browser;
use super::mounted_page::MountedPage;
use crate::app::Msg;

/// Copies the text to the clipboard. Pages in an insecure context have none; the link next to the button shows the same
/// phone number.
pub fn copy(page: &Rc<MountedPage>, text: &str) {
    send_when_fulfilled(page, browser::write_text(text), Some(Msg::CopySucceeded));
}

/// Sends the message when the promise is fulfilled. That of the share sheet is also rejected when the customer closes it.
pub fn send_when_fulfilled(page: &Rc<MountedPage>, returned: Result<JsValue, JsValue>, msg: Option<Msg>) {
    let Ok(promise) = browser::settled(returned) else { return };
    let page = page.clone();
    spawn_local(async move {
        if let (Ok(_), Some(msg)) = (promise.await, msg) {
            page.defer(msg);
        }
    });
}
