//! How is the state of a phone line told in Danish?

use super::{clock, duration, list, moment, relative, sentence, special_day};
use crate::agreement::{Channel, Contact};
use crate::answer::{Advice, ChannelLine, Phone, RightNow};
use crate::calendar::{SpecialDay, Timestamp};
use crate::wording::set;

/// A channel's name.
pub const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "Fejlmelding",
        Channel::General => "Generelle spørgsmål",
        Channel::Billing => "Abonnement og regning",
    }
}

/// A channel's name where there is little room.
pub const fn short_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "Fejl",
        Channel::General => "Generelt",
        Channel::Billing => "Regning",
    }
}

/// `Åben` or `Lukket`.
pub const fn state(phone: Phone) -> &'static str {
    if phone.is_open() { "Åben" } else { "Lukket" }
}

/// What stands between the state and the time of its change: `til`.
pub const fn state_until(phone: Phone) -> &'static str {
    match phone {
        Phone::Open { until: None } => "hele døgnet, alle dage",
        Phone::Closed { opens: None } => "indtil videre",
        Phone::Open { .. } | Phone::Closed { .. } => "til",
    }
}

/// When the state changes, as it stands after "til"; none where it never does.
pub fn state_change(phone: Phone, now: Timestamp) -> Option<String> {
    phone.changes().map(|at| moment(at, now))
}

/// `Åben til i dag kl. 20.00`.
pub fn whole_state(phone: Phone, now: Timestamp) -> String {
    let change = state_change(phone, now).map(|change| format!(" {change}")).unwrap_or_default();
    format!("{} {}{change}", state(phone), state_until(phone))
}

/// `Åbner om 19 timer`; nothing is said of an open line.
pub fn opens_in(phone: Phone, now: Timestamp) -> Option<String> {
    match phone {
        Phone::Closed { opens: Some(opens) } => Some(format!("Åbner {}", relative(opens, now))),
        Phone::Closed { opens: None } | Phone::Open { .. } => None,
    }
}

/// `Fredag 3. april 2026 kl. 15.00 · langfredag`.
pub fn shown_moment(now: Timestamp, day: Option<&SpecialDay>) -> String {
    let moment = sentence(&super::full_date_time(now));
    day.map_or_else(|| moment.clone(), |day| format!("{moment} · {}", special_day(day)))
}

/// What to do once connected: `Tast 2. Hav kundenummeret klar.`
pub fn once_connected(contact: &Contact) -> String {
    set(&format!("{}: Tast {}. Hav kundenummeret klar.", contact.name, contact.press))
}

/// That faults can be reported by e-mail, where the agreement says so.
pub const fn by_email() -> &'static str {
    "Også på e-mail, døgnet rundt. Adressen står ikke i aftalen."
}

/// What to know before calling: a heading and a sentence.
pub fn advice(advice: &Advice) -> (String, String) {
    match advice {
        Advice::MaintenanceWindow { until } => (
            "Der kan være planlagt arbejde lige nu".to_owned(),
            format!(
                "Servicevinduet er åbent til {}. Se på aura.dk, om arbejde er varslet. Er det ikke, så meld fejlen.",
                clock(*until)
            ),
        ),
        Advice::PreventiveMaintenance { until, usual_minutes, report_after } => (
            set(&format!("Vent {}", duration(60 * usual_minutes))),
            format!(
                "Indtil {} kan der være en kort, uvarslet afbrydelse, som regel højst {}. Er forbindelsen stadig nede {}, så meld fejlen.",
                clock(*until),
                duration(60 * usual_minutes),
                clock(*report_after)
            ),
        ),
    }
}

/// `Fejlmelding`, or `Fejlmelding · Erhverv Basis` where agreements differ.
pub fn line(line: &ChannelLine) -> String {
    let names: Vec<_> = line.agreements.iter().map(|agreement| agreement.name.as_str()).collect();
    let channel = channel(line.channel);
    if line.of_all { channel.to_owned() } else { format!("{channel} · {}", names.join(", ")) }
}

/// What a screen reader hears when a line opens or closes, or the choice changes.
pub fn announcement(panel: &RightNow) -> String {
    let fault_reports = panel.lines.iter().filter(|line| line.channel == Channel::FaultReport);
    let states = fault_reports.map(|of| {
        let names: Vec<_> = of.agreements.iter().map(|agreement| agreement.name.clone()).collect();
        let state = if of.phone.answer.is_open() { "åben" } else { "lukket" };
        format!("{}: fejlmelding er {state}.", list(&names))
    });
    states.collect::<Vec<_>>().join(" ")
}
