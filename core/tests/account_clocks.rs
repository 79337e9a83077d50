//! Account lines of calendars of many kinds, also of kinds that no agreement has.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use chrono::{Days, NaiveDate};
use serviceaftale_core::Text;
use serviceaftale_core::answers::{AccountLine, LineKind, account_lines};
use serviceaftale_core::calendar::{Exception, HolidayHours, WeeklySchedule, WorkingCalendar};
use serviceaftale_core::messages::{Language, account};
use serviceaftale_core::time::{Hours, Timestamp, copenhagen};

#[test]
fn account_lines_describe_any_calendar() {
    fn check(clock: &WorkingCalendar, report: &str, hours: i64, danish: &[&str]) {
        let deadline = clock.deadline(report.parse::<Timestamp>().unwrap(), hours * 3600).unwrap();
        let lines = account_lines(&deadline.account, clock.weekly());
        let rows: Vec<_> = lines
            .iter()
            .map(|line| {
                account::line(Language::Danish, line).join(" | ").replace('\u{a0}', " ").replace('\u{2060}', "")
            })
            .collect();
        assert_eq!(rows, danish, "{}, {report}", clock.id());
    }
    let [weekdays, lunch, _, rota, _, pauses] = clocks();
    check(
        &weekdays,
        "2026-04-15T15:00+02:00",
        97,
        &[
            "ons. 15/4 | kl. 15.00–16.00 | 1 t.",
            "tor. 16/4–ons. 29/4 | 2 hele uger à 40 t. | 80 t.",
            "tor. 30/4 | kl. 8.00–16.00 | 8 t.",
            "tor. 30/4–fre. 1/5 | kl. 16.00–8.00, uden for tidsrummet | 0 t.",
            "fre. 1/5 | kl. 8.00–16.00 | 8 t.",
        ],
    );
    check(&lunch, "2026-04-15T11:00+02:00", 2, &["ons. 15/4 | kl. 11.00–12.00 og 12.30–13.30 | 2 t."]);
    check(
        &pauses,
        "2026-04-15T10:00+02:00",
        2,
        &[
            "ons. 15/4 | kl. 10.00–11.00 | 1 t.",
            "ons. 15/4 | kl. 11.00–12.30, brandøvelse | 0 t.",
            "ons. 15/4 | kl. 12.30–13.30 | 1 t.",
        ],
    );
    let day_and_night = WorkingCalendar::new("from midnight", on_weekdays(&["00:00-24:00"]));
    let from_saturday = ["lør. 18/4–søn. 19/4 | weekend, lukket | 0 t.", "man. 20/4 | kl. 0.00–2.00 | 2 t."];
    check(&day_and_night, "2026-04-18T11:00+02:00", 2, &from_saturday);
    let late_on_monday =
        ["man. 20/4 | kl. 23.00–24.00, uden for tidsrummet | 0 t.", "tir. 21/4 | kl. 0.00–2.00 | 2 t."];
    check(&rota, "2026-04-20T23:00+02:00", 2, &late_on_monday);
    let late_on_wednesday =
        ["ons. 15/4–tor. 16/4 | kl. 23.00–8.00, uden for tidsrummet | 0 t.", "tor. 16/4 | kl. 8.00–10.00 | 2 t."];
    check(&weekdays, "2026-04-15T23:00+02:00", 2, &late_on_wednesday);
    check(
        &rota,
        "2026-04-21T19:00+02:00",
        2,
        &[
            "tir. 21/4 | kl. 19.00–20.00 | 1 t.",
            "ons. 22/4 | ugedag uden timer, lukket | 0 t.",
            "tor. 23/4 | kl. 0.00–1.00 | 1 t.",
        ],
    );
}

