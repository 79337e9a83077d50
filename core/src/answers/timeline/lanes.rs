//! Which stretches of time are shown, and where on the axis?

use super::TimelineDifference;
use super::axis::{Axis, position};
use crate::agreement::{Agreement, Catalogue, ServiceMode};
use crate::answers::{ResponseAnswer, Responses};
use crate::calendar::WorkingCalendar;
use crate::time::{Interval, Timestamp};

/// Stretches of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Which kind.
    pub kind: LaneKind,
    /// The agreement's name, where several are compared.
    pub agreement: Option<String>,
    /// The stretches in order, disjoint.
    pub bars: Vec<Bar>,
}

/// What a lane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneKind {
    /// When faults can be reported by phone.
    Phone {
        /// Whether that is round the clock.
        always: bool,
    },
    /// How a response clock runs from the report to its deadline.
    Clock {
        /// Which one.
        response: ServiceMode,
        /// The deadline, rounded up to the minute.
        deadline: Timestamp,
        /// Where that is.
        at: u16,
        /// The working time that was promised, in seconds.
        working_seconds: i64,
    },
    /// When work on site is done.
    Work {
        /// Whether that is round the clock.
        always: bool,
    },
    /// Maintenance windows.
    Window,
    /// How much sooner a technician has started with the one agreement than with the other.
    Difference,
}

/// A stretch of time at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// When.
    pub interval: Interval,
    /// Where it begins, in thousandths of the axis.
    pub from: u16,
    /// Where it ends.
    pub to: u16,
    /// What it is.
    pub shade: Shade,
}

/// What a bar is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// All of it counts.
    Counts,
    /// Nothing of it counts.
    CountsNot,
    /// On a long axis: that many seconds of it count.
    Partly(i64),
    /// The phone is answered.
    Phone,
    /// Work on site is done.
    Work,
    /// Planned maintenance is possible.
    Window,
    /// Between two deadlines.
    Difference,
}

/// Adds what of a stretch lies within the bounds, at its place between them.
pub(super) fn push(bars: &mut Vec<Bar>, interval: Interval, bounds: Interval, shade: Shade) {
    if let Some(interval) = interval.within(bounds) {
        let (from, to) = (position(interval.start, bounds), position(interval.end, bounds));
        bars.push(Bar { interval, from, to, shade });
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
        lanes.push(open(phone, axis, LaneKind::Phone { always: phone.weekly().never_closes() }, Shade::Phone));
    }
    for (index, (agreement, response)) in shown.iter().zip(&responses.agreements).enumerate() {
        let place = lanes.len();
        for answer in &response.answers {
            let lane = clock(agreement, answer, axis, several);
            // The clocks of a technician's visit lie beside what differs between them.
            lanes.insert(if index > 0 { place } else { lanes.len() }, lane);
        }
        if let (0, Some(difference)) = (index, difference) {
            let mut bars = Vec::new();
            push(&mut bars, difference.interval, axis.interval, Shade::Difference);
            lanes.push(Lane { kind: LaneKind::Difference, agreement: None, bars });
        }
    }
    if axis.has_detail() {
        let differ =
            shown.windows(2).any(|pair| matches!(pair, [one, other] if one.repair.calendar != other.repair.calendar));
        for agreement in shown.iter().take(if differ { shown.len() } else { 1 }) {
            let repair = &agreement.repair.calendar;
            let kind = LaneKind::Work { always: repair.weekly().never_closes() };
            let lane = open(repair, axis, kind, Shade::Work);
            lanes.push(Lane { agreement: differ.then(|| agreement.name.clone()), ..lane });
        }
        let windows = open(&catalogue.maintenance.windows, axis, LaneKind::Window, Shade::Window);
        if !windows.bars.is_empty() {
            lanes.push(windows);
        }
    }
    lanes
}

fn open(calendar: &WorkingCalendar, axis: &Axis, kind: LaneKind, shade: Shade) -> Lane {
    let mut bars = Vec::new();
    each_period(calendar, axis.interval, &mut |period| push(&mut bars, period, axis.interval, shade));
    Lane { kind, agreement: None, bars }
}

fn each_period(calendar: &WorkingCalendar, within: Interval, take: &mut dyn FnMut(Interval)) {
    for period in calendar.periods(within.start) {
        if period.start >= within.end {
            break;
        }
        take(period);
    }
}

fn clock(agreement: &Agreement, answer: &ResponseAnswer, axis: &Axis, named: bool) -> Lane {
    let ResponseAnswer { response, deadline, working_seconds, .. } = *answer;
    let mut bars = Vec::new();
    if let Some(span) = answer.span() {
        let mut reached = span.start;
        let mut reach = |end: Timestamp, shade| {
            push(&mut bars, Interval { start: reached, end }, axis.interval, shade);
            reached = end;
        };
        if axis.has_detail() {
            each_period(&agreement.target(response).clock, span, &mut |period| {
                reach(period.start, Shade::CountsNot);
                reach(period.end.min(span.end), Shade::Counts);
            });
        } else {
            reach(span.end, Shade::Partly(working_seconds));
        }
    }
    Lane {
        kind: LaneKind::Clock { response, deadline, at: axis.position(deadline), working_seconds },
        agreement: named.then(|| agreement.name.clone()),
        bars,
    }
}
