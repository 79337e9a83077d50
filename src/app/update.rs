//! Transitions of the state: the next state and the effects of a message.

use std::mem;

use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::answers::{CallOut, Question, Report};
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::state::{FIRST_ANNOUNCEMENTS, MORE_ANNOUNCEMENTS};
use super::{Attributes, CopyTarget, Effect, Feed, LazyStatus, Msg, RawAttributes, ShareMethod, State};

/// How many problems of attributes are remembered as reported.
const MAX_REPORTED_PROBLEMS: usize = 50;

/// Applies a message to the state and returns what the host is to do. Does no I/O and reads no clock.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::AgreementPicked(id) => return state.choose(state.question.with_agreement(Some(id))),
        Msg::ComparisonPicked => return state.choose(state.question.with_comparison()),
        Msg::ReportChosen(report) => state.set_report(report),
        Msg::ReportTyped { draft, report } => {
            state.question.report = report.map_or(state.question.report, Report::At);
            state.draft = Some(draft);
        }
        Msg::CallOutAnswered(question, yes) => state.call_out = state.call_out.with(question, yes),
        Msg::CalendarRequested(request) => {
            return vec![Effect::SaveCalendar {
                request,
                catalogue: state.catalogue.clone(),
                notices: state.feed.latest.as_ref().map(|(notices, _)| notices.clone()),
                from: copenhagen::date(state.shown_at.unwrap_or(state.now)),
                language: state.appearance().language,
            }];
        }
        Msg::TimeShown(at) => state.show(Some(at)),
        Msg::NowShown => state.show(None),
        Msg::DemoRestarted => {
            state.draft = None;
            state.call_out = CallOut::default();
            state.place.clear();
            state.most_announcements = [FIRST_ANNOUNCEMENTS; 4];
            state.show(None);
            return state.choose(Question::default());
        }
        Msg::LargeTypeToggled { large } => state.large_type = large,
        Msg::PrintPressed => return vec![Effect::Print],
        Msg::CopyPressed(text) => {
            state.copy_target = CopyTarget::PhoneNumber;
            return vec![Effect::Copy(text)];
        }
        Msg::SharePressed { method, text, query } => {
            state.copy_target = if method == ShareMethod::Link { CopyTarget::Link } else { CopyTarget::Text };
            return vec![Effect::Share { method, text, query }];
        }
        Msg::AddressEdited(change) => {
            state.follow_selection = matches!(*change, AddressChange::Add(_) | AddressChange::Select(_));
            return vec![Effect::StoreAddresses { change, known: state.address_book.addresses.clone() }];
        }
        Msg::PlaceTyped(place) => state.place = place,
        Msg::MoreAnnouncementsRequested(list) => {
            if let Some(most) = state.most_announcements.get_mut(list as usize) {
                *most += MORE_ANNOUNCEMENTS;
            }
        }
        Msg::RetryPressed => {
            state.lazy = LazyStatus::Loading;
            return vec![Effect::FetchLazy];
        }
        Msg::CopySucceeded => state.copied = Some(state.copy_target),
        Msg::ElementReplaced { agreements, now } => *state = State::new(agreements, now, state.lazy),
        Msg::AttributesChanged(raw) => {
            state.raw_attributes = raw;
            return state.parse_attributes();
        }
        Msg::AttributeUnusable(problem) => return state.report(vec![problem]),
        Msg::TimePassed(now) => {
            state.now = now.start_of_minute();
            state.copied = None;
        }
        Msg::AgreementsLoaded(agreements) => {
            state.agreements = agreements.into();
            let mut effects = state.apply_special_hours();
            // The ids that the attribute `agreement` may have are others now.
            effects.append(&mut state.parse_attributes());
            return effects;
        }
        Msg::SpecialHoursApplied(catalogue) => state.catalogue = catalogue.into(),
        Msg::NoticesLoaded(notices, at) => {
            state.feed = Feed { latest: Some((notices.into(), at)), failed: false };
            return state.apply_special_hours();
        }
        Msg::NoticesFailed => state.feed.failed = true,
        Msg::NoticesForgotten => {
            state.feed = Feed::default();
            return state.apply_special_hours();
        }
        Msg::AddressesLoaded { addresses, on_device } => return state.load_addresses(addresses, on_device),
        Msg::LazyStatusChanged(lazy) => {
            state.lazy = lazy;
            return state.apply_special_hours();
        }
    }
    Vec::new()
}

