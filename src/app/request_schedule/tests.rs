mod year;

use super::*;

const START: i64 = 1_773_129_600;
const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_seconds(START + seconds)
}

/// What happens to the file.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// An occasion this number of seconds after the start, and whether it begins a request.
    On(Occasion, i64, bool),
    /// The pending request is fulfilled or fails.
    Ends(i64, bool),
}

use Occasion::{Followed, Online, Timer, Visible};
use Step::{Ends, On};

fn check(name: &str, max_age: Option<i64>, steps: &[Step]) {
    let mut schedule = RequestSchedule::new(max_age);
    for (index, step) in steps.iter().enumerate() {
        match *step {
            On(occasion, seconds, begins) => {
                assert_eq!(schedule.begin(at(seconds), occasion).is_some(), begins, "{name}, step {index}: {step:?}");
            }
            Ends(seconds, succeeded) => schedule.end(at(seconds), succeeded),
        }
    }
}

#[test]
fn a_file_that_changes_is_requested_again_when_it_is_old() {
    let check =
        |name, steps: &[Step]| check(name, Some(MAX_AGE), &[&[On(Followed, 0, true), Ends(1, true)], steps].concat());
    check("by the timer", &[On(Timer, 14 * MINUTE, false), On(Timer, 15 * MINUTE, true)]);
    check("when it is looked at", &[On(Visible, 59, false), On(Visible, 60, true)]);
    check("when the network is back", &[On(Online, 59, false), On(Online, 60, true)]);
    check("by another element", &[On(Followed, 59, false), On(Followed, 60, true)]);
    check("never twice at once", &[On(Timer, DAY, true), On(Online, 2 * DAY, false), Ends(2 * DAY, true)]);
}

#[test]
fn after_failures_the_pauses_grow_and_end_with_a_success() {
    let failed = [On(Followed, 0, true), Ends(0, false)];
    let mut steps = failed.to_vec();
    let mut now = 0;
    for pause in [1, 2, 4, 8, 15, 15, 15] {
        steps.extend([On(Timer, now + pause * MINUTE - 1, false), On(Timer, now + pause * MINUTE, true)]);
        now += pause * MINUTE;
        steps.push(Ends(now, false));
    }
    let tried = [steps.clone(), vec![On(Online, now + 1, true), Ends(now + 1, true)]].concat();
    let changing =
        [tried.clone(), vec![On(Timer, now + 15 * MINUTE, false), On(Timer, now + 16 * MINUTE, true)]].concat();
    check("a file that changes", Some(MAX_AGE), &changing);
    let constant = [On(Timer, now + DAY, false), On(Visible, now + DAY, false), On(Online, now + DAY, false)];
    check("a file that does not", None, &[tried, constant.to_vec()].concat());
    check("when it is looked at", None, &[&failed[..], &[On(Visible, 59, false), On(Visible, 60, true)]].concat());
    check("at once when the network is back", None, &[&failed[..], &[On(Online, 0, true)]].concat());
}

#[test]
fn a_clock_that_is_set_does_not_stop_the_requests() {
    for (name, back) in [("a minute", MINUTE), ("five hours", 5 * 60 * MINUTE), ("thirty days", 30 * DAY)] {
        let set_back = [On(Followed, 0, true), Ends(1, true), On(Timer, -back, true), Ends(1 - back, true)];
        let later = [On(Timer, 14 * MINUTE - back, false), On(Timer, 15 * MINUTE - back, true)];
        check(
            name,
            Some(MAX_AGE),
            &[set_back, [later[0], later[1], Ends(16 * MINUTE - back, false), On(Timer, -back, true)]].concat(),
        );
        check(name, None, &[On(Followed, 0, true), Ends(1, false), On(Timer, -back, true)]);
        check(name, None, &[On(Followed, 0, true), Ends(1, true), On(Timer, -back, false)]);
        check(name, Some(MAX_AGE), &[On(Followed, 0, true), Ends(1, true), On(Timer, back.max(MAX_AGE), true)]);
    }
}

#[test]
fn a_file_is_never_loaded_in_the_future() {
    let mut schedule = RequestSchedule::new(Some(MAX_AGE));
    assert_eq!(schedule.loaded_at(at(0)), None);
    schedule.begin(at(DAY), Followed);
    schedule.end(at(DAY), true);
    for (now, loaded_at) in [(2 * DAY, DAY), (DAY, DAY), (0, 0)] {
        assert_eq!(schedule.loaded_at(at(now)), Some(at(loaded_at)), "at {now}");
    }
}

#[test]
fn a_late_result_is_not_awaited() {
    let mut schedule = RequestSchedule::new(None);
    let first = schedule.begin(at(0), Followed).unwrap();
    assert!(schedule.awaits(first));
    schedule.end(at(10), false);
    assert!(!schedule.awaits(first) && schedule.has_failed());
    let second = schedule.begin(at(70), Timer).unwrap();
    assert!(!schedule.awaits(first) && schedule.awaits(second));
}

#[test]
fn events_are_occasions() {
    for (name, occasion) in [("", Timer), ("online", Online), ("visibilitychange", Visible), ("pageshow", Visible)] {
        assert_eq!(Occasion::from_event_type(name), occasion, "{name}");
    }
}
