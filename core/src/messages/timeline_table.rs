//! Table with the same content as the timeline.

use super::message::{Label, label};
use super::timeline::{NOW, joined, lane, shade, started};
use super::{Language, capitalised, hours, times};
use crate::answers::Timeline;
use crate::answers::timeline::{BarKind, LaneKind};
use crate::time::Timestamp;
use crate::time::copenhagen::date as date_of;

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    pub what: String,
    /// The time of an event, or the start of an interval.
    pub from: String,
    /// The end of an interval; empty for an event.
    pub to: String,
}

const REPORT: Label = label("Fejlen meldes", "The fault is reported");
const REPORTED: Label = label("Fejlen er meldt", "The fault was reported");

/// A row for everything that the timeline shows, lane by lane.
pub fn timeline_table(language: Language, timeline: &Timeline) -> Vec<TableRow> {
    let at = |instant: Timestamp| times::moment(language, instant, timeline.now);
    let mut rows = Vec::new();
    let mut add = |what: &str, from, to| rows.push(TableRow { what: capitalised(what), from, to });
    let report = if timeline.report < timeline.now { REPORTED } else { REPORT };
    add(report.get(language), at(timeline.report), String::new());
    if timeline.shows_now() {
        add(NOW.get(language), at(timeline.now), String::new());
    }
    for of in &timeline.lanes {
        let (name, about) = lane(language, of);
        let of_bars = match of.kind {
            LaneKind::Phone { .. } => name.clone(),
            LaneKind::Work { .. } if of.agreement.is_none() => name.clone(),
            _ if about.is_empty() => name.clone(),
            _ => joined(&name, ", ", &about),
        };
        for bar in &of.bars {
            let of_bar = match bar.kind {
                BarKind::Counting | BarKind::Paused | BarKind::PartlyCounting(_) => {
                    shade(language, bar.kind).to_owned()
                }
                BarKind::Difference => times::duration(language, bar.interval.seconds()),
                BarKind::Phone | BarKind::Work | BarKind::Window => String::new(),
            };
            let between = if of_bar.is_empty() { "" } else { ": " };
            add(&joined(&of_bars, between, &of_bar), at(bar.interval.start), at(bar.interval.end));
        }
        if let LaneKind::Clock { mode, deadline, .. } = of.kind {
            let started = started(language, mode);
            let what = if timeline.is_comparison { joined(&name, ": ", started) } else { started.to_owned() };
            add(&what, at(deadline), String::new());
        }
    }
    for (date, special) in timeline.holidays() {
        let day = times::day(language, date, date_of(timeline.now));
        add(&hours::special_day(language, special), day, String::new());
    }
    rows
}
