//! Does the calendar say what one finds by stepping through time minute by minute?
//!
//! Every property is tried on random calendars in windows anywhere between 1990 and 2099, most of them
//! around a clock change, Easter or the turn of a year. The choices are the same in every run; other ones
//! are made with `PROPTEST_RNG_SEED=1 cargo test --test calendar_properties`.

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod reference;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reference::account;
use reference::plan::Plan;
use reference::random::{Situation, situations};
use serviceaftale_core::calendar::{CalendarError, Timestamp, WorkingCalendar};

/// Dates of a window: no clock change or holiday is far, and whole weeks are stepped over.
const WINDOW: u64 = 40;
/// Dates of a long window, with several runs of whole weeks.
const LONG_WINDOW: u64 = 400;
/// Windows for each property.
const CASES: u32 = 150;
const LONG_CASES: u32 = 24;
/// Moments to ask at in each window.
const MOMENTS: usize = 16;

/// A response time that is as long as the widget has to answer: about ten years of working days.
const LONGEST_TARGET: i64 = 20_000 * 3600;
const WEEKS_IN_TEN_YEARS: i64 = 520;

proptest! {
    #![proptest_config(cases(CASES))]

    #[test]
    fn is_open_in_open_minutes(situation in situations(WINDOW, 8 * MOMENTS)) {
        let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
        for at in situation.seconds(&minutes) {
            prop_assert_eq!(calendar.is_open(second(at)), minutes.is_open(at), "at {}", at);
        }
    }

    #[test]
    fn changes_where_minutes_change(situation in situations(WINDOW, MOMENTS)) {
        let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
        for at in situation.seconds(&minutes) {
            let got = calendar.next_change(second(at)).map(Timestamp::unix_seconds);
            prop_assert_eq!(known(got, minutes.seconds.end), minutes.next_change(at), "after {}", at);
        }
    }

    #[test]
    fn opens_with_the_next_open_minute(situation in situations(WINDOW, MOMENTS)) {
        let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
        for at in situation.seconds(&minutes) {
            let got = calendar.next_opening(second(at)).ok().map(Timestamp::unix_seconds);
            prop_assert_eq!(known(got, minutes.seconds.end), minutes.next_opening(at), "from {}", at);
        }
    }

    #[test]
    fn deadlines_are_counted_in_open_minutes(situation in situations(WINDOW, MOMENTS)) {
        deadlines_agree(&situation)?;
    }

    #[test]
    fn working_time_is_counted_in_open_minutes(situation in situations(WINDOW, MOMENTS)) {
        working_time_agrees(&situation)?;
    }

    #[test]
    fn deadlines_keep_the_order_of_starts_and_targets(
        situation in situations(WINDOW, MOMENTS),
        (target, more) in (1..40 * 3600i64, 1..100 * 3600i64),
    ) {
        let calendar = situation.plan.calendar();
        // No answer is later than every other.
        let reached = |from, target| (at(&calendar, second(from), target)).map_or(i64::MAX, Timestamp::unix_seconds);
        let mut starts = situation.seconds(&situation.minutes());
        starts.sort_unstable();
        prop_assert!(starts.is_sorted_by_key(|from| reached(*from, target)), "{} s from {:?}", target, starts);
        for from in starts {
            let (sooner, later) = (reached(from, target), reached(from, target + more));
            prop_assert!(sooner < later || later == i64::MAX, "from {}", from);
        }
    }
}

