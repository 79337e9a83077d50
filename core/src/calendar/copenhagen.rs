//! What do clocks in Denmark show at an instant, and at which instant do they show a given time?
//!
//! This is the only place where civil time becomes an instant. A time that the spring change skips is
//! taken one hour later; a time that the autumn change repeats is its first occurrence. The zone's
//! rules are known until the end of 2099.

use chrono::{Datelike, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Europe::Copenhagen;

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

/// A date from its midnight to the next. Asking the zone is most of the work of a calendar, so a day asks once for all
/// its times, and those that follow one another ask only near a clock change.
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

    /// The day that many dates later, where `clock_change` is the first date on or after this one on which clocks are
    /// moved.
    pub(super) fn later(self, days: u64, clock_change: NaiveDate) -> Self {
        let date = self.date + Days::new(days);
        if date >= clock_change {
            return Self::of(date);
        }
        let seconds = days.cast_signed() * i64::from(SECONDS_PER_DAY);
        let Interval { start, end } = self.whole;
        Self { date, whole: Interval { start: start.plus_seconds(seconds), end: end.plus_seconds(seconds) } }
    }

    /// The next day, when nothing is known of clock changes.
    pub(super) fn next(self) -> Self {
        let date = self.date + Days::new(1);
        Self { date, whole: Interval { start: self.whole.end, end: instant(date, DayTime::END_OF_DAY) } }
    }

    /// Whether clocks are moved on it.
    pub(super) fn has_clock_change(self) -> bool {
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
    let utc = utc(instant);
    let offset = Copenhagen.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    let local = utc + TimeDelta::seconds(i64::from(offset));
    Local { date: local.date(), time: local.time(), offset }
}

/// The date on Danish calendars at the instant.
pub fn date(instant: Timestamp) -> NaiveDate {
    local(instant).date
}

/// The instant at which Danish clocks show that time of that date: in the spring gap one hour
/// later, in the autumn fold the first.
pub fn instant(date: NaiveDate, time: DayTime) -> Timestamp {
    let seconds = TimeDelta::seconds(i64::from(time.seconds()));
    resolve(date.and_time(NaiveTime::MIN) + seconds)
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
    let hour = TimeDelta::hours(1);
    let (civil, later) = match Copenhagen.offset_from_local_datetime(&civil) {
        MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => {
            return at_offset(civil, offset.fix().local_minus_utc());
        }
        // An hour before the gap the clock still shows the old time.
        MappedLocalTime::None => (civil - hour, hour.num_seconds()),
    };
    let offset = match Copenhagen.offset_from_local_datetime(&civil) {
        MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => offset.fix().local_minus_utc(),
        MappedLocalTime::None => 0,
    };
    at_offset(civil, offset).plus_seconds(later)
}

/// The clock change between this date's midnight and the next, if any.
pub fn clock_change_on(date: NaiveDate) -> Option<ClockChange> {
    let Day { whole, .. } = Day::of(date);
    let (old, new) = (local(whole.start).offset, local(whole.end).offset);
    if old == new {
        return None;
    }
    let mut at = whole.start;
    // Clocks are moved on the hour.
    while local(at).offset == old {
        at = at.plus_seconds(3600);
    }
    Some(ClockChange { at, forward_seconds: new - old })
}

/// The first date on or after `from` whose night has a clock change; none once 2099 has ended.
pub(super) fn next_clock_change_date(from: NaiveDate) -> Option<NaiveDate> {
    // Clocks are moved at 01:00 in Greenwich, so that midnight there will do for the date.
    let offset = |date: NaiveDate| Copenhagen.offset_from_utc_datetime(&date.and_time(NaiveTime::MIN)).fix();
    let old = offset(from);
    let mut date = from;
    while date.year() < 2100 {
        // Changes are months apart, so eight weeks hold one at most.
        let (mut days, after) = (56, date + Days::new(56));
        if offset(after) == old {
            date = after;
            continue;
        }
        // The change is on one of that many dates from `date` on.
        while days > 1 {
            let half = days / 2;
            if offset(date + Days::new(half)) == old {
                date = date + Days::new(half);
                days -= half;
            } else {
                days = half;
            }
        }
        return Some(date);
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

fn at_offset(civil: NaiveDateTime, offset: i32) -> Timestamp {
    Timestamp::from_unix_seconds(civil.and_utc().timestamp() - i64::from(offset))
}

/// Instants beyond chrono's years are taken at 1970; no caller has one, since text has four-digit years.
fn utc(instant: Timestamp) -> NaiveDateTime {
    chrono::DateTime::from_timestamp(instant.unix_seconds(), 0).unwrap_or_default().naive_utc()
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
