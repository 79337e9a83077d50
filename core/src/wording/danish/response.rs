//! How is a response deadline told in Danish?

use super::{clock, duration, moment, weekly};
use crate::agreement::{Contact, Response};
use crate::answer::{Note, Responses};
use crate::calendar::Timestamp;
use crate::wording::set;

/// How the fault is put right.
pub const fn response(response: Response) -> &'static str {
    match response {
        Response::Remote => "Kan rettes fra driftscentralen",
        Response::OnSite => "Kræver tekniker",
    }
}

/// `Reaktionstid 3 timer`.
pub fn response_time(working_seconds: i64) -> String {
    set(&format!("Reaktionstid {}", super::hours_and_minutes(working_seconds)))
}

/// When the fault is reported: `Hvis fejlen meldes nu:`.
pub fn report(responses: &Responses) -> String {
    let Responses { report, now, reported_now, .. } = responses;
    if *reported_now {
        "Hvis fejlen meldes nu:".to_owned()
    } else if report <= now {
        format!("Fejlen er meldt {}:", super::full_date_time(*report))
    } else {
        format!("Hvis fejlen meldes {}:", super::full_date_time(*report))
    }
}

/// A note, in a bold beginning and the rest of it.
pub fn note(note: &Note, responses: &Responses, contact: &Contact) -> (String, String) {
    let now = responses.now;
    let at = |instant: Timestamp| moment(instant, now);
    let (bold, rest) = match note {
        Note::Passed(by) => (
            match by {
                Response::Remote => "Fristen for driftscentralen er passeret.",
                Response::OnSite => "Fristen for tekniker er passeret.",
            }
            .to_owned(),
            format!("Er AURA ikke i gang, så ring {} og tast {}.", contact.phone_shown, contact.press),
        ),
        Note::PhoneOpens(opens) => {
            ("Telefonen er lukket.".to_owned(), format!("Du kan melde fejlen fra {}.", at(*opens)))
        }
        Note::SameDeadlines { from, to } => {
            let first = if *from == responses.report && responses.reported_now { "nu".to_owned() } else { at(*from) };
            ("Fristen er den samme,".to_owned(), format!("om du melder fejlen {first} eller {}.", at(*to)))
        }
        Note::WorkFrom { from, deadline, repair } => (
            format!("Arbejde på stedet kan først ske fra {}.", at(*from)),
            format!("Fejlretning sker {}, og fristen {} ligger uden for den tid.", weekly(repair), clock(*deadline)),
        ),
        Note::ClockChange { forward_seconds } => (
            format!(
                "Natten er {} {}.",
                duration(forward_seconds.unsigned_abs().into()).replace("1\u{a0}time", "en time"),
                if *forward_seconds > 0 { "kortere" } else { "længere" }
            ),
            format!(
                "Uret stilles {}. Reaktionstiden er virkelige timer.",
                if *forward_seconds > 0 { "frem" } else { "tilbage" }
            ),
        ),
        Note::UntilDone => {
            ("Derefter arbejder AURA uafbrudt,".to_owned(), "til fejlen er rettet – også på helligdage.".to_owned())
        }
        Note::RepairHours(repair) => (
            format!("Fejlen rettes {}", weekly(repair)),
            "og arbejdet genoptages næste hverdag, til den er rettet.".to_owned(),
        ),
        Note::StatusUpdates => {
            ("Du får løbende status".to_owned(), "og en klarmelding, når fejlen er rettet.".to_owned())
        }
    };
    (set(&bold), set(&rest))
}
