//! How is a response deadline told?

use super::{Emphasised, Messages, Sentence};
use crate::agreement::{Contact, ServiceMode};
use crate::answers::{Note, Responses};
use crate::time::Timestamp;

/// The words for response deadlines.
#[cfg_attr(test, derive(Debug))]
pub(super) struct ResponseWords {
    /// A fault that is put right from the operations centre.
    pub remote: &'static str,
    /// A fault that a technician has to come for.
    pub on_site: &'static str,
    /// How long.
    pub response_time: Sentence<1>,
    pub reported_now: &'static str,
    /// A report that has been made, and when.
    pub reported: Sentence<1>,
    /// A report to come, and when.
    pub to_be_reported: Sentence<1>,
    /// The number to call and the key to press.
    pub remote_passed: Emphasised<2>,
    /// The same.
    pub on_site_passed: Emphasised<2>,
    /// When the phone opens.
    pub phone_opens: Emphasised<1>,
    /// The same, of a report to come.
    pub phone_opens_then: Emphasised<1>,
    /// From when to when a report has the same deadlines.
    pub same_deadlines: Emphasised<2>,
    /// The report's time where that is now.
    pub now: &'static str,
    /// When work can begin, the repair hours, the deadline.
    pub work_from: Emphasised<3>,
    /// How long, in spring.
    pub clock_forward: Emphasised<1>,
    /// How long, in autumn.
    pub clock_back: Emphasised<1>,
    pub until_done: Emphasised<0>,
    /// The repair hours.
    pub repair_hours: Emphasised<1>,
    pub status_updates: Emphasised<0>,
}

impl Messages {
    /// How the fault is put right.
    pub const fn response(&self, response: ServiceMode) -> &'static str {
        match response {
            ServiceMode::Remote => self.responses.remote,
            ServiceMode::OnSite => self.responses.on_site,
        }
    }

    /// `Reaktionstid 3 timer`.
    pub fn response_time(&self, working_seconds: i64) -> String {
        self.responses.response_time.with([&self.hours_and_minutes(working_seconds)])
    }

    /// When the fault is reported: `Hvis fejlen meldes nu:`.
    pub fn report(&self, responses: &Responses) -> String {
        let Responses { report, now, reported_now, .. } = responses;
        if *reported_now {
            return self.responses.reported_now.to_owned();
        }
        let sentence = if report <= now { self.responses.reported } else { self.responses.to_be_reported };
        sentence.with([&self.full_date_time(*report)])
    }

    /// A note, in a strong beginning and the rest of it.
    pub fn note(&self, note: &Note, responses: &Responses, contact: &Contact) -> (String, String) {
        let words = &self.responses;
        let at = |instant: Timestamp| self.moment(instant, responses.now);
        match note {
            Note::Passed(by) => {
                let passed = match by {
                    ServiceMode::Remote => words.remote_passed,
                    ServiceMode::OnSite => words.on_site_passed,
                };
                passed.with([&contact.phone_shown, &contact.press])
            }
            Note::PhoneOpens(opens) => {
                let sentence = if responses.reported_now { words.phone_opens } else { words.phone_opens_then };
                sentence.with([&at(*opens)])
            }
            Note::SameDeadlines { from, to } => {
                let now = *from == responses.report && responses.reported_now;
                let from = if now { words.now.to_owned() } else { at(*from) };
                words.same_deadlines.with([&from, &at(*to)])
            }
            Note::WorkFrom { from, deadline, repair } => {
                words.work_from.with([&at(*from), &self.weekly(repair), &self.clock(*deadline)])
            }
            Note::ClockChange { forward_seconds } => {
                let change = if *forward_seconds > 0 { words.clock_forward } else { words.clock_back };
                change.with([&self.duration(forward_seconds.unsigned_abs().into())])
            }
            Note::UntilDone => words.until_done.with([]),
            Note::RepairHours(repair) => words.repair_hours.with([&self.weekly(repair)]),
            Note::StatusUpdates => words.status_updates.with([]),
        }
    }
}
