//! Messages about response deadlines.

use super::message::{EmphasisedMessage, Label, Message, emphasised, label, message};
use super::{Language, hours, times};
use crate::agreement::{Contact, ServiceMode};
use crate::answers::{Note, Responses};
use crate::time::Timestamp;

const REMOTE: Label = label("Kan rettes fra driftscentralen", "Can be put right remotely");
const ON_SITE: Label = label("Kræver tekniker", "Needs a technician on site");

/// `Kræver tekniker`.
pub const fn response(language: Language, response: ServiceMode) -> &'static str {
    match response {
        ServiceMode::Remote => REMOTE,
        ServiceMode::OnSite => ON_SITE,
    }
    .get(language)
}

const RESPONSE_TIME: Message<1> = message("Reaktionstid {0}", "Response time {0}");

/// `Reaktionstid 3 timer`, of working time.
pub fn response_time(language: Language, working_seconds: i64) -> String {
    RESPONSE_TIME.format(language, [&times::hours_and_minutes(language, working_seconds)])
}

const REPORTED_NOW: Label = label("Hvis fejlen meldes nu:", "If the fault is reported now:");
/// A report in the past.
pub(super) const REPORTED: Message<1> = message("Fejlen er meldt {0}:", "The fault was reported on {0}:");
/// A report in the future.
pub(super) const TO_BE_REPORTED: Message<1> = message("Hvis fejlen meldes {0}:", "If the fault is reported on {0}:");

/// The time of the report, above its deadlines: `Hvis fejlen meldes nu:`.
pub fn report(language: Language, responses: &Responses) -> String {
    let Responses { report, now, reported_now, .. } = responses;
    if *reported_now {
        return REPORTED_NOW.get(language).to_owned();
    }
    let message = if report <= now { REPORTED } else { TO_BE_REPORTED };
    message.format(language, [&times::full_date_time(language, *report)])
}

/// The phone number and the key to press.
const REMOTE_PASSED: EmphasisedMessage<2> = emphasised(
    [
        "Fristen er passeret for fejl, der kan rettes fra driftscentralen.",
        "Er AURA ikke gået i gang, så ring {0} og tast {1}.",
    ],
    [
        "The deadline has passed for faults that can be put right remotely.",
        "If AURA has not started, call {0} and press {1}.",
    ],
);
/// The phone number and the key to press.
const ON_SITE_PASSED: EmphasisedMessage<2> = emphasised(
    ["Fristen er passeret for fejl, der kræver tekniker.", "Er AURA ikke gået i gang, så ring {0} og tast {1}."],
    [
        "The deadline has passed for faults that need a technician on site.",
        "If AURA has not started, call {0} and press {1}.",
    ],
);
const PHONE_OPENS: EmphasisedMessage<1> = emphasised(
    ["Telefonen er lukket.", "Du kan melde fejlen, når den åbner {0}."],
    ["The phone is closed.", "You can report the fault from {0}."],
);
/// For a report at another time than now.
const PHONE_OPENS_THEN: EmphasisedMessage<1> = emphasised(
    ["Telefonen er lukket på det tidspunkt.", "Du kan melde fejlen, når den åbner {0}."],
    ["The phone is closed at that time.", "You can report the fault from {0}."],
);
const SAME_DEADLINES: EmphasisedMessage<2> = emphasised(
    ["Fristen er den samme,", "om du melder fejlen {0} eller {1}."],
    ["The deadline is the same", "for any report from {0} until {1}."],
);
const NOW: Label = label("nu", "now");
/// The start of work, the repair hours, the deadline.
const WORK_FROM: EmphasisedMessage<3> = emphasised(
    ["Arbejde på stedet kan vente til {0}.", "Fejl rettes {1}, og fristen {2} ligger uden for det tidsrum."],
    ["Work on site may wait until {0}.", "Repair hours are {1}, and the deadline at {2} lies outside them."],
);
const CLOCK_FORWARD: EmphasisedMessage<1> = emphasised(
    ["Natten er {0} kortere.", "Uret stilles frem, men reaktionstiden tælles i virkelige timer."],
    ["The night is {0} shorter.", "Clocks go forward, but the response time is counted in real hours."],
);
const CLOCK_BACK: EmphasisedMessage<1> = emphasised(
    ["Natten er {0} længere.", "Uret stilles tilbage, men reaktionstiden tælles i virkelige timer."],
    ["The night is {0} longer.", "Clocks go back, but the response time is counted in real hours."],
);
const UNTIL_DONE: EmphasisedMessage<0> = emphasised(
    ["Derefter arbejder AURA uafbrudt,", "til fejlen er rettet – også på helligdage."],
    ["From then on AURA works without a break", "until the fault is repaired – on public holidays, too."],
);
const REPAIR_HOURS: EmphasisedMessage<1> = emphasised(
    ["Fejl rettes {0}.", "Er fejlen ikke rettet samme dag, genoptages arbejdet næste hverdag."],
    ["Repair hours are {0}.", "If the fault is not repaired that day, work resumes the next weekday."],
);
const STATUS_UPDATES: EmphasisedMessage<0> = emphasised(
    ["Du får løbende status", "og en klarmelding, når fejlen er rettet."],
    ["You get status updates,", "and the all-clear when the fault is repaired."],
);

/// A note, as its emphasised beginning and the rest.
pub fn note(language: Language, note: &Note, responses: &Responses, contact: &Contact) -> (String, String) {
    let at = |instant: Timestamp| times::moment(language, instant, responses.now);
    match note {
        Note::Passed(by) => {
            let passed = match by {
                ServiceMode::Remote => REMOTE_PASSED,
                ServiceMode::OnSite => ON_SITE_PASSED,
            };
            passed.format(language, [&contact.phone_shown, &contact.press])
        }
        Note::PhoneOpens(opens) => {
            let message = if responses.reported_now { PHONE_OPENS } else { PHONE_OPENS_THEN };
            message.format(language, [&at(*opens)])
        }
        Note::SameDeadlines { from, to } => {
            let now = *from == responses.report && responses.reported_now;
            let from = if now { NOW.get(language).to_owned() } else { at(*from) };
            SAME_DEADLINES.format(language, [&from, &at(*to)])
        }
        Note::WorkFrom { from, deadline, repair } => {
            let [repair, deadline] = [hours::weekly(language, repair), times::clock(language, *deadline)];
            WORK_FROM.format(language, [&at(*from), &repair, &deadline])
        }
        Note::ClockChange { forward_seconds } => {
            let change = if *forward_seconds > 0 { CLOCK_FORWARD } else { CLOCK_BACK };
            change.format(language, [&times::duration(language, forward_seconds.unsigned_abs().into())])
        }
        Note::UntilDone => UNTIL_DONE.format(language, []),
        Note::RepairHours(repair) => REPAIR_HOURS.format(language, [&hours::weekly(language, repair)]),
        Note::StatusUpdates => STATUS_UPDATES.format(language, []),
    }
}
