//! By when has AURA started on a fault, and what is there to know about that time?

use super::{Report, WithAlternatives};
use crate::agreement::{Agreement, Catalogue, ServiceMode};
use crate::calendar::{Deadline, Span, SpanKind, WeeklySchedule};
use crate::time::{Interval, Timestamp};

/// The response deadlines of every shown agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Responses {
    /// When the fault is reported.
    pub report: Timestamp,
    /// Whether that is whenever "now" is.
    pub reported_now: bool,
    /// The minute of the question.
    pub now: Timestamp,
    /// One a shown agreement.
    pub agreements: Vec<AgreementResponse>,
}

/// The response deadlines of one agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementResponse {
    /// The agreement's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Remote first; fewer than two only where a clock has no answer before 2100.
    pub answers: Vec<ResponseAnswer>,
    /// What must not be misunderstood, the most urgent first.
    pub notes: Vec<Note>,
    /// When the report is taken by phone: at its time when the phone is open, else when it opens; with what other
    /// readings make of it. None where it does not open before 2100.
    pub phone_takes: Option<WithAlternatives<Timestamp>>,
    /// When a technician can work at the earliest: at the deadline of the visit within repair hours, else when they
    /// begin again; with what other readings make of it while they leave that deadline as it is. None where there is
    /// no such deadline.
    pub work_from: Option<WithAlternatives<Timestamp>>,
}

impl AgreementResponse {
    /// The time that the note names with what other readings make of it, where it names one that leans on them.
    pub const fn alternatives_of(&self, note: &Note) -> Option<&WithAlternatives<Timestamp>> {
        match note {
            Note::PhoneOpens(_) => self.phone_takes.as_ref(),
            Note::WorkFrom { .. } => self.work_from.as_ref(),
            _ => None,
        }
    }
}

/// One response deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseAnswer {
    /// How the fault is put right.
    pub response: ServiceMode,
    /// The instant by which work has started, rounded up to the minute.
    pub deadline: Timestamp,
    /// Whether that instant has passed.
    pub passed: bool,
    /// How it came about; it ends at the deadline before rounding.
    pub account: Vec<Span>,
    /// The working time that was promised, in seconds.
    pub working_seconds: i64,
    /// The section of the sheet that promises it.
    pub section: String,
    /// The deadline once more, with what other readings make of it.
    pub readings: WithAlternatives<Timestamp>,
}

/// What must not be misunderstood about an agreement's deadlines.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A deadline has passed.
    Passed(ServiceMode),
    /// The phone is closed at the time of the report and opens then.
    PhoneOpens(Timestamp),
    /// To report at any time from the first to the second gives the same deadlines.
    SameDeadlines {
        /// The report, or when the phone opens for it.
        from: Timestamp,
        /// When the clock begins to run.
        to: Timestamp,
    },
    /// The deadline of a technician's visit lies outside repair hours; work on site may be then.
    WorkFrom {
        /// The start of the next repair hours.
        from: Timestamp,
        /// The deadline.
        deadline: Timestamp,
        /// The hours of repair in an ordinary week.
        repair: WeeklySchedule,
    },
    /// Clocks are moved by that many seconds between report and deadline while the response clock runs.
    ClockChange {
        /// 3,600 in spring, -3,600 in autumn.
        forward_seconds: i32,
    },
    /// Repair goes on until it is done.
    UntilDone,
    /// Repair stops when the hours end and goes on when they begin again.
    RepairHours(WeeklySchedule),
    /// The customer is told how it goes, and when it is done.
    StatusUpdates,
}

impl Responses {
    pub(super) fn compute(catalogue: &Catalogue, shown: &[&Agreement], report: Report, now: Timestamp) -> Self {
        let (report, reported_now) = match report {
            Report::Now => (now, true),
            Report::At(instant) => (instant, false),
        };
        let agreements = shown.iter().map(|agreement| AgreementResponse::compute(catalogue, agreement, report, now));
        Self { report, reported_now, now, agreements: agreements.collect() }
    }
}

