//! Conversion between UTC and Danish time.
//!
//! This is the only module that converts local times to timestamps. A local time that the clock change in spring skips
//! (a gap) is taken one hour later; one that the clock change in autumn repeats (a fold) is its first occurrence:
//!
//! ```
//! use serviceaftale_core::time::{TimestampOrLocal, copenhagen};
//! let resolve = |text: &str| copenhagen::rfc3339(text.parse().map(TimestampOrLocal::to_timestamp).unwrap());
//! assert_eq!(resolve("2026-03-29T02:30"), "2026-03-29T03:30:00+02:00"); // in the gap
//! assert_eq!(resolve("2026-10-25T02:30"), "2026-10-25T02:30:00+02:00"); // in the fold
//! ```
//!
//! The clock changes follow the rule of the European Union, in Denmark since 1981. The time zone database has no other
//! until the end of 2099, and would add 2 KB to the download.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{DayTime, Timestamp};

/// Offsets from UTC, in seconds.
const WINTER: i32 = 3600;
const SUMMER: i32 = 7200;

/// A date and time in Denmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalDateTime {
    pub date: NaiveDate,
    pub time: NaiveTime,
    /// The offset from UTC in seconds: 3,600 in winter, 7,200 in summer.
    pub offset: i32,
}

/// A change to or from summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first timestamp with the new offset.
    pub at: Timestamp,
    /// Seconds that clocks are moved forward: 3,600 in spring, -3,600 in autumn.
    pub forward_seconds: i32,
}

/// The timestamps that a local time may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalResult {
    /// The local time occurs once.
    Unambiguous(Timestamp),
    /// The local time does not occur: the clock change in spring skips it.
    Gap {
        /// The timestamp of the local time one hour later, which [`from_local`] returns.
        hour_later: Timestamp,
    },
    /// The local time occurs twice: the clock change in autumn repeats it.
    Fold {
        /// In summer time; [`from_local`] returns this one.
        first: Timestamp,
        /// In winter time, an hour after the first.
        second: Timestamp,
    },
}

/// The date and time in Denmark.
pub fn to_local(timestamp: Timestamp) -> LocalDateTime {
    let offset = offset(timestamp);
    let local = timestamp.plus_seconds(offset.into()).to_utc();
    LocalDateTime { date: local.date(), time: local.time(), offset }
}

/// The date in Denmark.
pub fn date(timestamp: Timestamp) -> NaiveDate {
    to_local(timestamp).date
}

/// The timestamp of a local date and time. In a gap it is one hour later, in a fold the first of the two.
///
/// ```
/// use serviceaftale_core::time::copenhagen;
/// let date = "2026-04-03".parse().unwrap();
/// let timestamp = copenhagen::from_local(date, "26:30".parse().unwrap());
/// assert_eq!(copenhagen::rfc3339(timestamp), "2026-04-04T02:30:00+02:00");
/// ```
pub fn from_local(date: NaiveDate, time: DayTime) -> Timestamp {
    local_to_utc(date.and_time(NaiveTime::MIN), time.seconds())
}

/// All timestamps of a local date and time.
///
/// ```
/// use serviceaftale_core::time::copenhagen::{LocalResult, resolve_local};
/// let half_past_two = |date: &str| resolve_local(date.parse().unwrap(), "02:30".parse().unwrap());
/// assert!(matches!(half_past_two("2026-03-28"), LocalResult::Unambiguous(_)));
/// assert!(matches!(half_past_two("2026-03-29"), LocalResult::Gap { .. }));
/// let LocalResult::Fold { first, second } = half_past_two("2026-10-25") else { panic!() };
/// assert_eq!(second.seconds_since(first), 3600);
/// ```
pub fn resolve_local(date: NaiveDate, time: DayTime) -> LocalResult {
    let local = local_as_utc(date.and_time(NaiveTime::MIN), time.seconds());
    let [summer, winter] = [SUMMER, WINTER].map(|offset| (local.plus_seconds(-i64::from(offset)), offset));
    match [summer, winter].map(|(at, expected)| offset(at) == expected) {
        [true, true] => LocalResult::Fold { first: summer.0, second: winter.0 },
        [false, false] => LocalResult::Gap { hour_later: winter.0 },
        [true, false] => LocalResult::Unambiguous(summer.0),
        [false, true] => LocalResult::Unambiguous(winter.0),
    }
}

