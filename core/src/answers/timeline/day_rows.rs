//! What does the picture show where there is room for one day beside the other's date, but not for all days?

use super::axis::{days, position};
use super::fit::{self, Band, Label, Row};
use super::lanes::push;
use super::{Bar, Day, Form, LaneKind, Shade, Timeline, Words};
use crate::agreement::ServiceMode;
use crate::time::{Interval, Timestamp};

/// A date, or a run of dates on which nothing happens, in a row of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineDay<'a> {
    /// The dates; mostly one.
    pub days: &'a [Day],
    /// Whether a technician's clock stands still all the time.
    pub closed: bool,
    /// The technician's clock, maintenance windows and work on site, each at its place in the row; later ones lie on
    /// earlier ones.
    pub bars: Vec<Bar>,
    /// What happens, and where in the row.
    pub marks: Vec<(Mark, u16)>,
    /// What is written below, in the narrow band and in the next one, which for rows begins at 560 px.
    pub captions: Vec<Label>,
}

/// What happens at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The fault is reported.
    Report,
    /// It is now.
    Now,
    /// AURA has started.
    Deadline(ServiceMode),
    /// Work on site may begin.
    Work,
}

impl Timeline {
    /// A row a day for a picture that does not stack, where a long axis has one row for a run of dates on which
    /// nothing happens; `write` puts captions into words.
    pub fn day_rows(&self, write: &dyn Fn(Words<'_>) -> String) -> Vec<TimelineDay<'_>> {
        let mut rows = Vec::new();
        let mut rest = self.axis.days.as_slice();
        while !rest.is_empty() && !self.stacks() {
            let mut run = 0;
            if self.axis.is_long() {
                run = rest.iter().take_while(|day| self.marks(days(day.date, day.date)).is_empty()).count();
            }
            let (row, after) = rest.split_at_checked(run.max(1)).unwrap_or_default();
            rows.extend(self.day_row(row, write));
            rest = after;
        }
        rows
    }

    /// What happens in an interval, and when.
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

    fn day_row<'a>(&self, dates: &'a [Day], write: &dyn Fn(Words<'_>) -> String) -> Option<TimelineDay<'a>> {
        let interval = days(dates.first()?.date, dates.last()?.date);
        let of_one = dates.len() == 1;
        let mut bars = Vec::new();
        for lane in &self.lanes {
            if matches!(lane.kind, LaneKind::Clock { response: ServiceMode::OnSite, .. } | LaneKind::Window) {
                for bar in &lane.bars {
                    push(&mut bars, bar.interval, interval, bar.shade);
                }
            }
        }
        if let (true, Some(work)) = (of_one, self.work) {
            push(&mut bars, work, interval, Shade::Work);
        }
        let mut narrow: Vec<Label> = Vec::new();
        let mut caption = |at: u16, row, words: Words<'_>| {
            let place = narrow.partition_point(|earlier| earlier.at <= at);
            narrow.insert(place, Label::after(write(words), at, 0, row));
        };
        for bar in &bars {
            let middle = bar.from.midpoint(bar.to);
            match bar.shade {
                Shade::Window if of_one => caption(middle, Row::WindowBelow(0), Words::Window(bar.interval)),
                Shade::Work => caption(middle, Row::Below(0), Words::WorkFrom(bar.interval.start)),
                _ => {}
            }
        }
        let mut marks = Vec::new();
        for (mark, at) in self.marks(interval) {
            let place = position(at, interval);
            marks.push((mark, place));
            let words = match mark {
                Mark::Report => Words::Report(Form::Short),
                Mark::Now => Words::Now,
                Mark::Deadline(_) => Words::Deadline(at, Form::Short),
                // It stands below its hours.
                Mark::Work => continue,
            };
            caption(place, Row::Below(0), words);
        }
        let mut captions = narrow.clone();
        for caption in &mut captions {
            caption.band = Band::Medium;
        }
        fit::lay(&mut captions, fit::WIDE_DAY_ROW);
        fit::lay(&mut narrow, fit::DAY_ROW);
        captions.append(&mut narrow);
        let closed = dates.iter().all(|day| day.closed);
        Some(TimelineDay { days: dates, closed, bars, marks, captions })
    }
}