impl AgreementResponse {
    fn compute(catalogue: &Catalogue, agreement: &Agreement, report: Timestamp, now: Timestamp) -> Self {
        let answers = ServiceMode::ALL
            .into_iter()
            .filter_map(|response| ResponseAnswer::compute(catalogue, agreement, response, report, now));
        let answers: Vec<_> = answers.collect();
        let phone_takes = WithAlternatives::evaluate(catalogue, |catalogue| {
            let agreement = catalogue.agreement(&agreement.id)?;
            agreement.fault_reports.next_opening(report).ok()
        });
        let on_site =
            answers.iter().find(|answer| answer.response == ServiceMode::OnSite).map(|answer| answer.deadline);
        let works = on_site.and_then(|deadline| agreement.repair.calendar.next_opening(deadline).ok());
        let work_from = works.map(|works| {
            WithAlternatives::evaluate_from(catalogue, works, |catalogue| {
                work_from(catalogue.agreement(&agreement.id)?, report, on_site?)
            })
        });
        let still_to_come = works.filter(|works| *works > now);
        // Who has reported already has no need to hear when to report.
        let takes = phone_takes.as_ref().map(|asked| asked.answer).filter(|_| report >= now);
        Self {
            id: agreement.id.clone(),
            name: agreement.name.clone(),
            notes: notes(agreement, &answers, report, takes, on_site.zip(still_to_come)),
            answers,
            phone_takes,
            work_from,
        }
    }
}

/// When a technician can work at the earliest, if the deadline of the visit is that.
fn work_from(agreement: &Agreement, report: Timestamp, deadline: Timestamp) -> Option<Timestamp> {
    let same = agreement.on_site.deadline(report).ok()?.at.rounded_up_to_minute() == deadline;
    agreement.repair.calendar.next_opening(deadline).ok().filter(|_| same)
}

impl ResponseAnswer {
    fn compute(
        catalogue: &Catalogue,
        agreement: &Agreement,
        response: ServiceMode,
        report: Timestamp,
        now: Timestamp,
    ) -> Option<Self> {
        let target = agreement.target(response);
        let Deadline { at, account } = target.deadline(report).ok()?;
        let ask = |catalogue: &Catalogue| {
            let target = catalogue.agreement(&agreement.id)?.target(response);
            Some(target.deadline(report).ok()?.at.rounded_up_to_minute())
        };
        let deadline = at.rounded_up_to_minute();
        Some(Self {
            response,
            deadline,
            passed: deadline <= now,
            account,
            working_seconds: target.working_seconds,
            section: target.section.clone(),
            readings: WithAlternatives::evaluate_from(catalogue, deadline, ask),
        })
    }
}

/// `takes` is when the phone takes the report, while there is one to make, and `visit` a technician's deadline and when
/// work is possible from then on.
fn notes(
    agreement: &Agreement,
    answers: &[ResponseAnswer],
    report: Timestamp,
    takes: Option<Timestamp>,
    visit: Option<(Timestamp, Timestamp)>,
) -> Vec<Note> {
    let mut notes: Vec<_> =
        answers.iter().filter(|answer| answer.passed).map(|answer| Note::Passed(answer.response)).collect();
    // By e-mail a report can be made at any time.
    let takes = takes.map(|takes| if agreement.reports_by_email { report } else { takes });
    notes.extend(takes.filter(|takes| *takes > report).map(Note::PhoneOpens));
    let same = takes.zip(same_until(agreement, report)).filter(|(from, to)| to > from);
    notes.extend(same.map(|(from, to)| Note::SameDeadlines { from, to }));
    let repair = &agreement.repair;
    notes.extend(visit.filter(|(deadline, from)| from > deadline).map(|(deadline, from)| Note::WorkFrom {
        from,
        deadline,
        repair: repair.calendar.weekly().clone(),
    }));
    notes.extend(clock_change(answers).map(|forward_seconds| Note::ClockChange { forward_seconds }));
    if repair.until_done {
        notes.push(Note::UntilDone);
    } else {
        notes.push(Note::RepairHours(repair.calendar.weekly().clone()));
    }
    if repair.status_updates {
        notes.push(Note::StatusUpdates);
    }
    notes
}

/// The clock change that counted time runs across.
fn clock_change(answers: &[ResponseAnswer]) -> Option<i32> {
    let mut neighbours = answers.iter().flat_map(|answer| answer.account.windows(2));
    neighbours.find_map(|pair| match pair {
        [Span { kind: SpanKind::ClockChange { forward_seconds }, .. }, after] if after.counted_seconds > 0 => {
            Some(*forward_seconds)
        }
        _ => None,
    })
}

/// Until when a later report would have the same deadlines: while no response clock has begun to run.
fn same_until(agreement: &Agreement, report: Timestamp) -> Option<Timestamp> {
    let starts = ServiceMode::ALL.map(|response| agreement.target(response).clock.next_opening(report));
    let [Ok(remote), Ok(on_site)] = starts else {
        return None;
    };
    Some(remote.min(on_site)).filter(|start| *start > report)
}

impl ResponseAnswer {
    /// From the report to the deadline before rounding.
    pub fn span(&self) -> Option<Interval> {
        let (first, last) = (self.account.first()?, self.account.last()?);
        Some(Interval { start: first.from, end: last.to })
    }
}
