//! Danish time to the minute by the rule of the EU.
//!
//! Minutes are counted from 1970-01-01T00:00, in UTC or in local time.

use std::ops::Range;

use chrono::{DateTime, Datelike, Days, NaiveDate, Weekday};

pub const MINUTES_PER_DAY: i64 = 24 * 60;

/// The local minute of the midnight of that date. Every date has 24 hours.
pub fn midnight(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days() * MINUTES_PER_DAY
}

/// The date of a minute, in UTC if the minute is in UTC.
pub fn date_of_minute(minute: i64) -> NaiveDate {
    DateTime::from_timestamp(minute * 60, 0).unwrap().date_naive()
}

/// The Danish date of a second in UTC.
pub fn date_at(second: i64) -> NaiveDate {
    let utc = second.div_euclid(60);
    let year = date_of_minute(utc).year();
    date_of_minute(utc + utc_offset(utc, &[summer(year)]))
}

/// The offset from UTC in minutes at a minute in UTC, given the summers around it.
pub fn utc_offset(utc: i64, summers: &[Range<i64>]) -> i64 {
    if summers.iter().any(|summer| summer.contains(&utc)) { 120 } else { 60 }
}

/// Summer time of a year in UTC: from 01:00 on the last Sunday of March to 01:00 on the last Sunday of October, until
/// 1995 of September.
pub fn summer(year: i32) -> Range<i64> {
    let last_month = if year <= 1995 { 9 } else { 10 };
    midnight(last_sunday(year, 3)) + 60..midnight(last_sunday(year, last_month)) + 60
}

/// The clock changes between two seconds, exclusive, with the seconds that clocks are moved forward.
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

/// The local minute of each minute in a range of dates, and the first minute of each local minute.
pub struct Clocks {
    /// The first minute, in UTC.
    pub begin: i64,
    /// The local minute of each minute from `begin` on.
    pub local: Vec<i64>,
    /// For each local minute from the first on, the index in `local` where it first occurs.
    first: Vec<Option<usize>>,
}

impl Clocks {
    /// From midnight of `from` to midnight of `to`.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Self {
        let summers: Vec<_> = (from.year()..=to.year()).map(summer).collect();
        let (from, to) = (midnight(from), midnight(to));
        let mut minute = from - MINUTES_PER_DAY;
        while minute + utc_offset(minute, &summers) < from {
            minute += 1;
        }
        let (begin, mut local, mut first) = (minute, Vec::new(), vec![None; (to - from) as usize]);
        loop {
            let local_minute = minute + utc_offset(minute, &summers);
            if local_minute >= to {
                return Self { begin, local, first };
            }
            first[(local_minute - from) as usize].get_or_insert(local.len());
            local.push(local_minute);
            minute += 1;
        }
    }

    /// The index of the first minute with that local minute, in a gap of the one an hour later; the length of the range
    /// for a local minute after it.
    pub fn index_of(&self, local: i64) -> usize {
        match self.first.get((local - self.local[0]) as usize) {
            Some(Some(index)) => *index,
            Some(None) => self.index_of(local + 60),
            None => self.local.len(),
        }
    }
}
