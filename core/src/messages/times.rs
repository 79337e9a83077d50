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

#[cfg(test)]
mod tests {
    use super::*;

    const DANISH: Language = Language::Danish;
    const ENGLISH: Language = Language::English;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn date_of(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ").replace('\u{2060}', "")
    }

    #[test]
    fn moments() {
        fn check(instant: &str, danish: &str, english: &str) {
            let (instant, now) = (at(instant), at("2026-04-03T15:00+02:00"));
            assert_eq!(plain(&moment(DANISH, instant, now)), danish);
            assert_eq!(plain(&moment(ENGLISH, instant, now)), english);
        }
        check("2026-04-03T18:00+02:00", "i dag kl. 18.00", "18:00 today");
        check("2026-04-04T08:05+02:00", "i morgen kl. 8.05", "08:05 tomorrow");
        check("2026-04-07T16:00+02:00", "tirsdag 7. april kl. 16.00", "Tuesday 7 April at 16:00");
        check("2027-01-02T00:00+01:00", "lørdag 2. januar 2027 kl. 0.00", "Saturday 2 January 2027 at 00:00");
        check("2026-04-02T18:00+02:00", "torsdag 2. april kl. 18.00", "Thursday 2 April at 18:00");
    }

    #[test]
    fn dates() {
        fn check(date: &str, danish: [&str; 3], english: [&str; 3]) {
            let (date, today) = (date_of(date), date_of("2026-12-31"));
            for (language, expected) in [(DANISH, danish), (ENGLISH, english)] {
                let written =
                    [day(language, date, today), near_day(language, date, today), date_with_year(language, date)];
                assert_eq!(written.map(|text| plain(&text)), expected);
            }
        }
        check(
            "2026-12-31",
            ["torsdag 31. december", "i dag, torsdag", "31. december 2026"],
            ["Thursday 31 December", "today, Thursday", "31 December 2026"],
        );
        check(
            "2027-01-01",
            ["fredag 1. januar 2027", "i morgen, fredag", "1. januar 2027"],
            ["Friday 1 January 2027", "tomorrow, Friday", "1 January 2027"],
        );
        check(
            "2026-05-04",
            ["mandag 4. maj", "mandag 4. maj", "4. maj 2026"],
            ["Monday 4 May", "Monday 4 May", "4 May 2026"],
        );
    }

    #[test]
    fn full_moments() {
        fn check(instant: &str, danish: &str, english: &str) {
            assert_eq!(plain(&full_date_time(DANISH, at(instant))), danish);
            assert_eq!(plain(&full_date_time(ENGLISH, at(instant))), english);
        }
        check("2026-04-07T16:00+02:00", "tirsdag 7. april 2026 kl. 16.00", "Tuesday 7 April 2026, 16:00");
        check("2026-10-25T08:05+01:00", "søndag 25. oktober 2026 kl. 8.05", "Sunday 25 October 2026, 08:05");
    }

    #[test]
    fn relative_times() {
        fn check(minutes: i64, danish: &str, english: &str) {
            let now = at("2026-04-03T15:00+02:00");
            let (instant, seconds_later) = (now.plus_seconds(60 * minutes), now.plus_seconds(20));
            assert_eq!(plain(&relative(DANISH, instant, seconds_later)), danish);
            assert_eq!(plain(&relative(ENGLISH, instant, seconds_later)), english);
        }
        check(0, "nu", "now");
        check(1, "om 1 minut", "in 1 minute");
        check(60, "om 1 time", "in 1 hour");
        check(200, "om 3 timer og 20 minutter", "in 3 hours and 20 minutes");
        check(24 * 60, "om 1 dag", "in 1 day");
        check(24 * 60 + 59, "om 1 dag", "in 1 day");
        check(92 * 60 + 30, "om 3 dage og 20 timer", "in 3 days and 20 hours");
        check(-60, "for 1 time siden", "1 hour ago");
    }

    #[test]
    fn working_times_are_not_in_days() {
        fn check(minutes: i64, danish: &str, english: &str) {
            assert_eq!(plain(&hours_and_minutes(DANISH, 60 * minutes)), danish);
            assert_eq!(plain(&hours_and_minutes(ENGLISH, 60 * minutes)), english);
        }
        check(480, "8 timer", "8 hours");
        check(90, "1 time og 30 minutter", "1 hour and 30 minutes");
        check(48 * 60, "48 timer", "48 hours");
        check(0, "0 minutter", "0 minutes");
    }
}
