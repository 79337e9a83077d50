//! Scenarios, steps and slider range of the demo view.

// Tests may panic.
#![allow(clippy::unwrap_used)]

use serviceaftale_core::answers::demonstration::{Scenario, SliderRange, TimeStep};
use serviceaftale_core::time::{Timestamp, copenhagen};

const HOUR: i64 = 3600;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_scenario_is_its_next_occurrence() {
    fn check(now: &str, expected: [&str; 5]) {
        let found = Scenario::ALL.map(|scenario| scenario.next(at(now)).map(copenhagen::rfc3339).unwrap());
        assert_eq!(found, expected.map(|time| copenhagen::rfc3339(at(time))), "after {now}");
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
    // An occurrence at or before the current time is skipped.
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
    // From Easter to a late Easter, the longest distance.
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
fn every_scenario_has_a_next_occurrence_until_2099() {
    let mut now = at("2023-01-01T12:00+01:00");
    while now < at("2098-11-01T00:00+01:00") {
        for scenario in Scenario::ALL {
            assert!(scenario.next(now).is_some_and(|next| next > now), "{scenario:?} after {now:?}");
        }
        now = now.plus_seconds(5 * 24 * HOUR);
    }
}

#[test]
fn a_step_is_an_hour_or_the_same_local_time_of_another_day() {
    fn check(step: TimeStep, from: &str, expected: &str) {
        assert_eq!(
            copenhagen::rfc3339(step.apply(at(from))),
            copenhagen::rfc3339(at(expected)),
            "{step:?} from {from}"
        );
    }
    check(TimeStep::HourForward, "2026-04-03T15:00+02:00", "2026-04-03T16:00+02:00");
    check(TimeStep::HourBack, "2026-04-03T15:20+02:00", "2026-04-03T14:20+02:00");
    check(TimeStep::DayForward, "2026-04-03T15:00+02:00", "2026-04-04T15:00+02:00");
    // Across clock changes.
    check(TimeStep::DayForward, "2026-03-28T15:00+01:00", "2026-03-29T15:00+02:00");
    check(TimeStep::DayBack, "2026-10-25T15:00+01:00", "2026-10-24T15:00+02:00");
    check(TimeStep::HourForward, "2027-03-28T01:30+01:00", "2027-03-28T03:30+02:00");
}

#[test]
fn the_slider_range_contains_the_shown_time_and_is_stable_within() {
    let now = at("2026-11-24T11:43:20+01:00");
    let current = SliderRange::containing(now, now);
    assert_eq!((current.position_of(now), current.time_at(0)), (0, at("2026-11-24T11:00+01:00")));
    for ranges in [-30, -1, 0, 1, 13] {
        let range = SliderRange::containing(now.plus_seconds(ranges * 28 * 24 * HOUR), now);
        assert_eq!(range.time_at(0).seconds_since(current.time_at(0)), ranges * 28 * 24 * HOUR);
        for hour in [0, 1, 300, SliderRange::MAX_POSITION] {
            let shown = range.time_at(hour);
            assert_eq!(SliderRange::containing(shown, now), range, "{ranges}, {hour}");
            assert_eq!((range.position_of(shown), range.position_of(shown.plus_seconds(HOUR - 1))), (hour, hour));
        }
        let beyond = range.time_at(SliderRange::MAX_POSITION + 1);
        assert_eq!(SliderRange::containing(beyond, now).position_of(beyond), 0);
    }
}
