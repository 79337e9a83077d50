//! Messages for dates, times of day and durations.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};

use super::message::{CountedMessage, Label, Message, counted, label, message};
use super::{Language, list, typeset};
use crate::time::Timestamp;
use crate::time::copenhagen::{date, to_local};

const SHOWN_TIME: Message<1> = message("Du ser {0} – ikke nu.", "You are seeing {0} – not now.");

/// A warning that the shown time is not the present.
pub fn shown_time(language: Language, now: Timestamp) -> String {
    SHOWN_TIME.format(language, [&full_date_time(language, now)])
}

/// Monday first.
pub(super) const WEEKDAYS: [Label; 7] = [
    label("mandag", "Monday"),
    label("tirsdag", "Tuesday"),
    label("onsdag", "Wednesday"),
    label("torsdag", "Thursday"),
    label("fredag", "Friday"),
    label("lørdag", "Saturday"),
    label("søndag", "Sunday"),
];

/// `mandag`.
pub fn weekday(language: Language, date: NaiveDate) -> &'static str {
    nth_label(language, &WEEKDAYS, date.weekday().num_days_from_monday())
}

/// Monday first.
const SHORT_WEEKDAYS: [Label; 7] = [
    label("man", "Mon"),
    label("tir", "Tue"),
    label("ons", "Wed"),
    label("tor", "Thu"),
    label("fre", "Fri"),
    label("lør", "Sat"),
    label("søn", "Sun"),
];

/// `man`.
pub fn short_weekday(language: Language, date: NaiveDate) -> &'static str {
    nth_label(language, &SHORT_WEEKDAYS, date.weekday().num_days_from_monday())
}

const DAY_OF_MONTH: Message<1> = message("{0}.", "{0}");

/// `7.`.
pub fn day_of_month(language: Language, date: NaiveDate) -> String {
    DAY_OF_MONTH.format(language, [&date.day().to_string()])
}

pub(super) const MONTHS: [Label; 12] = [
    label("januar", "January"),
    label("februar", "February"),
    label("marts", "March"),
    label("april", "April"),
    label("maj", "May"),
    label("juni", "June"),
    label("juli", "July"),
    label("august", "August"),
    label("september", "September"),
    label("oktober", "October"),
    label("november", "November"),
    label("december", "December"),
];

/// `april`.
pub fn month(language: Language, date: NaiveDate) -> &'static str {
    nth_label(language, &MONTHS, date.month0())
}

/// The label at an index of a table; empty past its end.
pub(super) fn nth_label(language: Language, labels: &[Label], index: u32) -> &'static str {
    labels.get(index as usize).map_or("", |label| label.get(language))
}

/// `7. april 2026`.
pub fn date_with_year(language: Language, date: NaiveDate) -> String {
    typeset(&format!("{} {} {}", day_of_month(language, date), month(language, date), date.year()))
}

/// `tirsdag 7. april`, with the year if it differs from that of `today`.
pub fn day(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let day = format!("{} {} {}", weekday(language, date), day_of_month(language, date), month(language, date));
    typeset(&if date.year() == today.year() { day } else { format!("{day} {}", date.year()) })
}

/// `i dag, fredag`, `i morgen, lørdag` or `tirsdag 7. april`.
pub fn near_day(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    match nearness(language, date, today) {
        Some(near) => format!("{near}, {}", weekday(language, date)),
        None => day(language, date, today),
    }
}

pub(super) const TODAY: Label = label("i dag", "today");
const TOMORROW: Label = label("i morgen", "tomorrow");

fn nearness(language: Language, date: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if date == today {
        Some(TODAY.get(language))
    } else if date == today + Days::new(1) {
        Some(TOMORROW.get(language))
    } else {
        None
    }
}

/// A time of day within a sentence.
pub(super) const CLOCK: Message<1> = message("kl. {0}", "{0}");

