//! The customer's addresses and where they are stored.

use serviceaftale_core::addresses::{Address, Addresses};

/// The customer's addresses, and where they are stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddressBook {
    pub addresses: Addresses,
    pub persistence: Persistence,
}

/// Where addresses are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// There are no addresses to store.
    #[default]
    Nowhere,
    /// On the device, until they are forgotten.
    OnDevice,
    /// In the memory of the page, because the browser refuses to store them.
    ThisVisit,
    /// There were addresses, and they have been deleted.
    Forgotten,
}

impl AddressBook {
    /// The address book after `addresses` were loaded from the device, or from the memory of the page.
    #[must_use]
    pub fn reloaded(&self, addresses: Addresses, on_device: bool) -> Self {
        let persistence = match (addresses.all.is_empty(), on_device) {
            (true, _) if self.persistence != Persistence::Nowhere => Persistence::Forgotten,
            (true, _) => Persistence::Nowhere,
            (false, true) => Persistence::OnDevice,
            (false, false) => Persistence::ThisVisit,
        };
        Self { addresses, persistence }
    }

    /// The address that was selected last.
    pub fn selected(&self) -> Option<&Address> {
        self.addresses.selected()
    }
}
