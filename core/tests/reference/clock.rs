//! What do Danish clocks show at a minute, by the EU's rule alone?
//!
//! Minutes are counted from 1970-01-01T00:00, in UTC or as clocks show them.

use std::ops::Range;

use chrono::{DateTime, Datelike, Days, NaiveDate, Weekday};

pub const MINUTES_PER_DAY: i64 = 24 * 60;

/// The minute at which clocks show midnight of that date, counting 24 hours to every day.
pub fn midnight(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days() * MINUTES_PER_DAY
}

/// The date of a minute that clocks show.
pub fn date_shown(shown: i64) -> NaiveDate {
    DateTime::from_timestamp(shown * 60, 0).unwrap().date_naive()
}

/// The Danish date at a second in UTC.
pub fn date_at(second: i64) -> NaiveDate {
    let utc = second.div_euclid(60);
    let year = date_shown(utc).year();
    date_shown(utc + minutes_ahead(utc, &[summer(year)]))
}

/// How many minutes Danish clocks are ahead at a minute in UTC, given the summers around it.
pub fn minutes_ahead(utc: i64, summers: &[Range<i64>]) -> i64 {
    if summers.iter().any(|summer| summer.contains(&utc)) { 120 } else { 60 }
}

/// Summer time of a year in UTC: from the last Sunday of March to that of October, until 1995 that of
/// September, at 01:00 UTC.
pub fn summer(year: i32) -> Range<i64> {
    let last_month = if year <= 1995 { 9 } else { 10 };
    midnight(last_sunday(year, 3)) + 60..midnight(last_sunday(year, last_month)) + 60
}

/// The clock changes after the one second and before the other, with the seconds that clocks are moved by.
pub fn changes_between(after: i64, before: i64) -> Vec<(i64, i32)> {
    let years = date_at(after).year()..=date_at(before).year();
    years
        .map(summer)
        .flat_map(|summer| [(summer.start * 60, 3600), (summer.end * 60, -3600)])
        .filter(|(at, _)| after < *at && *at < before)
        .collect()
}

pub fn last_sunday(year: i32, month: u32) -> NaiveDate {
    // March, September and October all have a 30th and, one Sunday later at most, no 37th.
    let mut day = NaiveDate::from_ymd_opt(year, month, 22).unwrap();
    while day.weekday() != Weekday::Sun || (day + Days::new(7)).month() == month {
        day = day + Days::new(1);
    }
    day
}

/// What clocks show at each minute of a stretch of time, and when they first show it.
pub struct Clocks {
    /// The first minute, in UTC.
    pub begin: i64,
    /// What clocks show at each minute from `begin` on.
    pub shown: Vec<i64>,
    /// For each minute that clocks can show from the first on: at which entry of `shown` they first do.
    first: Vec<Option<usize>>,
}

impl Clocks {
    /// From the one date's midnight to the other's.
    pub fn read(from: NaiveDate, to: NaiveDate) -> Self {
        let summers: Vec<_> = (from.year()..=to.year()).map(summer).collect();
        let (from, to) = (midnight(from), midnight(to));
        let mut minute = from - MINUTES_PER_DAY;
        while minute + minutes_ahead(minute, &summers) < from {
            minute += 1;
        }
        let (begin, mut shown, mut first) = (minute, Vec::new(), vec![None; (to - from) as usize]);
        loop {
            let shows = minute + minutes_ahead(minute, &summers);
            if shows >= to {
                return Self { begin, shown, first };
            }
            first[(shows - from) as usize].get_or_insert(shown.len());
            shown.push(shows);
            minute += 1;
        }
    }

    /// The entry at which clocks first show that minute; when the spring change skips it, an hour more.
    /// Minutes after the last entry are taken for its end.
    pub fn first_shown(&self, shown: i64) -> usize {
        let entry = |shown: i64| self.first.get((shown - self.shown[0]) as usize).copied();
        match entry(shown) {
            Some(Some(index)) => index,
            Some(None) => self.first_shown(shown + 60),
            None => self.shown.len(),
        }
    }
}
