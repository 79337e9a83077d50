//! Benchmarks of calendar searches.
//!
//! `cargo bench --package serviceaftale-core --bench calendar`

// Invalid input of a benchmark may panic.
#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use serviceaftale_core::calendar::{HolidayHours, WeeklySchedule, WorkingCalendar};
use serviceaftale_core::time::{Hours, Timestamp};

criterion_group!(benches, deadlines, is_open, next_changes, working_between);
criterion_main!(benches);

/// Whole weeks are one step, so that a deadline 2,500 times as far away costs about 60 times as much.
fn deadlines(criterion: &mut Criterion) {
    let (calendar, from) = (office_hours(), instant("2026-04-01T15:10+02:00"));
    for hours in [8, 20_000] {
        criterion.bench_function(&format!("deadline_{hours}_h"), |bencher| {
            bencher.iter(|| calendar.deadline(black_box(from), black_box(hours * 3600)));
        });
    }
}

fn is_open(criterion: &mut Criterion) {
    let (calendar, at) = (office_hours(), instant("2026-04-01T15:10+02:00"));
    criterion.bench_function("is_open", |bencher| bencher.iter(|| calendar.is_open(black_box(at))));
}

fn next_changes(criterion: &mut Criterion) {
    let round_the_clock = WorkingCalendar::new("round the clock", WeeklySchedule::round_the_clock());
    let after_closing = instant("2026-04-01T16:00+02:00");
    let mut bench = |name: &str, calendar: &WorkingCalendar| {
        criterion.bench_function(name, |bencher| bencher.iter(|| calendar.next_change(black_box(after_closing))));
    };
    bench("next_change_over_easter", &office_hours());
    bench("next_change_round_the_clock", &round_the_clock);
}

fn working_between(criterion: &mut Criterion) {
    let (calendar, from) = (office_hours(), instant("2026-04-01T15:10+02:00"));
    for (name, to) in [("one_week", "2026-04-08T15:10+02:00"), ("ten_years", "2036-04-01T15:10+02:00")] {
        let to = instant(to);
        criterion.bench_function(&format!("working_between_{name}"), |bencher| {
            bencher.iter(|| calendar.working_between(black_box(from), black_box(to)));
        });
    }
}

/// Monday to Friday 8-16 except public holidays.
fn office_hours() -> WorkingCalendar {
    let eight_to_four: Hours = "08:00-16:00".parse().unwrap();
    let weekly = WeeklySchedule::new(std::array::from_fn(|day| if day < 5 { vec![eight_to_four] } else { vec![] }));
    WorkingCalendar::new("office hours", weekly).with_holiday_hours(HolidayHours::Closed, HolidayHours::Closed)
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}
