//! How is the picture of a response told as a table?

use super::timeline::joined;
use super::{Messages, capitalised};
use crate::answers::Timeline;
use crate::answers::timeline::{BarKind, LaneKind};
use crate::time::Timestamp;
use crate::time::copenhagen::date as date_of;

/// Something that the picture shows, told as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// What.
    pub what: String,
    /// When it happens or begins.
    pub from: String,
    /// When it ends; nothing where it does not last.
    pub to: String,
}

impl Messages {
    /// Everything that the picture shows, lane by lane.
    pub fn timeline_table(&self, timeline: &Timeline) -> Vec<TableRow> {
        let words = self.timeline();
        let at = |instant: Timestamp| self.moment(instant, timeline.now);
        let mut rows = Vec::new();
        let mut add = |what: String, from, to| rows.push(TableRow { what: capitalised(&what), from, to });
        let report = if timeline.report < timeline.now { words.reported } else { words.report };
        add(report.to_owned(), at(timeline.report), String::new());
        if timeline.shows_now() {
            add(words.now.to_owned(), at(timeline.now), String::new());
        }
        for lane in &timeline.lanes {
            let (name, about) = self.lane(lane);
            let of_bars = match lane.kind {
                LaneKind::Phone { .. } => name.clone(),
                LaneKind::Work { .. } if lane.agreement.is_none() => name.clone(),
                _ if about.is_empty() => name.clone(),
                _ => joined(&name, ", ", &about),
            };
            for bar in &lane.bars {
                let of_bar = match bar.kind {
                    BarKind::Counting | BarKind::Paused | BarKind::PartlyCounting(_) => self.shade(bar.kind).to_owned(),
                    BarKind::Difference => self.duration(bar.interval.seconds()),
                    BarKind::Phone | BarKind::Work | BarKind::Window => String::new(),
                };
                let between = if of_bar.is_empty() { "" } else { ": " };
                add(joined(&of_bars, between, &of_bar), at(bar.interval.start), at(bar.interval.end));
            }
            if let LaneKind::Clock { mode, deadline, .. } = lane.kind {
                let started = self.started(mode);
                let what = if timeline.is_comparison { joined(&name, ": ", started) } else { started.to_owned() };
                add(what, at(deadline), String::new());
            }
        }
        for (date, special) in timeline.holidays() {
            add(self.special_day(special), self.day(date, date_of(timeline.now)), String::new());
        }
        rows
    }
}
