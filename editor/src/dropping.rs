//! Files that are dropped anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DragEvent;
use yew::Callback;

use crate::app::Msg;

/// Listeners on the window, which end when this is dropped.
pub struct Dropping(#[expect(dead_code, reason = "held until it is dropped")] [EventListener; 4]);

impl Dropping {
    /// Reports whether a file is dragged over the page, and the first file that is dropped.
    pub fn listen(report: &Callback<Msg>) -> Self {
        let window = gloo_utils::window();
        let listener = |name, dragged| {
            let report = report.clone();
            // Without preventDefault, the browser would open the file.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, name, options, move |event| {
                let Some(files) = event.dyn_ref().and_then(DragEvent::data_transfer) else { return };
                if !files.types().includes(&JsValue::from_str("Files"), 0) {
                    return;
                }
                event.prevent_default();
                report.emit(Msg::Dragged(dragged));
                let dropped = files.files().and_then(|files| files.get(0));
                if let (true, Some(file)) = (event.type_() == "drop", dropped) {
                    report.emit(Msg::FileSelected(file));
                }
            })
        };
        Self([
            listener("dragenter", true),
            listener("dragover", true),
            listener("dragleave", false),
            listener("drop", false),
        ])
    }
}
