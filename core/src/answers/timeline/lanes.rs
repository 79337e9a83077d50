//! Lanes of the timeline chart, with their bars.

use super::TimelineDifference;
use super::axis::{Axis, position};
use crate::agreement::{Agreement, Catalogue, ServiceMode};
use crate::answers::{ResponseDeadline, Responses};
use crate::calendar::WorkingCalendar;
use crate::time::{Interval, Timestamp};

/// A lane of bars of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub kind: LaneKind,
    /// The name of the agreement, where several are compared.
    pub agreement: Option<String>,
    /// In order of time, disjoint.
    pub bars: Vec<Bar>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneKind {
    /// The hours of fault reports by phone.
    Phone {
        /// Whether the phone never closes.
        always: bool,
    },
    /// A response clock from the report to its deadline.
    Clock {
        mode: ServiceMode,
        /// Rounded up to the minute.
        deadline: Timestamp,
        /// The position of the deadline.
        position: u16,
        /// The response time, in seconds of the clock.
        working_seconds: i64,
    },
    /// The hours of work on site.
    Work {
        /// Whether they never end.
        always: bool,
    },
    /// Maintenance windows.
    Window,
    /// The time between the on-site deadlines of two agreements.
    Difference,
}

/// An interval of time with its position on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub interval: Interval,
    /// The position of its start.
    pub from: u16,
    /// The position of its end.
    pub to: u16,
    pub kind: BarKind,
}

/// The meaning of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// The response clock runs.
    Counting,
    /// The response clock is paused.
    Paused,
    /// A whole response time on a long axis; this number of seconds counts.
    PartlyCounting(i64),
    /// The phone is answered.
    Phone,
    /// Work on site is done.
    Work,
    /// A maintenance window.
    Window,
    /// The time between two deadlines.
    Difference,
}

/// Adds a bar for the part of the interval within the bounds, positioned between them.
pub(super) fn push_bar(bars: &mut Vec<Bar>, interval: Interval, bounds: Interval, kind: BarKind) {
    if let Some(interval) = interval.within(bounds) {
        let (from, to) = (position(interval.start, bounds), position(interval.end, bounds));
        bars.push(Bar { interval, from, to, kind });
    }
}

pub(super) fn lanes(
    catalogue: &Catalogue,
    shown: &[&Agreement],
    responses: &Responses,
    difference: Option<&TimelineDifference>,
    axis: &Axis,
) -> Vec<Lane> {
    let mut lanes = Vec::new();
    let several = shown.len() > 1;
    if let ([only], true) = (shown, axis.has_detail()) {
        let phone = &only.fault_reports;
        lanes.push(calendar_lane(
            phone,
            axis,
            LaneKind::Phone { always: phone.weekly().never_closes() },
            BarKind::Phone,
        ));
    }
    for (index, (agreement, response)) in shown.iter().zip(&responses.agreements).enumerate() {
        let first = lanes.len();
        for answer in &response.deadlines {
            let lane = clock_lane(agreement, answer, axis, several);
            // The on-site clocks are next to the lane of their difference.
            lanes.insert(if index > 0 { first } else { lanes.len() }, lane);
        }
        if let (0, Some(difference)) = (index, difference) {
            let mut bars = Vec::new();
            push_bar(&mut bars, difference.interval, axis.interval, BarKind::Difference);
            lanes.push(Lane { kind: LaneKind::Difference, agreement: None, bars });
        }
    }
    if axis.has_detail() {
        let differ =
            shown.windows(2).any(|pair| matches!(pair, [one, other] if one.repair.calendar != other.repair.calendar));
        for agreement in shown.iter().take(if differ { shown.len() } else { 1 }) {
            let repair = &agreement.repair.calendar;
            let kind = LaneKind::Work { always: repair.weekly().never_closes() };
            let lane = calendar_lane(repair, axis, kind, BarKind::Work);
            lanes.push(Lane { agreement: differ.then(|| agreement.name.clone()), ..lane });
        }
        let windows = calendar_lane(&catalogue.maintenance.windows, axis, LaneKind::Window, BarKind::Window);
        if !windows.bars.is_empty() {
            lanes.push(windows);
        }
    }
    lanes
}

fn calendar_lane(calendar: &WorkingCalendar, axis: &Axis, kind: LaneKind, bar_kind: BarKind) -> Lane {
    let mut bars = Vec::new();
    each_period(calendar, axis.interval, &mut |period| push_bar(&mut bars, period, axis.interval, bar_kind));
    Lane { kind, agreement: None, bars }
}

fn each_period(calendar: &WorkingCalendar, within: Interval, visit: &mut dyn FnMut(Interval)) {
    for period in calendar.periods(within.start) {
        if period.start >= within.end {
            break;
        }
        visit(period);
    }
}

fn clock_lane(agreement: &Agreement, answer: &ResponseDeadline, axis: &Axis, named: bool) -> Lane {
    let ResponseDeadline { mode, deadline, working_seconds, .. } = *answer;
    let mut bars = Vec::new();
    if let Some(span) = answer.span() {
        let mut start = span.start;
        let mut push_until = |end: Timestamp, kind| {
            push_bar(&mut bars, Interval { start, end }, axis.interval, kind);
            start = end;
        };
        if axis.has_detail() {
            each_period(&agreement.target(mode).clock, span, &mut |period| {
                push_until(period.start, BarKind::Paused);
                push_until(period.end.min(span.end), BarKind::Counting);
            });
        } else {
            push_until(span.end, BarKind::PartlyCounting(working_seconds));
        }
    }
    Lane {
        kind: LaneKind::Clock { mode, deadline, position: axis.position(deadline), working_seconds },
        agreement: named.then(|| agreement.name.clone()),
        bars,
    }
}
