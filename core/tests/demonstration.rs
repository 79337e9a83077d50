//! Does a demonstration go where it says, and through the weeks without a gap?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used)]

use serviceaftale_core::answers::demonstration::{FourWeeks, Scenario, Step};
use serviceaftale_core::time::{Timestamp, copenhagen};

const HOUR: i64 = 3600;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_scenario_is_the_next_such_moment() {
    fn check(now: &str, expected: [&str; 5]) {
        let found = Scenario::ALL.map(|scenario| scenario.next(at(now)).map(copenhagen::rfc3339).unwrap());
        assert_eq!(found, expected.map(|moment| copenhagen::rfc3339(at(moment))), "after {now}");
    }
    check(
        "2026-03-25T10:00+01:00",
        [
            "2026-03-27T20:30+01:00",
            "2026-04-03T15:00+02:00",
            "2026-12-24T14:00+01:00",
            "2026-03-30T02:00+02:00",
            "2026-03-29T01:30+01:00",
        ],
    );
    // Each of them has just begun, or passed: the one after it.
    check(
        "2026-04-03T20:30+02:00",
        [
            "2026-04-10T20:30+02:00",
            "2027-03-26T15:00+01:00",
            "2026-12-24T14:00+01:00",
            "2026-04-06T02:00+02:00",
            "2027-03-28T01:30+01:00",
        ],
    );
    check(
        "2026-12-24T13:59:59+01:00",
        [
            "2026-12-25T20:30+01:00",
            "2027-03-26T15:00+01:00",
            "2026-12-24T14:00+01:00",
            "2026-12-28T02:00+01:00",
            "2027-03-28T01:30+01:00",
        ],
    );
    // From one Easter to a late one, the longest wait of all.
    check(
        "2037-04-03T16:00+02:00",
        [
            "2037-04-03T20:30+02:00",
            "2038-04-23T15:00+02:00",
            "2037-12-24T14:00+01:00",
            "2037-04-06T02:00+02:00",
            "2038-03-28T01:30+01:00",
        ],
    );
}

#[test]
fn there_is_a_next_one_after_every_day_until_2099() {
    let mut now = at("2023-01-01T12:00+01:00");
    while now < at("2098-11-01T00:00+01:00") {
        for scenario in Scenario::ALL {
            assert!(scenario.next(now).is_some_and(|next| next > now), "{scenario:?} after {now:?}");
        }
        now = now.plus_seconds(5 * 24 * HOUR);
    }
}

#[test]
fn a_step_is_an_hour_or_the_same_time_of_another_day() {
    fn check(step: Step, from: &str, expected: &str) {
        assert_eq!(copenhagen::rfc3339(step.from(at(from))), copenhagen::rfc3339(at(expected)), "{step:?} from {from}");
    }
    check(Step::HourOn, "2026-04-03T15:00+02:00", "2026-04-03T16:00+02:00");
    check(Step::HourBack, "2026-04-03T15:20+02:00", "2026-04-03T14:20+02:00");
    check(Step::DayOn, "2026-04-03T15:00+02:00", "2026-04-04T15:00+02:00");
    // Over the nights on which clocks are moved.
    check(Step::DayOn, "2026-03-28T15:00+01:00", "2026-03-29T15:00+02:00");
    check(Step::DayBack, "2026-10-25T15:00+01:00", "2026-10-24T15:00+02:00");
    check(Step::HourOn, "2027-03-28T01:30+01:00", "2027-03-28T03:30+02:00");
}

#[test]
fn four_weeks_hold_what_is_shown_and_stay_while_one_moves_within_them() {
    let now = at("2026-11-24T11:43:20+01:00");
    let coming = FourWeeks::around(now, now);
    assert_eq!((coming.hour_of(now), coming.at(0)), (0, at("2026-11-24T11:00+01:00")));
    for away in [-30, -1, 0, 1, 13] {
        let weeks = FourWeeks::around(now.plus_seconds(away * 28 * 24 * HOUR), now);
        assert_eq!(weeks.at(0).seconds_since(coming.at(0)), away * 28 * 24 * HOUR);
        for hour in [0, 1, 300, FourWeeks::LAST_HOUR] {
            let shown = weeks.at(hour);
            assert_eq!(FourWeeks::around(shown, now), weeks, "{away}, {hour}");
            assert_eq!((weeks.hour_of(shown), weeks.hour_of(shown.plus_seconds(HOUR - 1))), (hour, hour));
        }
        let beyond = weeks.at(FourWeeks::LAST_HOUR + 1);
        assert_eq!(FourWeeks::around(beyond, now).hour_of(beyond), 0);
    }
}
