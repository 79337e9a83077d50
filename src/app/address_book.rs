//! What is known of the customer's addresses?

use serviceaftale_core::addresses::Addresses;

/// The customer's addresses, and how far they are remembered.
#[derive(Clone, Debug, Default)]
pub struct AddressBook {
    /// Each of them.
    pub addresses: Addresses,
    /// Where they are.
    pub kept: Persistence,
}

/// Where addresses are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// There are none.
    #[default]
    Nowhere,
    /// On this device, until they are forgotten.
    OnDevice,
    /// In the memory of the page: the browser stores nothing for it.
    ThisVisit,
    /// There are none any more.
    Forgotten,
}