/// `kl. 8.00`, in Danish time.
pub fn clock(language: Language, instant: Timestamp) -> String {
    CLOCK.format(language, [&time_of_day(language, to_local(instant).time)])
}

/// `8.00`.
pub(super) fn time_of_day(language: Language, time: NaiveTime) -> String {
    let (separator, hour_digits) = (separator(language), hour_digits(language));
    format!("{:0hour_digits$}{separator}{:02}", time.hour(), time.minute())
}

/// What separates the hour from the minute.
pub(super) const fn separator(language: Language) -> &'static str {
    match language {
        Language::Danish => ".",
        Language::English => ":",
    }
}

/// The least number of digits of an hour.
pub(super) const fn hour_digits(language: Language) -> usize {
    match language {
        Language::Danish => 1,
        Language::English => 2,
    }
}

const NEAR_MOMENT: Message<2> = message("{0} {1}", "{1} {0}");
pub(super) const FAR_MOMENT: Message<2> = message("{0} {1}", "{0} at {1}");

/// `i dag kl. 8.00`, `i morgen kl. 10.00` or `tirsdag 7. april kl. 16.00`, in Danish time.
pub fn moment(language: Language, instant: Timestamp, now: Timestamp) -> String {
    let (day_of, today) = (date(instant), date(now));
    let clock = clock(language, instant);
    match nearness(language, day_of, today) {
        Some(near) => NEAR_MOMENT.format(language, [near, &clock]),
        None => FAR_MOMENT.format(language, [&day(language, day_of, today), &clock]),
    }
}

const FULL_DATE_TIME: Message<2> = message("{0} {1}", "{0}, {1}");

/// `fredag 3. april 2026 kl. 15.00`, in Danish time.
pub fn full_date_time(language: Language, instant: Timestamp) -> String {
    let date = date(instant);
    let day = format!("{} {}", weekday(language, date), date_with_year(language, date));
    FULL_DATE_TIME.format(language, [&day, &clock(language, instant)])
}

const AHEAD: Message<1> = message("om {0}", "in {0}");
const AGO: Message<1> = message("for {0} siden", "{0} ago");
const NOW: Label = label("nu", "now");

/// `om 3 dage og 20 timer`, `om 25 minutter`, `for 2 timer siden`, or `nu`: the distance from the start of the minute
/// of `now`, in whole minutes.
pub fn relative(language: Language, instant: Timestamp, now: Timestamp) -> String {
    let seconds = instant.seconds_since(now.start_of_minute());
    match seconds {
        60.. => AHEAD.format(language, [&duration(language, seconds)]),
        ..=-60 => AGO.format(language, [&duration(language, -seconds)]),
        _ => NOW.get(language).to_owned(),
    }
}

/// `5 dage og 21 timer`, `3 timer og 20 minutter`, `25 minutter`: at most two units, rounded down.
pub fn duration(language: Language, seconds: i64) -> String {
    let minutes = seconds / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    units(language, [days, hours, if days > 0 { 0 } else { minutes }])
}

/// `8 timer`, `1 time og 30 minutter`: a working time, which is not measured in days.
pub fn hours_and_minutes(language: Language, seconds: i64) -> String {
    units(language, [0, seconds / 3600, seconds / 60 % 60])
}

const MINUTES: CountedMessage = counted(label("minut", "minute"), label("minutter", "minutes"));
/// Days, hours and minutes.
const UNITS: [CountedMessage; 3] = [
    counted(label("dag", "day"), label("dage", "days")),
    counted(label("time", "hour"), label("timer", "hours")),
    MINUTES,
];

fn units(language: Language, counts: [i64; 3]) -> String {
    let units = counts.into_iter().zip(UNITS).filter(|(count, _)| *count > 0);
    let parts: Vec<_> = units.map(|(count, unit)| unit.format(language, count)).collect();
    typeset(&if parts.is_empty() { MINUTES.format(language, 0) } else { list(language, &parts) })
}