/// The timestamp of a local date and time; gap and fold as in [`from_local`].
pub fn from_local_datetime(local: NaiveDateTime) -> Timestamp {
    local_to_utc(local, 0)
}

/// The timestamp of the local time that is `seconds` later on the wall clock.
fn local_to_utc(local: NaiveDateTime, seconds: i32) -> Timestamp {
    let local = local_as_utc(local, seconds);
    // Trying summer time first finds the first of two occurrences, and leaves winter time for a gap.
    let in_summer = local.plus_seconds(-i64::from(SUMMER));
    if offset(in_summer) == SUMMER { in_summer } else { local.plus_seconds(-i64::from(WINTER)) }
}

/// The timestamp at which clocks in UTC have this local time.
fn local_as_utc(local: NaiveDateTime, seconds: i32) -> Timestamp {
    Timestamp::from_utc(local).plus_seconds(seconds.into())
}

/// The offset from UTC in seconds.
fn offset(timestamp: Timestamp) -> i32 {
    let [(_, forward), (_, back)] = clock_changes(timestamp.to_utc().year());
    if forward.at <= timestamp && timestamp < back.at { SUMMER } else { WINTER }
}

/// The clock changes of a year with their dates, spring first: at 01:00 UTC on the last Sunday of March and of October,
/// until 1995 of September.
fn clock_changes(year: i32) -> [(NaiveDate, ClockChange); 2] {
    let month_after_summer = if year < 1996 { 10 } else { 11 };
    [(4, SUMMER - WINTER), (month_after_summer, WINTER - SUMMER)].map(|(month, forward_seconds)| {
        let month_after = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        let sunday = month_after - Days::new(u64::from(month_after.weekday().num_days_from_monday()) + 1);
        let at = Timestamp::from_utc(sunday.and_time(NaiveTime::MIN)).plus_seconds(3600);
        (sunday, ClockChange { at, forward_seconds })
    })
}

/// The clock change on that date, if any.
pub fn clock_change_on(date: NaiveDate) -> Option<ClockChange> {
    let changes = clock_changes(date.year());
    changes.into_iter().find(|(sunday, _)| *sunday == date).map(|(_, change)| change)
}

/// The first date from `from` on that has a clock change, or `None` after 2099.
pub(crate) fn next_clock_change_date(from: NaiveDate) -> Option<NaiveDate> {
    for year in from.year()..2100 {
        for (sunday, _) in clock_changes(year) {
            if sunday >= from {
                return Some(sunday);
            }
        }
    }
    None
}

