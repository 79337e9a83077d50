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
    /// What was typed of the place whose announcements are asked for.
    place: String,
    /// How many announcements of a kind are shown at most.
    most_announcements: usize,
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
pub enum Way {
    /// By pasting the text, in which the link stands last.
    Text,
    /// By pasting the link.
    Link,
    /// By the device's share sheet.
    Sheet,
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
    /// Whether a link that the page was opened by asks for something that there is not.
    pub link_is_faulty: bool,
    /// Whether the device has a share sheet.
    pub can_share: bool,
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            language: Language::default(),
            view: View::Full,
            shows_picker: true,
            heading_level: 2,
            link_is_faulty: false,
            can_share: false,
        }
    }
}

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    Full,
    /// Whether somebody answers the phone, and by when work starts.
    Compact,
    /// Everything, with what moves through time to show it.
    Demo,
}

impl View {
    /// Each of them.
    const ALL: [Self; 3] = [Self::Full, Self::Compact, Self::Demo];

    /// What attributes and links call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::Demo => "demo",
        }
    }

    /// The one of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
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
        way: Way,
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
            place: String::new(),
            most_announcements: FIRST_ANNOUNCEMENTS,
            attributes,
        }
    }

    /// What the agreements promise.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The answers to show.
    pub fn page(&self) -> Page {
        Page::at(&self.catalogue, &self.question, self.shown_at.unwrap_or(self.now))
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
            Event::StartedAfresh(start) => state = *start,
            Event::TimeShown(at) => state.show(Some(at)),
            Event::NowShown => state.show(None),
            Event::StartedOver => {
                state.question = Question::default();
                state.draft = None;
                state.call_out = CallOut::default();
                state.place.clear();
                state.most_announcements = FIRST_ANNOUNCEMENTS;
                state.show(None);
            }
            Event::TypeSized { large } => state.large_type = large,
            Event::PrintPressed | Event::CalendarWanted(_) => {}
            Event::CopyPressed(_) => state.asked_for = Copied::Number,
            Event::SendPressed { way, .. } => {
                state.asked_for = if way == Way::Link { Copied::Link } else { Copied::Text };
            }
            Event::WasCopied => state.copied = Some(state.asked_for),
            Event::AttributesRead(attributes) => state.read(attributes),
            Event::TimePassed(now) => {
                state.now = now;
                state.copied = None;
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
    fn the_shown_time_is_the_customer_s_until_the_host_page_asks_for_another() {
        fn at(text: &str) -> Timestamp {
            Timestamp::from_rfc3339(text).unwrap()
        }
        let asks = |frozen_at: Option<&str>, agreement: Option<&str>| {
            let question = Question::default().about(agreement.map(str::to_owned));
            let frozen_at = frozen_at.map(at);
            Event::AttributesRead(Attributes { question, frozen_at, ..Attributes::default() })
        };
        let (friday, saturday) = ("2026-04-03T20:30+02:00", "2026-04-04T11:00+02:00");
        let check = |state: &State, shown: Option<&str>| {
            assert_eq!(state.shown_at, shown.map(at));
            assert_eq!(state.page().now, shown.map_or(state.now.start_of_minute(), at));
        };
        let shown = state().reduce(Event::TimeShown(at(friday)));
        check(&shown, Some(friday));
        let asked_the_same = shown.reduce(asks(None, Some("pro")));
        check(&asked_the_same, Some(friday));
        let asked = asked_the_same.reduce(asks(Some(saturday), Some("pro")));
        check(&asked, Some(saturday));
        let back = asked.reduce(Event::NowShown);
        check(&back, None);
        assert_eq!(back.question.agreement.as_deref(), Some("pro"));
        check(&back.reduce(asks(None, Some("pro"))), None);
    }

    #[test]
    fn the_next_customer_finds_nothing_of_the_last_one() {
        let at = Timestamp::from_rfc3339("2026-12-24T14:00+01:00").unwrap();
        let used = state()
            .reduce(Event::TypeSized { large: true })
            .reduce(Event::TimeShown(at))
            .reduce(Event::AgreementPicked("basis".into()))
            .reduce(Event::ReportChosen(Report::At(at)))
            .reduce(Event::StartedOver);
        assert_eq!((&used.question, used.shown_at), (&Question::default(), None));
        assert!(used.has_large_type(), "the projector is the same");
    }

    #[test]
    fn what_was_copied_is_what_was_asked_for_last_and_is_said_for_a_minute() {
        let check = |asked: Event, expected: Copied| {
            let asked = state().reduce(asked);
            assert_eq!(asked.copied(), None);
            let copied = asked.reduce(Event::WasCopied);
            assert_eq!(copied.copied(), Some(expected));
            let later = copied.now.plus_seconds(60);
            assert_eq!(copied.clone().reduce(Event::TimePassed(later)).copied(), None);
            assert_eq!(copied.reduce(Event::TimeShown(later)).copied(), None);
        };
        let sends = |way| Event::SendPressed { way, text: String::new(), query: String::new() };
        check(Event::CopyPressed("+4587925575".into()), Copied::Number);
        check(sends(Way::Text), Copied::Text);
        check(sends(Way::Link), Copied::Link);
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
