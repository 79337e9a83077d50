//! What does the widget know, and what changes that?

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answer::report_time::ReportDraft;
use serviceaftale_core::answer::{CallOut, CallOutQuestion, Page, Question, Report};
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::ics::Wanted;
use serviceaftale_core::wording::Language;
use yew::Reducible;

use super::Feed;
use super::details::{Detailed, Details};

/// How many announcements of a kind are shown at first.
const FIRST_ANNOUNCEMENTS: usize = 5;

/// How many more the customer gets at a time.
const MORE_ANNOUNCEMENTS: usize = 20;

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
    copied: bool,
    /// What the customer knows of who pays for a call-out.
    call_out: CallOut,
    detailed: Detailed,
    feed: Feed,
    /// What was typed of the place whose announcements are asked for.
    place: String,
    /// How many announcements of a kind are shown at most.
    most_announcements: usize,
}

/// What the element's attributes ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// `agreement`, `compare` and `reported`.
    pub question: Question,
    /// `at`: the time that is shown instead of the real one.
    pub frozen_at: Option<Timestamp>,
    /// `lang`, `view`, `picker` and `heading-level`.
    pub appearance: Appearance,
}

/// How the page is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// What the page is read in.
    pub language: Language,
    /// How much of it is shown.
    pub view: View,
    /// Whether the customer may choose the agreement.
    pub shows_picker: bool,
    /// What the heading of a panel is: 2 for `h2`.
    pub heading_level: u8,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { language: Language::default(), view: View::Full, shows_picker: true, heading_level: 2 }
    }
}

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Everything.
    Full,
    /// Whether somebody answers the phone, and by when work starts.
    Compact,
}

/// What has happened.
#[derive(Clone, Debug)]
pub enum Event {
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
    CalendarWanted(Wanted),
    /// The customer asked to have this copied.
    CopyPressed(String),
    /// It was copied.
    NumberCopied,
    /// Another element of the host page shows the page now.
    StartedAfresh(State),
    /// The host page set attributes.
    AttributesRead(Attributes),
    /// The clock shows a later time.
    TimePassed(Timestamp),
    /// A data file was read and found valid.
    CatalogueRead(Rc<Catalogue>),
    /// Announcements were fetched, or could not be.
    FeedFetched(Feed),
    /// The customer typed the place whose announcements are asked for.
    PlaceTyped(String),
    /// The customer asked for more announcements.
    MoreAnnouncementsWanted,
    /// What the page shows beyond its first answers is here.
    DetailsCame(&'static Details),
    /// It could not be had.
    DetailsMissed,
    /// The customer asked to try that again.
    DetailsWanted,
}

impl State {
    /// What is known at the start.
    pub fn new(catalogue: Rc<Catalogue>, attributes: Attributes, now: Timestamp, detailed: Detailed) -> Self {
        let question = attributes.question.clone();
        Self {
            catalogue,
            question,
            draft: None,
            attributes,
            now,
            copied: false,
            call_out: CallOut::default(),
            detailed,
            feed: Feed::default(),
            place: String::new(),
            most_announcements: FIRST_ANNOUNCEMENTS,
        }
    }

    /// What the agreements promise.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The answers to show.
    pub fn page(&self) -> Page {
        Page::at(&self.catalogue, &self.question, self.attributes.frozen_at.unwrap_or(self.now))
    }

    /// How the page is to look.
    pub const fn appearance(&self) -> Appearance {
        self.attributes.appearance
    }

    /// Whether the shown time is not the real one.
    pub const fn is_frozen(&self) -> bool {
        self.attributes.frozen_at.is_some()
    }

    /// What the customer is typing of the report's time, until that is one.
    pub const fn draft(&self) -> Option<&ReportDraft> {
        self.draft.as_ref()
    }