/// RFC 3339 with the Danish offset, as in `2026-04-07T11:00:00+02:00`.
pub fn rfc3339(timestamp: Timestamp) -> String {
    let LocalDateTime { date, time, offset } = to_local(timestamp);
    format!(
        "{date}T{:02}:{:02}:{:02}+{:02}:{:02}",
        time.hour(),
        time.minute(),
        time.second(),
        offset / 3600,
        offset / 60 % 60,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::TimestampOrLocal;

    #[test]
    fn resolves_local_times_around_both_clock_changes() {
        fn check(local: &str, expected: &str) {
            let Ok(TimestampOrLocal::Local(local)) = local.parse() else {
                panic!("{local} is not a local time");
            };
            assert_eq!(rfc3339(from_local_datetime(local)), expected);
        }
        check("2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00");
        check("2026-03-29T02:00", "2026-03-29T03:00:00+02:00"); // the gap begins
        check("2026-03-29T02:59:59", "2026-03-29T03:59:59+02:00");
        check("2026-03-29T03:00", "2026-03-29T03:00:00+02:00");
        check("2026-10-25T01:59:59", "2026-10-25T01:59:59+02:00");
        check("2026-10-25T02:00", "2026-10-25T02:00:00+02:00"); // the first of two
        check("2026-10-25T02:59:59", "2026-10-25T02:59:59+02:00");
        check("2026-10-25T03:00", "2026-10-25T03:00:00+01:00");
        check("1990-03-25T02:30", "1990-03-25T03:30:00+02:00");
        check("2099-10-25T02:30", "2099-10-25T02:30:00+02:00");
    }

    #[test]
    fn finds_gaps_and_folds() {
        fn check(date: &str, time: &str, expected: &[&str]) {
            let (date, time) = (date.parse().unwrap(), time.parse().unwrap());
            let timestamps = match resolve_local(date, time) {
                LocalResult::Unambiguous(at) => vec![at],
                LocalResult::Gap { hour_later } => {
                    assert_eq!(hour_later, from_local(date, time));
                    Vec::new()
                }
                LocalResult::Fold { first, second } => vec![first, second],
            };
            let timestamps: Vec<_> = timestamps.into_iter().map(rfc3339).collect();
            assert_eq!(timestamps, expected, "{date} {time}");
        }
        check("2026-04-03", "15:00", &["2026-04-03T15:00:00+02:00"]);
        check("2026-12-31", "24:00", &["2027-01-01T00:00:00+01:00"]);
        check("2026-03-29", "01:59:59", &["2026-03-29T01:59:59+01:00"]);
        check("2026-03-29", "02:00", &[]);
        check("2026-03-29", "02:59:59", &[]);
        check("2026-03-29", "03:00", &["2026-03-29T03:00:00+02:00"]);
        check("2026-03-28", "26:30", &[]);
        check("2026-10-25", "01:59:59", &["2026-10-25T01:59:59+02:00"]);
        check("2026-10-25", "02:00", &["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"]);
        check("2026-10-25", "02:59:59", &["2026-10-25T02:59:59+02:00", "2026-10-25T02:59:59+01:00"]);
        check("2026-10-25", "03:00", &["2026-10-25T03:00:00+01:00"]);
        check("1995-09-24", "02:30", &["1995-09-24T02:30:00+02:00", "1995-09-24T02:30:00+01:00"]);
    }

    #[test]
    fn every_hour_of_1990_to_2099_is_unambiguous_except_at_clock_changes() {
        let (mut date, mut gaps, mut folds) = (NaiveDate::from_ymd_opt(1990, 1, 1).unwrap(), 0, 0);
        while date.year() < 2100 {
            for hour in 0..24 {
                let time = DayTime::from_seconds(hour * 3600).unwrap();
                let resolved = match resolve_local(date, time) {
                    LocalResult::Unambiguous(at) => at,
                    LocalResult::Gap { hour_later } => {
                        gaps += 1;
                        hour_later
                    }
                    LocalResult::Fold { first, second } => {
                        folds += 1;
                        assert_eq!(second.seconds_since(first), 3600);
                        first
                    }
                };
                assert_eq!(resolved, from_local(date, time), "{date} {time}");
            }
            date = date + Days::new(1);
        }
        assert_eq!((gaps, folds), (110, 110));
    }

    #[test]
    fn agrees_with_the_time_zone_database_from_1981_to_2099() {
        use chrono::{Offset, TimeZone};
        let [mut timestamp, end]: [Timestamp; 2] =
            ["1980-12-31T23:00Z", "2099-12-31T23:00Z"].map(|text| text.parse().unwrap());
        while timestamp < end {
            let expected = chrono_tz::Europe::Copenhagen.offset_from_utc_datetime(&timestamp.to_utc()).fix();
            assert_eq!(offset(timestamp), expected.local_minus_utc(), "{timestamp}");
            timestamp = timestamp.plus_seconds(3600);
        }
    }

    #[test]
    fn finds_both_clock_changes_of_every_year() {
        for year in 1990..=2099 {
            let mut date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let mut forward = Vec::new();
            while let Some(next) = next_clock_change_date(date).filter(|next| next.year() == year) {
                let change = clock_change_on(next).unwrap();
                assert_eq!(change.at.unix_seconds() % 86_400, 3600, "{year}: not at 01:00 UTC");
                assert_eq!(next.weekday(), chrono::Weekday::Sun);
                forward.push(change.forward_seconds);
                date = next + Days::new(1);
            }
            assert_eq!(forward, [3600, -3600], "{year}");
        }
    }
}
