//! Comparison of agreements: deadlines side by side, and the difference between them.

use super::{AgreementResponse, Page, PhoneState, Responses, WithAlternatives};
use crate::agreement::{Agreement, Catalogue, Channel, Repair, ServiceMode};
use crate::calendar::WeeklySchedule;
use crate::time::Timestamp;

/// The shown agreements side by side, for one fault report.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// Whether the customer requested the comparison, rather than not selecting an agreement.
    pub requested: bool,
    /// At least two.
    pub agreements: Vec<ComparedAgreement<'a>>,
    /// One for each service mode that at least two agreements have a deadline for; remote first.
    pub differences: Vec<DeadlineDifference<'a>>,
}

/// The compared properties of one agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedAgreement<'a> {
    /// The name without the words that every name begins with.
    pub name: &'a str,
    /// The deadline for each service mode with its alternatives, remote first.
    pub deadlines: Vec<(ServiceMode, &'a WithAlternatives<Timestamp>)>,
    pub repair: RepairPace<'a>,
    /// Whether the customer is informed of the progress and the end of the repair.
    pub status_updates: bool,
    /// The state of the phone line for fault reports.
    pub phone: Option<&'a WithAlternatives<PhoneState>>,
    /// Whether faults can be reported by e-mail at any time.
    pub by_email: bool,
}

/// The hours of repair work once it has started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairPace<'a> {
    /// Without a break until the fault is repaired.
    UntilDone,
    /// Within these hours of an ordinary week.
    Within(&'a WeeklySchedule),
}

/// The difference between the deadlines of the agreements for one service mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineDifference<'a> {
    pub mode: ServiceMode,
    pub lead: Lead<'a>,
}

/// The agreement with the earliest deadline and its lead over the one with the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead<'a> {
    /// All agreements have the same deadline.
    None,
    By {
        /// The distinctive name of the agreement with the earliest deadline.
        soonest: &'a str,
        /// The distinctive name of the agreement with the latest deadline.
        latest: &'a str,
        /// The elapsed seconds between both deadlines.
        seconds: i64,
    },
}

impl<'a> Comparison<'a> {
    /// Compares the agreements on the page, which must be computed from this catalogue. `None` where it shows fewer
    /// than two.
    pub fn compute(catalogue: &'a Catalogue, page: &'a Page) -> Option<Self> {
        let responses = &page.responses;
        if responses.agreements.len() < 2 {
            return None;
        }
        let names = distinctive_names(responses);
        let agreements = responses.agreements.iter().zip(&names).filter_map(|(response, name)| {
            let agreement = catalogue.agreement(&response.id)?;
            Some(compared(agreement, name, response, page))
        });
        let differences = ServiceMode::ALL.into_iter().filter_map(|mode| difference(mode, responses, &names));
        Some(Self {
            requested: page.choices.comparing,
            agreements: agreements.collect(),
            differences: differences.collect(),
        })
    }

    /// The difference for the service mode; `None` where fewer than two agreements have a deadline for it.
    pub fn difference(&self, mode: ServiceMode) -> Option<&DeadlineDifference<'a>> {
        self.differences.iter().find(|difference| difference.mode == mode)
    }
}

/// The names without the words that all of them begin with. A name is never shortened to nothing.
fn distinctive_names(responses: &Responses) -> Vec<&str> {
    let mut names: Vec<_> = responses.agreements.iter().map(|agreement| agreement.name.as_str()).collect();
    loop {
        let split: Option<Vec<_>> = names.iter().map(|name| name.split_once(' ')).collect();
        match split.as_deref() {
            Some([(first, _), others @ ..]) if others.iter().all(|(word, _)| word == first) => {
                names = split.iter().flatten().map(|(_, rest)| *rest).collect();
            }
            _ => return names,
        }
    }
}

fn compared<'a>(
    agreement: &'a Agreement,
    name: &'a str,
    response: &'a AgreementResponse,
    page: &'a Page,
) -> ComparedAgreement<'a> {
    let mut lines = page.right_now.lines.iter().filter(|line| line.channel == Channel::FaultReport);
    let line = lines.find(|line| line.agreements.iter().any(|name| name.id == agreement.id));
    let Repair { calendar, until_done, status_updates } = &agreement.repair;
    ComparedAgreement {
        name,
        deadlines: response.deadlines.iter().map(|answer| (answer.mode, &answer.interpreted)).collect(),
        repair: if *until_done { RepairPace::UntilDone } else { RepairPace::Within(calendar.weekly()) },
        status_updates: *status_updates,
        phone: line.map(|line| &line.phone),
        by_email: agreement.reports_by_email,
    }
}

fn difference<'a>(mode: ServiceMode, responses: &Responses, names: &[&'a str]) -> Option<DeadlineDifference<'a>> {
    let deadlines = responses.agreements.iter().zip(names).filter_map(|(agreement, name)| {
        let answer = agreement.deadlines.iter().find(|answer| answer.mode == mode)?;
        Some((*name, answer.deadline))
    });
    let deadlines: Vec<_> = deadlines.collect();
    let [(mut first_name, mut first), (mut last_name, mut last), ..] = *deadlines else {
        return None;
    };
    for (name, deadline) in deadlines {
        if deadline < first {
            (first_name, first) = (name, deadline);
        }
        if deadline > last {
            (last_name, last) = (name, deadline);
        }
    }
    let seconds = last.seconds_since(first);
    let lead = if seconds == 0 { Lead::None } else { Lead::By { soonest: first_name, latest: last_name, seconds } };
    Some(DeadlineDifference { mode, lead })
}
