//! Danish public holidays by law, and the closed days of a contract.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::Text;
use crate::time::{MonthDay, date_as_days};

/// A Danish public holiday (helligdag) by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublicHoliday {
    /// 1 January.
    NewYearsDay,
    /// The Thursday before Easter.
    MaundyThursday,
    /// The Friday before Easter.
    GoodFriday,
    /// The Sunday after the first full moon on or after 21 March.
    EasterSunday,
    /// The day after Easter Sunday.
    EasterMonday,
    /// Store Bededag, the fourth Friday after Easter; abolished by law from 2024.
    GreatPrayerDay,
    /// A Thursday, 39 days after Easter Sunday.
    AscensionDay,
    /// 49 days after Easter Sunday.
    WhitSunday,
    /// The day after Whit Sunday.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
}

/// The last year in which Store Bededag was a public holiday.
const LAST_GREAT_PRAYER_DAY: i32 = 2023;

use PublicHoliday as Holiday;

/// In the order of the year.
const RULES: [(DateRule, Holiday); 11] = [
    (DateRule::EveryYear(MonthDay { month: 1, day: 1 }), Holiday::NewYearsDay),
    (DateRule::AfterEaster(-3), Holiday::MaundyThursday),
    (DateRule::AfterEaster(-2), Holiday::GoodFriday),
    (DateRule::AfterEaster(0), Holiday::EasterSunday),
    (DateRule::AfterEaster(1), Holiday::EasterMonday),
    (DateRule::AfterEaster(26), Holiday::GreatPrayerDay),
    (DateRule::AfterEaster(39), Holiday::AscensionDay),
    (DateRule::AfterEaster(49), Holiday::WhitSunday),
    (DateRule::AfterEaster(50), Holiday::WhitMonday),
    (DateRule::EveryYear(MonthDay { month: 12, day: 25 }), Holiday::ChristmasDay),
    (DateRule::EveryYear(MonthDay { month: 12, day: 26 }), Holiday::SecondChristmasDay),
];

/// The public holiday on that date, if any.
///
/// ```
/// use chrono::NaiveDate;
/// use serviceaftale_core::calendar::{PublicHoliday, public_holiday};
/// let date = NaiveDate::from_ymd_opt(2026, 4, 3).unwrap();
/// assert_eq!(public_holiday(date), Some(PublicHoliday::GoodFriday));
/// ```
pub fn public_holiday(date: NaiveDate) -> Option<PublicHoliday> {
    // Saves the computation of Easter: Maundy Thursday is 19 March at the earliest, Whit Monday 14 June at the latest.
    if !matches!((date.month(), date.day()), (1, 1) | (3..=6, _) | (12, 25 | 26)) {
        return None;
    }
    let after_easter = days_after_easter(date);
    let mut rules = RULES.iter().filter(|(rule, _)| rule.matches(date, after_easter));
    rules.find(|(_, holiday)| is_held_in(*holiday, date.year())).map(|(_, holiday)| *holiday)
}

/// The public holidays of a year with their dates, in order.
pub fn public_holidays(year: i32) -> impl Iterator<Item = (NaiveDate, PublicHoliday)> {
    let easter = easter_sunday(year);
    RULES.into_iter().filter_map(move |(rule, holiday)| {
        let date = rule.date_with_easter(year, easter)?;
        is_held_in(holiday, year).then_some((date, holiday))
    })
}

fn is_held_in(holiday: PublicHoliday, year: i32) -> bool {
    holiday != Holiday::GreatPrayerDay || year <= LAST_GREAT_PRAYER_DAY
}

fn days_after_easter(date: NaiveDate) -> i64 {
    date.signed_duration_since(easter_sunday(date.year())).num_days()
}

/// Easter Sunday of a Gregorian year, by the anonymous Gregorian algorithm (Meeus, Jones and Butcher).
pub fn easter_sunday(year: i32) -> NaiveDate {
    let (golden, century, year_of_century) = (year % 19, year / 100, year % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days_from_march = (epact + weekday - 7 * shift + 114) - 31 * 3;
    // Counting from 1 March spares a case for the end of the month. The date always exists.
    NaiveDate::from_ymd_opt(year, 3, 1)
        .unwrap_or_default()
        .checked_add_days(Days::new(days_from_march.unsigned_abs().into()))
        .unwrap_or_default()
}

/// A day that a contract treats as a public holiday although it is none by law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDay {
    pub name: Text,
    pub rule: DateRule,
}

/// The rule for the date of a public holiday or closed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateRule {
    /// The same day every year.
    EveryYear(MonthDay),
    /// That many days after Easter Sunday, or before it if negative.
    AfterEaster(i64),
    /// One date only.
    Once(#[serde(with = "date_as_days")] NaiveDate),
}

impl DateRule {
    pub fn is_on(self, date: NaiveDate) -> bool {
        self.matches(date, days_after_easter(date))
    }

    fn matches(self, date: NaiveDate, days_after_easter: i64) -> bool {
        match self {
            Self::EveryYear(month_day) => month_day.is_on(date),
            Self::AfterEaster(days) => days_after_easter == days,
            Self::Once(once) => date == once,
        }
    }

    /// The date in that year, if there is one.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        self.date_with_easter(year, easter_sunday(year))
    }

    fn date_with_easter(self, year: i32, easter: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::EveryYear(month_day) => month_day.in_year(year),
            Self::AfterEaster(days) => easter.checked_add_signed(chrono::TimeDelta::days(days)),
            Self::Once(date) => Some(date).filter(|date| date.year() == year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sunday_of_early_and_late_years() {
        for (year, month, day) in [
            (1990, 4, 15),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25), // the latest possible
            (2049, 4, 18),
            (2076, 4, 19),
            (2099, 4, 12),
        ] {
            let expected = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(easter_sunday(year), expected);
        }
    }

    #[test]
    fn great_prayer_day_ends_with_2023() {
        let count = |year| public_holidays(year).count();
        assert_eq!((count(2023), count(2024)), (11, 10));
    }

    #[test]
    fn list_and_lookup_agree_on_every_day_of_1990_to_2099() {
        for year in 1990..=2099 {
            let listed: Vec<_> = public_holidays(year).collect();
            let found: Vec<_> = NaiveDate::from_ymd_opt(year, 1, 1)
                .unwrap()
                .iter_days()
                .take_while(|date| date.year() == year)
                .filter_map(|date| Some((date, public_holiday(date)?)))
                .collect();
            assert_eq!(listed, found, "{year}");
        }
    }
}
