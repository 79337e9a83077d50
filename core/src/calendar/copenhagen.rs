//! What do clocks in Denmark show at an instant, and at which instant do they show a given time?
//!
//! This is the only place where civil time becomes an instant. A time that the spring change skips is
//! taken one hour later; a time that the autumn change repeats is its first occurrence. Clocks are
//! moved by the rule that Denmark has kept since 1981: the time zone database knows of no other until
//! the end of 2099, and would be 2 KB of the download.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::day_time::SECONDS_PER_DAY;
use super::{DayTime, Interval, Timestamp};

/// A moment as Danish clocks show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    /// The date.
    pub date: NaiveDate,
    /// The time of day, 00:00 up to but not 24:00.
    pub time: NaiveTime,
    /// Seconds east of Greenwich: 3,600 in winter, 7,200 in summer.
    pub offset: i32,
}

/// A night on which Danish clocks are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The instant from which the new time holds.
    pub at: Timestamp,
    /// Seconds by which clocks are moved: 3,600 in spring, -3,600 in autumn.
    pub forward_seconds: i32,
}

/// At which instants Danish clocks show a civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// At this one, as nearly always.
    Once(Timestamp),
    /// At none: in spring clocks are moved past it.
    Never {
        /// When they show one hour more, which is what [`instant`] takes.
        hour_later: Timestamp,
    },
    /// At two: in autumn clocks are moved back to before it.
    Twice {
        /// In summer time, which is what [`instant`] takes.
        first: Timestamp,
        /// In winter time, an hour after the first.
        second: Timestamp,
    },
}

/// A date from its midnight to the next. A day asks once when clocks show its midnights, and not again for its other
/// times unless clocks are moved on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) whole: Interval,
}

impl Day {
    /// The day of that date.
    pub(super) fn of(date: NaiveDate) -> Self {
        let (start, end) = (instant(date, DayTime::MIDNIGHT), instant(date, DayTime::END_OF_DAY));
        Self { date, whole: Interval { start, end } }
    }

    /// The next day.
    pub(super) fn next(self) -> Self {
        let date = self.date + Days::new(1);
        Self { date, whole: Interval { start: self.whole.end, end: instant(date, DayTime::END_OF_DAY) } }
    }

    /// The clock change on it, if any.
    pub(super) fn clock_change(self) -> Option<ClockChange> {
        if self.has_clock_change() { clock_change_on(self.date) } else { None }
    }

    fn has_clock_change(self) -> bool {
        self.whole.seconds() != i64::from(SECONDS_PER_DAY)
    }

    /// The instant of a time up to 24:00; in gap and fold as [`instant`] says.
    pub(super) fn instant(self, time: DayTime) -> Timestamp {
        if self.has_clock_change() {
            instant(self.date, time)
        } else {
            self.whole.start.plus_seconds(time.seconds().into())
        }
    }
}

/// What Danish clocks show at the instant.
///
/// ```
/// use serviceaftale_core::calendar::{Timestamp, copenhagen};
/// let instant = Timestamp::from_rfc3339("2026-04-03T13:00:00Z").unwrap();
/// assert_eq!(copenhagen::rfc3339(instant), "2026-04-03T15:00:00+02:00");
/// ```
pub fn local(instant: Timestamp) -> Local {
    let offset = offset(instant);
    let shown = in_greenwich(instant.plus_seconds(offset.into()));
    Local { date: shown.date(), time: shown.time(), offset }
}

/// The date on Danish calendars at the instant.
pub fn date(instant: Timestamp) -> NaiveDate {
    local(instant).date
}

/// The instant at which Danish clocks show that time of that date: in the spring gap one hour
/// later, in the autumn fold the first.
pub fn instant(date: NaiveDate, time: DayTime) -> Timestamp {
    shown_at(date.and_time(NaiveTime::MIN), time.seconds())
}

/// At which instants Danish clocks show that time of that date.
pub fn shown(date: NaiveDate, time: DayTime) -> Shown {
    let shown = in_greenwich_at(date.and_time(NaiveTime::MIN), time.seconds());
    let [summer, winter] = [SUMMER, WINTER].map(|east| (shown.plus_seconds(-i64::from(east)), east));
    match [summer, winter].map(|(at, east)| offset(at) == east) {
        [true, true] => Shown::Twice { first: summer.0, second: winter.0 },
        [false, false] => Shown::Never { hour_later: winter.0 },
        [true, false] => Shown::Once(summer.0),
        [false, true] => Shown::Once(winter.0),
    }
}

/// The instant of a civil date and time; gap and fold as [`instant`] says.
///
/// ```
/// use serviceaftale_core::calendar::{WrittenTime, copenhagen};
/// let Some(WrittenTime::Civil(skipped)) = WrittenTime::read("2026-03-29T02:30") else { panic!() };
/// let resolved = copenhagen::resolve(skipped);
/// assert_eq!(copenhagen::rfc3339(resolved), "2026-03-29T03:30:00+02:00");
/// ```
pub fn resolve(civil: NaiveDateTime) -> Timestamp {
    shown_at(civil, 0)
}

/// When clocks show what is that many seconds after a civil time by them.
fn shown_at(civil: NaiveDateTime, seconds: i32) -> Timestamp {
    let shown = in_greenwich_at(civil, seconds);
    // To try summer time first takes the first of two occurrences, and winter time where there is none.
    let in_summer = shown.plus_seconds(-i64::from(SUMMER));
    if offset(in_summer) == SUMMER { in_summer } else { shown.plus_seconds(-i64::from(WINTER)) }
}

/// When clocks in Greenwich show it.
fn in_greenwich_at(civil: NaiveDateTime, seconds: i32) -> Timestamp {
    Timestamp::from_unix_seconds(civil.and_utc().timestamp() + i64::from(seconds))
}