#[test]
fn account_lines_add_up_for_any_calendar() {
    let first: Timestamp = "2023-01-01T00:00+01:00".parse().unwrap();
    for clock in clocks() {
        for number in 0..400 {
            // Steps that are no multiple or fraction of a day, week or year.
            let report = first.plus_seconds(number * 1_022_963);
            let target = 1 + number * 93_911 % (150 * 3600);
            let deadline = clock.deadline(report, target).unwrap();
            let lines = account_lines(&deadline.account, clock.weekly());
            let context = format!("{}, {target} s from {}: {lines:#?}", clock.id(), copenhagen::rfc3339(report));
            assert_eq!(lines.first().unwrap().interval.start, report, "{context}");
            assert_eq!(lines.last().unwrap().interval.end, deadline.at, "{context}");
            assert!(lines.last().unwrap().counted_seconds > 0, "{context}");
            assert_eq!(lines.iter().map(|line| line.counted_seconds).sum::<i64>(), target, "{context}");
            for line in &lines {
                assert!(matches_calendar(line, &clock), "{line:?} in {context}");
            }
            for pair in lines.windows(2) {
                assert_eq!(pair[0].interval.end, pair[1].interval.start, "{context}");
                let is_pause = |line: &AccountLine| matches!(line.kind, LineKind::Paused(_));
                assert!(!(is_pause(&pair[0]) && is_pause(&pair[1])), "neighbouring pauses are one line: {context}");
                let counts = |line: &AccountLine| matches!(line.kind, LineKind::Counts(_));
                assert!(
                    !(counts(&pair[0]) && counts(&pair[1]) && pair[0].last == pair[1].first),
                    "a date is one line: {context}"
                );
            }
        }
    }
}

fn matches_calendar(line: &AccountLine, clock: &WorkingCalendar) -> bool {
    let open = clock.working_between(line.interval.start, line.interval.end);
    let of_hours = |hours: &Hours| i64::from(hours.to().seconds() - hours.from().seconds());
    line.first <= line.last
        && line.counted_seconds == open
        && match &line.kind {
            LineKind::Counts(hours) => {
                line.first == line.last && hours.iter().map(of_hours).sum::<i64>() == line.counted_seconds
            }
            LineKind::Weeks(weeks) => {
                let days = line.last.signed_duration_since(line.first).num_days() + 1;
                days == 7 * weeks && line.counted_seconds == weeks * clock.weekly().open_seconds()
            }
            LineKind::Paused(causes) => {
                let repeated = causes.iter().enumerate().any(|(index, cause)| causes[..index].contains(cause));
                line.counted_seconds == 0 && !causes.is_empty() && !repeated
            }
            LineKind::ClockChange { .. } => line.interval.start == line.interval.end,
        }
}

fn on_weekdays(hours: &[&str]) -> WeeklySchedule {
    WeeklySchedule::new(std::array::from_fn(|day| if day < 5 { read(hours) } else { vec![] }))
}

/// Calendars with breaks, nights and closed days of different kinds.
fn clocks() -> [WorkingCalendar; 6] {
    let closed = |clock: WorkingCalendar| clock.with_holiday_hours(HolidayHours::Closed, HolidayHours::Closed);
    let rota = WeeklySchedule::new(std::array::from_fn(|day| match day {
        2 | 6 => vec![],
        5 => read(&["22:00-26:30"]),
        _ => read(&["00:00-03:00", "13:30-20:00"]),
    }));
    let pauses = (1..400).map(|week| NaiveDate::from_ymd_opt(2023, 1, 4).unwrap() + Days::new(week * 9));
    let with_pauses =
        pauses.fold(closed(WorkingCalendar::new("pauses", on_weekdays(&["08:00-16:00"]))), |clock, date| {
            let breaks = read(&["11:00-12:30"]);
            clock.with_exception(
                date,
                Exception { hours: None, breaks, reason: Text { da: "brandøvelse".into(), en: "fire drill".into() } },
            )
        });
    [
        closed(WorkingCalendar::new("weekdays", on_weekdays(&["08:00-16:00"]))),
        closed(WorkingCalendar::new("lunch", on_weekdays(&["08:00-12:00", "12:30-16:00"]))),
        WorkingCalendar::new("round the clock", WeeklySchedule::round_the_clock()),
        WorkingCalendar::new("rota", rota)
            .with_holiday_hours(HolidayHours::Only(read(&["10:00-14:00"])), HolidayHours::AsUsual),
        WorkingCalendar::new("holidays only", WeeklySchedule::default())
            .with_holiday_hours(HolidayHours::Only(read(&["00:00-24:00"])), HolidayHours::Only(read(&["00:00-24:00"]))),
        with_pauses,
    ]
}

fn read(hours: &[&str]) -> Vec<Hours> {
    hours.iter().map(|hours| hours.parse().unwrap()).collect()
}
