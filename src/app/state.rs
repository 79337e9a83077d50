//! What does the widget know, and what changes that?

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{CallOut, Page, Question, Report};
use serviceaftale_core::report_input::ReportDraft;
use serviceaftale_core::time::Timestamp;

use crate::app::{AddressBook, Appearance, Attributes, Copied, Feed, Listed, Msg, ShareMethod};
use crate::view::Detailed;

/// How many announcements of each list are shown at first.
pub const FIRST_ANNOUNCEMENTS: usize = 5;

/// How many more the customer gets at a time.
pub const MORE_ANNOUNCEMENTS: usize = 10;

/// Everything that the page is drawn from.
#[derive(Clone, Debug)]
pub struct State {
    catalogue: Rc<Catalogue>,
    /// What the host page asked for last.
    attributes: Attributes,
    /// What the customer has made of that.
    question: Question,
    /// What the customer is typing of the report's time.
    draft: Option<ReportDraft>,
    /// The time by the clock.
    now: Timestamp,
    /// The time that is shown instead.
    shown_at: Option<Timestamp>,
    large_type: bool,
    /// What the customer asked to have copied last.
    asked_for: Copied,
    copied: Option<Copied>,
    /// What the customer knows of who pays for a call-out.
    call_out: CallOut,
    detailed: Detailed,
    feed: Feed,
    /// The customer's addresses.
    remembered: Rc<AddressBook>,
    /// What was typed of the place whose announcements are asked for.
    place: String,
    /// How many announcements of each list are shown at most.
    most_announcements: [usize; 4],
}

impl State {
    /// What is known at the start.
    pub fn new(catalogue: Rc<Catalogue>, attributes: Attributes, now: Timestamp, detailed: Detailed) -> Self {
        Self {
            catalogue,
            question: attributes.question.clone(),
            draft: None,
            now,
            shown_at: attributes.frozen_at,
            large_type: false,
            asked_for: Copied::default(),
            copied: None,
            call_out: CallOut::default(),
            detailed,
            feed: Feed::default(),
            remembered: Rc::default(),
            place: String::new(),
            most_announcements: [FIRST_ANNOUNCEMENTS; 4],
            attributes,
        }
    }

    /// What the agreements promise.
    pub const fn catalogue(&self) -> &Rc<Catalogue> {
        &self.catalogue
    }

    /// The same but for what a customer types, and has copied or unfolded: what does not show that need not be drawn
    /// again at every letter.
    pub fn without_drafts(&self) -> Self {
        Self {
            draft: None,
            copied: None,
            call_out: CallOut::default(),
            place: String::new(),
            most_announcements: [FIRST_ANNOUNCEMENTS; 4],
            ..self.clone()
        }
    }

    /// The answers to show.
    pub fn page(&self) -> Page {
        Page::compute(&self.catalogue, &self.question, self.shown_at.unwrap_or(self.now))
    }

    /// How the page is to look.
    pub const fn appearance(&self) -> Appearance {
        self.attributes.appearance
    }

    /// Whether the shown time is not the real one.
    pub const fn is_frozen(&self) -> bool {
        self.shown_at.is_some()
    }

    /// The time that is shown instead of the real one.
    pub const fn shown_at(&self) -> Option<Timestamp> {
        self.shown_at
    }

    /// The time by the clock.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// Whether the type is that for a projector.
    pub const fn has_large_type(&self) -> bool {
        self.large_type
    }

    /// What the customer is typing of the report's time, until that is one.
    pub const fn draft(&self) -> Option<&ReportDraft> {
        self.draft.as_ref()
    }

    /// What was copied within the minute.
    pub const fn copied(&self) -> Option<Copied> {
        self.copied
    }

    /// What the customer knows of who pays for a call-out.
    pub const fn call_out(&self) -> CallOut {
        self.call_out
    }

    /// Whether the page shows more than its first answers.
    pub const fn detailed(&self) -> Detailed {
        self.detailed
    }

    /// What is known of announced work.
    pub const fn feed(&self) -> &Feed {
        &self.feed
    }

    /// The customer's addresses.
    pub fn remembered(&self) -> &AddressBook {
        &self.remembered
    }

