//! How is the state of a phone line told?

use super::{Emphasised, Messages, Sentence, capitalised};
use crate::agreement::{Channel, Contact};
use crate::answers::{Advice, ChannelLine, PhoneState, RightNow};
use crate::calendar::SpecialDay;
use crate::time::Timestamp;

/// The words for phone lines.
#[cfg_attr(test, derive(Debug))]
pub(super) struct ChannelWords {
    /// By itself, where there is room.
    pub name: OfChannel,
    /// By itself, where there is little.
    pub short_name: OfChannel,
    /// As a sentence speaks of it.
    pub within_sentence: OfChannel,
    /// By itself.
    pub open: &'static str,
    /// By itself.
    pub closed: &'static str,
    pub open_within_sentence: &'static str,
    pub closed_within_sentence: &'static str,
    /// Between the state and the time of its change.
    pub until: &'static str,
    pub never_closes: &'static str,
    pub never_opens: &'static str,
    /// How long until it opens.
    pub opens: Sentence<1>,
    /// The key to press.
    pub once_connected: Sentence<1>,
    pub by_email: &'static str,
    /// The window's end.
    pub maintenance_window: Emphasised<1>,
    /// How long such work takes at most, when its hours end, when to report.
    pub preventive: Emphasised<3>,
    /// The agreements.
    pub announced_open: Sentence<1>,
    /// The agreements.
    pub announced_closed: Sentence<1>,
}

/// A word for each channel.
#[cfg_attr(test, derive(Debug))]
pub(super) struct OfChannel {
    pub fault_report: &'static str,
    pub general: &'static str,
    pub billing: &'static str,
}

impl OfChannel {
    pub(super) const fn of(&self, channel: Channel) -> &'static str {
        match channel {
            Channel::FaultReport => self.fault_report,
            Channel::General => self.general,
            Channel::Billing => self.billing,
        }
    }
}

impl Messages {
    /// `Åben` or `Lukket`.
    pub const fn state(&self, phone: PhoneState) -> &'static str {
        if phone.is_open() { self.channels.open } else { self.channels.closed }
    }

    /// What stands between the state and the time of its change: `til`.
    pub const fn state_until(&self, phone: PhoneState) -> &'static str {
        match phone {
            PhoneState::Open { until: None } => self.channels.never_closes,
            PhoneState::Closed { opens: None } => self.channels.never_opens,
            PhoneState::Open { .. } | PhoneState::Closed { .. } => self.channels.until,
        }
    }

    /// When the state changes, as it stands after "til"; none where it never does.
    pub fn state_change(&self, phone: PhoneState, now: Timestamp) -> Option<String> {
        phone.next_change().map(|at| self.moment(at, now))
    }

    /// `åben til i dag kl. 20.00`, within a sentence.
    pub fn whole_state(&self, phone: PhoneState, now: Timestamp) -> String {
        let change = self.state_change(phone, now).map(|change| format!(" {change}")).unwrap_or_default();
        let ChannelWords { open_within_sentence, closed_within_sentence, .. } = self.channels;
        let state = if phone.is_open() { open_within_sentence } else { closed_within_sentence };
        format!("{state} {}{change}", self.state_until(phone))
    }

    /// `Åbner om 19 timer`; nothing is said of an open line.
    pub fn opens_in(&self, phone: PhoneState, now: Timestamp) -> Option<String> {
        match phone {
            PhoneState::Closed { opens: Some(opens) } => Some(self.channels.opens.with([&self.relative(opens, now)])),
            PhoneState::Closed { opens: None } | PhoneState::Open { .. } => None,
        }
    }

    /// `Fredag 3. april 2026 kl. 15.00 · langfredag`.
    pub fn shown_moment(&self, now: Timestamp, day: Option<&SpecialDay>) -> String {
        let moment = capitalised(&self.full_date_time(now));
        day.map_or_else(|| moment.clone(), |day| format!("{moment} · {}", self.special_day(day)))
    }

    /// What to do once connected.
    pub fn once_connected(&self, contact: &Contact) -> String {
        self.channels.once_connected.with([&contact.press])
    }

    /// That faults can be reported by e-mail, where the agreement says so.
    pub const fn by_email(&self) -> &'static str {
        self.channels.by_email
    }

    /// What to know before calling: a heading and a sentence.
    pub fn advice(&self, advice: &Advice) -> (String, String) {
        match advice {
            Advice::MaintenanceWindow { until } => self.channels.maintenance_window.with([&self.clock(*until)]),
            Advice::PreventiveMaintenance { until, usual_minutes, report_after } => {
                let usual = self.duration(60 * usual_minutes);
                self.channels.preventive.with([&usual, &self.clock(*until), &self.clock(*report_after)])
            }
        }
    }

    /// `Fejlmelding`, or `Fejlmelding · Erhverv Basis` where agreements differ.
    pub fn line(&self, line: &ChannelLine) -> String {
        let names: Vec<_> = line.agreements.iter().map(|agreement| agreement.name.as_str()).collect();
        let channel = self.channels.name.of(line.channel);
        if line.covers_all { channel.to_owned() } else { format!("{channel} · {}", names.join(", ")) }
    }

    /// What a screen reader hears when a line opens or closes, or the choice changes.
    pub fn announcement(&self, panel: &RightNow) -> String {
        let fault_reports = panel.lines.iter().filter(|line| line.channel == Channel::FaultReport);
        let states = fault_reports.map(|of| {
            let names: Vec<_> = of.agreements.iter().map(|agreement| agreement.name.clone()).collect();
            let open = of.phone.answer.is_open();
            let announced = if open { self.channels.announced_open } else { self.channels.announced_closed };
            announced.with([&self.list(&names)])
        });
        states.collect::<Vec<_>>().join(" ")
    }
}
