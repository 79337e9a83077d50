//! State of the widget: everything that the page is rendered from.

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{CallOut, Page, Question};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;

use super::{
    AddressBook, AnnouncementList, Appearance, Attributes, ByIdentity, CopyTarget, Feed, LazyStatus, RawAttributes,
};

/// How many announcements of each list are shown at first.
pub const FIRST_ANNOUNCEMENTS: usize = 5;

/// How many more announcements each press of "more" shows.
pub const MORE_ANNOUNCEMENTS: usize = 10;

/// Everything that the page is rendered from. [`update`](super::update()) alone changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The agreements of the data file, or the built-in ones.
    pub(super) agreements: ByIdentity<Catalogue>,
    /// The same with the special hours of the announcements.
    pub(super) catalogue: ByIdentity<Catalogue>,
    /// The attributes as the host page wrote them and as the widget has mirrored the choice to them since.
    pub(super) raw_attributes: RawAttributes,
    pub(super) attributes: Attributes,
    /// The last problems of attributes that have been reported, so that each is reported once.
    pub(super) reported_problems: Vec<String>,
    /// What the customer asks: the host page's question, as the customer has changed it since.
    pub(super) question: Question,
    /// The edited fields of the report time, until they hold a time.
    pub(super) draft: Option<ReportDraft>,
    /// The present, in whole minutes.
    pub(super) now: Timestamp,
    /// The time that is shown instead of the present.
    pub(super) shown_at: Option<Timestamp>,
    pub(super) large_type: bool,
    /// What was to be copied last.
    pub(super) copy_target: CopyTarget,
    /// What was copied within the minute.
    pub(super) copied: Option<CopyTarget>,
    pub(super) call_out: CallOut,
    pub(super) lazy: LazyStatus,
    pub(super) feed: Feed,
    pub(super) address_book: AddressBook,
    /// Whether stored addresses have been loaded at least once.
    pub(super) addresses_loaded: bool,
    /// Whether the agreement of the selected address is chosen when the addresses are loaded next.
    pub(super) follow_selection: bool,
    pub(super) place: String,
    pub(super) most_announcements: [usize; 4],
}

impl State {
    /// The state before any attribute is known.
    pub fn new(agreements: Rc<Catalogue>, now: Timestamp, lazy: LazyStatus) -> Self {
        let agreements = ByIdentity::from(agreements);
        Self {
            catalogue: agreements.clone(),
            agreements,
            raw_attributes: RawAttributes::default(),
            attributes: Attributes::default(),
            reported_problems: Vec::new(),
            question: Question::default(),
            draft: None,
            now: now.start_of_minute(),
            shown_at: None,
            large_type: false,
            copy_target: CopyTarget::default(),
            copied: None,
            call_out: CallOut::default(),
            lazy,
            feed: Feed::default(),
            address_book: AddressBook::default(),
            addresses_loaded: false,
            follow_selection: false,
            place: String::new(),
            most_announcements: [FIRST_ANNOUNCEMENTS; 4],
        }
    }

    /// The agreements with the special hours of the announcements.
    pub const fn catalogue(&self) -> &ByIdentity<Catalogue> {
        &self.catalogue
    }

    /// The first answers.
    pub fn page(&self) -> Page {
        Page::compute(&self.catalogue, &self.question, self.shown_at.unwrap_or(self.now))
    }

    pub const fn appearance(&self) -> Appearance {
        self.attributes.appearance
    }

    /// Whether the shown time is another than the present.
    pub const fn is_frozen(&self) -> bool {
        self.shown_at.is_some()
    }

    /// The time that is shown instead of the present.
    pub const fn shown_at(&self) -> Option<Timestamp> {
        self.shown_at
    }

    /// The present, in whole minutes.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// Whether the type is large enough for a projector.
    pub const fn has_large_type(&self) -> bool {
        self.large_type
    }

    /// The edited fields of the report time, until they hold a time.
    pub const fn draft(&self) -> Option<&ReportDraft> {
        self.draft.as_ref()
    }

    /// What was copied within the minute.
    pub const fn copied(&self) -> Option<CopyTarget> {
        self.copied
    }

    /// The answers to the questions about who pays for a call-out.
    pub const fn call_out(&self) -> CallOut {
        self.call_out
    }

    /// Whether the second wasm file is loaded.
    pub const fn lazy(&self) -> LazyStatus {
        self.lazy
    }

    pub const fn feed(&self) -> &Feed {
        &self.feed
    }

    pub const fn address_book(&self) -> &AddressBook {
        &self.address_book
    }

    /// The place whose announcements are wanted, as typed.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// How many announcements of that list are shown at most.
    pub fn most_announcements(&self, list: AnnouncementList) -> usize {
        self.most_announcements.get(list as usize).copied().unwrap_or_default()
    }

    pub const fn question(&self) -> &Question {
        &self.question
    }
}