    /// Whether the phone number was copied within the minute.
    pub const fn has_copied(&self) -> bool {
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

    /// What was typed of the place whose announcements are asked for.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// How many announcements of a kind are shown at most.
    pub const fn most_announcements(&self) -> usize {
        self.most_announcements
    }

    /// What the customer wants to know.
    pub const fn question(&self) -> &Question {
        &self.question
    }

    /// What the customer chose stands until the host page asks for something else. The agreement that is picked comes
    /// back as the attribute which says so, and is no other report.
    fn read(&mut self, attributes: Attributes) {
        let asked = attributes.question.clone();
        let before = std::mem::replace(&mut self.attributes, attributes).question;
        if asked.report != before.report {
            self.report(asked.report);
        }
        if (&asked.agreement, asked.compare) != (&before.agreement, before.compare) {
            self.question = Question { report: self.question.report, ..asked };
        }
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
            && self.attributes.frozen_at == other.attributes.frozen_at
            && self.attributes.appearance == other.attributes.appearance
            && self.question == other.question
            && self.draft == other.draft
            && self.copied == other.copied
            && self.call_out == other.call_out
            && self.detailed == other.detailed
            && self.feed == other.feed
            && self.place == other.place
            && self.most_announcements == other.most_announcements
            && (self.is_frozen() || self.now.start_of_minute() == other.now.start_of_minute())
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match event {
            Event::AgreementPicked(id) => state.question = state.question.about(Some(id)),
            Event::ComparisonPicked => state.question = state.question.comparing(),
            Event::ReportChosen(report) => state.report(report),
            Event::ReportTyped { draft, report } => {
                state.question.report = report.map_or(state.question.report, Report::At);
                state.draft = Some(draft);
            }
            Event::CallOutAnswered(question, yes) => state.call_out = state.call_out.with(question, yes),
            Event::StartedAfresh(start) => state = start,
            Event::CopyPressed(_) | Event::CalendarWanted(_) => {}
            Event::NumberCopied => state.copied = true,
            Event::AttributesRead(attributes) => state.read(attributes),
            Event::TimePassed(now) => {
                state.now = now;
                state.copied = false;
            }
            Event::CatalogueRead(catalogue) => state.catalogue = catalogue,
            Event::FeedFetched(feed) => state.feed = feed,
            Event::PlaceTyped(place) => state.place = place,
            Event::MoreAnnouncementsWanted => state.most_announcements += MORE_ANNOUNCEMENTS,
            Event::DetailsCame(details) => state.detailed = Detailed::Here(details),
            Event::DetailsMissed => state.detailed = Detailed::Missing,
            Event::DetailsWanted => state.detailed = Detailed::Awaited,
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::data::Value;

    use super::*;

    fn state() -> Rc<State> {
        let tree = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
        let catalogue = Rc::new(Catalogue::read(&tree).unwrap());
        let now = Timestamp::from_rfc3339("2026-04-03T15:00:20+02:00").unwrap();
        Rc::new(State::new(catalogue, Attributes::default(), now, Detailed::Awaited))
    }

    #[test]
    fn a_choice_narrows_what_is_shown() {
        let shown = |state: &State| state.page().responses.agreements.len();
        let all = state();
        let one = all.clone().reduce(Event::AgreementPicked("pro".into()));
        let all_again = one.clone().reduce(Event::ComparisonPicked);
        assert_eq!((shown(&all), shown(&one), shown(&all_again)), (2, 1, 2));
        let unknown = one.reduce(Event::AgreementPicked("gold".into()));
        assert_eq!(shown(&unknown), 2);
    }

    #[test]
    fn a_choice_stands_until_the_host_page_asks_for_another() {
        let asks = |id: Option<&str>, language| {
            let question = Question::default().about(id.map(str::to_owned));
            let appearance = Appearance { language, ..Appearance::default() };
            Event::AttributesRead(Attributes { question, appearance, frozen_at: None })
        };
        let chosen = state().reduce(Event::AgreementPicked("pro".into()));
        let in_english = chosen.reduce(asks(None, Language::English));
        assert_eq!(in_english.question.agreement.as_deref(), Some("pro"));
        let other = in_english.reduce(asks(Some("basis"), Language::English));
        assert_eq!(other.question.agreement.as_deref(), Some("basis"));
    }

    #[test]
    fn a_report_s_time_is_typed_and_stays_until_there_is_another() {
        let at = |text| Timestamp::from_rfc3339(text).unwrap();
        let draft =
            |time: &str| ReportDraft { date: "i dag".into(), time: time.into(), occurrence: None, entered: false };
        let check = |state: &State, report: Report, time: Option<&str>| {
            assert_eq!(state.question.report, report);
            assert_eq!(state.draft().map(|draft| draft.time.as_str()), time);
        };
        let nine = Report::At(at("2026-04-03T09:12+02:00"));
        let chosen = state().reduce(Event::ReportChosen(nine));
        check(&chosen, nine, None);
        let typing = chosen.clone().reduce(Event::ReportTyped { draft: draft("1"), report: None });
        check(&typing, nine, Some("1"));
        assert!(chosen != typing);
        let later = typing.reduce(Event::TimePassed(at("2026-04-03T15:07+02:00")));
        check(&later, nine, Some("1"));
        let skipped = Timestamp::from_rfc3339("2026-03-29T03:30+02:00");
        let entered = later.reduce(Event::ReportTyped { draft: draft("2.30"), report: skipped });
        check(&entered, Report::At(skipped.unwrap()), Some("2.30"));
        check(&entered.reduce(Event::ReportChosen(Report::Now)), Report::Now, None);
    }

    #[test]
    fn an_agreement_that_is_picked_keeps_the_report_s_time() {
        let report = Report::At(Timestamp::from_rfc3339("2026-04-03T09:12+02:00").unwrap());
        let draft = ReportDraft { date: "31/4".into(), time: "15".into(), occurrence: None, entered: true };
        let asked = |agreement: Option<&str>, report| {
            let question = Question { agreement: agreement.map(str::to_owned), report, ..Question::default() };
            Event::AttributesRead(Attributes { question, ..Attributes::default() })
        };
        let picked = state()
            .reduce(Event::ReportChosen(report))
            .reduce(Event::ReportTyped { draft: draft.clone(), report: None })
            .reduce(Event::AgreementPicked("pro".into()))
            // As the element tells it again, once its attribute says so.
            .reduce(asked(Some("pro"), Report::Now));
        let question = Question { agreement: Some("pro".into()), report, compare: false };
        assert_eq!((&picked.question, picked.draft()), (&question, Some(&draft)));
        let other = Report::At(Timestamp::from_rfc3339("2026-04-07T08:00+02:00").unwrap());
        let asked_otherwise = picked.reduce(asked(Some("pro"), other));
        assert_eq!((asked_otherwise.question.report, asked_otherwise.draft()), (other, None));
    }

    #[test]
    fn seconds_within_the_minute_change_nothing() {
        let before = state();
        let same = before.clone().reduce(Event::TimePassed(before.now.plus_seconds(39)));
        let next = before.clone().reduce(Event::TimePassed(before.now.plus_seconds(40)));
        assert!(before == same && before != next);
    }

    #[test]
    fn another_language_is_another_page() {
        let danish = state();
        let appearance = Appearance { language: Language::English, ..Appearance::default() };
        let english = danish.clone().reduce(Event::AttributesRead(Attributes { appearance, ..Attributes::default() }));
        assert!(danish != english);
    }

    #[test]
    fn a_frozen_time_stays() {
        let at = Timestamp::from_rfc3339("2026-03-14T11:00+01:00").unwrap();
        let frozen = state().reduce(Event::AttributesRead(Attributes { frozen_at: Some(at), ..Attributes::default() }));
        let later = frozen.clone().reduce(Event::TimePassed(frozen.now.plus_seconds(86_400)));
        assert!(frozen == later);
        assert_eq!(later.page().now, at);
    }
}
