//! View model of the response deadlines of a fault report, with notes on them.

use super::{Report, WithAlternatives};
use crate::agreement::{Agreement, Catalogue, ServiceMode};
use crate::calendar::{Deadline, Span, SpanKind, WeeklySchedule};
use crate::time::{Interval, Timestamp};

/// The response deadlines of all shown agreements.
#[derive(Clone, Debug, PartialEq)]
pub struct Responses {
    /// The time of the fault report.
    pub report: Timestamp,
    /// Whether the report follows the current time.
    pub reported_now: bool,
    /// The current time, rounded down to the minute.
    pub now: Timestamp,
    pub agreements: Vec<AgreementResponse>,
}

/// The response deadlines of one agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementResponse {
    pub id: String,
    pub name: String,
    /// Remote first. A deadline is missing only where it would be after 2099.
    pub deadlines: Vec<ResponseDeadline>,
    /// The most important first.
    pub notes: Vec<Note>,
    /// The earliest time at or after the report at which the phone is open; `None` where it does not open before 2100.
    pub phone_report: Option<WithAlternatives<Timestamp>>,
    /// The earliest time at or after the on-site deadline that is within repair hours; `None` where there is no on-site
    /// deadline. An alternative is included only where its interpretation leaves that deadline unchanged.
    pub work_from: Option<WithAlternatives<Timestamp>>,
}

impl AgreementResponse {
    /// The time in the note with its alternatives, for a note whose time depends on interpretations.
    pub const fn alternatives_of(&self, note: &Note) -> Option<&WithAlternatives<Timestamp>> {
        match note {
            Note::PhoneOpens(_) => self.phone_report.as_ref(),
            Note::WorkFrom { .. } => self.work_from.as_ref(),
            _ => None,
        }
    }
}

/// One response deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseDeadline {
    pub mode: ServiceMode,
    /// The instant by which work must have started, rounded up to the minute.
    pub deadline: Timestamp,
    /// Whether the deadline is at or before the current time.
    pub passed: bool,
    /// The derivation of the deadline. It ends at the deadline before rounding.
    pub account: Vec<Span>,
    /// The response time, in seconds of the response clock.
    pub working_seconds: i64,
    /// The section of the sheet with the response time.
    pub section: String,
    /// The deadline with its alternatives.
    pub interpreted: WithAlternatives<Timestamp>,
}

/// A remark on the deadlines of an agreement.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The deadline has passed.
    Passed(ServiceMode),
    /// The phone is closed at the time of the report and opens at this time.
    PhoneOpens(Timestamp),
    /// A report at any time from `from` to `to` has the same deadlines.
    SameDeadlines {
        /// The report, or the time when the phone opens for it.
        from: Timestamp,
        /// The time when the first response clock starts.
        to: Timestamp,
    },
    /// The on-site deadline is outside repair hours, so that work on site may start later.
    WorkFrom {
        /// The start of the next repair hours.
        from: Timestamp,
        deadline: Timestamp,
        /// The repair hours of an ordinary week.
        repair: WeeklySchedule,
    },
    /// Daylight saving time starts or ends while the response clock runs.
    ClockChange {
        /// In seconds: 3,600 in spring, -3,600 in autumn.
        forward_seconds: i32,
    },
    /// Repair continues without a break until the fault is repaired.
    UntilDone,
    /// Repair pauses outside these hours of an ordinary week.
    RepairHours(WeeklySchedule),
    /// The customer is informed of the progress and the end of the repair.
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
        let deadlines = ServiceMode::ALL
            .into_iter()
            .filter_map(|mode| ResponseDeadline::compute(catalogue, agreement, mode, report, now));
        let deadlines: Vec<_> = deadlines.collect();
        let phone_report = WithAlternatives::evaluate(catalogue, |catalogue| {
            let agreement = catalogue.agreement(&agreement.id)?;
            agreement.fault_reports.next_opening(report).ok()
        });
        let on_site = deadlines.iter().find(|answer| answer.mode == ServiceMode::OnSite).map(|answer| answer.deadline);
        let works = on_site.and_then(|deadline| agreement.repair.calendar.next_opening(deadline).ok());
        let work_from = works.map(|works| {
            WithAlternatives::evaluate_from(catalogue, works, |catalogue| {
                work_from(catalogue.agreement(&agreement.id)?, report, on_site?)
            })
        });
        let work_to_come = works.filter(|works| *works > now);
        // Advice on when to report is of no use after the report.
        let earliest_phone_report = phone_report.as_ref().map(|takes| takes.answer).filter(|_| report >= now);
        Self {
            id: agreement.id.clone(),
            name: agreement.name.clone(),
            notes: notes(agreement, &deadlines, report, earliest_phone_report, on_site.zip(work_to_come)),
            deadlines,
            phone_report,
            work_from,
        }
    }
}

