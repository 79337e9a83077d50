//! Layout of the timeline chart between a fault report and its response deadlines.
//!
//! Plain data: an axis, lanes with bars, and labels that do not overlap. The view renders it without further layout.
//! Written with plain loops, because chains of iterators compile to more WebAssembly.

mod axis;
mod day_rows;
mod label;
mod label_layout;
mod lanes;
mod ticks;

pub use axis::{Axis, AxisDay, AxisUnit, DayName, SCALE};
pub use day_rows::{Marker, TimelineDay};
pub use label::{Anchor, Band, Label, LabelKind};
pub use label_layout::{DateFormat, LabelContent, LabelLength};
pub use lanes::{Bar, BarKind, Lane, LaneKind};

use chrono::NaiveDate;

use super::Responses;
use crate::agreement::{Catalogue, ServiceMode};
use crate::calendar::SpecialDay;
use crate::time::{Interval, Timestamp};

/// The chart of the time from a fault report to the last response deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The time of the fault report.
    pub report: Timestamp,
    /// The current time, rounded down to the minute.
    pub now: Timestamp,
    /// Whether the chart compares agreements.
    pub is_comparison: bool,
    pub axis: Axis,
    pub lanes: Vec<Lane>,
    pub difference: Option<TimelineDifference>,
    /// The first repair hours after an on-site deadline outside them. Only for a chart of one agreement.
    pub work: Option<Interval>,
}

/// The interval between the earliest and the latest on-site deadline, where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineDifference {
    /// The name of the agreement with the earliest deadline.
    pub sooner: String,
    /// The name of the agreement with the latest deadline.
    pub later: String,
    pub interval: Interval,
}

impl Timeline {
    /// Lays out the chart of these responses, which must be computed from the catalogue. `None` without a deadline.
    pub fn compute(catalogue: &Catalogue, responses: &Responses) -> Option<Self> {
        let shown: Vec<_> = responses.agreements.iter().filter_map(|of| catalogue.agreement(&of.id)).collect();
        let Responses { report, now, ref agreements, .. } = *responses;
        let (mut last, mut work_from) = (None, None);
        let mut ends: Option<[(Timestamp, &str); 2]> = None;
        for agreement in agreements {
            for answer in &agreement.deadlines {
                last = last.max(Some(answer.deadline));
                if answer.mode == ServiceMode::OnSite {
                    let this = (answer.deadline, agreement.name.as_str());
                    let [sooner, later] = ends.get_or_insert([this; 2]);
                    if this.0 < sooner.0 {
                        *sooner = this;
                    }
                    if this.0 > later.0 {
                        *later = this;
                    }
                }
            }
            work_from = work_from.max(agreement.work_from.as_ref().map(|work| work.answer));
        }
        let difference = ends.filter(|[sooner, later]| sooner.0 < later.0).map(|[sooner, later]| TimelineDifference {
            sooner: sooner.1.to_owned(),
            later: later.1.to_owned(),
            interval: Interval { start: sooner.0, end: later.0 },
        });
        let axis = Axis::compute(&shown, report, now, last?, work_from);
        let lanes = lanes::lanes(catalogue, &shown, responses, difference.as_ref(), &axis);
        let work = match (shown.as_slice(), ends, work_from) {
            ([only], Some([_, (deadline, _)]), Some(from)) if from > deadline => {
                only.repair.calendar.periods(from).next()
            }
            _ => None,
        };
        Some(Self { report, now, is_comparison: shown.len() > 1, axis, lanes, difference, work })
    }

    /// Whether the narrow band stacks the lanes, each name above its bars. A chart of days for one agreement has day
    /// rows there instead.
    pub fn is_stacked(&self) -> bool {
        self.is_comparison || self.axis.unit == AxisUnit::Hours
    }

    /// The elapsed and the counted seconds from the report to the on-site deadline.
    pub fn until_on_site(&self) -> Option<(i64, i64)> {
        for lane in &self.lanes {
            if let LaneKind::Clock { mode: ServiceMode::OnSite, working_seconds, .. } = lane.kind {
                return Some((lane.bars.last()?.interval.end.seconds_since(self.report), working_seconds));
            }
        }
        None
    }

    /// Whether the current time has a marker: it is within the axis and is not the time of the report.
    pub fn shows_now(&self) -> bool {
        self.now != self.report && self.axis.interval.contains(self.now)
    }

    /// The public holidays on the axis, by date.
    pub fn holidays(&self) -> Vec<(NaiveDate, &SpecialDay)> {
        let mut holidays = Vec::new();
        for day in &self.axis.days {
            if let Some(DayName::Special(special)) = &day.name {
                holidays.push((day.date, special));
            }
        }
        holidays
    }
}
