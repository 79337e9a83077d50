//! How is the time of a report asked for and told?
//!
//! These words are none of [`Messages`]'s fields: what asks for a report's time is fetched after the first answer.

use chrono::NaiveTime;

use super::times::nth;
use super::{Language, Messages, Sentence, capitalised, danish, english};
use crate::calendar::SpecialDay;
use crate::report_input::{DateInputError, Occurrence, Preset, ReportDraft, TimeInputError, Vocabulary, occurrence};
use crate::time::{DayTime, Timestamp, copenhagen};

/// The words for the time of a report.
#[cfg_attr(test, derive(Debug))]
pub struct WhatIf {
    /// What is asked, and completed by one of the next two.
    pub reported: &'static str,
    /// The choice of whenever now is.
    pub now: &'static str,
    /// The choice of another time.
    pub choose: &'static str,
    /// What the presets are.
    pub presets: &'static str,
    /// The field of the date.
    pub date: &'static str,
    /// What may be typed there.
    pub date_example: &'static str,
    /// The field of the time of day.
    pub time: &'static str,
    /// What may be typed there.
    pub time_example: &'static str,
    /// The button for the day before.
    pub day_earlier: &'static str,
    /// The button for the day after.
    pub day_later: &'static str,
    /// What the fields understand.
    pub vocabulary: Vocabulary,
    /// A date in its field: the weekday, the day, one of the following, the year.
    pub(super) typed_date: Sentence<4>,
    /// What follows the day of each month, January first.
    pub(super) typed_months: [&'static str; 12],
    /// A full hour.
    pub(super) full_hour: Sentence<1>,
    pub(super) this_evening: Sentence<1>,
    pub(super) tomorrow_evening: Sentence<1>,
    pub(super) saturday: Sentence<1>,
    /// The holiday's name and the hour.
    pub(super) holiday: Sentence<2>,
    /// A report that has been made: when, and by which clocks.
    pub(super) was_reported: Sentence<2>,
    /// A report to come: the same.
    pub(super) will_be_reported: Sentence<2>,
    pub(super) danish_time: &'static str,
    pub(super) summer_time: &'static str,
    pub(super) winter_time: &'static str,
    pub(super) no_date: &'static str,
    /// What was typed.
    pub(super) unreadable_date: Sentence<1>,
    /// The same.
    pub(super) no_such_day: Sentence<1>,
    /// The same, the date without its weekday, and that weekday.
    pub(super) other_weekday: Sentence<3>,
    /// What was typed.
    pub(super) outside_years: Sentence<1>,
    pub(super) no_time: &'static str,
    /// What was typed.
    pub(super) unreadable_time: Sentence<1>,
    /// The same.
    pub(super) no_such_time: Sentence<1>,
    /// The time that the answers are for, and by which clocks.
    pub(super) still: Sentence<2>,
    /// The time that is skipped, and the one that is taken.
    pub(super) skipped: Sentence<2>,
    /// The time that comes twice.
    pub(super) which: Sentence<1>,
    /// The time that comes twice.
    pub(super) first: Sentence<1>,
    /// The time that comes twice.
    pub(super) second: Sentence<1>,
}

/// The words for the time of a report, in that language.
pub fn what_if(language: Language) -> &'static WhatIf {
    match language {
        Language::Danish => &danish::WHAT_IF,
        Language::English => &english::WHAT_IF,
    }
}

impl WhatIf {
    /// A preset, with its moment: `I aften kl. 22`.
    pub fn preset(&self, say: &Messages, preset: Preset, at: Timestamp, now: Timestamp) -> String {
        let time = copenhagen::to_local(at).time;
        let clock = say.time_of_day(time);
        let hour = match clock.strip_suffix("00") {
            Some(hour) => self.full_hour.with([hour.trim_end_matches(|mark: char| !mark.is_ascii_digit())]),
            None => say.clock(at),
        };
        match preset {
            Preset::Evening if copenhagen::date(at) == copenhagen::date(now) => self.this_evening.with([&hour]),
            Preset::Evening => self.tomorrow_evening.with([&hour]),
            Preset::Saturday => self.saturday.with([&hour]),
            Preset::Holiday(holiday) => {
                let name = capitalised(&say.special_day(&SpecialDay::PublicHoliday(holiday)));
                self.holiday.with([&name, &hour])
            }
        }
    }

    /// The text that would have been typed for a report at that time.
    pub fn draft(&self, say: &Messages, report: Timestamp) -> ReportDraft {
        use chrono::Datelike;
        let local = copenhagen::to_local(report);
        let (day, year) = (local.date.day().to_string(), local.date.year().to_string());
        let month = nth(&self.typed_months, local.date.month0());
        // Spaces as they are typed.
        let date = self.typed_date.with([say.short_weekday(local.date), &day, month, &year]).replace('\u{a0}', " ");
        ReportDraft { date, time: say.time_of_day(local.time), occurrence: occurrence(report), entered: true }
    }

    /// For which time the answers are: `Fejlen er meldt fredag 3. april 2026 kl. 15.00, dansk tid.`
    pub fn reported_at(&self, say: &Messages, report: Timestamp, now: Timestamp) -> String {
        let sentence = if report <= now { self.was_reported } else { self.will_be_reported };
        sentence.with([&say.full_date_time(report), self.clocks(report)])
    }

    /// That they are still for that time.
    pub fn still(&self, say: &Messages, report: Timestamp) -> String {
        self.still.with([&say.full_date_time(report), self.clocks(report)])
    }

    /// Of two times that Danish clocks show alike it says which.
    fn clocks(&self, report: Timestamp) -> &'static str {
        match occurrence(report) {
            None => self.danish_time,
            Some(Occurrence::First) => self.summer_time,
            Some(Occurrence::Second) => self.winter_time,
        }
    }

    /// What is wrong with a date that was typed.
    pub fn wrong_date(&self, say: &Messages, typed: &str, why: DateInputError) -> String {
        match why {
            DateInputError::Missing => self.no_date.to_owned(),
            DateInputError::Unreadable => self.unreadable_date.with([typed]),
            DateInputError::NoSuchDay => self.no_such_day.with([typed]),
            DateInputError::OtherWeekday(date) => {
                self.other_weekday.with([typed, &say.date_with_year(date), say.weekday(date)])
            }
            DateInputError::OutsideYears => self.outside_years.with([typed]),
        }
    }

    /// What is wrong with a time of day that was typed.
    pub fn wrong_time(&self, typed: &str, why: TimeInputError) -> String {
        match why {
            TimeInputError::Missing => self.no_time.to_owned(),
            TimeInputError::Unreadable => self.unreadable_time.with([typed]),
            TimeInputError::NoSuchTime => self.no_such_time.with([typed]),
        }
    }

    /// That Danish clocks skip the time, and what is taken instead.
    pub fn skipped(&self, say: &Messages, time: DayTime, taken: Timestamp) -> String {
        let seconds = time.seconds().unsigned_abs();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        self.skipped.with([&say.time_of_day(time), &say.clock(taken)])
    }

    /// Which of two times it is that Danish clocks show alike: the question and both answers.
    pub fn which(&self, say: &Messages, first: Timestamp) -> [String; 3] {
        let time = say.time_of_day(copenhagen::to_local(first).time);
        [self.which, self.first, self.second].map(|sentence| sentence.with([&time]))
    }
}

/// What is understood is not what is said: the languages have not as many words for it.
#[cfg(test)]
impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").finish_non_exhaustive()
    }
}
