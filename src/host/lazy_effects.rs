//! Execution of the effects that need the second wasm file: sharing, printing, downloads, addresses, special hours.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use serviceaftale_core::ics::CalendarFile;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use super::mounted_page::MountedPage;
use super::{browser, clipboard, storage, url};
use crate::app::{Effect, Msg, ShareMethod};

thread_local! {
    /// The object URL of the last file that was saved.
    static SAVED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs one effect.
pub fn run(page: &Rc<MountedPage>, effect: Effect) {
    match effect {
        Effect::Share { method, text, query } => {
            let Ok(link) = page.host.loader().and_then(|loader| url::resolve(&["../", &query].concat(), &loader))
            else {
                return;
            };
            match method {
                ShareMethod::Text => clipboard::copy(page, &[&text, "\n", &link].concat()),
                ShareMethod::Link => clipboard::copy(page, &link),
                ShareMethod::ShareSheet => {
                    let data = browser::object(&[("text", &text), ("url", &link)]);
                    clipboard::send_when_fulfilled(page, browser::share(&data), None);
                }
            }
        }
        Effect::Print => {
            let _ = browser::print();
        }
        Effect::SaveCalendar { request, catalogue, notices, from, language } => {
            if let Some(file) = request.create_file(&catalogue, notices.as_deref(), from, language) {
                let _ = save(&file);
            }
        }
        Effect::StoreAddresses { change, known } => storage::change((*change).clone(), known),
        Effect::ApplySpecialHours { agreements, notices } => {
            page.send(Msg::SpecialHoursApplied(Rc::new(agreements.with_special_hours(&notices))));
        }
        // The first file runs these.
        Effect::Copy(_)
        | Effect::MirrorChoice { .. }
        | Effect::ReportAttribute(_)
        | Effect::FetchLazy
        | Effect::WakeAt(_) => {}
    }
}

/// Downloads a calendar file.
fn save(file: &CalendarFile) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/calendar;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&file.text.as_str().into()), &options)?;
    let url = browser::create_object_url(&blob)?;
    // The download of the last file has begun long ago.
    if let Some(last) = SAVED.replace(Some(url.clone())) {
        browser::revoke_object_url(&last)?;
    }
    let link = gloo_utils::document().create_element("a")?;
    link.set_attribute("href", &url)?;
    link.set_attribute("download", file.name)?;
    browser::clickable(link).click()
}
