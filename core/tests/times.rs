//! Exact texts of dates, times and durations, in both languages.

// Tests fail by panicking.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use serviceaftale_core::messages::Language;
use serviceaftale_core::messages::responses::response_time;
use serviceaftale_core::messages::times::{
    date_with_year, day, full_date_time, hours_and_minutes, moment, near_day, relative,
};
use serviceaftale_core::time::Timestamp;

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
            let written = [day(language, date, today), near_day(language, date, today), date_with_year(language, date)];
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

#[test]
fn response_times() {
    assert_eq!(response_time(Language::Danish, 3 * 3600), "Reaktionstid 3\u{a0}timer");
    assert_eq!(response_time(Language::English, 90 * 60), "Response time 1\u{a0}hour and 30\u{a0}minutes");
}
