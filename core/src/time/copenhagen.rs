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
pub enum LocalResult {
    /// At this one, as nearly always.
    Unambiguous(Timestamp),
    /// At none: in spring clocks are moved past it.
    Gap {
        /// When they show one hour more, which is what [`from_local`] takes.
        hour_later: Timestamp,
    },
    /// At two: in autumn clocks are moved back to before it.
    Fold {
        /// In summer time, which is what [`from_local`] takes.
        first: Timestamp,
        /// In winter time, an hour after the first.
        second: Timestamp,
    },
}

/// A date from its midnight to the next. A day asks once when clocks show its midnights, and not again for its other
/// times unless clocks are moved on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CivilDay {
    pub(crate) date: NaiveDate,
    pub(crate) whole: Interval,
}

impl CivilDay {
    /// The day of that date.
    pub(crate) fn new(date: NaiveDate) -> Self {
        let (start, end) = (from_local(date, DayTime::MIDNIGHT), from_local(date, DayTime::END_OF_DAY));
        Self { date, whole: Interval { start, end } }
    }

    /// The next day.
    pub(crate) fn next(self) -> Self {
        let date = self.date + Days::new(1);
        Self { date, whole: Interval { start: self.whole.end, end: from_local(date, DayTime::END_OF_DAY) } }
    }

    /// The clock change on it, if any.
    pub(crate) fn clock_change(self) -> Option<ClockChange> {
        if self.has_clock_change() { clock_change_on(self.date) } else { None }
    }

    fn has_clock_change(self) -> bool {
        self.whole.seconds() != i64::from(SECONDS_PER_DAY)
    }

    /// The instant of a time up to 24:00; in gap and fold as [`from_local`] says.
    pub(crate) fn instant(self, time: DayTime) -> Timestamp {
        if self.has_clock_change() {
            from_local(self.date, time)
        } else {
            self.whole.start.plus_seconds(time.seconds().into())
        }
    }
}

/// What Danish clocks show at the instant.
///
/// ```
/// use serviceaftale_core::time::{Timestamp, copenhagen};
/// let instant = Timestamp::from_rfc3339("2026-04-03T13:00:00Z").unwrap();
/// assert_eq!(copenhagen::rfc3339(instant), "2026-04-03T15:00:00+02:00");
/// ```
pub fn local(instant: Timestamp) -> Local {
    let offset = offset(instant);
    let shown = to_utc(instant.plus_seconds(offset.into()));
    Local { date: shown.date(), time: shown.time(), offset }
}

/// The date on Danish calendars at the instant.
pub fn date(instant: Timestamp) -> NaiveDate {
    local(instant).date
}

/// The instant at which Danish clocks show that time of that date: in the spring gap one hour
/// later, in the autumn fold the first.
pub fn from_local(date: NaiveDate, time: DayTime) -> Timestamp {
    local_to_utc(date.and_time(NaiveTime::MIN), time.seconds())
}

/// At which instants Danish clocks show that time of that date.
pub fn resolve_local(date: NaiveDate, time: DayTime) -> LocalResult {
    let shown = civil_as_utc(date.and_time(NaiveTime::MIN), time.seconds());
    let [summer, winter] = [SUMMER, WINTER].map(|east| (shown.plus_seconds(-i64::from(east)), east));
    match [summer, winter].map(|(at, east)| offset(at) == east) {
        [true, true] => LocalResult::Fold { first: summer.0, second: winter.0 },
        [false, false] => LocalResult::Gap { hour_later: winter.0 },
        [true, false] => LocalResult::Unambiguous(summer.0),
        [false, true] => LocalResult::Unambiguous(winter.0),
    }
}

/// The instant of a civil date and time; gap and fold as [`from_local`] says.
///
/// ```
/// use serviceaftale_core::time::{WrittenTime, copenhagen};
/// let Some(WrittenTime::Civil(skipped)) = WrittenTime::read("2026-03-29T02:30") else { panic!() };
/// let resolved = copenhagen::from_local_datetime(skipped);
/// assert_eq!(copenhagen::rfc3339(resolved), "2026-03-29T03:30:00+02:00");
/// ```
pub fn from_local_datetime(civil: NaiveDateTime) -> Timestamp {
    local_to_utc(civil, 0)
}

/// When clocks show what is that many seconds after a civil time by them.
fn local_to_utc(civil: NaiveDateTime, seconds: i32) -> Timestamp {
    let shown = civil_as_utc(civil, seconds);
    // To try summer time first takes the first of two occurrences, and winter time where there is none.
    let in_summer = shown.plus_seconds(-i64::from(SUMMER));
    if offset(in_summer) == SUMMER { in_summer } else { shown.plus_seconds(-i64::from(WINTER)) }
}

/// When clocks in Greenwich show it.
fn civil_as_utc(civil: NaiveDateTime, seconds: i32) -> Timestamp {
    Timestamp::from_unix_seconds(civil.and_utc().timestamp() + i64::from(seconds))
}

/// Seconds east of Greenwich.
const WINTER: i32 = 3600;
const SUMMER: i32 = 7200;

fn offset(instant: Timestamp) -> i32 {
    let [(_, forward), (_, back)] = clock_changes(to_utc(instant).year());
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
fn to_utc(instant: Timestamp) -> NaiveDateTime {
    DateTime::from_timestamp(instant.unix_seconds(), 0).unwrap_or_default().naive_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::WrittenTime;

    #[test]
    fn resolves_civil_times_around_both_clock_changes() {
        fn check(civil: &str, instant: &str) {
            let Some(WrittenTime::Civil(civil)) = WrittenTime::read(civil) else {
                panic!("{civil} is no civil time");
            };
            assert_eq!(rfc3339(from_local_datetime(civil)), instant);
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
            let at = match resolve_local(date, time) {
                LocalResult::Unambiguous(at) => vec![at],
                LocalResult::Gap { hour_later } => {
                    assert_eq!(hour_later, from_local(date, time));
                    Vec::new()
                }
                LocalResult::Fold { first, second } => vec![first, second],
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
                let taken = match resolve_local(date, time) {
                    LocalResult::Unambiguous(at) => at,
                    LocalResult::Gap { hour_later } => {
                        never += 1;
                        hour_later
                    }
                    LocalResult::Fold { first, second } => {
                        twice += 1;
                        assert_eq!(second.seconds_since(first), 3600);
                        first
                    }
                };
                assert_eq!(taken, from_local(date, time), "{date} {time}");
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
            let known = chrono_tz::Europe::Copenhagen.offset_from_utc_datetime(&to_utc(instant)).fix();
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
