//! How do the shown agreements differ, and who is helped sooner by how much?

use super::{AgreementResponse, Page, Phone, Responses, WithAlternatives};
use crate::agreement::{Agreement, Catalogue, Channel, Repair, ServiceMode};
use crate::calendar::WeeklySchedule;
use crate::time::Timestamp;

/// The shown agreements side by side, for the fault that is asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// Whether the customer asked for it, and not only for no agreement in particular.
    pub asked_for: bool,
    /// One an agreement, at least two.
    pub agreements: Vec<ComparedAgreement<'a>>,
    /// One a kind of response, remote first; none of a kind that fewer than two agreements have a deadline for.
    pub differences: Vec<Difference<'a>>,
}

/// What is compared of an agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedAgreement<'a> {
    /// What tells it from the others: its name without the words that every name begins with.
    pub name: &'a str,
    /// The deadline of each response and what other readings make of it, remote first.
    pub deadlines: Vec<(ServiceMode, &'a WithAlternatives<Timestamp>)>,
    /// How repair goes on once it has started.
    pub repair: RepairPace<'a>,
    /// Whether the customer is told how it goes, and when it is done.
    pub status_updates: bool,
    /// Whether fault reports are taken by phone now; none where no reading has an answer.
    pub phone: Option<&'a WithAlternatives<Phone>>,
    /// Whether faults can be reported by e-mail round the clock.
    pub by_email: bool,
}

/// How repair goes on once it has started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairPace<'a> {
    /// Without a break until it is done.
    UntilDone,
    /// In these hours of an ordinary week.
    Within(&'a WeeklySchedule),
}

/// How much sooner one agreement has work started than another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// The kind of response.
    pub response: ServiceMode,
    /// Who is sooner.
    pub sooner: Sooner<'a>,
}

/// Who is sooner, and by how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sooner<'a> {
    /// Nobody: all have the same deadline.
    Nobody,
    /// The soonest is so much sooner than the latest.
    By {
        /// The agreement with the first deadline, by what tells it from the others.
        soonest: &'a str,
        /// The one with the last.
        latest: &'a str,
        /// Elapsed seconds between them.
        seconds: i64,
    },
}

impl<'a> Comparison<'a> {
    /// What sets apart the agreements of the page, which answers from that catalogue; nothing when it shows fewer than
    /// two.
    pub fn compute(catalogue: &'a Catalogue, page: &'a Page) -> Option<Self> {
        let responses = &page.responses;
        if responses.agreements.len() < 2 {
            return None;
        }
        let names = telling_names(responses);
        let agreements = responses.agreements.iter().zip(&names).filter_map(|(response, name)| {
            let agreement = catalogue.agreement(&response.id)?;
            Some(compared(agreement, name, response, page))
        });
        let differences = ServiceMode::ALL.into_iter().filter_map(|response| difference(response, responses, &names));
        Some(Self {
            asked_for: page.choices.comparing,
            agreements: agreements.collect(),
            differences: differences.collect(),
        })
    }

    /// The difference in that response; none where fewer than two agreements have a deadline for it.
    pub fn difference(&self, response: ServiceMode) -> Option<&Difference<'a>> {
        self.differences.iter().find(|difference| difference.response == response)
    }
}

/// The names without the words that all of them begin with; whole ones where nothing would be left of one.
fn telling_names(responses: &Responses) -> Vec<&str> {
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
        deadlines: response.answers.iter().map(|answer| (answer.response, &answer.readings)).collect(),
        repair: if *until_done { RepairPace::UntilDone } else { RepairPace::Within(calendar.weekly()) },
        status_updates: *status_updates,
        phone: line.map(|line| &line.phone),
        by_email: agreement.reports_by_email,
    }
}

fn difference<'a>(response: ServiceMode, responses: &Responses, names: &[&'a str]) -> Option<Difference<'a>> {
    let deadlines = responses.agreements.iter().zip(names).filter_map(|(agreement, name)| {
        let answer = agreement.answers.iter().find(|answer| answer.response == response)?;
        Some((*name, answer.deadline))
    });
    let deadlines: Vec<_> = deadlines.collect();
    let [(mut soonest, mut first), (mut latest, mut last), ..] = *deadlines else {
        return None;
    };
    for (name, deadline) in deadlines {
        if deadline < first {
            (soonest, first) = (name, deadline);
        }
        if deadline > last {
            (latest, last) = (name, deadline);
        }
    }
    let seconds = last.seconds_since(first);
    let sooner = if seconds == 0 { Sooner::Nobody } else { Sooner::By { soonest, latest, seconds } };
    Some(Difference { response, sooner })
}
