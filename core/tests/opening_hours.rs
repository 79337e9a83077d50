//! Exact texts of opening hours, in both languages.

// Tests fail by panicking.
#![allow(clippy::unwrap_used)]

use serviceaftale_core::calendar::WeeklySchedule;
use serviceaftale_core::messages::Language;
use serviceaftale_core::messages::hours::{day_hours, weekly};
use serviceaftale_core::time::{DayTime, Hours};

const DANISH: Language = Language::Danish;
const ENGLISH: Language = Language::English;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

fn time(text: &str) -> DayTime {
    text.parse().unwrap()
}

#[test]
fn hours_of_one_day() {
    fn check(hours: &[(&str, &str)], danish: &str, english: &str) {
        let hours: Vec<_> = hours.iter().map(|(from, to)| Hours::new(time(from), time(to)).unwrap()).collect();
        assert_eq!(plain(&day_hours(DANISH, &hours)), danish);
        assert_eq!(plain(&day_hours(ENGLISH, &hours)), english);
    }
    check(&[("08:00", "20:00")], "8–20", "8–20");
    check(&[("07:30", "15:00")], "7.30–15", "7:30–15");
    check(&[("00:00", "24:00")], "00–24", "00–24");
    check(&[("00:00", "06:00")], "00–06", "00–06");
    check(&[("22:00", "26:30")], "22–02.30", "22–02:30");
    check(&[("08:00", "12:00"), ("13:00", "16:00")], "8–12 og 13–16", "8–12 and 13–16");
    check(&[], "lukket", "closed");
}

#[test]
fn weekly_schedules() {
    fn check(days: [&str; 7], danish: &str, english: &str) {
        let hours = |text: &str| {
            let (from, to) = text.split_once('-')?;
            Hours::new(time(from), time(to)).ok()
        };
        let schedule = WeeklySchedule::new(days.map(|day| hours(day).into_iter().collect()));
        assert_eq!(plain(&weekly(DANISH, &schedule)), danish);
        assert_eq!(plain(&weekly(ENGLISH, &schedule)), english);
    }
    const DAY: &str = "07:00-15:00";
    const NIGHT: &str = "00:00-24:00";
    check([DAY, DAY, DAY, DAY, DAY, "", ""], "hverdage kl. 7–15", "weekdays 7–15");
    check([NIGHT; 7], "alle dage kl. 00–24", "every day 00–24");
    check(["", "", "", "", "", DAY, DAY], "weekend kl. 7–15", "weekends 7–15");
    check(["", "", DAY, "", "", "", ""], "onsdag kl. 7–15", "Wednesday 7–15");
    check(
        [DAY, DAY, DAY, DAY, "07:00-14:30", "", ""],
        "mandag–torsdag kl. 7–15 og fredag kl. 7–14.30",
        "Monday–Thursday 7–15 and Friday 7–14:30",
    );
    check([""; 7], "", "");
}
