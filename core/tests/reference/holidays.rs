//! Danish public holidays by another rule than that of the calendar.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serviceaftale_core::calendar::PublicHoliday;

pub fn public_holiday(date: NaiveDate) -> Option<PublicHoliday> {
    match (date.month(), date.day()) {
        (1, 1) => return Some(PublicHoliday::NewYearsDay),
        (12, 25) => return Some(PublicHoliday::ChristmasDay),
        (12, 26) => return Some(PublicHoliday::SecondChristmasDay),
        _ => {}
    }
    match days_after_easter(date) {
        -3 => Some(PublicHoliday::MaundyThursday),
        -2 => Some(PublicHoliday::GoodFriday),
        0 => Some(PublicHoliday::EasterSunday),
        1 => Some(PublicHoliday::EasterMonday),
        26 if date.year() < 2024 => Some(PublicHoliday::GreatPrayerDay),
        39 => Some(PublicHoliday::AscensionDay),
        49 => Some(PublicHoliday::WhitSunday),
        50 => Some(PublicHoliday::WhitMonday),
        _ => None,
    }
}

/// Days from Easter Sunday of the same year.
pub fn days_after_easter(date: NaiveDate) -> i64 {
    date.signed_duration_since(easter(date.year())).num_days()
}

/// Easter Sunday by the algorithm of Gauss, with the constants for 1900-2099 and his two exceptions.
pub fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let moon = (19 * golden + 24) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    let a_week_early = sunday == 6 && (moon == 29 || moon == 28 && golden > 10);
    let days_from_22_march = moon + sunday - if a_week_early { 7 } else { 0 };
    NaiveDate::from_ymd_opt(year, 3, 22).unwrap() + TimeDelta::days(days_from_22_march.into())
}
