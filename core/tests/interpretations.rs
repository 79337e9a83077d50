//! Combinations of interpretations, compared with a reference model of the agreement sheet.
//!
//! The model states the sheet as rules on dates and hours; the agreements file has it as data. Every run has the same
//! combinations. `PROPTEST_RNG_SEED=2 cargo test --test interpretations` generates others.

// Tests may panic.
#![allow(clippy::unwrap_used)]

#[path = "reference/holidays.rs"]
mod holidays;

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, TestRunner};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::calendar::WorkingCalendar;
use serviceaftale_core::data::Value;
use serviceaftale_core::time::{DayTime, copenhagen};

/// The number of generated combinations, each checked on two weeks.
const CASES: u32 = 150;

/// The value of each interpretation.
#[derive(Clone, Debug)]
struct Interpretations {
    remote_clock: &'static str,
    technician_clock: &'static str,
    weekday_holiday: &'static str,
    weekend_holiday: &'static str,
    billing: &'static str,
    extra: &'static str,
    notice: &'static str,
    window: &'static str,
}

impl Interpretations {
    fn values(&self) -> [(&'static str, &'static str); 8] {
        [
            ("basis_remote_clock", self.remote_clock),
            ("basis_technician_clock", self.technician_clock),
            ("weekday_holiday_phone", self.weekday_holiday),
            ("weekend_holiday_phone", self.weekend_holiday),
            ("billing_on_holiday", self.billing),
            ("extra_closed_days", self.extra),
            ("notice_count", self.notice),
            ("service_window_on_holiday", self.window),
        ]
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        let constitution_day_christmas_and_new_year =
            [(6, 5), (12, 24), (12, 31)].contains(&(date.month(), date.day()));
        let extra = match self.extra {
            "frist" => constitution_day_christmas_and_new_year,
            "ab" => constitution_day_christmas_and_new_year || (date.month(), date.day()) == (5, 1),
            "bank" => constitution_day_christmas_and_new_year || holidays::days_after_easter(date) == 40,
            _ => false,
        };
        extra || holidays::public_holiday(date).is_some()
    }

    fn is_working_day(&self, date: NaiveDate) -> bool {
        is_weekday(date) && !self.is_holiday(date)
    }

    fn phone(&self, date: NaiveDate) -> Range<i32> {
        let (weekday, weekend) = (8..20, 10..14);
        match (is_weekday(date), self.is_holiday(date)) {
            (true, false) => weekday,
            (false, false) => weekend,
            (true, true) => match self.weekday_holiday {
                "weekday" => weekday,
                "weekend" => weekend,
                _ => NONE,
            },
            (false, true) => {
                if self.weekend_holiday == "closed" {
                    NONE
                } else {
                    weekend
                }
            }
        }
    }

    fn billing(&self, date: NaiveDate) -> Range<i32> {
        if !is_weekday(date) || self.is_holiday(date) && self.billing == "closed" {
            return NONE;
        }
        8..if date.weekday().number_from_monday() == 5 { 15 } else { 16 }
    }

    fn on_working_days(&self, date: NaiveDate, hours: Range<i32>) -> Range<i32> {
        if self.is_working_day(date) { hours } else { NONE }
    }

    fn clock(&self, value: &str, date: NaiveDate) -> Range<i32> {
        match value {
            "reaction" => self.on_working_days(date, 8..16),
            "work" => self.on_working_days(date, 7..15),
            "phone" => self.phone(date),
            _ => ALWAYS,
        }
    }

    fn window(&self, date: NaiveDate) -> Range<i32> {
        let monday = date.weekday().number_from_monday() == 1;
        if !monday || self.window == "skipped" && self.is_holiday(date) { NONE } else { 0..6 }
    }

    /// The last date of notice for work on a date.
    fn notice(&self, of: NaiveDate) -> NaiveDate {
        let earlier = (1..).map(|days| of - Days::new(days));
        let mut working = earlier.filter(|date| self.is_working_day(*date));
        working.nth(if self.notice == "clear" { 5 } else { 4 }).unwrap()
    }
}

const NONE: Range<i32> = 0..0;
const ALWAYS: Range<i32> = 0..24;