proptest! {
    #![proptest_config(cases(LONG_CASES))]

    #[test]
    fn whole_weeks_are_counted_in_open_minutes(situation in situations(LONG_WINDOW, MOMENTS / 2)) {
        deadlines_agree(&situation)?;
        working_time_agrees(&situation)?;
    }

    #[test]
    fn long_deadlines_are_those_of_a_walk_from_period_to_period(
        situation in situations(WINDOW, 1),
        (weeks, more) in (0..=WEEKS_IN_TEN_YEARS, 1..200 * 3600i64),
    ) {
        let (plan, calendar) = (&situation.plan, situation.plan.calendar());
        let from = second(situation.seconds(&situation.minutes())[0]);
        let target = long_target(plan, weeks, more);
        let walked = walk(&calendar, from, target);
        match calendar.deadline(from, target) {
            Ok(deadline) => {
                prop_assert_eq!(Some(deadline.at), walked, "{} s from {:?}", target, from);
                account::accounts_for(&deadline, plan, from, target)?;
                prop_assert_eq!(calendar.working_between(from, deadline.at), target, "from {:?}", from);
            }
            Err(_) => prop_assert_eq!(None, walked, "{} s from {:?}", target, from),
        }
    }

    #[test]
    fn long_deadlines_are_chains_of_short_ones(
        situation in situations(WINDOW, 1),
        (weeks, more) in (0..=WEEKS_IN_TEN_YEARS, 1..200 * 3600i64),
        steps in prop::collection::vec(1..100 * 3600i64, 1..60),
    ) {
        let calendar = situation.plan.calendar();
        let from = second(situation.seconds(&situation.minutes())[0]);
        let target = long_target(&situation.plan, weeks, more);
        let (mut reached, mut left) = (Ok(from), target);
        for step in steps {
            let step = step.min(left);
            reached = reached.and_then(|from| at(&calendar, from, step));
            left -= step;
        }
        let chained = reached.and_then(|from| at(&calendar, from, left));
        prop_assert_eq!(at(&calendar, from, target).ok(), chained.ok(), "{} s from {:?}", target, from);
    }
}

/// Deadlines of targets of all lengths that the window holds, some of which end with closing time.
fn deadlines_agree(situation: &Situation) -> Result<(), TestCaseError> {
    let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
    let moments = situation.seconds(&minutes);
    for (from, to) in moments.iter().zip(moments.iter().skip(1)) {
        let from = *from.min(to);
        let to_moment = minutes.working_between(from, *to);
        let to_closing = minutes.working_between(from, minutes.next_change(*to).unwrap_or(*to));
        for target in [to_moment, to_closing, to_closing + 1, to_moment % 7200].map(|target| target.max(1)) {
            let got = calendar.deadline(second(from), target).ok();
            let got_at = got.as_ref().map(|deadline| deadline.at.unix_seconds());
            let expected = minutes.deadline(from, target);
            prop_assert_eq!(known(got_at, minutes.seconds.end), expected, "{} s from {}", target, from);
            if let Some(deadline) = got.filter(|_| expected.is_some()) {
                account::accounts_for(&deadline, &situation.plan, second(from), target)?;
                account::agrees_with_minutes(&deadline.account, &minutes)?;
                prop_assert_eq!(calendar.working_between(second(from), deadline.at), target, "from {}", from);
            }
        }
    }
    Ok(())
}

/// Working time between any two moments, which adds up over a third between them.
fn working_time_agrees(situation: &Situation) -> Result<(), TestCaseError> {
    let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
    let between = |from: i64, to: i64| calendar.working_between(second(from), second(to));
    let moments = situation.seconds(&minutes);
    for window in moments.windows(3) {
        let [from, middle, to] = window else { continue };
        prop_assert_eq!(between(*from, *to), minutes.working_between(*from, *to), "{} to {}", from, to);
        let mut ordered = [*from, *middle, *to];
        ordered.sort_unstable();
        let [from, middle, to] = ordered;
        prop_assert_eq!(between(from, middle) + between(middle, to), between(from, to), "{:?}", ordered);
    }
    Ok(())
}

fn long_target(plan: &Plan, weeks: i64, more_seconds: i64) -> i64 {
    (weeks * plan.open_minutes_a_week() * 60 + more_seconds).min(LONGEST_TARGET)
}

/// A deadline found without stepping over weeks.
fn walk(calendar: &WorkingCalendar, from: Timestamp, target: i64) -> Option<Timestamp> {
    let mut left = target;
    for period in calendar.periods(from) {
        if left <= period.seconds() {
            return Some(period.start.plus_seconds(left));
        }
        left -= period.seconds();
    }
    None
}

fn at(calendar: &WorkingCalendar, from: Timestamp, target: i64) -> Result<Timestamp, CalendarError> {
    calendar.deadline(from, target).map(|deadline| deadline.at)
}

/// The calendar's answer as far as a window that ends then can know it.
fn known(answer: Option<i64>, end: i64) -> Option<i64> {
    answer.filter(|answer| *answer < end)
}

fn second(unix_seconds: i64) -> Timestamp {
    Timestamp::from_unix_seconds(unix_seconds)
}

/// The same choices in every run, unless others are asked for.
fn cases(count: u32) -> ProptestConfig {
    let asked_for = ProptestConfig::default();
    let rng_seed = match asked_for.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        chosen => chosen,
    };
    ProptestConfig { cases: count, rng_seed, failure_persistence: None, ..asked_for }
}
