//! Address book of a customer with several addresses, and its stored form.
//!
//! The customer can have it stored on the device. The stored form is untrusted input: anything that can write to the
//! storage of the host page can write it.

mod schema;

use crate::data::{Value, check_part, sanitize};
use schema::{ADDRESS, FORMAT_VERSION};

/// The maximum number of addresses.
pub const MOST: usize = 20;
/// The maximum length of a label, in characters.
pub const LONGEST_LABEL: usize = 60;
/// The maximum length of a customer number, in characters.
pub const LONGEST_NUMBER: usize = 30;

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
    pub fn typed(label: &str, agreement: &str, customer_number: &str) -> Option<Self> {
        let number = sanitize(customer_number);
        let mut fields = vec![field("label", &sanitize(label)), field("agreement", agreement)];
        if !number.is_empty() {
            fields.push(field("customerNumber", &number));
        }
        Self::from_value(&Value::Object(fields))
    }

    fn from_value(value: &Value) -> Option<Self> {
        let text = |name: &str| sanitize(value.field(name).text());
        check_part(value, &ADDRESS, "").is_empty().then(|| Self {
            label: text("label"),
            agreement: text("agreement"),
            customer_number: text("customerNumber"),
        })
    }

    fn to_value(&self) -> Value {
        let mut fields = vec![field("label", &self.label), field("agreement", &self.agreement)];
        if !self.customer_number.is_empty() {
            fields.push(field("customerNumber", &self.customer_number));
        }
        Value::Object(fields)
    }
}

fn field(name: &str, text: &str) -> (String, Value) {
    (name.to_owned(), Value::Text(text.to_owned()))
}

/// A change to the address book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds an address, or replaces the one with the same label, and selects it.
    Add(Address),
    /// Selects the address with that label.
    Choose(String),
    /// Removes the address with that label.
    Remove(String),
    /// Removes all addresses.
    Forget,
}

/// The addresses of a customer, in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// At most [`MOST`].
    pub all: Vec<Address>,
    /// The label of the selected address.
    chosen: Option<String>,
}

impl Addresses {
    /// Parses the stored form. Invalid addresses are left out; `None` if it has another format.
    pub fn from_value(root: &Value) -> Option<Self> {
        let Value::List(items) = root.field("addresses") else { return None };
        if root.field("formatVersion").whole() != FORMAT_VERSION {
            return None;
        }
        let mut addresses = Self::default();
        for address in items.iter().take(MOST).filter_map(Address::from_value) {
            if addresses.by_label(&address.label).is_none() {
                addresses.all.push(address);
            }
        }
        let chosen = sanitize(root.field("chosen").text());
        addresses.chosen = addresses.by_label(&chosen).is_some().then_some(chosen);
        Some(addresses)
    }

    /// Serializes to the stored form. Empty without addresses, so that nothing is left in the storage.
    pub fn to_json(&self) -> String {
        if self.all.is_empty() {
            return String::new();
        }
        let version = u8::try_from(FORMAT_VERSION).unwrap_or_default();
        let mut fields = vec![
            ("formatVersion".to_owned(), Value::Number(version.into())),
            ("addresses".to_owned(), Value::List(self.all.iter().map(Address::to_value).collect())),
        ];
        fields.extend(self.chosen.as_deref().map(|label| field("chosen", label)));
        Value::Object(fields).to_json()
    }

    /// The selected address.
    pub fn chosen(&self) -> Option<&Address> {
        self.by_label(self.chosen.as_deref()?)
    }

    /// Whether the maximum is reached.
    pub const fn full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// Applies a change. An addition beyond the maximum and a label that is not in the book change nothing.
    #[must_use]
    pub fn with(mut self, change: Change) -> Self {
        match change {
            Change::Add(address) => {
                let label = address.label.clone();
                if let Some(existing) = self.all.iter_mut().find(|other| other.label == label) {
                    *existing = address;
                } else if self.full() {
                    return self;
                } else {
                    self.all.push(address);
                }
                self.chosen = Some(label);
            }
            Change::Choose(label) => {
                if self.by_label(&label).is_some() {
                    self.chosen = Some(label);
                }
            }
            Change::Remove(label) => {
                self.all.retain(|address| address.label != label);
                self.chosen = self.chosen.filter(|chosen| *chosen != label);
            }
            Change::Forget => return Self::default(),
        }
        self
    }

    fn by_label(&self, label: &str) -> Option<&Address> {
        self.all.iter().find(|address| address.label == label)
    }
}