impl State {
    /// Changes the customer's question and mirrors its choice to the attributes.
    fn choose(&mut self, question: Question) -> Vec<Effect> {
        let (agreement, compare) = (question.agreement.clone(), question.compare);
        // The attributes say the same from now on, so that only another value is a wish of the host page.
        self.raw_attributes.mirror(agreement.as_deref(), compare);
        let mirrored = &mut self.attributes.question;
        (mirrored.agreement, mirrored.compare) = (agreement.clone(), compare);
        self.question = question;
        vec![Effect::MirrorChoice { agreement, compare }]
    }

    /// Parses the attributes. The customer's choices stand until the host page asks for something else.
    fn parse_attributes(&mut self) -> Vec<Effect> {
        let (attributes, problems) = Attributes::parse(&self.raw_attributes, &self.agreements);
        let before = mem::replace(&mut self.attributes, attributes);
        let Attributes { question, frozen_at, .. } = self.attributes.clone();
        if frozen_at != before.frozen_at {
            self.show(frozen_at);
        }
        if question.report != before.question.report {
            self.set_report(question.report);
        }
        if (&question.agreement, question.compare) != (&before.question.agreement, before.question.compare) {
            self.question = Question { report: self.question.report, ..question };
        }
        self.report(problems)
    }

    /// Reports the problems that have not been reported yet.
    fn report(&mut self, problems: Vec<String>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for problem in problems {
            if !self.reported_problems.contains(&problem) {
                // A host page can set any number of different values.
                if self.reported_problems.len() == MAX_REPORTED_PROBLEMS {
                    self.reported_problems.remove(0);
                }
                self.reported_problems.push(problem.clone());
                effects.push(Effect::ReportAttribute(problem));
            }
        }
        effects
    }

    fn show(&mut self, at: Option<Timestamp>) {
        self.shown_at = at;
        self.copied = None;
    }

    fn set_report(&mut self, report: Report) {
        self.question.report = report;
        self.draft = None;
    }

    /// Only the second wasm file can apply special hours; until it has, the agreements are shown without.
    fn apply_special_hours(&mut self) -> Vec<Effect> {
        let agreements = self.agreements.clone();
        match &self.feed.latest {
            Some((notices, _)) if self.lazy == LazyStatus::Ready && notices.specifies_hours() => {
                vec![Effect::ApplySpecialHours { agreements, notices: notices.clone() }]
            }
            _ => {
                self.catalogue = agreements;
                Vec::new()
            }
        }
    }

    /// Takes the stored addresses, and chooses the agreement of the selected address: when another address was
    /// selected, also in another tab, and at first, unless the host page has chosen.
    fn load_addresses(&mut self, addresses: Addresses, on_device: bool) -> Vec<Effect> {
        let loaded = self.address_book.reloaded(addresses, on_device);
        let follows = if self.addresses_loaded {
            self.address_book.selected() != loaded.selected()
        } else {
            self.question.agreement.is_none() && !self.question.compare
        };
        let follows = mem::take(&mut self.follow_selection) || follows;
        self.addresses_loaded = true;
        let selected = loaded.selected().and_then(|address| self.agreements.agreement(&address.agreement));
        let other = selected.filter(|agreement| {
            let chosen = !self.question.compare && self.question.agreement.as_ref() == Some(&agreement.id);
            self.appearance().shows_addresses() && !chosen
        });
        let question =
            other.filter(|_| follows).map(|agreement| self.question.with_agreement(Some(agreement.id.clone())));
        self.address_book = loaded;
        question.map(|question| self.choose(question)).unwrap_or_default()
    }
}

impl RawAttributes {
    /// Makes the attributes `agreement` and `compare` say what the customer chose.
    fn mirror(&mut self, agreement: Option<&str>, compare: bool) {
        self.present.retain(|(name, _)| name != "agreement" && name != "compare");
        self.present.extend(agreement.map(|id| ("agreement".to_owned(), id.to_owned())));
        self.present.extend(compare.then(|| ("compare".to_owned(), String::new())));
    }
}

#[cfg(test)]
mod tests;
