//! How is a deadline's account told, and how far its clock has come?

use chrono::{Datelike, NaiveDate};

use super::times::{TimeWords, nth};
use super::{Emphasised, Language, Messages, Sentence, danish, english};
use crate::answers::{AccountLine, AlternativeAnswer, Cause, LineKind, Progress, ResponseDeadline};
use crate::calendar::WeeklySchedule;
use crate::time::{DayTime, Timestamp, copenhagen};

/// The words for accounts, which are no part of [`Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct AccountWords {
    pub(super) language: Language,
    /// The weekday, the day of the month, the month.
    pub(super) date: Sentence<3>,
    /// As the above has them, January first.
    pub(super) months: [&'static str; 12],
    /// Exact hours, minutes and seconds.
    pub(super) units: [&'static str; 3],
    /// How much each of them counts.
    pub(super) one_week: Sentence<1>,
    /// How many, and how much each of them counts.
    pub(super) weeks: Sentence<2>,
    /// The causes.
    pub(super) closed: Sentence<1>,
    pub(super) outside_hours: &'static str,
    pub(super) weekend: &'static str,
    pub(super) closed_weekday: &'static str,
    pub(super) night_shorter: &'static str,
    pub(super) night_longer: &'static str,
    pub(super) total: &'static str,
    /// The date and the clock.
    pub(super) deadline: Sentence<2>,
    /// The same for one that was rounded up.
    pub(super) deadline_rounded: Sentence<2>,
    /// The hours that count.
    pub(super) clock: Sentence<1>,
    /// What a reading decides, and its value in force.
    pub(super) reading: Emphasised<2>,
    /// How much of how much has passed.
    pub(super) passed: Sentence<2>,
    /// Of how much nothing has passed.
    pub(super) none_passed: Sentence<1>,
    /// When it begins to count.
    pub(super) begins: Sentence<1>,
    /// When it goes on.
    pub(super) goes_on: Sentence<1>,
}

/// How accounts are told in that language.
pub const fn account(language: Language) -> &'static AccountWords {
    match language {
        Language::Danish => &danish::ACCOUNT,
        Language::English => &english::ACCOUNT,
    }
}

impl AccountWords {
    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// A line in its columns: `ons. 1/4`, `kl. 15.10–16.00`, `50 min.`.
    pub fn line(&self, line: &AccountLine) -> [String; 3] {
        let AccountLine { first, last, counted_seconds, kind, .. } = line;
        let say = self.say();
        let kind = match kind {
            LineKind::Counts(hours) => {
                let hours: Vec<_> = hours.iter().map(|hours| self.exact_hours(hours.from(), hours.to())).collect();
                say.hours.at_hours.with([&say.list(&hours)])
            }
            LineKind::Weeks(weeks) => {
                let each = self.exact(counted_seconds.checked_div(*weeks).unwrap_or_default());
                if *weeks == 1 { self.one_week.with([&each]) } else { self.weeks.with([&weeks.to_string(), &each]) }
            }
            LineKind::Paused(causes) => {
                let causes: Vec<_> = causes.iter().map(|cause| self.cause(cause)).collect();
                let causes = say.list(&causes);
                match line.pause_times() {
                    Some((from, to)) => format!("{}, {causes}", say.hours.at_hours.with([&self.exact_hours(from, to)])),
                    None => self.closed.with([&causes]),
                }
            }
            LineKind::ClockChange { forward_seconds: 0.. } => self.night_shorter.to_owned(),
            LineKind::ClockChange { .. } => self.night_longer.to_owned(),
        };
        [self.short_dates(*first, *last), kind, self.exact(*counted_seconds)]
    }

    /// The last line: `I alt`, `frist tir. 7/4 kl. 15.10`, `8 t.`.
    pub fn total(&self, answer: &ResponseDeadline) -> [String; 3] {
        let rounded = answer.span().is_some_and(|span| span.end != answer.deadline);
        let date = self.short_date(copenhagen::date(answer.deadline));
        let deadline = if rounded { self.deadline_rounded } else { self.deadline };
        let deadline = deadline.with([&date, &self.say().clock(answer.deadline)]);
        [self.total.to_owned(), deadline, self.exact(answer.working_seconds)]
    }

    /// Which hours a response time counts: `Reaktionstiden tæller hverdage kl. 8–16.`
    pub fn counted_hours(&self, clock: &WeeklySchedule) -> String {
        self.clock.with([&self.say().weekly(clock)])
    }

    /// What a reading decides and how it is read, in a strong beginning and the rest of it.
    pub fn reading_in_force<A>(&self, other: &AlternativeAnswer<A>) -> (String, String) {
        let (reading, say) = (&other.interpretation, self.say());
        self.reading.with([&say.text(&reading.about), &say.text(&reading.value.text)])
    }

    /// `Der er gået 50 minutter af reaktionstiden på 8 timer. Den tæller videre fra tirsdag 7. april kl. 8.00.`
    pub fn progress(&self, progress: Progress, now: Timestamp) -> String {
        let Progress { counted_seconds, target_seconds, counts_from } = progress;
        let say = self.say();
        let target = say.hours_and_minutes(target_seconds);
        let (come, from) = match counted_seconds {
            0 => (self.none_passed.with([&target]), self.begins),
            _ => (self.passed.with([&say.hours_and_minutes(counted_seconds), &target]), self.goes_on),
        };
        match counts_from {
            Some(at) => format!("{come} {}", from.with([&say.moment(at, now)])),
            None => come,
        }
    }

    fn cause(&self, cause: &Cause) -> String {
        match cause {
            Cause::OutsideHours => self.outside_hours.to_owned(),
            Cause::Weekend => self.weekend.to_owned(),
            Cause::ClosedWeekday => self.closed_weekday.to_owned(),
            Cause::SpecialDay(day) => self.say().special_day(day),
            Cause::Exception(reason) => self.say().text(reason),
        }
    }

    fn short_dates(&self, first: NaiveDate, last: NaiveDate) -> String {
        let dates = self.short_date(first);
        if first == last { dates } else { format!("{dates}–{}", self.short_date(last)) }
    }

    fn short_date(&self, date: NaiveDate) -> String {
        let weekday = self.say().short_weekday(date);
        self.date.with([weekday, &date.day().to_string(), nth(&self.months, date.month0())])
    }

    /// `15.10–16.00`; with the seconds where there are any.
    fn exact_hours(&self, from: DayTime, to: DayTime) -> String {
        format!("{}–{}", self.exact_time(from), self.exact_time(to))
    }

    fn exact_time(&self, time: DayTime) -> String {
        let (seconds, TimeWords { separator, hour_digits, .. }) = (time.seconds(), &self.say().times);
        let minute = format!("{:0hour_digits$}{separator}{:02}", seconds / 3600, seconds / 60 % 60);
        if seconds % 60 == 0 { minute } else { format!("{minute}{separator}{:02}", seconds % 60) }
    }

    /// `7 t. 10 min.`, to the second. A line may break before the seconds alone, which hardly any account has.
    fn exact(&self, seconds: i64) -> String {
        let mut exact = String::new();
        let counts = [seconds / 3600, seconds / 60 % 60, seconds % 60];
        for ((count, unit), before) in counts.iter().zip(self.units).zip(["", "\u{a0}", " "]) {
            if *count > 0 {
                exact.push_str(if exact.is_empty() { "" } else { before });
                exact.push_str(&format!("{count}\u{a0}{unit}"));
            }
        }
        if exact.is_empty() { format!("0\u{a0}{}", self.units[0]) } else { exact }
    }
}