fn is_weekday(date: NaiveDate) -> bool {
    date.weekday().number_from_monday() <= 5
}

#[test]
fn combinations_match_the_model() {
    let file = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
    let default = ProptestConfig::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        chosen => chosen,
    };
    let config = ProptestConfig { cases: CASES, rng_seed, failure_persistence: None, ..default };
    let mut runner = TestRunner::new(config);
    runner
        .run(&(interpretations(), monday()), |(interpretations, monday)| {
            matches_the_model(&file, &interpretations, monday)
        })
        .unwrap();
}

fn matches_the_model(file: &Value, interpretations: &Interpretations, monday: NaiveDate) -> Result<(), TestCaseError> {
    let catalogue = Catalogue::from_value_with(file, &interpretations.values()).unwrap();
    let (basis, pro) = (catalogue.agreement("basis").unwrap(), catalogue.agreement("pro").unwrap());
    for date in monday.iter_days().take(14) {
        let check = |name: &str, calendar: &WorkingCalendar, hours: Range<i32>| {
            for half in 0..48 {
                let at = copenhagen::from_local(date, DayTime::from_seconds(half * 1800).unwrap());
                prop_assert_eq!(
                    calendar.is_open(at),
                    hours.contains(&(half / 2)),
                    "{} on {}, {}/2 h",
                    name,
                    date,
                    half
                );
            }
            Ok(())
        };
        check("phone", &basis.fault_reports, interpretations.phone(date))?;
        check("general", &basis.general, interpretations.phone(date))?;
        check("billing", &pro.billing, interpretations.billing(date))?;
        check("repair", &basis.repair.calendar, interpretations.on_working_days(date, 7..15))?;
        check("remote", &basis.remote.clock, interpretations.clock(interpretations.remote_clock, date))?;
        check("on site", &basis.on_site.clock, interpretations.clock(interpretations.technician_clock, date))?;
        for calendar in [&pro.fault_reports, &pro.repair.calendar, &pro.remote.clock, &pro.on_site.clock] {
            check("Pro", calendar, ALWAYS)?;
        }
        check("window", &catalogue.maintenance.windows, interpretations.window(date))?;
        check("preventive", &catalogue.maintenance.preventive, 6..7)?;
        prop_assert_eq!(
            catalogue.maintenance.last_day_of_notice(date),
            interpretations.notice(date),
            "notice of {}",
            date
        );
    }
    Ok(())
}

fn interpretations() -> impl Strategy<Value = Interpretations> {
    let of = |values: &[&'static str]| select(values.to_vec());
    let clocks = (of(&["reaction", "work", "phone", "elapsed"]), of(&["reaction", "elapsed"]));
    let phone = (of(&["closed", "weekday", "weekend"]), of(&["weekend", "closed"]), of(&["closed", "open"]));
    let rest = (of(&["none", "frist", "ab", "bank"]), of(&["count_back", "clear"]), of(&["kept", "skipped"]));
    (clocks, phone, rest).prop_map(
        |((remote_clock, technician_clock), (weekday_holiday, weekend_holiday, billing), (extra, notice, window))| {
            Interpretations {
                remote_clock,
                technician_clock,
                weekday_holiday,
                weekend_holiday,
                billing,
                extra,
                notice,
                window,
            }
        },
    )
}

/// Mondays of any year, most of them before public holidays.
fn monday() -> impl Strategy<Value = NaiveDate> {
    let landmarks: Vec<fn(i32) -> NaiveDate> = vec![
        holidays::easter,
        |year| holidays::easter(year) + Days::new(26),
        |year| holidays::easter(year) + Days::new(40),
        |year| NaiveDate::from_ymd_opt(year, 5, 1).unwrap(),
        |year| NaiveDate::from_ymd_opt(year, 6, 5).unwrap(),
        |year| NaiveDate::from_ymd_opt(year, 9, 1).unwrap(),
        |year| NaiveDate::from_ymd_opt(year, 12, 24).unwrap(),
    ];
    // Two weeks and a notice period within the years with known public holidays.
    (1991..2099, select(landmarks), 0..7u64).prop_map(|(year, landmark, before)| {
        let date = landmark(year) - Days::new(before);
        date - Days::new(date.weekday().num_days_from_monday().into())
    })
}