/// Seconds east of Greenwich.
const WINTER: i32 = 3600;
const SUMMER: i32 = 7200;

fn offset(instant: Timestamp) -> i32 {
    let [(_, forward), (_, back)] = clock_changes(in_greenwich(instant).year());
    if forward.at <= instant && instant < back.at { SUMMER } else { WINTER }
}

/// The clock changes of a year with their dates, the spring's first: at 01:00 in Greenwich on the last Sunday of March
/// and of October, which until 1995 was September.
fn clock_changes(year: i32) -> [(NaiveDate, ClockChange); 2] {
    let back_before_month = if year < 1996 { 10 } else { 11 };
    [(4, SUMMER - WINTER), (back_before_month, WINTER - SUMMER)].map(|(month, forward_seconds)| {
        let month_after = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        let sunday = month_after - Days::new(u64::from(month_after.weekday().num_days_from_monday()) + 1);
        let midnight = sunday.and_time(NaiveTime::MIN).and_utc().timestamp();
        (sunday, ClockChange { at: Timestamp::from_unix_seconds(midnight + 3600), forward_seconds })
    })
}

/// The clock change between this date's midnight and the next, if any.
pub fn clock_change_on(date: NaiveDate) -> Option<ClockChange> {
    let changes = clock_changes(date.year());
    changes.into_iter().find(|(sunday, _)| *sunday == date).map(|(_, change)| change)
}

/// The first date on or after `from` whose night has a clock change; none once 2099 has ended.
pub(super) fn next_clock_change_date(from: NaiveDate) -> Option<NaiveDate> {
    for year in from.year()..2100 {
        for (sunday, _) in clock_changes(year) {
            if sunday >= from {
                return Some(sunday);
            }
        }
    }
    None
}

/// The instant in RFC 3339 with the Danish offset, as in `2026-04-07T11:00:00+02:00`.
pub fn rfc3339(instant: Timestamp) -> String {
    use chrono::Timelike;
    let Local { date, time, offset } = local(instant);
    format!(
        "{}T{:02}:{:02}:{:02}+{:02}:{:02}",
        iso_date(date),
        time.hour(),
        time.minute(),
        time.second(),
        offset / 3600,
        offset / 60 % 60,
    )
}

/// The date as `YYYY-MM-DD`.
pub fn iso_date(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// What clocks in Greenwich show. Instants beyond chrono's years are taken at 1970; no caller has one, since text has
/// four-digit years.
fn in_greenwich(instant: Timestamp) -> NaiveDateTime {
    DateTime::from_timestamp(instant.unix_seconds(), 0).unwrap_or_default().naive_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WrittenTime;

    #[test]
    fn resolves_civil_times_around_both_clock_changes() {
        fn check(civil: &str, instant: &str) {
            let Some(WrittenTime::Civil(civil)) = WrittenTime::read(civil) else {
                panic!("{civil} is no civil time");
            };
            assert_eq!(rfc3339(resolve(civil)), instant);
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
    fn knows_which_times_are_shown_never_or_twice() {
        fn check(date: &str, time: &str, instants: &[&str]) {
            let date = date.parse().unwrap();
            let time = DayTime::read(time).unwrap();
            let at = match shown(date, time) {
                Shown::Once(at) => vec![at],
                Shown::Never { hour_later } => {
                    assert_eq!(hour_later, instant(date, time));
                    Vec::new()
                }
                Shown::Twice { first, second } => vec![first, second],
            };
            let at: Vec<_> = at.into_iter().map(rfc3339).collect();
            assert_eq!(at, instants, "{date} {time}");
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
    fn every_hour_of_1990_to_2099_is_shown_once_but_for_the_clock_changes() {
        let (mut date, mut never, mut twice) = (NaiveDate::from_ymd_opt(1990, 1, 1).unwrap(), 0, 0);
        while date.year() < 2100 {
            for hour in 0..24 {
                let time = DayTime::from_seconds(hour * 3600).unwrap();
                let taken = match shown(date, time) {
                    Shown::Once(at) => at,
                    Shown::Never { hour_later } => {
                        never += 1;
                        hour_later
                    }
                    Shown::Twice { first, second } => {
                        twice += 1;
                        assert_eq!(second.seconds_since(first), 3600);
                        first
                    }
                };
                assert_eq!(taken, instant(date, time), "{date} {time}");
            }
            date = date + Days::new(1);
        }
        assert_eq!((never, twice), (110, 110));
    }

    #[test]
    fn keeps_the_time_of_the_zone_database_from_1981_to_2099() {
        use chrono::{Offset, TimeZone};
        let [mut instant, end] =
            ["1980-12-31T23:00Z", "2099-12-31T23:00Z"].map(|text| Timestamp::from_rfc3339(text).unwrap());
        while instant < end {
            let known = chrono_tz::Europe::Copenhagen.offset_from_utc_datetime(&in_greenwich(instant)).fix();
            assert_eq!(local(instant).offset, known.local_minus_utc(), "{}", rfc3339(instant));
            instant = instant.plus_seconds(3600);
        }
    }

    #[test]
    fn knows_both_clock_changes_of_every_year() {
        for year in 1990..=2099 {
            let mut date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let mut forward = Vec::new();
            while let Some(next) = next_clock_change_date(date).filter(|next| next.year() == year) {
                let change = clock_change_on(next).unwrap();
                assert_eq!(change.at.unix_seconds() % 86_400, 3600, "01:00 UTC in {year}");
                assert_eq!(next.weekday(), chrono::Weekday::Sun);
                forward.push(change.forward_seconds);
                date = next + Days::new(1);
            }
            assert_eq!(forward, [3600, -3600], "{year}");
        }
    }
}
