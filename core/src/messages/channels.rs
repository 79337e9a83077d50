//! Messages about phone lines: the channel, whether it is open, and advice before a call.

use super::message::{EmphasisedMessage, Label, Message, emphasised, label, message};
use super::{Language, capitalised, hours, list, times};
use crate::agreement::{Channel, Contact};
use crate::answers::{Advice, ChannelLine, PhoneState, RightNow};
use crate::calendar::SpecialDay;
use crate::time::Timestamp;

/// `Fejlmelding`.
pub(super) const fn name(language: Language, channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => const { label("Fejlmelding", "Fault reports") },
        Channel::General => const { label("Generelle spørgsmål", "General questions") },
        Channel::Billing => const { label("Abonnement og regning", "Subscription and billing") },
    }
    .get(language)
}

/// `Fejl`, for narrow columns.
pub(super) const fn short_name(language: Language, channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => const { label("Fejl", "Faults") },
        Channel::General => const { label("Generelt", "General") },
        Channel::Billing => const { label("Regning", "Billing") },
    }
    .get(language)
}

/// `fejlmelding`, as it stands within a sentence.
pub(super) const fn within_sentence(language: Language, channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => const { label("fejlmelding", "fault reports") },
        Channel::General => const { label("generelle spørgsmål", "general questions") },
        Channel::Billing => const { label("abonnement og regning", "subscription and billing") },
    }
    .get(language)
}

const OPEN: Label = label("Åben", "Open");
const CLOSED: Label = label("Lukket", "Closed");

/// `Åben` or `Lukket`.
pub const fn state(language: Language, phone: PhoneState) -> &'static str {
    if phone.is_open() { OPEN } else { CLOSED }.get(language)
}

const UNTIL: Label = label("til", "until");
const NEVER_CLOSES: Label = label("hele døgnet, alle dage", "round the clock, every day");
const NEVER_OPENS: Label = label("indtil videre", "until further notice");

/// `til`, between the state and the time at which it changes; `hele døgnet, alle dage` or `indtil videre` if it never
/// changes.
pub const fn state_until(language: Language, phone: PhoneState) -> &'static str {
    match phone {
        PhoneState::Open { until: None } => NEVER_CLOSES,
        PhoneState::Closed { opens: None } => NEVER_OPENS,
        PhoneState::Open { .. } | PhoneState::Closed { .. } => UNTIL,
    }
    .get(language)
}

/// The time at which the state changes, to follow [`state_until`]; `None` if it never changes.
pub fn state_change(language: Language, phone: PhoneState, now: Timestamp) -> Option<String> {
    phone.next_change().map(|at| times::moment(language, at, now))
}

const OPEN_WITHIN_SENTENCE: Label = label("åben", "open");
const CLOSED_WITHIN_SENTENCE: Label = label("lukket", "closed");

/// `åben til i dag kl. 20.00`, within a sentence.
pub fn whole_state(language: Language, phone: PhoneState, now: Timestamp) -> String {
    let change = state_change(language, phone, now).map(|change| format!(" {change}")).unwrap_or_default();
    let state = if phone.is_open() { OPEN_WITHIN_SENTENCE } else { CLOSED_WITHIN_SENTENCE };
    format!("{} {}{change}", state.get(language), state_until(language, phone))
}

const OPENS: Message<1> = message("Åbner {0}", "Opens {0}");

/// `Åbner om 19 timer`; `None` if the line is open or never opens.
pub fn opens_in(language: Language, phone: PhoneState, now: Timestamp) -> Option<String> {
    match phone {
        PhoneState::Closed { opens: Some(opens) } => {
            Some(OPENS.format(language, [&times::relative(language, opens, now)]))
        }
        PhoneState::Closed { opens: None } | PhoneState::Open { .. } => None,
    }
}

/// `Fredag 3. april 2026 kl. 15.00 · langfredag`, in Danish time.
pub fn shown_moment(language: Language, now: Timestamp, day: Option<&SpecialDay>) -> String {
    let moment = capitalised(&times::full_date_time(language, now));
    day.map_or_else(|| moment.clone(), |day| format!("{moment} · {}", hours::special_day(language, day)))
}

const ONCE_CONNECTED: Message<1> =
    message("Tast {0}, og hav kundenummeret klar.", "Press {0}, and have your customer number ready.");

/// What to do once connected.
pub fn once_connected(language: Language, contact: &Contact) -> String {
    ONCE_CONNECTED.format(language, [&contact.press])
}

pub const BY_EMAIL: Label = label(
    "Også på e-mail, døgnet rundt. Adressen står ikke i aftalen.",
    "By e-mail, too, round the clock. The agreement gives no address.",
);

const MAINTENANCE_WINDOW: EmphasisedMessage<1> = emphasised(
    [
        "Der kan være planlagt arbejde lige nu.",
        "Servicevinduet varer til {0}. Se på aura.dk, om der er varslet arbejde. Er der ikke det, så meld fejlen.",
    ],
    [
        "There may be planned work right now.",
        "The maintenance window lasts until {0}. See on aura.dk whether notice of work has been given. If not, report the fault.",
    ],
);
/// The usual longest interruption, the end of the hours of such work, the time to report from.
const PREVENTIVE: EmphasisedMessage<3> = emphasised(
    [
        "Vent {0}, før du melder fejlen.",
        "Indtil {1} kan der være en kort, uvarslet afbrydelse, som regel på højst {0}. Er forbindelsen stadig nede {2}, så meld fejlen.",
    ],
    [
        "Wait {0} before you report the fault.",
        "Until {1} there may be a short outage without notice, as a rule {0} at most. If the connection is still down at {2}, report the fault.",
    ],
);

/// Advice before a call: a heading and a sentence.
pub fn advice(language: Language, advice: &Advice) -> (String, String) {
    match advice {
        Advice::MaintenanceWindow { until } => MAINTENANCE_WINDOW.format(language, [&times::clock(language, *until)]),
        Advice::PreventiveMaintenance { until, usual_minutes, report_after } => {
            let usual = times::duration(language, 60 * usual_minutes);
            let [until, report_after] = [until, report_after].map(|at| times::clock(language, *at));
            PREVENTIVE.format(language, [&usual, &until, &report_after])
        }
    }
}

/// `Fejlmelding`, or `Fejlmelding · Erhverv Basis` where agreements differ.
pub fn line(language: Language, line: &ChannelLine) -> String {
    let names: Vec<_> = line.agreements.iter().map(|agreement| agreement.name.as_str()).collect();
    let channel = name(language, line.channel);
    if line.covers_all { channel.to_owned() } else { format!("{channel} · {}", names.join(", ")) }
}

const ANNOUNCED_OPEN: Message<1> =
    message("{0}: Telefonen er åben for fejlmelding.", "{0}: The phone is open for fault reports.");
const ANNOUNCED_CLOSED: Message<1> =
    message("{0}: Telefonen er lukket for fejlmelding.", "{0}: The phone is closed for fault reports.");

/// What a screen reader announces when a line opens or closes, or the selected agreement changes.
pub fn announcement(language: Language, panel: &RightNow) -> String {
    let fault_reports = panel.lines.iter().filter(|line| line.channel == Channel::FaultReport);
    let states = fault_reports.map(|line| {
        let names: Vec<_> = line.agreements.iter().map(|agreement| agreement.name.clone()).collect();
        let message = if line.phone.answer.is_open() { ANNOUNCED_OPEN } else { ANNOUNCED_CLOSED };
        message.format(language, [&list(language, &names)])
    });
    states.collect::<Vec<_>>().join(" ")
}
