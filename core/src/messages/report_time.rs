//! Messages about the report time that a customer chooses or types.

use chrono::NaiveTime;

use super::message::{Label, Message, label, message};
use super::{Language, capitalised, hours, timeline, times};
use crate::answers::timeline::DateFormat;
use crate::calendar::SpecialDay;
use crate::report_input::{
    DateInputError, Occurrence, Preset, ReportDraft, TimeInputError, Vocabulary, fold_occurrence,
};
use crate::time::{DayTime, Timestamp, copenhagen};

/// The legend of the choice between [`NOW`] and [`CHOOSE`].
pub const REPORTED: Label = label("Fejlen meldes", "The fault is reported");
pub const NOW: Label = label("Nu", "Now");
pub const CHOOSE: Label = label("Vælg tidspunkt", "Choose a time");
pub const PRESETS: Label = label("Forslag til tidspunkt", "Suggested times");
pub const DATE: Label = label("Dato", "Date");
pub const DATE_EXAMPLE: Label = label("fx 3/4 eller i morgen", "e.g. 3 April or tomorrow");
pub const TIME: Label = label("Klokkeslæt", "Time");
pub const TIME_EXAMPLE: Label = label("fx 9.12", "e.g. 09:12");
pub const DAY_EARLIER: Label = label("En dag tidligere", "One day earlier");
pub const DAY_LATER: Label = label("En dag senere", "One day later");

/// The words that the parser of typed report times understands.
pub fn vocabulary(language: Language) -> Vocabulary {
    let (weekdays, months) =
        (times::WEEKDAYS.map(|name| name.get(language)), times::MONTHS.map(|name| name.get(language)));
    match language {
        Language::Danish => Vocabulary {
            weekdays,
            months,
            relative_days: &[
                ("dag", 0),
                ("idag", 0),
                ("morgen", 1),
                ("imorgen", 1),
                ("overmorgen", 2),
                ("går", -1),
                ("igår", -1),
                ("forgårs", -2),
            ],
            last_words: &["sidste", "forrige"],
            date_fillers: &["i", "den", "d", "på"],
            time_fillers: &["kl", "klokken"],
            day_halves: &[],
        },
        Language::English => Vocabulary {
            weekdays,
            months,
            relative_days: &[("today", 0), ("tomorrow", 1), ("yesterday", -1)],
            last_words: &["last"],
            date_fillers: &["the", "of", "on", "st", "nd", "rd", "th"],
            time_fillers: &["at"],
            day_halves: &[("am", 0), ("pm", 12)],
        },
    }
}

const FULL_HOUR: Message<1> = message("kl. {0}", "{0}:00");
const THIS_EVENING: Message<1> = message("I aften {0}", "This evening, {0}");
const TOMORROW_EVENING: Message<1> = message("I morgen aften {0}", "Tomorrow evening, {0}");
const SATURDAY: Message<1> = message("Lørdag {0}", "Saturday, {0}");
const HOLIDAY: Message<2> = message("{0} {1}", "{0}, {1}");

/// `I aften kl. 22`.
pub fn preset(language: Language, preset: Preset, at: Timestamp, now: Timestamp) -> String {
    let time = times::time_of_day(language, copenhagen::to_local(at).time);
    let hour = match time.strip_suffix("00") {
        Some(hour) => FULL_HOUR.format(language, [hour.trim_end_matches(|mark: char| !mark.is_ascii_digit())]),
        None => times::clock(language, at),
    };
    match preset {
        Preset::Evening if copenhagen::date(at) == copenhagen::date(now) => THIS_EVENING.format(language, [&hour]),
        Preset::Evening => TOMORROW_EVENING.format(language, [&hour]),
        Preset::Saturday => SATURDAY.format(language, [&hour]),
        Preset::Holiday(holiday) => {
            let name = hours::special_day(language, &SpecialDay::PublicHoliday(holiday));
            HOLIDAY.format(language, [&capitalised(&name), &hour])
        }
    }
}

/// The draft that parses to that report time: `fre 3/4 2026` and `15.00`.
pub fn draft(language: Language, report: Timestamp) -> ReportDraft {
    let local = copenhagen::to_local(report);
    let day = timeline::short_date(language, local.date, DateFormat::Year);
    // Ordinary spaces, as the customer would type them.
    let date = format!("{} {day}", times::short_weekday(language, local.date)).replace('\u{a0}', " ");
    let time = times::time_of_day(language, local.time);
    ReportDraft { date, time, occurrence: fold_occurrence(report), entered: true }
}

const WAS_REPORTED: Message<2> = message("Fejlen er meldt {0}, {1}.", "The fault was reported on {0}, {1}.");
const WILL_BE_REPORTED: Message<2> = message("Fejlen meldes {0}, {1}.", "The fault will be reported on {0}, {1}.");

/// `Fejlen er meldt fredag 3. april 2026 kl. 15.00, dansk tid.`
pub fn reported_at(language: Language, report: Timestamp, now: Timestamp) -> String {
    let sentence = if report <= now { WAS_REPORTED } else { WILL_BE_REPORTED };
    sentence.format(language, [&times::full_date_time(language, report), time_zone(language, report)])
}

const STILL: Message<2> = message("Svarene gælder stadig {0}, {1}.", "The answers are still for {0}, {1}.");

