//! The app of check.html: validation of data files for their editors, with a preview of the widget.
//!
//! [`app`] holds the state and its transitions, [`view`] renders it, [`dropping`] listens for dropped files.

mod app;
mod dropping;
mod preview;
mod view;

use serviceaftale_core::messages::{Language, check_page};
use wasm_bindgen::JsCast;
use web_sys::{HtmlTextAreaElement, UrlSearchParams};

use app::{App, Props};

/// The element of check.html that contains the app. Until the app is mounted, it contains the same markup with disabled
/// controls.
const ROOT: &str = "app";

fn main() {
    let document = gloo_utils::document();
    let Some(root) = document.get_element_by_id(ROOT) else { return };
    let language = language();
    document.set_title(&format!("{} – AURA serviceaftale", check_page::TITLE.get(language)));
    if let Some(html) = document.document_element() {
        // The attribute has a valid name, so setting it succeeds.
        drop(html.set_attribute("lang", language.tag()));
    }
    let text_area = document.get_element_by_id(view::TEXT_ID).and_then(|field| field.dyn_into().ok());
    let typed = text_area.map(|field: HtmlTextAreaElement| field.value()).unwrap_or_default();
    yew::Renderer::<App>::with_root_and_props(root, Props { language, typed: typed.into() }).render();
}

/// The language of the query parameter `lang`; Danish by default.
fn language() -> Language {
    let query = gloo_utils::window().location().search().unwrap_or_default();
    let parameters = UrlSearchParams::new_with_str(&query).ok();
    let tag = parameters.and_then(|parameters| parameters.get("lang"));
    tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default()
}
