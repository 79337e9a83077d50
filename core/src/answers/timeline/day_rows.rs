//! Day rows of the timeline chart: one row for each date, for a plot that is too narrow for all dates.

use super::axis::{position, whole_days};
use super::label::{self, Band, Label, LabelKind};
use super::lanes::push_bar;
use super::{AxisDay, Bar, BarKind, LabelContent, LabelLength, LaneKind, Timeline};
use crate::agreement::ServiceMode;
use crate::time::{Interval, Timestamp};

/// The row of one date, or of a run of dates without a marker.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineDay<'a> {
    pub days: &'a [AxisDay],
    /// Whether the on-site response clock is paused on all dates.
    pub closed: bool,
    /// The on-site response clock, maintenance windows and work on site, positioned in the row. Later bars are above
    /// earlier ones.
    pub bars: Vec<Bar>,
    /// The markers with their positions in the row.
    pub markers: Vec<(Marker, u16)>,
    /// The labels below the bars, for the narrow and the medium band. For rows the medium band starts at 560 px.
    pub captions: Vec<Label>,
}

/// The event that a marker shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    Report,
    Now,
    Deadline(ServiceMode),
    /// The earliest start of work on site.
    Work,
}

impl Timeline {
    /// One row for each date of a chart that does not stack; on a long axis, one row for a run of dates without
    /// markers.
    /// `format` returns the text of a label.
    pub fn day_rows(&self, format: &dyn Fn(LabelContent<'_>) -> String) -> Vec<TimelineDay<'_>> {
        let mut rows = Vec::new();
        let mut rest = self.axis.days.as_slice();
        while !rest.is_empty() && !self.is_stacked() {
            let mut run = 0;
            if self.axis.is_long() {
                run = rest.iter().take_while(|day| self.markers(whole_days(day.date, day.date)).is_empty()).count();
            }
            let (row, after) = rest.split_at_checked(run.max(1)).unwrap_or_default();
            rows.extend(self.day_row(row, format));
            rest = after;
        }
        rows
    }

    /// The markers within an interval.
    fn markers(&self, interval: Interval) -> Vec<(Marker, Timestamp)> {
        let mut markers = vec![(Marker::Report, self.report)];
        if self.shows_now() {
            markers.push((Marker::Now, self.now));
        }
        for lane in &self.lanes {
            if let LaneKind::Clock { deadline, mode, .. } = lane.kind {
                markers.push((Marker::Deadline(mode), deadline));
            }
        }
        if let Some(work) = self.work {
            markers.push((Marker::Work, work.start));
        }
        markers.retain(|(_, at)| interval.contains(*at));
        markers
    }

    fn day_row<'a>(
        &self,
        dates: &'a [AxisDay],
        format: &dyn Fn(LabelContent<'_>) -> String,
    ) -> Option<TimelineDay<'a>> {
        let interval = whole_days(dates.first()?.date, dates.last()?.date);
        let is_one_date = dates.len() == 1;
        let mut bars = Vec::new();
        for lane in &self.lanes {
            if matches!(lane.kind, LaneKind::Clock { mode: ServiceMode::OnSite, .. } | LaneKind::Window) {
                for bar in &lane.bars {
                    push_bar(&mut bars, bar.interval, interval, bar.kind);
                }
            }
        }
        if let (true, Some(work)) = (is_one_date, self.work) {
            push_bar(&mut bars, work, interval, BarKind::Work);
        }
        let mut narrow: Vec<Label> = Vec::new();
        let mut caption = |position: u16, kind, content: LabelContent<'_>| {
            let index = narrow.partition_point(|earlier| earlier.position <= position);
            narrow.insert(index, Label::after(format(content), position, 0, kind));
        };
        for bar in &bars {
            let middle = bar.from.midpoint(bar.to);
            match bar.kind {
                BarKind::Window if is_one_date => {
                    caption(middle, LabelKind::WindowCaption(0), LabelContent::Window(bar.interval))
                }
                BarKind::Work => caption(middle, LabelKind::Caption(0), LabelContent::WorkFrom(bar.interval.start)),
                _ => {}
            }
        }
        let mut markers = Vec::new();
        for (marker, at) in self.markers(interval) {
            let in_row = position(at, interval);
            markers.push((marker, in_row));
            let content = match marker {
                Marker::Report => LabelContent::Report(LabelLength::Short),
                Marker::Now => LabelContent::Now,
                Marker::Deadline(_) => LabelContent::Deadline(at, LabelLength::Short),
                // The bar has the label.
                Marker::Work => continue,
            };
            caption(in_row, LabelKind::Caption(0), content);
        }
        let mut captions = narrow.clone();
        for caption in &mut captions {
            caption.band = Band::Medium;
        }
        label::place_captions(&mut captions, label::WIDE_DAY_ROW);
        label::place_captions(&mut narrow, label::DAY_ROW);
        captions.append(&mut narrow);
        let closed = dates.iter().all(|day| day.closed);
        Some(TimelineDay { days: dates, closed, bars, markers, captions })
    }
}
