//! Random calendars, windows and moments, many of them near an edge case.

use chrono::{Days, NaiveDate, TimeDelta};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serviceaftale_core::calendar::DateRule;

use super::minutes::Minutes;
use super::plan::{DayHours, OnHolidays, Plan, PlannedException};
use super::{clock, holidays};

/// A plan, a window of dates, and the moments in it at which the calendar is checked.
#[derive(Clone, Debug)]
pub struct Situation {
    pub plan: Plan,
    pub first: NaiveDate,
    pub days: u64,
    pub moments: Vec<Moment>,
}

/// A moment in a window: near a change, or anywhere.
#[derive(Clone, Debug)]
pub enum Moment {
    Near { turning_point: Index, seconds_off: i64 },
    Anywhere(Index),
}

impl Situation {
    pub fn minutes(&self) -> Minutes {
        Minutes::new(&self.plan, self.first, self.days)
    }

    /// The moments as seconds, all of them within the window.
    pub fn seconds(&self, minutes: &Minutes) -> Vec<i64> {
        let turning_points = minutes.turning_points();
        let window = &minutes.seconds;
        let second = |moment: &Moment| match moment {
            Moment::Near { turning_point, seconds_off } => turning_point.get(&turning_points) + seconds_off,
            Moment::Anywhere(index) => window.start + index.index((window.end - window.start) as usize) as i64,
        };
        self.moments.iter().map(second).map(|second| second.clamp(window.start, window.end - 1)).collect()
    }
}

/// Situations with a window of that many days and that many moments.
pub fn situations(days: u64, moments: usize) -> impl Strategy<Value = Situation> {
    let plan_and_first = first_dates(days).prop_flat_map(move |first| (Just(first), plans(first, days)));
    (plan_and_first, vec(moment(), moments)).prop_map(move |((first, plan), moments)| Situation {
        plan,
        first,
        days,
        moments,
    })
}

/// Plans with exceptions in the window and on the few dates before it.
fn plans(first: NaiveDate, days: u64) -> impl Strategy<Value = Plan> {
    let date = (-3..days as i64).prop_map(move |day| first + TimeDelta::days(day));
    let exceptions = btree_map(date.clone(), planned_exception(), 0..7);
    let closed_days = prop_oneof![2 => Just(vec![]), 1 => vec(closed_day(date), 1..4)];
    (weekly(), on_holidays(), on_holidays(), closed_days, exceptions).prop_map(
        |(weekly, weekday_holidays, weekend_holidays, closed_days, exceptions)| Plan {
            weekly,
            weekday_holidays,
            weekend_holidays,
            closed_days,
            exceptions,
        },
    )
}

fn moment() -> impl Strategy<Value = Moment> {
    let seconds_off = prop_oneof![3 => -1..=1i64, 1 => -7200..=7200i64];
    prop_oneof![
        (any::<Index>(), seconds_off)
            .prop_map(|(turning_point, seconds_off)| Moment::Near { turning_point, seconds_off }),
        any::<Index>().prop_map(Moment::Anywhere),
    ]
}

/// First dates of windows, many of which have a clock change, Easter or the turn of a year.
fn first_dates(days: u64) -> impl Strategy<Value = NaiveDate> {
    let year = prop_oneof![4 => 1990..=2099, 1 => select(vec![1990, 1995, 1996, 2023, 2024, 2098, 2099])];
    let landmark = select(vec![
        |year| clock::last_sunday(year, 3),
        |year| clock::date_at(clock::summer(year).end * 60),
        holidays::easter,
        |year| NaiveDate::from_ymd_opt(year, 12, 25).unwrap(),
        |year| NaiveDate::from_ymd_opt(year, 7, 1).unwrap(),
    ]);
    let earliest = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    let latest = NaiveDate::from_ymd_opt(2100, 1, 1).unwrap() - Days::new(days);
    (year, landmark, 0..days)
        .prop_map(move |(year, landmark, before)| (landmark(year) - Days::new(before)).clamp(earliest, latest))
}

