//! Messages: what the customer, the host page, the clock or the network did.

use std::rc::Rc;

use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{CallOutQuestion, Report};
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;

use super::attributes::AttributeProblem;
use super::{LazyStatus, RawAttributes};

/// What has happened.
#[derive(Clone, Debug)]
pub enum Msg {
    // The customer's actions.
    /// The agreement with this id was picked.
    AgreementPicked(String),
    /// The comparison of all agreements was picked.
    ComparisonPicked,
    /// A time of the fault report was chosen.
    ReportChosen(Report),
    /// The fields for the time of the fault report were edited.
    ReportTyped {
        /// The present content of the fields.
        draft: ReportDraft,
        /// The time that the entered text stands for; the last one stays while there is none.
        report: Option<Timestamp>,
    },
    /// A question about who pays for a call-out was answered.
    CallOutAnswered(CallOutQuestion, bool),
    CalendarRequested(CalendarRequest),
    /// The page is to show the answers of another time than the present.
    TimeShown(Timestamp),
    /// The page is to show the answers of the present again.
    NowShown,
    /// The demonstration starts again for the next customer.
    DemoRestarted,
    LargeTypeToggled {
        large: bool,
    },
    PrintPressed,
    /// The phone number in this form was to be copied.
    CopyPressed(String),
    /// The answer was to be shared.
    SharePressed {
        method: ShareMethod,
        /// The answer as text.
        text: String,
        /// The query string of the link that reproduces the answer.
        query: String,
    },
    AddressEdited(Rc<AddressChange>),
    /// The place whose announcements are wanted was edited.
    PlaceTyped(String),
    MoreAnnouncementsRequested(AnnouncementList),
    /// The second wasm file is to be fetched again.
    RetryPressed,

    // What the host reports.
    /// Text was written to the clipboard.
    CopySucceeded,
    /// Another element of the host page shows this page of answers from now on.
    ElementReplaced {
        /// The built-in agreements.
        agreements: Rc<Catalogue>,
        now: Timestamp,
    },
    AttributesChanged(RawAttributes),
    /// An attribute has this problem, which only the host could find.
    AttributeUnusable(AttributeProblem),
    /// The clock shows this time.
    TimePassed(Timestamp),
    /// An agreements file was read.
    AgreementsLoaded(Rc<Catalogue>),
    /// The special hours of the announcements were applied to the agreements.
    SpecialHoursApplied(Rc<Catalogue>),
    /// Announcements were fetched at this time.
    NoticesLoaded(Rc<Notices>, Timestamp),
    /// Announcements could not be fetched; the last ones stay.
    NoticesFailed,
    /// The element follows no announcements any more.
    NoticesForgotten,
    /// The stored addresses were loaded.
    AddressesLoaded {
        addresses: Addresses,
        /// Whether they are stored on the device, rather than in the memory of the page.
        on_device: bool,
    },
    LazyStatusChanged(LazyStatus),
}

impl Msg {
    /// The customer changed the addresses.
    pub fn address_edited(change: AddressChange) -> Self {
        Self::AddressEdited(Rc::new(change))
    }

    /// Whether its effects must run within the event handler, because browsers allow them only there: writing to the
    /// clipboard and opening the share sheet.
    pub const fn needs_user_activation(&self) -> bool {
        matches!(self, Self::CopyPressed(_) | Self::SharePressed { .. })
    }
}

/// A list of announcements, by their state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncementList {
    UnderWay,
    Upcoming,
    Cancelled,
    Done,
}

/// What is written to the clipboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyTarget {
    #[default]
    PhoneNumber,
    /// The answer as text.
    Text,
    /// The link that reproduces the answer.
    Link,
}

/// How an answer is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareMethod {
    /// By copying the text, which ends with the link.
    Text,
    /// By copying the link.
    Link,
    /// By the share sheet of the device.
    ShareSheet,
}
