//! Address book of a customer with several addresses, and its stored form.
//!
//! The customer can have it stored on the device. The stored form is untrusted input: anything that can write to the
//! storage of the host page can write it.

mod file;

use crate::data::{FromText, Id, Value, read, sanitize};
use crate::problem::Problems;
use file::{AddressesFile, CustomerNumber, FORMAT_VERSION, Label, entry, into_address, to_value};

/// The maximum number of addresses.
pub const MAX_ADDRESSES: usize = 20;
/// The maximum length of a label, in characters.
pub const MAX_LABEL_CHARS: usize = 60;
/// The maximum length of a customer number, in characters.
pub const MAX_NUMBER_CHARS: usize = 30;

/// An address with its agreement. All texts are sanitized.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The customer's name for the address. Unique in an address book.
    pub label: String,
    /// The id of the agreement. The catalogue need not contain it.
    pub agreement: String,
    /// As the customer wrote it; empty if omitted.
    pub customer_number: String,
}

impl Address {
    /// An address from a form. `None` if the label or the agreement is missing, or if a text is too long.
    pub fn parse(label: &str, agreement: &str, customer_number: &str) -> Option<Self> {
        let number = sanitize(customer_number);
        let (label, agreement) = (Label::from_text(label).ok()?, Id::from_text(agreement).ok()?);
        if !number.is_empty() {
            CustomerNumber::from_text(&number).ok()?;
        }
        Some(Self { label: label.into(), agreement: agreement.0.to_owned(), customer_number: number })
    }
}

/// A change to the address book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressChange {
    /// Adds an address, or replaces the one with the same label, and selects it.
    Add(Address),
    /// Selects the address with that label.
    Select(String),
    /// Removes the address with that label.
    Remove(String),
    /// Removes all addresses.
    Clear,
}

/// The addresses of a customer, in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// At most [`MAX_ADDRESSES`].
    pub all: Vec<Address>,
    /// The label of the selected address.
    selected: Option<String>,
}

impl Addresses {
    /// Parses the stored form. Invalid addresses are left out; `None` if it has another format.
    pub fn from_value(root: &Value) -> Option<Self> {
        let file: AddressesFile<'_> = read(root, &mut Problems::default())?;
        file.format_version.0?;
        let mut addresses = Self::default();
        for address in file.addresses.0?.items.into_iter().filter_map(into_address) {
            if addresses.by_label(&address.label).is_none() {
                addresses.all.push(address);
            }
        }
        let selected = file.chosen.and_then(|label| label.0).map(String::from);
        addresses.selected = selected.filter(|label| addresses.by_label(label).is_some());
        Some(addresses)
    }

    /// Serializes to the stored form. Empty without addresses, so that nothing is left in the storage.
    pub fn to_json(&self) -> String {
        if self.all.is_empty() {
            return String::new();
        }
        let mut entries = vec![
            ("formatVersion".to_owned(), Value::Number(FORMAT_VERSION.into())),
            ("addresses".to_owned(), Value::Array(self.all.iter().map(to_value).collect())),
        ];
        entries.extend(self.selected.as_deref().map(|label| entry("chosen", label)));
        Value::Object(entries).to_json()
    }

    /// The selected address.
    pub fn selected(&self) -> Option<&Address> {
        self.by_label(self.selected.as_deref()?)
    }

    /// Whether the maximum is reached.
    pub const fn is_full(&self) -> bool {
        self.all.len() >= MAX_ADDRESSES
    }

    /// Applies a change. An addition beyond the maximum and a label that is not in the book change nothing.
    #[must_use]
    pub fn apply(mut self, change: AddressChange) -> Self {
        match change {
            AddressChange::Add(address) => {
                let label = address.label.clone();
                if let Some(existing) = self.all.iter_mut().find(|other| other.label == label) {
                    *existing = address;
                } else if self.is_full() {
                    return self;
                } else {
                    self.all.push(address);
                }
                self.selected = Some(label);
            }
            AddressChange::Select(label) => {
                if self.by_label(&label).is_some() {
                    self.selected = Some(label);
                }
            }
            AddressChange::Remove(label) => {
                self.all.retain(|address| address.label != label);
                self.selected = self.selected.filter(|selected| *selected != label);
            }
            AddressChange::Clear => return Self::default(),
        }
        self
    }

    fn by_label(&self, label: &str) -> Option<&Address> {
        self.all.iter().find(|address| address.label == label)
    }
}
