//! Which addresses does a customer have, each with its agreement?
//!
//! A customer may have the device remember them. What comes back from there is as little to be trusted as any file:
//! whoever can write to the host page's storage can write this.

mod schema;

use crate::data::{Value, check_part, sanitize};
use schema::{ADDRESS, FORMAT_VERSION};

/// How many addresses are remembered.
pub const MOST: usize = 20;
/// Characters of a label.
pub const LONGEST_LABEL: usize = 60;
/// Characters of a customer number.
pub const LONGEST_NUMBER: usize = 30;

/// An address with its agreement. All texts are single lines that can only be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What the customer calls it; no two have the same.
    pub label: String,
    /// The id of its agreement, which the agreements that are shown need not have.
    pub agreement: String,
    /// The customer number as the customer wrote it; empty where it was left out.
    pub customer_number: String,
}

impl Address {
    /// An address as it was typed; none without a label or an agreement, or when a text is too long.
    pub fn typed(label: &str, agreement: &str, customer_number: &str) -> Option<Self> {
        let number = sanitize(customer_number);
        let mut fields = vec![field("label", &sanitize(label)), field("agreement", agreement)];
        if !number.is_empty() {
            fields.push(field("customerNumber", &number));
        }
        Self::read(&Value::Object(fields))
    }

    fn read(value: &Value) -> Option<Self> {
        let text = |name: &str| sanitize(value.field(name).text());
        check_part(value, &ADDRESS, "").is_empty().then(|| Self {
            label: text("label"),
            agreement: text("agreement"),
            customer_number: text("customerNumber"),
        })
    }

    fn written(&self) -> Value {
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

/// What the customer does with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Has one remembered, in the place of the one that was called the same; it is the chosen one then.
    Add(Address),
    /// Chooses the one of that label.
    Choose(String),
    /// Has the one of that label forgotten.
    Remove(String),
    /// Has all of them forgotten.
    Forget,
}

/// The addresses of a customer, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Each of them, [`MOST`] at most.
    pub all: Vec<Address>,
    /// The label of the one that was chosen last.
    chosen: Option<String>,
}

impl Addresses {
    /// What was written before; an address that cannot be used is left out. None when it is nothing of this kind.
    pub fn from_value(root: &Value) -> Option<Self> {
        let Value::List(items) = root.field("addresses") else { return None };
        if root.field("formatVersion").whole() != FORMAT_VERSION {
            return None;
        }
        let mut read = Self::default();
        for address in items.iter().take(MOST).filter_map(Address::read) {
            if read.called(&address.label).is_none() {
                read.all.push(address);
            }
        }
        let chosen = sanitize(root.field("chosen").text());
        read.chosen = read.called(&chosen).is_some().then_some(chosen);
        Some(read)
    }

    /// As JSON, to be read again; nothing where there are none, so that nothing stays behind.
    pub fn to_json(&self) -> String {
        if self.all.is_empty() {
            return String::new();
        }
        let version = u8::try_from(FORMAT_VERSION).unwrap_or_default();
        let mut fields = vec![
            ("formatVersion".to_owned(), Value::Number(version.into())),
            ("addresses".to_owned(), Value::List(self.all.iter().map(Address::written).collect())),
        ];
        fields.extend(self.chosen.as_deref().map(|label| field("chosen", label)));
        Value::Object(fields).to_json()
    }

    /// The one that was chosen last.
    pub fn chosen(&self) -> Option<&Address> {
        self.called(self.chosen.as_deref()?)
    }

    /// Whether no other fits in.
    pub const fn full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// The same after a change; one for which there is no room, or no such address, changes nothing.
    #[must_use]
    pub fn with(mut self, change: Change) -> Self {
        match change {
            Change::Add(address) => {
                let label = address.label.clone();
                if let Some(same) = self.all.iter_mut().find(|other| other.label == label) {
                    *same = address;
                } else if self.full() {
                    return self;
                } else {
                    self.all.push(address);
                }
                self.chosen = Some(label);
            }
            Change::Choose(label) => {
                if self.called(&label).is_some() {
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

    fn called(&self, label: &str) -> Option<&Address> {
        self.all.iter().find(|address| address.label == label)
    }
}
