//! Stored form of an address book, version 1.

use serde::Deserialize;

use super::{Address, MAX_ADDRESSES, MAX_LABEL_CHARS, MAX_NUMBER_CHARS};
use crate::data::{FirstItems, Id, Integer, Leaf, Line, Parsed, Value};

/// Addresses stored in another version are ignored.
pub(super) const FORMAT_VERSION: i32 = 1;

pub(super) type Label<'a> = Line<'a, MAX_LABEL_CHARS>;
pub(super) type CustomerNumber<'a> = Line<'a, MAX_NUMBER_CHARS>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct AddressesFile<'a> {
    pub format_version: Integer<FORMAT_VERSION, FORMAT_VERSION>,
    pub addresses: Parsed<FirstItems<Parsed<AddressFields<'a>>, MAX_ADDRESSES>>,
    /// The label of the selected address.
    pub chosen: Option<Leaf<Label<'a>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct AddressFields<'a> {
    pub label: Leaf<Label<'a>>,
    pub agreement: Leaf<Id<'a>>,
    pub customer_number: Option<Leaf<CustomerNumber<'a>>>,
}

/// The address; `None` if a field is invalid.
pub(super) fn into_address(fields: Parsed<AddressFields<'_>>) -> Option<Address> {
    let fields = fields.0?;
    let (label, agreement) = (fields.label.0?, fields.agreement.0?);
    let customer_number = match fields.customer_number {
        Some(number) => number.0?.into(),
        None => String::new(),
    };
    Some(Address { label: label.into(), agreement: agreement.0.to_owned(), customer_number })
}

pub(super) fn to_value(address: &Address) -> Value {
    let mut entries = vec![entry("label", &address.label), entry("agreement", &address.agreement)];
    if !address.customer_number.is_empty() {
        entries.push(entry("customerNumber", &address.customer_number));
    }
    Value::Object(entries)
}

pub(super) fn entry(name: &str, text: &str) -> (String, Value) {
    (name.to_owned(), Value::String(text.to_owned()))
}