    /// What was typed of the place whose announcements are asked for.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// How many announcements of that list are shown at most.
    pub fn most_announcements(&self, listed: Listed) -> usize {
        self.most_announcements.get(listed as usize).copied().unwrap_or_default()
    }

    /// What the customer wants to know.
    pub const fn question(&self) -> &Question {
        &self.question
    }

    /// What is known after an event.
    #[must_use]
    pub fn after(&self, event: Msg) -> Self {
        let mut state = self.clone();
        match event {
            Msg::AgreementPicked(id) => state.question = state.question.about(Some(id)),
            Msg::ComparisonPicked => state.question = state.question.comparing(),
            Msg::ReportChosen(report) => state.report(report),
            Msg::ReportTyped { draft, report } => {
                state.question.report = report.map_or(state.question.report, Report::At);
                state.draft = Some(draft);
            }
            Msg::CallOutAnswered(question, yes) => state.call_out = state.call_out.with(question, yes),
            Msg::StartedAfresh(start) => state = *start,
            Msg::TimeShown(at) => state.show(Some(at)),
            Msg::NowShown => state.show(None),
            Msg::StartedOver => {
                state.question = Question::default();
                state.draft = None;
                state.call_out = CallOut::default();
                state.place.clear();
                state.most_announcements = [FIRST_ANNOUNCEMENTS; 4];
                state.show(None);
            }
            Msg::TypeSized { large } => state.large_type = large,
            Msg::PrintPressed | Msg::CalendarWanted(_) | Msg::AddressesChanged(_) => {}
            Msg::CopyPressed(_) => state.asked_for = Copied::Number,
            Msg::SendPressed { way, .. } => {
                state.asked_for = if way == ShareMethod::Link { Copied::Link } else { Copied::Text };
            }
            Msg::WasCopied => state.copied = Some(state.asked_for),
            Msg::AttributesRead(attributes) => state.read(attributes),
            Msg::TimePassed(now) => {
                state.now = now;
                state.copied = None;
            }
            Msg::CatalogueRead(catalogue) => state.catalogue = catalogue,
            Msg::FeedFetched(feed) => state.feed = feed,
            Msg::AddressesRead(remembered) => state.remembered = remembered,
            Msg::PlaceTyped(place) => state.place = place,
            Msg::MoreAnnouncementsWanted(listed) => {
                if let Some(most) = state.most_announcements.get_mut(listed as usize) {
                    *most += MORE_ANNOUNCEMENTS;
                }
            }
            Msg::DetailsCame(details) => state.detailed = Detailed::Here(details),
            Msg::DetailsMissed => state.detailed = Detailed::Missing,
            Msg::DetailsWanted => state.detailed = Detailed::Awaited,
        }
        state
    }

    /// What the customer chose stands until the host page asks for something else. The agreement that is picked comes
    /// back as the attribute which says so, and is no other report.
    fn read(&mut self, attributes: Attributes) {
        let asked = attributes.question.clone();
        if attributes.frozen_at != self.attributes.frozen_at {
            self.show(attributes.frozen_at);
        }
        let before = std::mem::replace(&mut self.attributes, attributes).question;
        if asked.report != before.report {
            self.report(asked.report);
        }
        if (&asked.agreement, asked.compare) != (&before.agreement, before.compare) {
            self.question = Question { report: self.question.report, ..asked };
        }
    }

    fn show(&mut self, at: Option<Timestamp>) {
        self.shown_at = at;
        self.copied = None;
    }

    fn report(&mut self, report: Report) {
        self.question.report = report;
        self.draft = None;
    }
}

/// The same page is drawn from both: a minute's seconds make no difference, nor does what the host page asked before the
/// customer did. The agreement that is picked comes back as an attribute, and would draw everything twice.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && self.attributes.appearance == other.attributes.appearance
            && self.question == other.question
            && self.draft == other.draft
            && self.shown_at == other.shown_at
            && self.large_type == other.large_type
            && self.copied == other.copied
            && self.call_out == other.call_out
            && self.detailed == other.detailed
            && self.feed == other.feed
            && Rc::ptr_eq(&self.remembered, &other.remembered)
            && self.place == other.place
            && self.most_announcements == other.most_announcements
            && (self.is_frozen() || self.now.start_of_minute() == other.now.start_of_minute())
    }
}

#[cfg(test)]
mod tests;
