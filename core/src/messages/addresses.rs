//! How is told of a customer's addresses, and of what is remembered of them?

use super::{Emphasised, Language, Sentence, danish, english};
use crate::addresses::{Address, Addresses, MAX_ADDRESSES};

/// The words for addresses, which are no part of [`super::Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct AddressWords {
    /// What unfolds all of it.
    pub more: &'static str,
    /// What it is good for.
    pub what_for: &'static str,
    /// What becomes of what is typed.
    pub kept_here: &'static str,
    /// The field for what an address is called.
    pub label: &'static str,
    /// What might be typed there.
    pub label_example: &'static str,
    /// The choice of its agreement.
    pub agreement: &'static str,
    /// What stands there until one is chosen.
    pub choose: &'static str,
    /// The field for its customer number.
    pub customer_number: &'static str,
    /// That it may be left out.
    pub may_be_left_out: &'static str,
    /// The button that has the device remember it.
    pub remember: &'static str,
    /// The choice of an address.
    pub address: &'static str,
    /// The button that has all of them forgotten.
    pub forget: &'static str,
    /// That the device remembers them.
    pub on_device: &'static str,
    /// That the browser stores nothing, and what becomes of them.
    pub this_visit: &'static str,
    /// That nothing of them is left.
    pub forgotten: &'static str,
    /// The label, and the agreement.
    pub(super) with_agreement: Sentence<2>,
    /// The number, and below it the label.
    pub(super) number: Emphasised<2>,
    /// The label.
    pub(super) remove: Sentence<1>,
    /// How many there are at most.
    pub(super) full: Sentence<1>,
}

/// The words for addresses, in that language.
pub const fn addresses(language: Language) -> &'static AddressWords {
    match language {
        Language::Danish => &danish::ADDRESSES,
        Language::English => &english::ADDRESSES,
    }
}

impl AddressWords {
    /// `Havnen 4 · Erhverv Pro`.
    pub fn with_agreement(&self, address: &Address, agreement: &str) -> String {
        self.with_agreement.with([&address.label, agreement])
    }

    /// The customer number to read out, in a strong beginning, and whose it is; none where it was left out.
    pub fn number(&self, address: &Address) -> Option<(String, String)> {
        let number = &address.customer_number;
        (!number.is_empty()).then(|| self.number.with([number, &address.label]))
    }

    /// The button that has one address forgotten: `Fjern Havnen 4`.
    pub fn remove(&self, address: &Address) -> String {
        self.remove.with([&address.label])
    }

    /// That no other fits in; none while one does.
    pub fn full(&self, addresses: &Addresses) -> Option<String> {
        addresses.is_full().then(|| self.full.with([&MAX_ADDRESSES.to_string()]))
    }
}
