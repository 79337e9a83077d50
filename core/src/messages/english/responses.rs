//! Which words does English have for response deadlines?

use crate::messages::responses::ResponseWords;
use crate::messages::{Emphasised, Sentence};

pub(super) const RESPONSES: ResponseWords = ResponseWords {
    remote: "Can be put right remotely",
    on_site: "Needs a technician on site",
    response_time: Sentence::new("Response time {0}"),
    reported_now: "If the fault is reported now:",
    reported: Sentence::new("The fault was reported on {0}:"),
    to_be_reported: Sentence::new("If the fault is reported on {0}:"),
    remote_passed: Emphasised::new(
        "The deadline has passed for faults that can be put right remotely.",
        "If AURA has not started, call {0} and press {1}.",
    ),
    on_site_passed: Emphasised::new(
        "The deadline has passed for faults that need a technician on site.",
        "If AURA has not started, call {0} and press {1}.",
    ),
    phone_opens: Emphasised::new("The phone is closed.", "You can report the fault from {0}."),
    phone_opens_then: Emphasised::new("The phone is closed at that time.", "You can report the fault from {0}."),
    same_deadlines: Emphasised::new("The deadline is the same", "for any report from {0} until {1}."),
    now: "now",
    work_from: Emphasised::new(
        "Work on site may wait until {0}.",
        "Repair hours are {1}, and the deadline at {2} lies outside them.",
    ),
    clock_forward: Emphasised::new(
        "The night is {0} shorter.",
        "Clocks go forward, but the response time is counted in real hours.",
    ),
    clock_back: Emphasised::new(
        "The night is {0} longer.",
        "Clocks go back, but the response time is counted in real hours.",
    ),
    until_done: Emphasised::new(
        "From then on AURA works without a break",
        "until the fault is repaired – on public holidays, too.",
    ),
    repair_hours: Emphasised::new(
        "Repair hours are {0}.",
        "If the fault is not repaired that day, work resumes the next weekday.",
    ),
    status_updates: Emphasised::new("You get status updates,", "and the all-clear when the fault is repaired."),
};
