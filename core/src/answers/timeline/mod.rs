//! What does a picture show of the time between a report and the start of work?
//!
//! Plain data: stretches of time with their places on an axis, and labels that were found room for. What draws
//! it computes nothing. The code is of plain loops because the download pays for every chain of iterators.

mod axis;
mod day_rows;
mod fit;
mod heads;
mod labels;
mod lanes;

pub use axis::{Axis, Day, DayName, SCALE, Unit};
pub use day_rows::{Mark, TimelineDay};
pub use fit::{Anchor, Band, Label, Row};
pub use labels::{DayForm, Form, Words};
pub use lanes::{Bar, Lane, LaneKind, Shade};

use chrono::NaiveDate;

use super::Responses;
use crate::agreement::{Catalogue, ServiceMode};
use crate::calendar::SpecialDay;
use crate::time::{Interval, Timestamp};

/// The time from a report to the last response deadline, and what lies in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// When the fault is reported.
    pub report: Timestamp,
    /// The minute of the question.
    pub now: Timestamp,
    /// Whether it compares agreements.
    pub compares: bool,
    /// The time that it runs over.
    pub axis: Axis,
    /// Each stretch of time in a lane of its own: those of one agreement, or the clocks of several.
    pub lanes: Vec<Lane>,
    /// How much sooner a technician has started with one agreement than with another.
    pub difference: Option<TimelineDifference>,
    /// The hours in which work on site may begin after a deadline outside them, where it is of one agreement.
    pub work: Option<Interval>,
}

/// Between the first and the last deadline for a technician, where they are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineDifference {
    /// The name of the agreement with the first.
    pub sooner: String,
    /// The name of the agreement with the last.
    pub later: String,
    /// From the one to the other.
    pub interval: Interval,
}

impl Timeline {
    /// The picture of these responses, which are the catalogue's; none where no clock has an answer.
    pub fn compute(catalogue: &Catalogue, responses: &Responses) -> Option<Self> {
        let shown: Vec<_> = responses.agreements.iter().filter_map(|of| catalogue.agreement(&of.id)).collect();
        let Responses { report, now, ref agreements, .. } = *responses;
        let (mut last, mut work_from) = (None, None);
        let mut ends: Option<[(Timestamp, &str); 2]> = None;
        for agreement in agreements {
            for answer in &agreement.answers {
                last = last.max(Some(answer.deadline));
                if answer.response == ServiceMode::OnSite {
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
            work_from = work_from.max(agreement.work_from.as_ref().map(|asked| asked.answer));
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
        Some(Self { report, now, compares: shown.len() > 1, axis, lanes, difference, work })
    }

    /// Whether lanes are stacked in the narrow band, each name above its bars. One agreement's picture of days has
    /// rows of days there.
    pub fn stacks(&self) -> bool {
        self.compares || self.axis.unit == Unit::Hours
    }

    /// From the report until a technician has started: all of it and what counts of it, in seconds.
    pub fn until_on_site(&self) -> Option<(i64, i64)> {
        for lane in &self.lanes {
            if let LaneKind::Clock { response: ServiceMode::OnSite, working_seconds, .. } = lane.kind {
                return Some((lane.bars.last()?.interval.end.seconds_since(self.report), working_seconds));
            }
        }
        None
    }

    /// Whether it shows "now": it is not the report, and within the axis.
    pub fn shows_now(&self) -> bool {
        self.now != self.report && self.axis.interval.contains(self.now)
    }

    /// The public holidays in it, in order.
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