/// The earliest time within repair hours at or after the on-site deadline, if the agreement has that deadline.
fn work_from(agreement: &Agreement, report: Timestamp, deadline: Timestamp) -> Option<Timestamp> {
    let same = agreement.on_site.deadline(report).ok()?.at.rounded_up_to_minute() == deadline;
    agreement.repair.calendar.next_opening(deadline).ok().filter(|_| same)
}

impl ResponseDeadline {
    fn compute(
        catalogue: &Catalogue,
        agreement: &Agreement,
        mode: ServiceMode,
        report: Timestamp,
        now: Timestamp,
    ) -> Option<Self> {
        let target = agreement.target(mode);
        let Deadline { at, account } = target.deadline(report).ok()?;
        let deadline_in = |catalogue: &Catalogue| {
            let target = catalogue.agreement(&agreement.id)?.target(mode);
            Some(target.deadline(report).ok()?.at.rounded_up_to_minute())
        };
        let deadline = at.rounded_up_to_minute();
        Some(Self {
            mode,
            deadline,
            passed: deadline <= now,
            account,
            working_seconds: target.working_seconds,
            section: target.section.clone(),
            interpreted: WithAlternatives::evaluate_from(catalogue, deadline, deadline_in),
        })
    }
}

/// `earliest_phone_report` is the time when a report that is still to come can be made by phone; `visit` is the on-site
/// deadline with the earliest time of work within repair hours.
fn notes(
    agreement: &Agreement,
    deadlines: &[ResponseDeadline],
    report: Timestamp,
    earliest_phone_report: Option<Timestamp>,
    visit: Option<(Timestamp, Timestamp)>,
) -> Vec<Note> {
    let mut notes: Vec<_> =
        deadlines.iter().filter(|deadline| deadline.passed).map(|deadline| Note::Passed(deadline.mode)).collect();
    // By e-mail a report can be made at any time.
    let report_possible = earliest_phone_report.map(|at| if agreement.reports_by_email { report } else { at });
    notes.extend(report_possible.filter(|at| *at > report).map(Note::PhoneOpens));
    let same = report_possible.zip(same_until(agreement, report)).filter(|(from, to)| to > from);
    notes.extend(same.map(|(from, to)| Note::SameDeadlines { from, to }));
    let repair = &agreement.repair;
    notes.extend(visit.filter(|(deadline, from)| from > deadline).map(|(deadline, from)| Note::WorkFrom {
        from,
        deadline,
        repair: repair.calendar.weekly().clone(),
    }));
    notes.extend(clock_change(deadlines).map(|forward_seconds| Note::ClockChange { forward_seconds }));
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

/// The clock change during counted time, as the seconds that clocks are moved forward.
fn clock_change(deadlines: &[ResponseDeadline]) -> Option<i32> {
    let mut pairs = deadlines.iter().flat_map(|deadline| deadline.account.windows(2));
    pairs.find_map(|pair| match pair {
        [Span { kind: SpanKind::ClockChange { forward_seconds }, .. }, after] if after.counted_seconds > 0 => {
            Some(*forward_seconds)
        }
        _ => None,
    })
}

/// The time when the first response clock starts, if none runs at the report. A report before has the same deadlines.
fn same_until(agreement: &Agreement, report: Timestamp) -> Option<Timestamp> {
    let starts = ServiceMode::ALL.map(|mode| agreement.target(mode).clock.next_opening(report));
    let [Ok(remote), Ok(on_site)] = starts else {
        return None;
    };
    Some(remote.min(on_site)).filter(|start| *start > report)
}

impl ResponseDeadline {
    /// The interval from the report to the deadline before rounding.
    pub fn span(&self) -> Option<Interval> {
        let (first, last) = (self.account.first()?, self.account.last()?);
        Some(Interval { start: first.from, end: last.to })
    }
}
