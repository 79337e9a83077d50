//! Property tests of calendars against a reference that counts minute by minute.
//!
//! Each property is checked on random calendars in windows between 1990 and 2099, most of them around a clock change,
//! Easter or the turn of a year. The cases are the same in every run, unless a seed is set as in
//! `PROPTEST_RNG_SEED=2 cargo test --test calendar_properties`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod reference;

use chrono::{DateTime, Datelike, Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reference::clock::Clocks;
use reference::plan::{OnHolidays, Plan, PlannedException};
use reference::random::{Situation, situations};
use reference::{account, clock, holidays};
use serviceaftale_core::calendar::{CalendarError, Exception, WeeklySchedule, WorkingCalendar, public_holiday};
use serviceaftale_core::time::{Hours, Timestamp, copenhagen, parse_iso_date};

/// Days in a window: long enough for runs of whole weeks.
const WINDOW: u64 = 40;
/// Days in a long window, with several runs of whole weeks.
const LONG_WINDOW: u64 = 250;
/// Windows per property.
const CASES: u32 = 100;
const LONG_CASES: u32 = 20;
/// Moments per window.
const MOMENTS: usize = 16;

/// The longest response time that the widget supports: about ten years of working days.
const LONGEST_TARGET: i64 = 20_000 * 3600;
const WEEKS_IN_TEN_YEARS: i64 = 520;

proptest! {
    #![proptest_config(cases(CASES))]

    #[test]
    fn is_open_agrees_with_minutes(situation in situations(WINDOW, 8 * MOMENTS)) {
        let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
        for at in situation.seconds(&minutes) {
            prop_assert_eq!(calendar.is_open(second(at)), minutes.is_open(at), "at {}", at);
        }
    }

    #[test]
    fn next_change_agrees_with_minutes(situation in situations(WINDOW, MOMENTS)) {
        let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
        for at in situation.seconds(&minutes) {
            let got = calendar.next_change(second(at)).map(Timestamp::unix_seconds);
            prop_assert_eq!(within_window(got, minutes.seconds.end), minutes.next_change(at), "after {}", at);
        }
    }

    #[test]
    fn next_opening_agrees_with_minutes(situation in situations(WINDOW, MOMENTS)) {
        let (calendar, minutes) = (situation.plan.calendar(), situation.minutes());
        for at in situation.seconds(&minutes) {
            let got = calendar.next_opening(second(at)).ok().map(Timestamp::unix_seconds);
            prop_assert_eq!(within_window(got, minutes.seconds.end), minutes.next_opening(at), "from {}", at);
        }
    }

    #[test]
    fn deadlines_agree_with_minutes(situation in situations(WINDOW, MOMENTS)) {
        check_deadlines(&situation)?;
    }

    #[test]
    fn working_time_agrees_with_minutes(situation in situations(WINDOW, MOMENTS)) {
        check_working_time(&situation)?;
    }

    #[test]
    fn deadlines_are_in_the_order_of_starts_and_targets(
        situation in situations(WINDOW, MOMENTS / 2),
        (target, more) in (1..20 * 3600i64, 1..40 * 3600i64),
    ) {
        let calendar = situation.plan.calendar();
        // A deadline after 2099 is later than any other.
        let reached = |from, target| at(&calendar, second(from), target).map_or(i64::MAX, Timestamp::unix_seconds);
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
    fn runs_of_weeks_agree_with_minutes(situation in situations(LONG_WINDOW, MOMENTS / 2)) {
        check_deadlines(&situation)?;
        check_working_time(&situation)?;
    }

    #[test]
    fn long_deadlines_agree_with_the_sum_of_periods(
        situation in situations(WINDOW, 1),
        (weeks, more) in (0..=WEEKS_IN_TEN_YEARS, 1..200 * 3600i64),
    ) {
        let (plan, calendar) = (&situation.plan, situation.plan.calendar());
        let from = second(situation.seconds(&situation.minutes())[0]);
        let target = long_target(plan, weeks, more);
        let expected = deadline_by_periods(&calendar, from, target);
        match calendar.deadline(from, target) {
            Ok(deadline) => {
                prop_assert_eq!(Some(deadline.at), expected, "{} s from {:?}", target, from);
                account::check_account(&deadline, plan, from, target)?;
                prop_assert_eq!(calendar.working_between(from, deadline.at), target, "from {:?}", from);
            }
            Err(_) => prop_assert_eq!(None, expected, "{} s from {:?}", target, from),
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

#[test]
fn local_times_follow_the_rule_of_the_eu_in_every_year() {
    for year in 1990..=2099 {
        for change in [clock::summer(year).start, clock::summer(year).end] {
            let date = clock::date_at(change * 60);
            let clocks = Clocks::new(date - Days::new(1), date + Days::new(2));
            for (utc, expected) in (clocks.begin..).zip(&clocks.local) {
                let local = copenhagen::to_local(second(utc * 60));
                assert_eq!(local.date.and_time(local.time).and_utc().timestamp(), expected * 60, "minute {utc}");
            }
            for minute in clock::midnight(date)..clock::midnight(date + Days::new(1)) {
                let resolved =
                    copenhagen::from_local_datetime(DateTime::from_timestamp(minute * 60, 0).unwrap().naive_utc());
                let first = clocks.begin + clocks.index_of(minute) as i64;
                assert_eq!(resolved.unix_seconds(), first * 60, "{date}, minute {minute}");
            }
        }
    }
}

#[test]
fn public_holidays_agree_with_the_reference_in_every_year() {
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    for date in first.iter_days().take_while(|date| date.year() < 2100) {
        assert_eq!(public_holiday(date), holidays::public_holiday(date), "{date}");
    }
}

#[test]
fn a_calendar_that_never_opens_is_named_in_the_error() {
    fn check(plan: Plan) {
        let (calendar, from) = (plan.calendar(), instant("2026-04-03T10:00+02:00"));
        let never = CalendarError::NeverOpens { calendar: Plan::ID.to_owned() };
        assert!(never.to_string().contains(Plan::ID));
        assert_eq!(calendar.next_opening(from), Err(never.clone()), "{plan:?}");
        assert_eq!(at(&calendar, from, 0), Ok(from), "a target of 0: {plan:?}");
        assert_eq!(calendar.deadline(from, 1), Err(never.clone()), "{plan:?}");
        assert_eq!(calendar.deadline(from, LONGEST_TARGET), Err(never), "{plan:?}");
        assert_eq!(calendar.next_change(from), None, "{plan:?}");
        assert_eq!(calendar.working_between(from, instant("2036-04-03T10:00+02:00")), 0, "{plan:?}");
        assert!(!calendar.is_open(from), "{plan:?}");
    }
    let closed = || Plan { weekday_holidays: OnHolidays::Closed, ..Plan::default() };
    let on_easter_monday = |exception| [(NaiveDate::from_ymd_opt(2026, 4, 6).unwrap(), exception)].into();
    check(Plan::default());
    check(closed());
    check(Plan { weekend_holidays: OnHolidays::Only(vec![]), ..closed() });
    check(Plan {
        exceptions: on_easter_monday(PlannedException { hours: Some(vec![]), breaks: vec![(0, 60)] }),
        ..closed()
    });
    check(Plan { exceptions: on_easter_monday(PlannedException { hours: None, breaks: vec![(0, 60)] }), ..closed() });
}

#[test]
fn a_calendar_opens_once() {
    let two_hours = PlannedException { hours: Some(vec![(10 * 60, 12 * 60)]), breaks: vec![] };
    let date = NaiveDate::from_ymd_opt(2026, 5, 15).unwrap();
    let calendar = Plan { exceptions: [(date, two_hours)].into(), ..Plan::default() }.calendar();
    let [before, opens, closes] =
        ["1990-01-01T00:00+01:00", "2026-05-15T10:00+02:00", "2026-05-15T12:00+02:00"].map(instant);
    assert_eq!(calendar.next_change(before), Some(opens));
    assert_eq!(calendar.next_change(opens), Some(closes));
    assert_eq!(calendar.next_change(closes), None);
    assert_eq!(calendar.next_opening(before), Ok(opens));
    assert!(matches!(calendar.next_opening(closes), Err(CalendarError::NeverOpens { .. })));
    assert_eq!(at(&calendar, before, 2 * 3600), Ok(closes));
    for never in [calendar.deadline(before, 2 * 3600 + 1), calendar.deadline(closes, 1)] {
        assert!(matches!(never, Err(CalendarError::NeverOpens { .. })));
    }
}

#[test]
fn a_calendar_opens_on_public_holidays_only() {
    let ten_to_two = || OnHolidays::Only(vec![(10 * 60, 14 * 60)]);
    let calendar =
        Plan { weekday_holidays: ten_to_two(), weekend_holidays: ten_to_two(), ..Plan::default() }.calendar();
    let check = |from: &str, opens: &str| assert_eq!(calendar.next_opening(instant(from)), Ok(instant(opens)));
    check("2026-01-01T14:00+01:00", "2026-04-02T10:00+02:00"); // Maundy Thursday
    check("2026-04-04T12:00+02:00", "2026-04-05T10:00+02:00"); // Easter Sunday
    check("2026-04-06T14:00+02:00", "2026-05-14T10:00+02:00"); // Ascension; Store Bededag is abolished
    check("2023-04-10T14:00+02:00", "2023-05-05T10:00+02:00"); // Store Bededag, for the last time
    check("2026-05-25T14:00+02:00", "2026-12-25T10:00+01:00");
    // A year has ten public holidays of four hours.
    assert_eq!(at(&calendar, instant("2026-05-14T12:00+02:00"), 40 * 3600), Ok(instant("2027-05-06T12:00+02:00")));
}

#[test]
fn a_calendar_never_closes() {
    let calendar = Plan { weekly: std::array::from_fn(|_| vec![(0, 24 * 60)]), ..Plan::default() }.calendar();
    for from in ["1990-01-01T00:00+01:00", "2026-03-29T00:59:59Z", "2026-10-25T01:00Z", "2099-12-31T23:59+01:00"] {
        let from = instant(from);
        assert!(calendar.is_open(from));
        assert_eq!(calendar.next_change(from), None);
        assert_eq!(calendar.next_opening(from), Ok(from));
        assert_eq!(at(&calendar, from, 60), Ok(from.plus_seconds(60)));
    }
    let ten_years = (instant("2026-02-28T12:00:01Z"), instant("2036-02-28T12:00:01Z"));
    assert_eq!(calendar.working_between(ten_years.0, ten_years.1), ten_years.1.seconds_since(ten_years.0));
}

#[test]
fn hours_and_targets_may_have_seconds() {
    let hours = |text: &str| text.parse::<Hours>().unwrap();
    let week = std::array::from_fn(|day| if day == 5 { vec![hours("23:59:45-26:30:15")] } else { vec![] });
    let break_on = |date: &str, text| {
        let breaks = Exception { breaks: vec![hours(text)], ..Exception::default() };
        (parse_iso_date(date).unwrap(), breaks)
    };
    let (date, breaks) = break_on("2026-03-15", "00:00:10-00:00:20");
    let calendar = WorkingCalendar::new("seconds", WeeklySchedule::new(week)).with_exception(date, breaks);
    let check = |from: &str, seconds: i64, deadline: &str| {
        let (from, to) = (instant(from), instant(deadline));
        assert_eq!(at(&calendar, from, seconds), Ok(to));
        assert_eq!(calendar.working_between(from, to), seconds);
    };
    check("2026-03-14T12:00+01:00", 15, "2026-03-15T00:00:00+01:00");
    check("2026-03-14T23:59:50+01:00", 20, "2026-03-15T00:00:10+01:00");
    check("2026-03-14T23:59:50+01:00", 21, "2026-03-15T00:00:21+01:00"); // over the break
    check("2026-03-15T00:00:15+01:00", 1, "2026-03-15T00:00:21+01:00");
    check("2026-03-21T12:00+01:00", 9030, "2026-03-22T02:30:15+01:00");
    check("2026-03-28T12:00+01:00", 9030, "2026-03-29T03:30:15+02:00"); // 02:30:15 is skipped
    check("2026-10-24T12:00+02:00", 9030, "2026-10-25T02:30:15+02:00"); // 02:30:15 occurs twice
    check("2026-10-24T12:00+02:00", 9031, "2026-10-31T23:59:46+01:00");
}

#[test]
fn searches_end_with_2099() {
    let calendar = office_hours();
    let from = instant("2099-12-31T15:59:59+01:00");
    let closes = instant("2099-12-31T16:00+01:00");
    assert_eq!(calendar.next_change(from), Some(closes));
    assert_eq!(calendar.next_change(closes), None);
    assert_eq!(at(&calendar, from, 1), Ok(closes));
    // The next opening is on 4 January 2100.
    let beyond = CalendarError::BeyondRange { calendar: Plan::ID.to_owned() };
    assert_eq!(calendar.deadline(from, 2), Err(beyond.clone()));
    assert_eq!(calendar.deadline(closes, 1), Err(beyond.clone()));
    assert_eq!(calendar.next_opening(closes), Err(beyond));
    let round_the_clock = Plan { weekly: std::array::from_fn(|_| vec![(0, 24 * 60)]), ..Plan::default() }.calendar();
    let end = instant("2100-01-01T00:00+01:00");
    assert_eq!(at(&round_the_clock, closes, end.seconds_since(closes)), Ok(end));
    assert!(round_the_clock.deadline(closes, end.seconds_since(closes) + 1).is_err());
}

#[test]
fn runs_of_weeks_are_one_span() {
    let calendar = office_hours();
    let from = instant("2026-04-01T15:10+02:00");
    let deadline = calendar.deadline(from, LONGEST_TARGET).unwrap();
    assert_eq!(Some(deadline.at), deadline_by_periods(&calendar, from, LONGEST_TARGET));
    // Ten years have about 7,000 openings and closings, but about 50 spans a year around holidays and clock changes.
    assert!(deadline.account.len() < 1000, "{} spans", deadline.account.len());
}

/// Checks deadlines of targets of any length within the window, some of which end at a closing time.
fn check_deadlines(situation: &Situation) -> Result<(), TestCaseError> {
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
            prop_assert_eq!(within_window(got_at, minutes.seconds.end), expected, "{} s from {}", target, from);
            if let Some(deadline) = got.filter(|_| expected.is_some()) {
                account::check_account(&deadline, &situation.plan, second(from), target)?;
                account::check_with_minutes(&deadline.account, &minutes)?;
                prop_assert_eq!(calendar.working_between(second(from), deadline.at), target, "from {}", from);
            }
        }
    }
    Ok(())
}

/// Checks the working time between two moments, and that it adds up over a third moment between them.
fn check_working_time(situation: &Situation) -> Result<(), TestCaseError> {
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

/// The deadline by adding up open periods one by one.
fn deadline_by_periods(calendar: &WorkingCalendar, from: Timestamp, target: i64) -> Option<Timestamp> {
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

/// The answer of the calendar, if it is within a window that ends then.
fn within_window(answer: Option<i64>, end: i64) -> Option<i64> {
    answer.filter(|answer| *answer < end)
}

/// Monday to Friday 8-16 except public holidays.
fn office_hours() -> WorkingCalendar {
    let weekly = std::array::from_fn(|day| if day < 5 { vec![(8 * 60, 16 * 60)] } else { vec![] });
    Plan { weekly, weekday_holidays: OnHolidays::Closed, ..Plan::default() }.calendar()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn second(unix_seconds: i64) -> Timestamp {
    Timestamp::from_unix_seconds(unix_seconds)
}

/// The same cases in every run, unless the environment variables of proptest set a seed.
fn cases(count: u32) -> ProptestConfig {
    let from_environment = ProptestConfig::default();
    let rng_seed = match from_environment.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        seed => seed,
    };
    ProptestConfig { cases: count, rng_seed, failure_persistence: None, ..from_environment }
}