/// The report time that the answers keep while the typed one cannot be used.
pub fn still(language: Language, report: Timestamp) -> String {
    STILL.format(language, [&times::full_date_time(language, report), time_zone(language, report)])
}

const DANISH_TIME: Label = label("dansk tid", "Danish time");
const SUMMER_TIME: Label = label("dansk sommertid", "Danish summer time");
const WINTER_TIME: Label = label("dansk vintertid", "Danish winter time");

/// Names summer or winter time only in the fold of autumn, where it is needed.
fn time_zone(language: Language, report: Timestamp) -> &'static str {
    let name = match fold_occurrence(report) {
        None => DANISH_TIME,
        Some(Occurrence::First) => SUMMER_TIME,
        Some(Occurrence::Second) => WINTER_TIME,
    };
    name.get(language)
}

const NO_DATE: Label = label(
    "Datoen mangler. Skriv den som 3/4, 3. april 2026 eller i morgen.",
    "The date is missing. Type it as 3/4 (3 April), 3 April 2026 or tomorrow.",
);
const UNREADABLE_DATE: Message<1> = message(
    "»{0}« kan ikke læses som en dato. Skriv den som 3/4, 3. april 2026 eller i morgen.",
    "“{0}” cannot be read as a date. Type it as 3/4 (3 April), 3 April 2026 or tomorrow.",
);
const NO_SUCH_DAY: Message<1> = message(
    "»{0}« findes ikke i kalenderen. Skriv en dato som 3/4 eller 3. april 2026.",
    "“{0}” is not in the calendar. Type a date as 3/4 (3 April) or 3 April 2026.",
);
const OTHER_WEEKDAY: Message<3> = message("»{0}« passer ikke: {1} er en {2}.", "“{0}” does not fit: {1} is a {2}.");
const OUTSIDE_YEARS: Message<1> = message(
    "»{0}« ligger for langt væk. Skriv en dato fra 1990 til 2099.",
    "“{0}” is too far away. Type a date from 1990 to 2099.",
);

/// The error of the date field, which holds the `typed` text.
pub fn wrong_date(language: Language, typed: &str, error: DateInputError) -> String {
    match error {
        DateInputError::Missing => NO_DATE.get(language).to_owned(),
        DateInputError::Unreadable => UNREADABLE_DATE.format(language, [typed]),
        DateInputError::NoSuchDay => NO_SUCH_DAY.format(language, [typed]),
        DateInputError::OtherWeekday(date) => {
            let weekday = times::weekday(language, date);
            OTHER_WEEKDAY.format(language, [typed, &times::date_with_year(language, date), weekday])
        }
        DateInputError::OutsideYears => OUTSIDE_YEARS.format(language, [typed]),
    }
}

const NO_TIME: Label = label(
    "Klokkeslættet mangler. Skriv det som 9.12, 15 eller kl. 15.00.",
    "The time is missing. Type it as 09:12, 15 or 3 pm.",
);
const UNREADABLE_TIME: Message<1> = message(
    "»{0}« kan ikke læses som et klokkeslæt. Skriv det som 9.12, 15 eller kl. 15.00.",
    "“{0}” cannot be read as a time. Type it as 09:12, 15 or 3 pm.",
);
const NO_SUCH_TIME: Message<1> = message(
    "»{0}« er intet klokkeslæt. Skriv et fra 0.00 til 24.00.",
    "“{0}” is not a time of day. Type one from 00:00 to 24:00.",
);

/// The error of the time field, which holds the `typed` text.
pub fn wrong_time(language: Language, typed: &str, error: TimeInputError) -> String {
    match error {
        TimeInputError::Missing => NO_TIME.get(language).to_owned(),
        TimeInputError::Unreadable => UNREADABLE_TIME.format(language, [typed]),
        TimeInputError::NoSuchTime => NO_SUCH_TIME.format(language, [typed]),
    }
}

const SKIPPED: Message<2> = message(
    "Klokken bliver ikke {0} den nat, for uret stilles en time frem. Svarene gælder i stedet {1}.",
    "It is never {0} that night, since clocks go forward an hour. The answers are for {1} instead.",
);

/// The message for a `time` in the gap of spring, and the report time that is `taken` instead.
pub fn skipped(language: Language, time: DayTime, taken: Timestamp) -> String {
    let seconds = time.seconds().unsigned_abs();
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
    SKIPPED.format(language, [&times::time_of_day(language, time), &times::clock(language, taken)])
}

const WHICH: Message<1> = message(
    "Klokken bliver {0} to gange den nat, for uret stilles tilbage. Hvilken mener du?",
    "It is {0} twice that night, since clocks go back. Which one do you mean?",
);
const FIRST: Message<1> = message("Kl. {0} sommertid, første gang", "{0} summer time, the first one");
const SECOND: Message<1> = message("Kl. {0} vintertid, en time senere", "{0} winter time, an hour later");

/// The question for a time in the fold of autumn, and its two answers.
pub fn which(language: Language, first: Timestamp) -> [String; 3] {
    let time = times::time_of_day(language, copenhagen::to_local(first).time);
    [WHICH, FIRST, SECOND].map(|text| text.format(language, [&time]))
}
