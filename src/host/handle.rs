//! How does an element of the host page come to show the widget, and what do the two tell each other?

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use serviceaftale_core::addresses::Change;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::time::{Timestamp, copenhagen};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::Element;
use yew::{AppHandle, Callback};

use super::notices::{Announced, lines};
use super::{addresses, attributes, json, split};
use crate::app::{AddressBook, Attributes, Feed, Msg, ShareMethod, State};
use crate::view::{App, AppProps, Detailed};

/// The agreements that are compiled in.
const DEFAULT_AGREEMENTS: &str = include_str!(env!("AURA_AGREEMENTS"));

thread_local! {
    /// Read once, however many elements the page has.
    static DEFAULT: RefCell<Option<Rc<Catalogue>>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// The element's side, in static/aura-serviceaftale.js.
    #[derive(Clone)]
    pub type Host;

    /// The value of the element's attribute.
    #[wasm_bindgen(method)]
    fn attribute(this: &Host, name: &str) -> Option<String>;

    /// The `lang` of what the element stands in.
    #[wasm_bindgen(method, js_name = languageAround)]
    fn language_around(this: &Host) -> Option<String>;

    /// Tells the host page of an attribute that cannot be used.
    #[wasm_bindgen(method)]
    fn unusable(this: &Host, message: &str);

    /// Makes the attributes say which agreement the customer chose and whether to compare them all, and tells the host
    /// page.
    #[wasm_bindgen(method)]
    fn chosen(this: &Host, agreement: Option<String>, compare: bool);

    /// Puts the text on the clipboard; [`Answers::copied`] hears of it once it is there.
    #[wasm_bindgen(method)]
    fn copy(this: &Host, text: &str);

    /// Gives the customer a calendar of that name.
    #[wasm_bindgen(method)]
    fn save(this: &Host, name: &str, text: &str);

    /// The addresses that are remembered, as they were written; empty when there are none.
    #[wasm_bindgen(method)]
    fn addresses(this: &Host) -> String;

    /// Remembers that instead, or nothing when it is empty. Whoever shows addresses hears of it by
    /// [`Answers::take_addresses`].
    #[wasm_bindgen(method, js_name = rememberAddresses)]
    fn remember_addresses(this: &Host, text: &str);

    /// Asks for [`Answers::painted`] once the page has been painted.
    #[wasm_bindgen(method, js_name = afterPaint)]
    fn after_paint(this: &Host);

    /// The full page with that query.
    #[wasm_bindgen(method)]
    fn link(this: &Host, query: &str) -> String;

    /// Whether the device has a share sheet.
    #[wasm_bindgen(method, js_name = canShare)]
    fn can_share(this: &Host) -> bool;

    /// Opens the share sheet.
    #[wasm_bindgen(method)]
    fn share(this: &Host, text: &str, url: &str);

    /// Prints the host page.
    #[wasm_bindgen(method)]
    fn print(this: &Host);

    /// Asks once more for what there is beyond the first answers.
    #[wasm_bindgen(method, js_name = fetchDetails)]
    fn fetch_details(this: &Host);

    /// Asks for [`Answers::time_passed`] at that time, in milliseconds since 1970, and at no other.
    #[wasm_bindgen(method, js_name = wakeAt)]
    fn wake_at(this: &Host, milliseconds: f64);
}

/// A mounted page of answers.
#[wasm_bindgen]
pub struct Answers {
    host: Host,
    /// The page itself, from the time it is mounted.
    page: OnceCell<AppHandle<App>>,
    /// The agreements that are shown: the default, or those of a file.
    catalogue: RefCell<Rc<Catalogue>>,
    /// What is announced, also of hours that differ once.
    feed: RefCell<Feed>,
    /// The customer's addresses, once they were looked for.
    remembered: RefCell<Option<Rc<AddressBook>>>,
    /// What was said of unusable attributes, so that each is said once.
    said: RefCell<Vec<String>>,
    /// What the customer did since the page was painted.
    done: Rc<RefCell<Vec<Msg>>>,
}

/// Draws the answers into `root`, and again whenever they change.
///
/// # Errors
/// When the compiled-in agreements are no JSON, which cannot be: the release is made from nothing but a sound file.
#[wasm_bindgen]
pub fn mount(host: Host, root: Element) -> Result<Answers, JsError> {
    let catalogue = default_catalogue()?;
    let said = RefCell::default();
    let answers = Answers {
        host,
        page: OnceCell::new(),
        catalogue: RefCell::new(catalogue),
        feed: RefCell::default(),
        remembered: RefCell::default(),
        said,
        done: Rc::default(),
    };
    let props = AppProps { start: answers.state(), heard: answers.on_heard(), wake: answers.on_wake() };
    answers.page.get_or_init(|| yew::Renderer::with_root_and_props(root, props).render());
    Ok(answers)
}

