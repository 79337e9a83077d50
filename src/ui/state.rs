//! What does the widget know, and what changes that?

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answer::{Page, Question, Report};
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::wording::Language;
use yew::Reducible;

/// Everything that the page is drawn from.
#[derive(Clone, Debug)]
pub struct State {
    catalogue: Rc<Catalogue>,
    question: Question,
    language: Language,
    /// The time by the clock.
    now: Timestamp,
    /// The time that is shown instead, when the host page asks for one.
    frozen_at: Option<Timestamp>,
    copied: bool,
}

/// What the element's attributes ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// `agreement`: the id of the chosen agreement.
    pub agreement: Option<String>,
    /// `reported`: when the fault is reported.
    pub report: Report,
    /// `at`: the time that is shown instead of the real one.
    pub frozen_at: Option<Timestamp>,
    /// `lang`: what the page is read in.
    pub language: Language,
}

/// What has happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The customer picked an agreement, or none in particular.
    AgreementPicked(Option<String>),
    /// The customer copied the phone number.
    NumberCopied,
    /// The host page set attributes.
    AttributesRead(Attributes),
    /// The clock shows a later time.
    TimePassed(Timestamp),
    /// A data file was read and found valid.
    CatalogueRead(Rc<Catalogue>),
}

impl State {
    /// What is known at the start.
    pub fn new(catalogue: Rc<Catalogue>, attributes: Attributes, now: Timestamp) -> Self {
        let Attributes { agreement, report, frozen_at, language } = attributes;
        Self { catalogue, question: Question { agreement, report }, language, now, frozen_at, copied: false }
    }

    /// The answers to show.
    pub fn page(&self) -> Page {
        Page::at(&self.catalogue, &self.question, self.frozen_at.unwrap_or(self.now))
    }

    /// What the page is read in.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether the shown time is not the real one.
    pub const fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }

    /// Whether the phone number was copied within the minute.
    pub const fn has_copied(&self) -> bool {
        self.copied
    }
}

/// The same page is drawn from both: a minute's seconds make no difference.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && self.question == other.question
            && self.language == other.language
            && self.frozen_at == other.frozen_at
            && self.copied == other.copied
            && (self.frozen_at.is_some() || self.now.start_of_minute() == other.now.start_of_minute())
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match event {
            Event::AgreementPicked(agreement) => state.question.agreement = agreement,
            Event::NumberCopied => state.copied = true,
            Event::AttributesRead(attributes) => {
                state = Self::new(state.catalogue, attributes, state.now);
            }
            Event::TimePassed(now) => {
                state.now = now;
                state.copied = false;
            }
            Event::CatalogueRead(catalogue) => state.catalogue = catalogue,
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
        Rc::new(State::new(catalogue, Attributes::default(), now))
    }

    #[test]
    fn a_choice_narrows_what_is_shown() {
        let shown = |state: &State| state.page().responses.agreements.len();
        let all = state();
        let one = all.clone().reduce(Event::AgreementPicked(Some("pro".into())));
        let all_again = one.clone().reduce(Event::AgreementPicked(None));
        assert_eq!((shown(&all), shown(&one), shown(&all_again)), (2, 1, 2));
        let unknown = one.reduce(Event::AgreementPicked(Some("gold".into())));
        assert_eq!(shown(&unknown), 2);
    }

    #[test]
    fn seconds_within_the_minute_change_nothing() {
        let before = state();
        let same = before.clone().reduce(Event::TimePassed(before.now.plus_seconds(39)));
        let next = before.clone().reduce(Event::TimePassed(before.now.plus_seconds(40)));
        assert!(before == same && before != next);
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
