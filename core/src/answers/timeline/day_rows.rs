//! Day rows of the timeline chart: one row for each date, for a plot that is too narrow for all dates.

use super::axis::{position, whole_days};
use super::label::{self, Band, Label, Row};
use super::lanes::push_bar;
use super::{Bar, Day, Form, LaneKind, Shade, Timeline, Words};
use crate::agreement::ServiceMode;
use crate::time::{Interval, Timestamp};

/// The row of one date, or of a run of dates without a marker.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineDay<'a> {
    pub days: &'a [Day],
    /// Whether the on-site response clock is paused on all dates.
    pub closed: bool,
    /// The on-site response clock, maintenance windows and work on site, positioned in the row. Later bars are above
    /// earlier ones.
    pub bars: Vec<Bar>,
    /// The markers with their positions in the row.
    pub marks: Vec<(Mark, u16)>,
    /// The labels below the bars, for the narrow and the medium band. For rows the medium band starts at 560 px.
    pub captions: Vec<Label>,
}

/// The event that a marker shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Report,
    Now,
    Deadline(ServiceMode),
    /// The earliest start of work on site.
    Work,
}

impl Timeline {
    /// One row for each date of a chart that does not stack; on a long axis, one row for a run of dates without markers.
    /// `format` returns the text of a label.
    pub fn day_rows(&self, format: &dyn Fn(Words<'_>) -> String) -> Vec<TimelineDay<'_>> {
        let mut rows = Vec::new();
        let mut rest = self.axis.days.as_slice();
        while !rest.is_empty() && !self.stacks() {
            let mut run = 0;
            if self.axis.is_long() {
                run = rest.iter().take_while(|day| self.marks(whole_days(day.date, day.date)).is_empty()).count();
            }
            let (row, after) = rest.split_at_checked(run.max(1)).unwrap_or_default();
            rows.extend(self.day_row(row, format));
            rest = after;
        }
        rows
    }

    /// The markers within an interval.
    fn marks(&self, interval: Interval) -> Vec<(Mark, Timestamp)> {
        let mut marks = vec![(Mark::Report, self.report)];
        if self.shows_now() {
            marks.push((Mark::Now, self.now));
        }
        for lane in &self.lanes {
            if let LaneKind::Clock { deadline, response, .. } = lane.kind {
                marks.push((Mark::Deadline(response), deadline));
            }
        }
        if let Some(work) = self.work {
            marks.push((Mark::Work, work.start));
        }
        marks.retain(|(_, at)| interval.contains(*at));
        marks
    }

    fn day_row<'a>(&self, dates: &'a [Day], format: &dyn Fn(Words<'_>) -> String) -> Option<TimelineDay<'a>> {
        let interval = whole_days(dates.first()?.date, dates.last()?.date);
        let is_one_date = dates.len() == 1;
        let mut bars = Vec::new();
        for lane in &self.lanes {
            if matches!(lane.kind, LaneKind::Clock { response: ServiceMode::OnSite, .. } | LaneKind::Window) {
                for bar in &lane.bars {
                    push_bar(&mut bars, bar.interval, interval, bar.shade);
                }
            }
        }
        if let (true, Some(work)) = (is_one_date, self.work) {
            push_bar(&mut bars, work, interval, Shade::Work);
        }
        let mut narrow: Vec<Label> = Vec::new();
        let mut caption = |at: u16, row, words: Words<'_>| {
            let index = narrow.partition_point(|earlier| earlier.at <= at);
            narrow.insert(index, Label::after(format(words), at, 0, row));
        };
        for bar in &bars {
            let middle = bar.from.midpoint(bar.to);
            match bar.shade {
                Shade::Window if is_one_date => caption(middle, Row::WindowBelow(0), Words::Window(bar.interval)),
                Shade::Work => caption(middle, Row::Below(0), Words::WorkFrom(bar.interval.start)),
                _ => {}
            }
        }
        let mut marks = Vec::new();
        for (mark, at) in self.marks(interval) {
            let in_row = position(at, interval);
            marks.push((mark, in_row));
            let words = match mark {
                Mark::Report => Words::Report(Form::Short),
                Mark::Now => Words::Now,
                Mark::Deadline(_) => Words::Deadline(at, Form::Short),
                // The bar has the label.
                Mark::Work => continue,
            };
            caption(in_row, Row::Below(0), words);
        }
        let mut captions = narrow.clone();
        for caption in &mut captions {
            caption.band = Band::Medium;
        }
        label::place_captions(&mut captions, label::WIDE_DAY_ROW);
        label::place_captions(&mut narrow, label::DAY_ROW);
        captions.append(&mut narrow);
        let closed = dates.iter().all(|day| day.closed);
        Some(TimelineDay { days: dates, closed, bars, marks, captions })
    }
}
