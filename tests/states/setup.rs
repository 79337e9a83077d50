//! Steps from the start of a page to one of its states.

use std::rc::Rc;

use serviceaftale_core::addresses::{Address, AddressChange, Addresses, MAX_ADDRESSES};
use serviceaftale_core::answers::Report;
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::report_input::{Occurrence, ReportDraft};
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes, LazyStatus, Msg, Persistence, State, View};

use crate::render;

const NOTICES: &str = include_str!("../../core/tests/data/notices.json");

/// The report that stands while another time is typed.
const REPORTED_BEFORE: &str = "2026-04-07T09:00+02:00";

/// The attributes of an element, the time, and what happens to the page after that.
#[derive(Clone)]
pub struct Setup {
    attributes: Attributes,
    now: Timestamp,
    lazy: LazyStatus,
    draft: Option<(ReportDraft, Option<Timestamp>)>,
    notices: Option<Rc<Notices>>,
    stored: Option<(Addresses, Persistence)>,
    notices_failed: bool,
    events: Vec<Msg>,
}

/// A page at that time, with everything else as usual.
pub fn at_time(now: &str) -> Setup {
    Setup {
        attributes: Attributes::default(),
        now: instant(now),
        lazy: LazyStatus::Ready,
        draft: None,
        notices: None,
        stored: None,
        notices_failed: false,
        events: Vec::new(),
    }
}

/// The same page, compact.
pub fn compact(now: &str) -> Setup {
    at_time(now).view(View::Compact)
}

/// The customer asks to see that time.
pub fn shown(time: &str) -> Msg {
    Msg::TimeShown(instant(time))
}

impl Setup {
    /// The state that the steps lead to.
    pub fn state(self) -> State {
        let start = render::state(&self.attributes, self.now, self.lazy);
        let stored =
            self.stored.map(|(addresses, persistence)| render::stored(&self.attributes, addresses, persistence));
        let mut events: Vec<Msg> = stored.into_iter().flatten().chain(self.events).collect();
        events.extend(self.notices.map(|notices| Msg::NoticesLoaded(notices, self.now.plus_seconds(-300))));
        events.extend(self.notices_failed.then_some(Msg::NoticesFailed));
        if let Some((draft, report)) = self.draft {
            events.push(Msg::ReportTyped { draft, report });
        }
        events.into_iter().fold(start, render::send)
    }

    pub fn in_english(self) -> Self {
        self.look(|look| look.language = Language::English)
    }

    pub fn about(mut self, agreement: &str) -> Self {
        self.attributes.question = self.attributes.question.with_agreement(Some(agreement.to_owned()));
        self
    }

    pub fn comparing(mut self) -> Self {
        self.attributes.question = self.attributes.question.with_comparison();
        self
    }

    pub fn reported(mut self, at: &str) -> Self {
        self.attributes.question.report = Report::At(instant(at));
        self
    }

    pub fn frozen_at(mut self, at: &str) -> Self {
        self.attributes.frozen_at = Some(instant(at));
        self
    }

    pub fn view(self, view: View) -> Self {
        self.look(|look| look.view = view)
    }

    pub fn look(mut self, change: impl FnOnce(&mut Appearance)) -> Self {
        change(&mut self.attributes.appearance);
        self
    }

    pub fn lazy(self, lazy: LazyStatus) -> Self {
        Self { lazy, ..self }
    }

    pub fn then(mut self, event: Msg) -> Self {
        self.events.push(event);
        self
    }

    /// Types a time of the report and leaves the field, with another time chosen before.
    pub fn typed(self, date: &str, time: &str) -> Self {
        let draft = ReportDraft { date: date.into(), time: time.into(), occurrence: None, entered: true };
        Self { draft: Some((draft, None)), ..self.reported(REPORTED_BEFORE) }
    }

    /// Whether the field is left after typing.
    pub fn entered(mut self, entered: bool) -> Self {
        self.draft.iter_mut().for_each(|(draft, _)| draft.entered = entered);
        self
    }

    pub fn occurrence(mut self, occurrence: Occurrence) -> Self {
        self.draft.iter_mut().for_each(|(draft, _)| draft.occurrence = Some(occurrence));
        self
    }

    /// The time that is understood from what is typed.
    pub fn meaning(mut self, report: &str) -> Self {
        self.draft.iter_mut().for_each(|(_, understood)| *understood = Some(instant(report)));
        self
    }

    /// The notices file of the core's tests is fetched, five minutes ago.
    pub fn announced(self) -> Self {
        let notices = notices(&Value::from_json(NOTICES).unwrap());
        self.fetched(notices)
    }

    /// The same, with its first notice in twenty copies.
    pub fn announced_many(self) -> Self {
        let mut tree = serde_json::from_str::<serde_json::Value>(NOTICES).unwrap();
        let first = tree["notices"][0].clone();
        let copies = (1..=20).map(|number| {
            let mut copy = first.clone();
            copy["id"] = format!("copy-{number:02}").into();
            copy["start"] = format!("2026-05-{number:02}T00:00").into();
            copy["end"] = format!("2026-05-{number:02}T06:00").into();
            copy
        });
        tree["notices"] = copies.collect();
        self.fetched(notices(&Value::from_json(&tree.to_string()).unwrap()))
    }

    pub fn announced_nothing(self) -> Self {
        self.fetched(Notices::default())
    }

    fn fetched(self, notices: Notices) -> Self {
        Self { notices: Some(Rc::new(notices)), ..self }
    }

    /// The notices could not be fetched, or not again.
    pub fn feed_failed(self) -> Self {
        Self { notices_failed: true, ..self }
    }

    pub fn remembering(self, addresses: Addresses, persistence: Persistence) -> Self {
        Self { stored: Some((addresses, persistence)), ..self }
    }
}

/// Three addresses, of which one has an agreement that does not exist; the last is the chosen one.
pub fn three_addresses() -> Addresses {
    with_addresses([("Torvet", "basis", "12 34"), ("Lager", "gold", ""), ("Havnen", "pro", "AB<77")])
}

/// As many addresses as can be remembered.
pub fn most_addresses() -> Addresses {
    let labels: Vec<_> = (1..=MAX_ADDRESSES).map(|number| format!("Adresse {number}")).collect();
    with_addresses(labels.iter().map(|label| (label.as_str(), "pro", "")))
}

fn with_addresses<'a>(typed: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> Addresses {
    typed.into_iter().fold(Addresses::default(), |all, (label, agreement, number)| {
        all.apply(AddressChange::Add(Address::parse(label, agreement, number).unwrap()))
    })
}

fn notices(tree: &Value) -> Notices {
    let (notices, problems) = Notices::from_value(tree).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    notices
}

fn instant(text: &str) -> Timestamp {
    text.parse::<Timestamp>().unwrap()
}
