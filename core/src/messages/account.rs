//! Messages about the account of a deadline and the progress of its clock.

use chrono::NaiveDate;

use super::message::{EmphasisedMessage, Label, Message, emphasised, label, message};
use super::{Language, hours, list, text, timeline, times};
use crate::answers::timeline::DateFormat;
use crate::answers::{AccountLine, AlternativeAnswer, Cause, LineKind, Progress, ResponseDeadline};
use crate::calendar::WeeklySchedule;
use crate::time::{DayTime, Timestamp, copenhagen};

const ONE_WEEK: Message<1> = message("1 hel uge à {0}", "1 whole week of {0}");
const WEEKS: Message<2> = message("{0} hele uger à {1}", "{0} whole weeks of {1}");
const CLOSED: Message<1> = message("{0}, lukket", "{0}, closed");
const NIGHT_SHORTER: Label = label("natten er en time kortere", "the night is one hour shorter");
const NIGHT_LONGER: Label = label("natten er en time længere", "the night is one hour longer");

/// The columns of a line: `ons. 1/4`, `kl. 15.10–16.00`, `50 min.`.
pub fn line(language: Language, line: &AccountLine) -> [String; 3] {
    let AccountLine { first, last, counted_seconds, kind, .. } = line;
    let kind = match kind {
        LineKind::Counts(hours) => {
            let hours: Vec<_> = hours.iter().map(|hours| exact_hours(language, hours.from(), hours.to())).collect();
            hours::AT_HOURS.format(language, [&list(language, &hours)])
        }
        LineKind::Weeks(weeks) => {
            let each = exact(language, counted_seconds.checked_div(*weeks).unwrap_or_default());
            if *weeks == 1 {
                ONE_WEEK.format(language, [&each])
            } else {
                WEEKS.format(language, [&weeks.to_string(), &each])
            }
        }
        LineKind::Paused(causes) => {
            let causes: Vec<_> = causes.iter().map(|reason| cause(language, reason)).collect();
            let causes = list(language, &causes);
            match line.pause_times() {
                Some((from, to)) => {
                    let hours = exact_hours(language, from, to);
                    format!("{}, {causes}", hours::AT_HOURS.format(language, [&hours]))
                }
                None => CLOSED.format(language, [&causes]),
            }
        }
        LineKind::ClockChange { forward_seconds: 0.. } => NIGHT_SHORTER.get(language).to_owned(),
        LineKind::ClockChange { .. } => NIGHT_LONGER.get(language).to_owned(),
    };
    [short_dates(language, *first, *last), kind, exact(language, *counted_seconds)]
}

const OUTSIDE_HOURS: Label = label("uden for tidsrummet", "outside these hours");
const WEEKEND: Label = label("weekend", "the weekend");
const CLOSED_WEEKDAY: Label = label("ugedag uden timer", "weekday without hours");

fn cause(language: Language, cause: &Cause) -> String {
    match cause {
        Cause::OutsideHours => OUTSIDE_HOURS.get(language).to_owned(),
        Cause::Weekend => WEEKEND.get(language).to_owned(),
        Cause::ClosedWeekday => CLOSED_WEEKDAY.get(language).to_owned(),
        Cause::SpecialDay(day) => hours::special_day(language, day),
        Cause::Exception(reason) => text(language, reason),
    }
}

const TOTAL: Label = label("I alt", "Total");
const DEADLINE: Message<2> = message("frist {0} {1}", "deadline {0}, {1}");
const DEADLINE_ROUNDED: Message<2> = message("frist {0} {1} (rundet op)", "deadline {0}, {1} (rounded up)");

/// The columns of the last line: `I alt`, `frist tir. 7/4 kl. 15.10`, `8 t.`.
pub fn total(language: Language, answer: &ResponseDeadline) -> [String; 3] {
    let rounded = answer.span().is_some_and(|span| span.end != answer.deadline);
    let date = short_date(language, copenhagen::date(answer.deadline));
    let deadline = if rounded { DEADLINE_ROUNDED } else { DEADLINE };
    let deadline = deadline.format(language, [&date, &times::clock(language, answer.deadline)]);
    [TOTAL.get(language).to_owned(), deadline, exact(language, answer.working_seconds)]
}

