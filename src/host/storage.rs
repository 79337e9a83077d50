//! Storage of the customer's addresses, shared by all elements of this page and of other tabs. Addresses are stored only
//! on request, and deleted completely.

use std::cell::RefCell;
use std::rc::Rc;

use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::data::Value;

use super::browser;
use super::mounted_page::MountedPage;
use crate::app::Msg;

const KEY: &str = "aura-serviceaftale-addresses";

/// The longest text that is read: many times what the largest list of addresses takes. A longer one is not ours.
const MAX_LENGTH: usize = 20_000;

#[derive(Default)]
struct Storage {
    /// The text for this page only, if the browser refuses to store it.
    unstored: Option<String>,
    /// The pages that show the addresses.
    followers: Vec<Rc<MountedPage>>,
}

thread_local! {
    static STORAGE: RefCell<Storage> = RefCell::default();
}

/// Sends the addresses to the page, now and after each change.
pub fn follow(page: &Rc<MountedPage>) {
    let added = STORAGE.with_borrow_mut(|storage| {
        let is_new = !storage.followers.iter().any(|other| Rc::ptr_eq(other, page));
        if is_new {
            storage.followers.push(page.clone());
        }
        is_new
    });
    if added {
        notify(std::slice::from_ref(page));
    }
}

/// Stops sending the addresses to the page.
pub fn unfollow(page: &Rc<MountedPage>) {
    STORAGE.with_borrow_mut(|storage| storage.followers.retain(|other| !Rc::ptr_eq(other, page)));
}

/// Another tab has changed the value of this key, or cleared the storage.
pub fn changed_elsewhere(key: Option<&str>) {
    if key.is_none_or(|key| key == KEY) {
        notify_followers();
    }
}

/// Applies the change to the stored addresses, or to `known` when there are none that can be read.
pub fn change(change: AddressChange, known: Addresses) {
    // Another tab may have stored others since they were loaded.
    let text = read(&stored_text()).unwrap_or(known).apply(change).to_json();
    let stored = if text.is_empty() { browser::remove_item(KEY) } else { browser::store_item(KEY, &text) };
    STORAGE.with_borrow_mut(|storage| storage.unstored = stored.is_err().then_some(text));
    notify_followers();
}

fn notify_followers() {
    notify(&STORAGE.with_borrow(|storage| storage.followers.clone()));
}

/// Sends the stored addresses to these pages. Text that cannot be read changes nothing.
fn notify(pages: &[Rc<MountedPage>]) {
    if let Some(addresses) = read(&stored_text()) {
        let on_device = STORAGE.with_borrow(|storage| storage.unstored.is_none());
        for page in pages {
            page.send(Msg::AddressesLoaded { addresses: addresses.clone(), on_device });
        }
    }
}

/// The stored text. It is not trusted, because any script of the origin can write to localStorage.
fn stored_text() -> String {
    let unstored = STORAGE.with_borrow(|storage| storage.unstored.clone());
    unstored.unwrap_or_else(|| browser::stored_item(KEY).ok().and_then(|text| text.as_string()).unwrap_or_default())
}

/// The addresses of a stored text, and no addresses for an empty one. `None` for a text that cannot be read.
fn read(text: &str) -> Option<Addresses> {
    match text.len() {
        0 => Some(Addresses::default()),
        1..=MAX_LENGTH => Addresses::from_value(&Value::from_json(text).ok()?),
        _ => None,
    }
}
