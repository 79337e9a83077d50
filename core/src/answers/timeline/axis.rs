//! Over which time does the picture run, and where on it is an instant?

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::agreement::Agreement;
use crate::calendar::SpecialDay;
use crate::time::{DayTime, Interval, Timestamp, copenhagen};

/// The end of every scale: positions are thousandths of it.
pub const SCALE: u16 = 1000;

/// Up to so many seconds from the report to the last deadline, the picture is one of hours.
const HOURS_UP_TO: i64 = 24 * 3600;
/// The least time after the last deadline on a picture of hours: room for what stands beside it.
const LEAST_AFTER: i64 = 2 * 3600;
/// A picture that reaches as far as now is that many times as long as without at most: it is one of the answer.
const STRETCHED: i64 = 2;
/// With more dates than these, they are told apart by their dates and not by their weekdays.
const DATES_TOLD_APART: usize = 10;
/// With more dates than these, their hours would be finer than a line.
const DATES_IN_DETAIL: usize = 35;

/// The time that the picture runs over.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// From a whole hour to a whole hour, or from midnight to midnight.
    pub interval: Interval,
    /// What it is divided into.
    pub unit: Unit,
    /// The dates that it touches, in order.
    pub days: Vec<Day>,
}

/// What an axis is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Whole days.
    Days,
}

/// A date of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The date.
    pub date: NaiveDate,
    /// Where it begins.
    pub from: u16,
    /// Where it ends.
    pub to: u16,
    /// Whether a technician's clock stands still all day; nothing is said of it without detail.
    pub closed: bool,
    /// What it is called besides its date; nothing without detail.
    pub name: Option<DayName>,
}

/// What a date is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayName {
    /// A public holiday.
    Special(SpecialDay),
    /// A Saturday or Sunday on which a technician's clock stands still.
    Weekend,
}

impl Axis {
    /// From the report to what happens last: the last deadline, or the work on site that follows it. Now is on it
    /// where it is near.
    pub(super) fn compute(
        shown: &[&Agreement],
        report: Timestamp,
        now: Timestamp,
        last_deadline: Timestamp,
        work_from: Option<Timestamp>,
    ) -> Self {
        let (mut from, mut to) = (report, last_deadline);
        let longest = HOURS_UP_TO.max(STRETCHED * to.seconds_since(from));
        let (with_from, with_to) = (from.min(now), to.max(now));
        if with_to.seconds_since(with_from) <= longest && dates(with_from, with_to) <= DATES_TOLD_APART {
            (from, to) = (with_from, with_to);
        }
        let span = to.seconds_since(from);
        let (unit, interval) = if span <= HOURS_UP_TO {
            // Danish time is whole hours off Greenwich, so that a whole hour is one in both.
            let after = last_deadline.plus_seconds(LEAST_AFTER.max(span / 3)).max(to.plus_seconds(3600));
            let (start, end) = (from.unix_seconds() - 3600, after.unix_seconds());
            let hour = |hours| Timestamp::from_unix_seconds(3600 * hours);
            (Unit::Hours, Interval { start: hour(start.div_euclid(3600)), end: hour((end + 3599).div_euclid(3600)) })
        } else {
            let last = work_from.map_or(to, |work| work.max(to));
            (Unit::Days, days(copenhagen::date(from), copenhagen::date(last)))
        };
        let mut axis = Self { interval, unit, days: Vec::new() };
        let mut date = copenhagen::date(interval.start);
        let last = copenhagen::date(interval.end.plus_seconds(-1));
        while date <= last {
            let day = days(date, date);
            let (from, to) = (axis.position(day.start), axis.position(day.end));
            axis.days.push(Day { date, from, to, closed: false, name: None });
            date = date + Days::new(1);
        }
        if axis.has_detail() {
            for day in &mut axis.days {
                describe(day, shown);
            }
        }
        axis
    }

    /// Whether a weekday is not enough to tell a date by.
    pub const fn is_long(&self) -> bool {
        self.days.len() > DATES_TOLD_APART
    }

    /// Whether there is room for the hours of every date.
    pub const fn has_detail(&self) -> bool {
        self.days.len() <= DATES_IN_DETAIL
    }

    /// Where it shows an instant.
    pub fn position(&self, at: Timestamp) -> u16 {
        position(at, self.interval)
    }

    /// How many hours it has.
    pub const fn hours(&self) -> i64 {
        self.interval.seconds() / 3600
    }
}

/// Says whether a technician's clock stands still on a date, and what the date is called.
fn describe(day: &mut Day, shown: &[&Agreement]) {
    for agreement in shown {
        let clock = &agreement.on_site.clock;
        day.closed |= clock.hours_on(day.date).0.is_empty();
        if let Some(special) = clock.special_day(day.date) {
            day.name = Some(DayName::Special(special));
        }
    }
    if day.closed && day.name.is_none() && matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun) {
        day.name = Some(DayName::Weekend);
    }
}

/// How many dates there are from one instant to another.
fn dates(from: Timestamp, to: Timestamp) -> usize {
    let days = copenhagen::date(to).signed_duration_since(copenhagen::date(from)).num_days();
    usize::try_from(days + 1).unwrap_or_default()
}

/// From the midnight before the one date to the midnight after the other.
pub(super) fn days(first: NaiveDate, last: NaiveDate) -> Interval {
    Interval {
        start: copenhagen::from_local(first, DayTime::MIDNIGHT),
        end: copenhagen::from_local(last, DayTime::END_OF_DAY),
    }
}

/// Where an instant lies within an interval, in thousandths of its length; at an end what lies beyond it.
pub(super) fn position(at: Timestamp, interval: Interval) -> u16 {
    let scale = i64::from(SCALE);
    let thousandths = at.seconds_since(interval.start) * scale / interval.seconds().max(1);
    u16::try_from(thousandths.clamp(0, scale)).unwrap_or(SCALE)
}
