//! Effects: what the host is to do after a message.

use std::rc::Rc;

use chrono::NaiveDate;
use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::time::Timestamp;

use super::{ByIdentity, ShareMethod};

/// What the host is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Mirror the choice to the attributes `agreement` and `compare`, and dispatch the `-change` event.
    MirrorChoice { agreement: Option<String>, compare: bool },
    /// Report an attribute value that cannot be used.
    ReportAttribute(String),
    /// Write the text to the clipboard.
    Copy(String),
    /// Share the text and the link with this query string.
    Share { method: ShareMethod, text: String, query: String },
    /// Print the host page.
    Print,
    /// Save the calendar as a file.
    SaveCalendar {
        request: CalendarRequest,
        catalogue: ByIdentity<Catalogue>,
        notices: Option<ByIdentity<Notices>>,
        /// The Danish date on which the calendar starts.
        from: NaiveDate,
        language: Language,
    },
    /// Apply the change to the stored addresses, or to `known` when there are none, and store the result.
    StoreAddresses { change: Rc<AddressChange>, known: Addresses },
    /// Apply the special hours of the announcements to the agreements.
    ApplySpecialHours { agreements: ByIdentity<Catalogue>, notices: ByIdentity<Notices> },
    /// Fetch the second wasm file again.
    FetchLazy,
    /// Wake the page at this instant, and at no other; `None` cancels the wake-up.
    WakeAt(Option<Timestamp>),
}
