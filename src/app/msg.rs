//! What can happen to a page of answers?

use std::rc::Rc;

use serviceaftale_core::addresses::Change;
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{CallOutQuestion, Report};
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;

use crate::app::{AddressBook, Attributes, Feed, State};
use crate::view::Details;

/// What has happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The customer picked the agreement of that id.
    AgreementPicked(String),
    /// The customer picked to compare all agreements.
    ComparisonPicked,
    /// The customer chose when the fault is reported.
    ReportChosen(Report),
    /// The customer typed something of when the fault is reported.
    ReportTyped {
        /// What stands there now.
        draft: ReportDraft,
        /// The time that it says, once it is entered and says one; until then the last one stays.
        report: Option<Timestamp>,
    },
    /// The customer answered one of the questions of who pays for a call-out.
    CallOutAnswered(CallOutQuestion, bool),
    /// The customer asked for a calendar.
    CalendarWanted(CalendarRequest),
    /// The customer asked to see this time instead of the real one.
    TimeShown(Timestamp),
    /// The customer asked to see the real time again.
    NowShown,
    /// The demonstration begins anew, for another customer.
    StartedOver,
    /// The customer asked for large type, or for the usual one.
    TypeSized {
        /// Which of them.
        large: bool,
    },
    /// The customer asked to have the page printed.
    PrintPressed,
    /// The customer asked to have the phone number copied.
    CopyPressed(String),
    /// The customer asked to send the answer to somebody.
    SendPressed {
        /// How.
        way: ShareMethod,
        /// The answer as a text.
        text: String,
        /// The query of the link that asks for it.
        query: String,
    },
    /// What was asked for last is on the clipboard.
    WasCopied,
    /// Another element of the host page shows the page now.
    StartedAfresh(Box<State>),
    /// The host page set attributes.
    AttributesRead(Attributes),
    /// The clock shows a later time.
    TimePassed(Timestamp),
    /// A data file was read and found valid.
    CatalogueRead(Rc<Catalogue>),
    /// Announcements were fetched, or could not be.
    FeedFetched(Feed),
    /// The customer did something with the addresses that are remembered.
    AddressesChanged(Rc<Change>),
    /// Those that are remembered are others now.
    AddressesRead(Rc<AddressBook>),
    /// The customer typed the place whose announcements are asked for.
    PlaceTyped(String),
    /// The customer asked for more of those announcements.
    MoreAnnouncementsWanted(Listed),
    /// What the page shows beyond its first answers is here.
    DetailsCame(&'static Details),
    /// It could not be had.
    DetailsMissed,
    /// The customer asked to try that again.
    DetailsWanted,
}

/// A list of announcements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Those of work that is under way.
    UnderWay,
    /// To come.
    Coming,
    /// Cancelled.
    Cancelled,
    /// Over.
    Done,
}

/// What is put on the clipboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// The phone number.
    #[default]
    Number,
    /// The answers as a text.
    Text,
    /// The link that asks for them.
    Link,
}

/// How an answer is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareMethod {
    /// By pasting the text, in which the link stands last.
    Text,
    /// By pasting the link.
    Link,
    /// By the device's share sheet.
    ShareSheet,
}
