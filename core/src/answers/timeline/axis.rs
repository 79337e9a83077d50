//! Time axis of the timeline chart.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::agreement::Agreement;
use crate::calendar::SpecialDay;
use crate::time::{DayTime, Interval, Timestamp, copenhagen};

/// The greatest position: positions are thousandths of the plot width.
pub const SCALE: u16 = 1000;

/// The longest time from the report to the last deadline for an axis of hours, in seconds.
const MAX_HOURS_SPAN: i64 = 24 * 3600;
/// The minimum padding after the last deadline on an axis of hours, in seconds: room for the label beside it.
const MIN_PADDING: i64 = 2 * 3600;
/// The axis includes the current time only if that makes it at most this many times as long.
const MAX_STRETCH: i64 = 2;
/// The most dates that weekdays identify; a longer axis labels the day and month.
const MAX_WEEKDAY_DATES: usize = 10;
/// The most dates that leave room for hours within a date.
const MAX_DETAILED_DATES: usize = 35;

/// The interval of the chart with its unit and dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Starts and ends at a whole hour, or at midnight for an axis of days.
    pub interval: Interval,
    pub unit: AxisUnit,
    /// The dates that the interval overlaps, in order.
    pub days: Vec<AxisDay>,
}

/// The unit of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisUnit {
    Hours,
    Days,
}

/// A date on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisDay {
    pub date: NaiveDate,
    /// The position of its start.
    pub from: u16,
    /// The position of its end.
    pub to: u16,
    /// Whether an on-site response clock is paused all day; `false` on an axis without detail.
    pub closed: bool,
    /// `None` on an axis without detail.
    pub name: Option<DayName>,
}

/// The name of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayName {
    Special(SpecialDay),
    /// A Saturday or Sunday on which the on-site response clock is paused.
    Weekend,
}

impl Axis {
    /// The axis from the report to the last event: the last deadline, or the work on site after it. Includes the
    /// current time where it is near.
    pub(super) fn compute(
        shown: &[&Agreement],
        report: Timestamp,
        now: Timestamp,
        last_deadline: Timestamp,
        work_from: Option<Timestamp>,
    ) -> Self {
        let (mut from, mut to) = (report, last_deadline);
        let max_seconds = MAX_HOURS_SPAN.max(MAX_STRETCH * to.seconds_since(from));
        let (with_from, with_to) = (from.min(now), to.max(now));
        if with_to.seconds_since(with_from) <= max_seconds && date_count(with_from, with_to) <= MAX_WEEKDAY_DATES {
            (from, to) = (with_from, with_to);
        }
        let span = to.seconds_since(from);
        let (unit, interval) = if span <= MAX_HOURS_SPAN {
            // The offset of Danish time is whole hours, so that a whole hour of UTC is a whole hour of local time.
            let after = last_deadline.plus_seconds(MIN_PADDING.max(span / 3)).max(to.plus_seconds(3600));
            let (start, end) = (from.unix_seconds() - 3600, after.unix_seconds());
            let hour = |hours| Timestamp::from_unix_seconds(3600 * hours);
            (
                AxisUnit::Hours,
                Interval { start: hour(start.div_euclid(3600)), end: hour((end + 3599).div_euclid(3600)) },
            )
        } else {
            let last = work_from.map_or(to, |work| work.max(to));
            (AxisUnit::Days, whole_days(copenhagen::date(from), copenhagen::date(last)))
        };
        let mut axis = Self { interval, unit, days: Vec::new() };
        let mut date = copenhagen::date(interval.start);
        let last = copenhagen::date(interval.end.plus_seconds(-1));
        while date <= last {
            let day = whole_days(date, date);
            let (from, to) = (axis.position(day.start), axis.position(day.end));
            axis.days.push(AxisDay { date, from, to, closed: false, name: None });
            date = date + Days::new(1);
        }
        if axis.has_detail() {
            for day in &mut axis.days {
                describe(day, shown);
            }
        }
        axis
    }

    /// Whether the axis is too long to identify a date by its weekday.
    pub const fn is_long(&self) -> bool {
        self.days.len() > MAX_WEEKDAY_DATES
    }

    /// Whether there is room for hours within a date.
    pub const fn has_detail(&self) -> bool {
        self.days.len() <= MAX_DETAILED_DATES
    }

    /// The position of an instant; an instant outside the axis has the position of the nearer end.
    pub fn position(&self, at: Timestamp) -> u16 {
        position(at, self.interval)
    }

    /// The elapsed hours of the axis.
    pub const fn hours(&self) -> i64 {
        self.interval.seconds() / 3600
    }
}

/// Sets whether the date is closed, and its name.
fn describe(day: &mut AxisDay, shown: &[&Agreement]) {
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

/// The number of dates from one instant to another, both included.
fn date_count(from: Timestamp, to: Timestamp) -> usize {
    let days = copenhagen::date(to).signed_duration_since(copenhagen::date(from)).num_days();
    usize::try_from(days + 1).unwrap_or_default()
}

/// The interval from the start of the first date to the end of the last.
pub(super) fn whole_days(first: NaiveDate, last: NaiveDate) -> Interval {
    Interval {
        start: copenhagen::from_local(first, DayTime::MIDNIGHT),
        end: copenhagen::from_local(last, DayTime::END_OF_DAY),
    }
}

/// The position of an instant within an interval, in thousandths of its length, clamped to the interval.
pub(super) fn position(at: Timestamp, interval: Interval) -> u16 {
    let scale = i64::from(SCALE);
    let thousandths = at.seconds_since(interval.start) * scale / interval.seconds().max(1);
    u16::try_from(thousandths.clamp(0, scale)).unwrap_or(SCALE)
}
