//! Transcript of the answers, one line each.
//!
//! Times are Danish local times. Alternatives are indented below their answer.

use chrono::{Datelike, NaiveDate, Timelike};
use serviceaftale_core::agreement::{Catalogue, Channel};
use serviceaftale_core::answers::{
    Advice, AgreementResponse, AlternativeAnswer, Note, NoticeDeadline, Page, PageDetails, PhoneState, Question,
    WithAlternatives,
};
use serviceaftale_core::calendar::SpecialDay;
use serviceaftale_core::time::{Hours, Timestamp, copenhagen};

/// The answers at one time, with methods that return the lines of each part.
pub struct Transcript {
    pub page: Page,
    pub reference: PageDetails,
}

impl Transcript {
    pub fn compute(catalogue: &Catalogue, question: &Question, now: Timestamp) -> Self {
        Self {
            page: Page::compute(catalogue, question, now),
            reference: PageDetails::compute(catalogue, question, now),
        }
    }

    /// The phone lines, after the public holiday and the advice.
    pub fn right_now(&self) -> Vec<String> {
        let now = &self.page.right_now;
        let mut lines = Vec::new();
        lines.extend(now.special_day.as_ref().map(|day| format!("today is {}", special_day(day))));
        lines.extend(now.advice.map(advice));
        for line in &now.lines {
            let names: Vec<_> = line.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
            let of = if line.covers_all { "all".to_owned() } else { names.join(" and ") };
            let by_email = if line.by_email { ", or by e-mail" } else { "" };
            let answer = phone(&line.phone.answer);
            lines.push(format!("{} of {of}: {answer}{by_email}", channel(line.channel)));
            lines.extend(self.alternatives(&line.phone, phone));
        }
        lines
    }

    /// The response deadlines with their notes.
    pub fn responses(&self) -> Vec<String> {
        self.page.responses.agreements.iter().flat_map(|agreement| self.response(agreement)).collect()
    }

    /// Without the permanent notes.
    fn response(&self, of: &AgreementResponse) -> Vec<String> {
        let mut lines = Vec::new();
        for answer in &of.deadlines {
            let passed = if answer.passed { ", which has passed" } else { "" };
            lines.push(format!("{}, {:?}: {}{passed}", of.id, answer.mode, at(&answer.deadline)));
            lines.extend(self.alternatives(&answer.interpreted, at));
        }
        for shown in of.notes.iter().filter(|note| !is_permanent(note)) {
            lines.push(format!("{}, {}", of.id, note(shown)));
            lines.extend(of.alternatives_of(shown).map(|time| self.alternatives(time, at)).unwrap_or_default());
        }
        lines
    }

    /// The next maintenance windows and their notice.
    pub fn windows(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for window in &self.reference.maintenance.windows {
            let (start, end) = (at(&window.interval.start), at(&window.interval.end));
            let under_way = if window.under_way { ", under way" } else { "" };
            let notice = match window.notice {
                NoticeDeadline::Open(last) => format!("notice by {last}"),
                NoticeDeadline::Passed(last) => format!("notice was by {last}"),
            };
            lines.push(format!("{start} to {end}{under_way}, {notice}"));
            lines.extend(self.alternatives(&window.last_day_of_notice, notice_otherwise));
        }
        lines
    }

    /// The next public holidays with the hours of each column.
    pub fn holidays(&self) -> Vec<String> {
        let hours = &self.reference.hours;
        let columns = hours.columns.iter().map(|column| {
            let of = if column.agreements.is_empty() { "all".to_owned() } else { column.agreements.join(" and ") };
            format!("{} of {of}", channel(column.channel))
        });
        let mut lines = vec![columns.collect::<Vec<_>>().join(", ")];
        for holiday in &hours.holidays {
            let name = special_day(&holiday.special_day);
            lines.push(format!("{} {name}: {}", holiday.date, columns_of_hours(&holiday.hours.answer)));
            lines.extend(self.alternatives(&holiday.hours, |hours| columns_of_hours(hours)));
        }
        lines
    }

    /// The alternatives, one line each.
    pub fn alternatives<A>(&self, answer: &WithAlternatives<A>, format: impl Fn(&A) -> String) -> Vec<String> {
        let alternatives = answer.alternatives.iter();
        alternatives.map(|other| format!("  {}: {}", value_of(other), format(&other.answer))).collect()
    }
}

/// `interpretation=value`.
pub fn value_of<A>(other: &AlternativeAnswer<A>) -> String {
    format!("{}={}", other.interpretation.id, other.value.id)
}

fn advice(advice: Advice) -> String {
    match advice {
        Advice::MaintenanceWindow { until } => format!("maintenance window until {}", at(&until)),
        Advice::PreventiveMaintenance { until, usual_minutes, report_after } => {
            format!("{usual_minutes} min. of maintenance until {}, report after {}", at(&until), at(&report_after))
        }
    }
}

/// Whether an agreement has the note for every report.
pub const fn is_permanent(note: &Note) -> bool {
    matches!(note, Note::UntilDone | Note::RepairHours(_) | Note::StatusUpdates)
}

pub fn note(note: &Note) -> String {
    match note {
        Note::Passed(response) => format!("passed: {response:?}"),
        Note::PhoneOpens(opens) => format!("phone opens: {}", at(opens)),
        Note::SameDeadlines { from, to } => format!("same deadlines: {} to {}", at(from), at(to)),
        Note::WorkFrom { from, deadline, .. } => format!("work not at {}, but from {}", at(deadline), at(from)),
        Note::ClockChange { forward_seconds } => format!("clock change: {forward_seconds} s"),
        Note::UntilDone => "until done".to_owned(),
        Note::RepairHours(weekly) => format!("repair: Monday {}", hours(weekly.hours_on(chrono::Weekday::Mon))),
        Note::StatusUpdates => "status updates".to_owned(),
    }
}

pub fn phone(phone: &PhoneState) -> String {
    match phone {
        PhoneState::Open { until: Some(until) } => format!("open until {}", at(until)),
        PhoneState::Open { until: None } => "always open".to_owned(),
        PhoneState::Closed { opens: Some(opens) } => format!("closed until {}", at(opens)),
        PhoneState::Closed { opens: None } => "never open".to_owned(),
    }
}

const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::FaultReport => "fault reports",
        Channel::General => "general",
        Channel::Billing => "billing",
    }
}

fn special_day(day: &SpecialDay) -> String {
    match day {
        SpecialDay::PublicHoliday(holiday) => format!("{holiday:?}"),
        SpecialDay::ClosedDay(name) => name.en.clone(),
    }
}

#[allow(clippy::ptr_arg, reason = "passed as a function of the answer type")]
fn notice_otherwise(last: &Option<NaiveDate>) -> String {
    last.map_or_else(|| "no window".to_owned(), |last| format!("notice by {last}"))
}

fn columns_of_hours(columns: &[Vec<Hours>]) -> String {
    let columns: Vec<_> = columns.iter().map(|column| hours(column)).collect();
    columns.join(", ")
}

fn hours(hours: &[Hours]) -> String {
    let hours: Vec<_> = hours.iter().map(ToString::to_string).collect();
    if hours.is_empty() { "closed".to_owned() } else { hours.join(" and ") }
}

/// The local time to the minute. The page shows no instants with seconds.
pub fn at(instant: &Timestamp) -> String {
    assert_eq!(*instant, instant.start_of_minute());
    let shown = copenhagen::to_local(*instant);
    format!("{} {} {:02}:{:02}", shown.date.weekday(), shown.date, shown.time.hour(), shown.time.minute())
}
