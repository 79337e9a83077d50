//! Steps from the start of a page to one of its states.

use std::rc::Rc;

use serviceaftale_core::addresses::{Address, Addresses, Change, MOST};
use serviceaftale_core::answer::Report;
use serviceaftale_core::answer::report_time::{Occurrence, ReportDraft};
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::data::Value;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::wording::Language;
use serviceaftale_widget::ui::{Appearance, Attributes, DETAILS, Detailed, Event, Feed, Kept, Remembered, State, View};

use crate::render;

const NOTICES: &str = include_str!("../../core/tests/data/notices.json");

/// The report that stands while another time is typed.
const REPORTED_BEFORE: &str = "2026-04-07T09:00+02:00";

/// The attributes of an element, the time, and what happens to the page after that.
#[derive(Clone)]
pub struct Setup {
    attributes: Attributes,
    now: Timestamp,
    detailed: Detailed,
    draft: Option<(ReportDraft, Option<Timestamp>)>,
    feed: Option<Feed>,
    events: Vec<Event>,
}

/// A page at that time, with everything else as usual.
pub fn at_time(now: &str) -> Setup {
    Setup {
        attributes: Attributes::default(),
        now: instant(now),
        detailed: Detailed::Here(&DETAILS),
        draft: None,
        feed: None,
        events: Vec::new(),
    }
}

/// The same page, compact.
pub fn compact(now: &str) -> Setup {
    at_time(now).view(View::Compact)
}

/// The customer asks to see that time.
pub fn shown(time: &str) -> Event {
    Event::TimeShown(instant(time))
}

impl Setup {
    /// The state that the steps lead to.
    pub fn state(self) -> State {
        let start = State::new(Rc::new(render::catalogue()), self.attributes, self.now, self.detailed);
        let mut events = self.events;
        if let Some(feed) = self.feed {
            if let Some((notices, _)) = &feed.read {
                events.push(Event::CatalogueRead(Rc::new(start.catalogue().with_one_off_hours(notices))));
            }
            events.push(Event::FeedFetched(feed));
        }
        if let Some((draft, report)) = self.draft {
            events.push(Event::ReportTyped { draft, report });
        }
        events.into_iter().fold(start, |state, event| state.after(event))
    }

    pub fn in_english(self) -> Self {
        self.look(|look| look.language = Language::English)
    }

    pub fn about(mut self, agreement: &str) -> Self {
        self.attributes.question = self.attributes.question.about(Some(agreement.to_owned()));
        self
    }

    pub fn comparing(mut self) -> Self {
        self.attributes.question = self.attributes.question.comparing();
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

    pub fn detailed(self, detailed: Detailed) -> Self {
        Self { detailed, ..self }
    }

    pub fn then(mut self, event: Event) -> Self {
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
        let at = self.now.plus_seconds(-300);
        Self { feed: Some(Feed { read: Some((Rc::new(notices), at)), failed: false }), ..self }
    }

    /// The notices could not be fetched, or not again.
    pub fn feed_failed(self) -> Self {
        let feed = self.feed.unwrap_or_default();
        Self { feed: Some(Feed { failed: true, ..feed }), ..self }
    }

    pub fn remembering(self, addresses: Addresses, kept: Kept) -> Self {
        self.then(Event::AddressesRead(Rc::new(Remembered { addresses, kept })))
    }
}

/// Three addresses, of which one has an agreement that does not exist; the last is the chosen one.
pub fn three_addresses() -> Addresses {
    with_addresses([("Torvet", "basis", "12 34"), ("Lager", "gold", ""), ("Havnen", "pro", "AB<77")])
}

/// As many addresses as can be remembered.
pub fn most_addresses() -> Addresses {
    let labels: Vec<_> = (1..=MOST).map(|number| format!("Adresse {number}")).collect();
    with_addresses(labels.iter().map(|label| (label.as_str(), "pro", "")))
}

fn with_addresses<'a>(typed: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> Addresses {
    typed.into_iter().fold(Addresses::default(), |all, (label, agreement, number)| {
        all.with(Change::Add(Address::typed(label, agreement, number).unwrap()))
    })
}

fn notices(tree: &Value) -> Notices {
    let (notices, problems) = Notices::read(tree).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    notices
}

fn instant(text: &str) -> Timestamp {
    Timestamp::from_rfc3339(text).unwrap()
}