fn default_catalogue() -> Result<Rc<Catalogue>, JsError> {
    DEFAULT.with_borrow_mut(|default| {
        if let Some(catalogue) = default {
            return Ok(catalogue.clone());
        }
        let tree = json::parse(DEFAULT_AGREEMENTS).map_err(|problem| JsError::new(&problem))?;
        Ok(default.insert(Rc::new(Catalogue::from_value_unchecked(&tree))).clone())
    })
}

#[wasm_bindgen]
impl Answers {
    /// Reads the element's attributes again.
    #[wasm_bindgen(js_name = attributesChanged)]
    pub fn attributes_changed(&self) {
        self.tell(Msg::AttributesRead(self.attributes()));
    }

    /// Takes the agreements of a file, whole or not at all.
    ///
    /// # Errors
    /// Every problem of the file, a line each; the agreements shown before stay. Also before the details are here, which
    /// read it.
    #[wasm_bindgen(js_name = takeAgreements)]
    pub fn take_agreements(&self, text: &str) -> Result<(), JsError> {
        let read = || {
            let details = split::here()?;
            (details.read_agreements)(&json::parse(text)?).map_err(lines)
        };
        *self.catalogue.borrow_mut() = Rc::new(read().map_err(|problem: String| JsError::new(&problem))?);
        self.tell(Msg::CatalogueRead(self.promised()));
        self.attributes_changed();
        Ok(())
    }

    /// Forgets everything of the element that showed it before: another one does now.
    ///
    /// # Errors
    /// As [`mount`].
    #[wasm_bindgen(js_name = startAfresh)]
    pub fn start_afresh(&self) -> Result<(), JsError> {
        *self.catalogue.borrow_mut() = default_catalogue()?;
        self.feed.take();
        self.remembered.take();
        self.said.borrow_mut().clear();
        self.tell(Msg::StartedAfresh(Box::new(self.state())));
        Ok(())
    }

    /// Shows what is announced, which was fetched at that time, in milliseconds since 1970.
    #[wasm_bindgen(js_name = takeNotices)]
    pub fn take_notices(&self, announced: &Announced, fetched_at: f64) {
        self.fetched(Feed { read: Some((announced.notices.clone(), timestamp(fetched_at))), failed: false });
    }

    /// Says that announcements could not be fetched; those that are shown stay.
    #[wasm_bindgen(js_name = noticesFailed)]
    pub fn notices_failed(&self) {
        let read = self.feed.borrow().read.clone();
        self.fetched(Feed { read, failed: true });
    }

    /// Shows no announcements.
    #[wasm_bindgen(js_name = forgetNotices)]
    pub fn forget_notices(&self) {
        self.fetched(Feed::default());
    }

    /// Shows the addresses that are remembered, on the device or for this visit; what cannot be read changes nothing.
    #[wasm_bindgen(js_name = takeAddresses)]
    pub fn take_addresses(&self, text: &str, on_device: bool) {
        let Some(details) = split::state().here() else { return };
        let taken = addresses::tree(text).and_then(|tree| {
            let before = self.remembered.borrow();
            let (attributes, catalogue) = (self.attributes(), self.catalogue.borrow());
            (details.take_addresses)(&tree, on_device, before.as_deref(), (&attributes, &catalogue))
        });
        let Some((remembered, picked)) = taken else { return };
        *self.remembered.borrow_mut() = Some(remembered.clone());
        self.pick(picked);
        self.tell(Msg::AddressesRead(remembered));
    }

    /// Shows the answers at the present time.
    #[wasm_bindgen(js_name = timePassed)]
    pub fn time_passed(&self) {
        self.tell(Msg::TimePassed(now()));
    }

    /// Shows what there is beyond the first answers, or that it could not be had.
    #[wasm_bindgen(js_name = detailsSettled)]
    pub fn details_settled(&self) {
        self.tell(match split::state() {
            Detailed::Here(details) => Msg::DetailsCame(details),
            Detailed::Awaited | Detailed::Missing => Msg::DetailsMissed,
        });
    }

    /// Does what the customer's actions ask for, in the page and outside it.
    pub fn painted(&self) {
        for event in self.done.take() {
            match &event {
                Msg::AgreementPicked(id) => self.host.chosen(Some(id.clone()), false),
                Msg::ComparisonPicked => self.host.chosen(None, true),
                Msg::StartedOver => self.host.chosen(None, false),
                Msg::PrintPressed => self.host.print(),
                Msg::CalendarWanted(wanted) => self.save(wanted),
                Msg::AddressesChanged(change) => self.change_addresses(change),
                Msg::DetailsWanted => self.host.fetch_details(),
                _ => {}
            }
            self.tell(event);
        }
    }

