//! How does an element of the host page come to show the widget, and how does it stop?

use std::cell::RefCell;
use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::calendar::Timestamp;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ShadowRoot};
use yew::Callback;

use super::{attributes, clock, json};
use crate::ui::{App, AppProps, Attributes, Event, Link, State};

/// The agreements that are compiled in.
const DEFAULT_AGREEMENTS: &str = include_str!("../../static/agreements.json");

thread_local! {
    /// Read once, however many elements the page has.
    static DEFAULT: RefCell<Option<Rc<Catalogue>>> = const { RefCell::new(None) };
}

/// An element that shows the widget.
#[wasm_bindgen]
pub struct Mounted {
    element: HtmlElement,
    link: Rc<Link>,
    /// The agreements that are shown: the default, or those of a file.
    catalogue: RefCell<Rc<Catalogue>>,
    /// Shared with the page, which says when it is to be woken; empty while the element is off the page.
    sleeper: Rc<RefCell<Option<clock::Sleeper>>>,
    /// When the page last asked to be woken.
    wake_at: Rc<RefCell<Option<Timestamp>>>,
    /// What was said of unusable attributes, so that each is said once.
    said: RefCell<Vec<String>>,
}

/// Shows the widget for `element` in `root`, an element of its shadow root.
///
/// # Errors
/// When the compiled-in agreements are not valid, which the release's tests exclude.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, root: Element) -> Result<Mounted, JsError> {
    let catalogue = default_catalogue()?;
    let mounted = Mounted {
        element,
        link: Rc::new(Link::default()),
        catalogue: RefCell::new(catalogue.clone()),
        sleeper: Rc::default(),
        wake_at: Rc::default(),
        said: RefCell::default(),
    };
    let start = State::new(catalogue, mounted.attributes(), clock::now());
    let props = AppProps { start, link: mounted.link.clone(), heard: mounted.on_heard(), wake: mounted.on_wake() };
    mounted.resume();
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(mounted)
}

fn default_catalogue() -> Result<Rc<Catalogue>, JsError> {
    DEFAULT.with_borrow_mut(|default| {
        if let Some(catalogue) = default {
            return Ok(catalogue.clone());
        }
        let catalogue = read(DEFAULT_AGREEMENTS).map_err(|problems| JsError::new(&problems))?;
        Ok(default.insert(catalogue).clone())
    })
}

/// Reads an agreements file.
fn read(text: &str) -> Result<Rc<Catalogue>, String> {
    let tree = json::parse(text)?;
    Catalogue::read(&tree).map(Rc::new).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
}

#[wasm_bindgen]
impl Mounted {
    /// Reads the element's attributes again.
    #[wasm_bindgen(js_name = attributesChanged)]
    pub fn attributes_changed(&self) {
        self.link.tell(Event::AttributesRead(self.attributes()));
    }

    /// Takes the agreements of a file, whole or not at all.
    ///
    /// # Errors
    /// Every problem of the file, a line each; the agreements shown before stay.
    #[wasm_bindgen(js_name = takeAgreements)]
    pub fn take_agreements(&self, text: &str) -> Result<(), JsError> {
        let catalogue = read(text).map_err(|problems| JsError::new(&problems))?;
        *self.catalogue.borrow_mut() = catalogue.clone();
        self.link.tell(Event::CatalogueRead(catalogue));
        self.attributes_changed();
        Ok(())
    }

    /// Stops all work: the element has left the page.
    pub fn suspend(&self) {
        self.sleeper.borrow_mut().take();
    }

    /// Takes up work again, at the present time.
    pub fn resume(&self) {
        let link = self.link.clone();
        let sleeper = clock::Sleeper::new(move |now| link.tell(Event::TimePassed(now)));
        sleeper.wake_at(*self.wake_at.borrow());
        *self.sleeper.borrow_mut() = Some(sleeper);
        self.link.tell(Event::TimePassed(clock::now()));
    }
}

impl Mounted {
    /// What the attributes ask for; what cannot be used is said once.
    fn attributes(&self) -> Attributes {
        let catalogue = self.catalogue.borrow().clone();
        let (attributes, unusable) =
            attributes::read(|name| self.element.get_attribute(name), language_around(&self.element), &catalogue);
        for sentence in unusable {
            if self.said.borrow().contains(&sentence) {
                continue;
            }
            web_sys::console::warn_1(&JsValue::from_str(&format!("aura-serviceaftale: {sentence}")));
            fire(
                &self.element,
                "aura-serviceaftale-error",
                &[("code", Some("attribute")), ("message", Some(&sentence))],
            );
            self.said.borrow_mut().push(sentence);
        }
        attributes
    }

    /// Does what a customer's action asks of the world outside the page.
    fn on_heard(&self) -> Callback<Event> {
        let (element, link) = (self.element.clone(), self.link.clone());
        Callback::from(move |event| match event {
            Event::AgreementPicked(id) => reflect(&element, Some(&id)),
            Event::ComparisonPicked => reflect(&element, None),
            Event::CopyPressed(text) => copy(&text, link.clone()),
            _ => {}
        })
    }

    fn on_wake(&self) -> Callback<Option<Timestamp>> {
        let (sleeper, wake_at) = (self.sleeper.clone(), self.wake_at.clone());
        Callback::from(move |at: Option<Timestamp>| {
            *wake_at.borrow_mut() = at;
            if let Some(sleeper) = &*sleeper.borrow() {
                sleeper.wake_at(at);
            }
        })
    }
}

/// Makes the attributes say what the customer chose, one agreement or to compare them, and tells the host page.
fn reflect(element: &HtmlElement, agreement: Option<&str>) {
    // Setting and removing attributes of valid names cannot fail.
    let _ = match agreement {
        Some(id) => element.remove_attribute("compare").and_then(|()| element.set_attribute("agreement", id)),
        None => element.remove_attribute("agreement").and_then(|()| element.set_attribute("compare", "")),
    };
    fire(element, "aura-serviceaftale-change", &[("agreement", agreement)]);
}

/// Puts the text on the clipboard, and says so once it is there. A browser that refuses leaves the number
/// in the link beside the button.
fn copy(text: &str, link: Rc<Link>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let clipboard = window.navigator().clipboard();
    // Pages that are not served securely have none.
    if clipboard.is_undefined() {
        return;
    }
    let copied = clipboard.write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(copied).await.is_ok() {
            link.tell(Event::NumberCopied);
        }
    });
}

/// The language tag of the nearest element around this one that has any, out of shadow trees, too.
fn language_around(element: &Element) -> Option<String> {
    let mut inner = element.clone();
    loop {
        let shadow_host = || Some(inner.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
        inner = inner.parent_element().or_else(shadow_host)?;
        if let Some(tag) = inner.get_attribute("lang") {
            return Some(tag);
        }
    }
}

/// Tells the host page: an event that bubbles and leaves shadow trees, with these details.
fn fire(element: &HtmlElement, name: &str, details: &[(&str, Option<&str>)]) {
    let detail = js_sys::Object::new();
    for (key, value) in details {
        let value = value.map_or(JsValue::NULL, JsValue::from_str);
        // A fresh plain object takes any property.
        let _ = js_sys::Reflect::set(&detail, &JsValue::from_str(key), &value);
    }
    let settings = CustomEventInit::new();
    settings.set_bubbles(true);
    settings.set_composed(true);
    settings.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &settings) {
        // It cannot be cancelled, so its outcome says nothing.
        let _ = element.dispatch_event(&event);
    }
}