fn weekly() -> impl Strategy<Value = [DayHours; 7]> {
    let one_for_all = |day: DayHours| std::array::from_fn(|_| day.clone());
    let weekdays = |(weekday, weekend): (DayHours, DayHours)| {
        std::array::from_fn(|day| if day < 5 { weekday.clone() } else { weekend.clone() })
    };
    let single = |(day, hours)| std::array::from_fn(|other| if other == day { vec![hours] } else { vec![] });
    prop_oneof![
        1 => Just(Default::default()),
        1 => Just(one_for_all(vec![(0, 24 * 60)])),
        2 => hours().prop_map(move |hours| one_for_all(vec![hours])),
        6 => (day_hours(), day_hours()).prop_map(weekdays),
        2 => (0..7usize, hours()).prop_map(single),
        6 => prop::array::uniform7(day_hours()),
    ]
}

/// Hours of a date: none, the whole day, adjacent, overlapping, past midnight, in any order.
fn day_hours() -> BoxedStrategy<DayHours> {
    // Boxed, since nested strategies overflow the stack of a test.
    prop_oneof![
        2 => Just(vec![]),
        1 => Just(vec![(0, 24 * 60)]),
        1 => Just(vec![(8 * 60, 16 * 60)]),
        1 => (time_of_day(), time_of_day(), time_of_day()).prop_map(adjacent),
        4 => vec(hours(), 1..4),
    ]
    .boxed()
}

fn adjacent((a, b, c): (i32, i32, i32)) -> DayHours {
    let mut times = [a, b, c];
    times.sort_unstable();
    let pairs = [(times[0], times[1]), (times[1], times[2])];
    pairs.into_iter().filter(|(from, to)| from < to).collect()
}

/// Hours that end on the next date if they would end before they begin. A few begin past midnight or last for days.
fn hours() -> impl Strategy<Value = (i32, i32)> {
    let day = 24 * 60;
    let later = prop_oneof![12 => Just(0), 1 => Just(day)];
    let longer = prop_oneof![20 => Just(0), 2 => Just(day), 1 => (2..5).prop_map(move |days| days * day)];
    (time_of_day(), time_of_day(), later, longer).prop_map(move |(from, to, later, longer)| {
        let to = if to <= from { to + day } else { to };
        (from + later, to + later + longer)
    })
}

/// Minutes from midnight: often a full hour, or in the gap or fold of a clock change.
fn time_of_day() -> impl Strategy<Value = i32> {
    prop_oneof![
        3 => (0..24).prop_map(|hour| hour * 60),
        3 => select(vec![0, 1, 119, 120, 121, 135, 150, 179, 180, 181, 8 * 60, 16 * 60, 24 * 60 - 1]),
        1 => 0..24 * 60,
    ]
}

fn on_holidays() -> impl Strategy<Value = OnHolidays> {
    prop_oneof![
        1 => Just(OnHolidays::AsUsual),
        2 => Just(OnHolidays::Closed),
        2 => day_hours().prop_map(OnHolidays::Only),
    ]
}

/// A rule for closed days, sometimes for a single date.
fn closed_day(date: impl Strategy<Value = NaiveDate>) -> impl Strategy<Value = DateRule> {
    prop_oneof![
        select(vec!["05-01", "06-05", "12-24", "12-31"]).prop_map(|day| DateRule::EveryYear(day.parse().unwrap())),
        prop_oneof![Just(40), -60..120i64].prop_map(DateRule::AfterEaster),
        date.prop_map(DateRule::Once),
    ]
}

fn planned_exception() -> impl Strategy<Value = PlannedException> {
    let breaks = prop_oneof![Just(vec![]), vec(hours(), 1..3)];
    (option::of(day_hours()), breaks).prop_map(|(hours, breaks)| PlannedException { hours, breaks })
}