    /// Says that what was to be copied is on the clipboard: after whatever the customer asked for, which may still wait.
    pub fn copied(&self) {
        self.done.borrow_mut().push(Msg::WasCopied);
        self.host.after_paint();
    }
}

impl Answers {
    /// Tells the page what has happened.
    fn tell(&self, event: Msg) {
        if let Some(page) = self.page.get() {
            page.send_message(event);
        }
    }

    fn fetched(&self, feed: Feed) {
        *self.feed.borrow_mut() = feed.clone();
        self.tell(Msg::CatalogueRead(self.promised()));
        self.tell(Msg::FeedFetched(feed));
    }

    /// Remembers the addresses after a change, on top of what is remembered by now, perhaps from another tab.
    fn change_addresses(&self, change: &Change) {
        let Some(details) = split::state().here() else { return };
        let known = || self.remembered.borrow().clone().unwrap_or_default();
        let written = addresses::tree(&self.host.addresses());
        self.host.remember_addresses(&(details.change_addresses)(written.as_ref(), &known(), change));
        // Also where it was chosen before, and another agreement picked since.
        if let Change::Add(_) | Change::Choose(_) = change {
            let attributes = self.attributes();
            let picked = (details.chosen_agreement)(&known(), (&attributes, &self.catalogue.borrow()));
            self.pick(picked);
        }
    }

    fn pick(&self, agreement: Option<String>) {
        if agreement.is_some() {
            self.host.chosen(agreement, false);
            // An element that is not ready yet does not read by itself what it was told.
            self.attributes_changed();
        }
    }

    /// Lets the customer keep a calendar as a file.
    fn save(&self, wanted: &CalendarRequest) {
        let (attributes, feed) = (self.attributes(), self.feed.borrow());
        let notices = feed.read.as_ref().map(|(notices, _)| notices.as_ref());
        let from = copenhagen::date(attributes.frozen_at.unwrap_or_else(now));
        let file = split::state().here().and_then(|details| {
            (details.calendar)(wanted, &self.promised(), notices, from, attributes.appearance.language)
        });
        if let Some(file) = file {
            self.host.save(file.name, &file.text);
        }
    }

    /// What the agreements promise, with the hours that differ once.
    fn promised(&self) -> Rc<Catalogue> {
        let agreements = self.catalogue.borrow().clone();
        match (split::state().here(), &self.feed.borrow().read) {
            (Some(details), Some((notices, _))) if notices.tell_of_hours() => {
                Rc::new((details.with_special_hours)(&agreements, notices))
            }
            _ => agreements,
        }
    }

    fn state(&self) -> State {
        State::new(self.promised(), self.attributes(), now(), split::state())
    }

    /// What the attributes ask for; what cannot be used is said once.
    fn attributes(&self) -> Attributes {
        let attribute = |name: &str| self.host.attribute(name);
        let (mut attributes, unusable) =
            attributes::read(attribute, self.host.language_around(), &self.catalogue.borrow());
        attributes.appearance.can_share = self.host.can_share();
        for message in unusable {
            if !self.said.borrow().contains(&message) {
                self.host.unusable(&message);
                self.said.borrow_mut().push(message);
            }
        }
        attributes
    }

    /// Hears what the customer does. The browser marks by itself what was chosen or typed, and paints that first; then
    /// come the answers, however much was done meanwhile. Only what a browser allows in the moment of a press is at once.
    fn on_heard(&self) -> Callback<Msg> {
        let (host, done) = (self.host.clone(), self.done.clone());
        Callback::from(move |event| {
            match &event {
                Msg::CopyPressed(text) => host.copy(text),
                Msg::SendPressed { way, text, query } => send(&host, *way, text, &host.link(query)),
                _ => {}
            }
            done.borrow_mut().push(event);
            host.after_paint();
        })
    }

    fn on_wake(&self) -> Callback<Option<Timestamp>> {
        let host = self.host.clone();
        // Exact: an integer below 2^53.
        #[allow(clippy::cast_precision_loss)]
        Callback::from(move |at: Option<Timestamp>| {
            host.wake_at(at.map_or(f64::INFINITY, |at| (at.unix_seconds() * 1000) as f64));
        })
    }
}

fn send(host: &Host, way: ShareMethod, text: &str, link: &str) {
    match way {
        ShareMethod::Text => host.copy(&[text, "\n", link].concat()),
        ShareMethod::Link => host.copy(link),
        ShareMethod::ShareSheet => host.share(text, link),
    }
}

/// The present by the browser's clock.
fn now() -> Timestamp {
    timestamp(js_sys::Date::now())
}

fn timestamp(milliseconds: f64) -> Timestamp {
    // Whole seconds, far within what an integer holds.
    #[allow(clippy::cast_possible_truncation)]
    Timestamp::from_unix_seconds((milliseconds / 1000.0).floor() as i64)
}