const COUNTED_HOURS: Message<1> = message("Reaktionstiden tæller {0}.", "The response time counts these hours: {0}.");

/// `Reaktionstiden tæller hverdage kl. 8–16.`
pub fn counted_hours(language: Language, clock: &WeeklySchedule) -> String {
    COUNTED_HOURS.format(language, [&hours::weekly(language, clock)])
}

const READING_IN_FORCE: EmphasisedMessage<2> =
    emphasised(["Fortolkning:", "{0}: {1}."], ["Interpretation:", "{0}: {1}."]);

/// What an interpretation decides and its value in force, as an emphasised beginning and the rest.
pub fn interpretation_in_force<A>(language: Language, other: &AlternativeAnswer<A>) -> (String, String) {
    let (about, value) = (&other.interpretation.about, &other.interpretation.value.text);
    READING_IN_FORCE.format(language, [&text(language, about), &text(language, value)])
}

const PASSED: Message<2> =
    message("Der er gået {0} af reaktionstiden på {1}.", "The clock has counted {0} of the response time of {1}.");
const GOES_ON: Message<1> = message("Den tæller videre fra {0}.", "It goes on from {0}.");
const NONE_PASSED: Message<1> =
    message("Reaktionstiden på {0} er ikke begyndt.", "The response time of {0} has not begun.");
const BEGINS: Message<1> = message("Den tæller fra {0}.", "It counts from {0}.");

/// `Der er gået 50 minutter af reaktionstiden på 8 timer. Den tæller videre fra tirsdag 7. april kl. 8.00.`
pub fn progress(language: Language, progress: Progress, now: Timestamp) -> String {
    let Progress { counted_seconds, target_seconds, counts_from } = progress;
    let target = times::hours_and_minutes(language, target_seconds);
    let (passed, from) = match counted_seconds {
        0 => (NONE_PASSED.format(language, [&target]), BEGINS),
        _ => {
            let counted = times::hours_and_minutes(language, counted_seconds);
            (PASSED.format(language, [&counted, &target]), GOES_ON)
        }
    };
    match counts_from {
        Some(at) => format!("{passed} {}", from.format(language, [&times::moment(language, at, now)])),
        None => passed,
    }
}

fn short_dates(language: Language, first: NaiveDate, last: NaiveDate) -> String {
    let dates = short_date(language, first);
    if first == last { dates } else { format!("{dates}–{}", short_date(language, last)) }
}

const SHORT_DATE: Message<2> = message("{0}.\u{a0}{1}", "{0}\u{a0}{1}");

/// `ons. 1/4`.
fn short_date(language: Language, date: NaiveDate) -> String {
    let day = timeline::short_date(language, date, DateFormat::DayMonth);
    SHORT_DATE.format(language, [times::short_weekday(language, date), &day])
}

/// `15.10–16.00`; with seconds unless they are zero.
fn exact_hours(language: Language, from: DayTime, to: DayTime) -> String {
    format!("{}–{}", exact_time(language, from), exact_time(language, to))
}

fn exact_time(language: Language, time: DayTime) -> String {
    let (seconds, separator) = (time.seconds(), times::separator(language));
    let hour_digits = times::hour_digits(language);
    let minute = format!("{:0hour_digits$}{separator}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { minute } else { format!("{minute}{separator}{:02}", seconds % 60) }
}

const UNITS: [Label; 3] = [label("t.", "h"), label("min.", "min"), label("sek.", "s")];

/// `7 t. 10 min.`, to the second. A line may break only before the seconds, which hardly any account has.
fn exact(language: Language, seconds: i64) -> String {
    let mut exact = String::new();
    let counts = [seconds / 3600, seconds / 60 % 60, seconds % 60];
    for ((count, unit), before) in counts.iter().zip(UNITS).zip(["", "\u{a0}", " "]) {
        if *count > 0 {
            exact.push_str(if exact.is_empty() { "" } else { before });
            exact.push_str(&format!("{count}\u{a0}{}", unit.get(language)));
        }
    }
    if exact.is_empty() { format!("0\u{a0}{}", UNITS[0].get(language)) } else { exact }
}
