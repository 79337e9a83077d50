//! Label layout of the timeline chart for each band of widths.

use chrono::NaiveDate;

use super::label::{self, Anchor, Band, Label, LabelKind};
use super::{AxisUnit, Bar, DayName, LaneKind, SCALE, Timeline};
use crate::time::{Interval, Timestamp};

/// The content of a label. `messages` formats it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LabelContent<'a> {
    Date(NaiveDate, DateFormat),
    Hour(Timestamp),
    /// The weekday of a date.
    Weekday(NaiveDate),
    /// The name of a date.
    DayName(&'a DayName),
    Report(LabelLength),
    Now,
    Deadline(Timestamp, LabelLength),
    /// The hours of a bar.
    Hours(Interval),
    /// The hours of a maintenance window.
    Window(Interval),
    /// The earliest start of work on site.
    WorkFrom(Timestamp),
    /// A duration in seconds.
    Duration(i64),
    /// The names of all public holidays on the axis.
    Holidays,
}

/// The length of a label. The longest that fits is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelLength {
    Full,
    /// Without what the position implies.
    Short,
    /// Only the time.
    Shortest,
}

/// The format of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFormat {
    /// Weekday, day and month.
    Weekday,
    /// Day and month.
    DayMonth,
    /// Day, month and year.
    Year,
}

/// The distance from a marker to its label, in tenths of an em.
const MARKER_MARGIN: u8 = 9;
/// The distance from a bar or a tick to its label, in tenths of an em.
pub(super) const BAR_MARGIN: u8 = 5;
/// The minimum distance from a label to the next bar or date, in hundredths of an em.
pub(super) const LABEL_SPACING: i32 = 30;

impl Timeline {
    /// The labels of all bands; `format` returns the text of a label. A chart that does not stack has none in the
    /// narrow band, which shows day rows.
    pub fn labels(&self, format: &dyn Fn(LabelContent<'_>) -> String) -> Vec<Label> {
        let mut labels = Vec::new();
        for band in &Band::ALL {
            if *band != Band::Narrow || self.is_stacked() {
                let mut layout = LabelLayout {
                    timeline: self,
                    band: *band,
                    plot_width: band.plot_width(),
                    format,
                    labels: Vec::new(),
                    weekdays_below: false,
                };
                layout.push_all();
                labels.append(&mut layout.labels);
            }
        }
        labels
    }
}

/// Places the labels of one band.
pub(super) struct LabelLayout<'a> {
    pub timeline: &'a Timeline,
    pub band: Band,
    pub plot_width: i32,
    format: &'a dyn Fn(LabelContent<'_>) -> String,
    pub labels: Vec<Label>,
    /// Whether weekdays are below their dates for lack of space beside them.
    pub weekdays_below: bool,
}

impl LabelLayout<'_> {
    fn push_all(&mut self) {
        let Timeline { axis, report, now, lanes, .. } = self.timeline;
        if axis.unit == AxisUnit::Hours {
            self.push_hours();
        } else {
            self.push_dates();
        }
        self.push_day_names();
        let contents = [
            LabelContent::Report(LabelLength::Full),
            LabelContent::Report(LabelLength::Short),
            LabelContent::Report(LabelLength::Shortest),
        ];
        self.push_beside(axis.position(*report), LabelKind::Report, &contents);
        if self.timeline.shows_now() {
            self.push_centred(LabelContent::Now, axis.position(*now), LabelKind::Now);
        }
        let length = self.deadline_length();
        for (index, lane) in lanes.iter().enumerate() {
            let kind = LabelKind::Lane(index);
            match (lane.kind, lane.bars.as_slice()) {
                // Stacked lanes have this information beside their names.
                _ if self.band == Band::Narrow => {}
                (LaneKind::Difference, [bar]) => {
                    self.push_centred(LabelContent::Duration(bar.interval.seconds()), bar.from.midpoint(bar.to), kind);
                }
                (LaneKind::Clock { deadline, position, .. }, _) => {
                    self.push_beside(position, kind, &[LabelContent::Deadline(deadline, length)]);
                }
                (_, bars) => self.push_bar_hours(bars, kind),
            }
        }
    }

    pub fn label(&self, content: LabelContent<'_>, position: u16, margin: u8, kind: LabelKind) -> Label {
        Label { band: self.band, ..Label::after((self.format)(content), position, margin, kind) }
    }

    /// The right end of a label.
    pub fn right(&self, label: &Label) -> i32 {
        label.extent(self.plot_width).1
    }

    fn push_centred(&mut self, content: LabelContent<'_>, position: u16, kind: LabelKind) {
        let label = self.label(content, position, 0, kind).centred(self.plot_width);
        self.labels.push(label);
    }

    /// Adds the longest text that fits to the right of a marker, or else the shortest to its left.
    fn push_beside(&mut self, position: u16, kind: LabelKind, contents: &[LabelContent<'_>]) {
        let mut chosen = None;
        for content in contents {
            let mut label = self.label(*content, position, MARKER_MARGIN, kind);
            let fits = self.right(&label) <= self.plot_width;
            if !fits {
                label.anchor = Anchor::End;
            }
            chosen = Some(label);
            if fits {
                break;
            }
        }
        self.labels.extend(chosen);
    }

    /// The longest length that fits beside every deadline. On a long axis it is always the full one, which has the
    /// date.
    fn deadline_length(&self) -> LabelLength {
        if self.timeline.axis.is_long() {
            return LabelLength::Full;
        }
        let mut length = LabelLength::Full;
        for lane in &self.timeline.lanes {
            if let LaneKind::Clock { deadline, position, .. } = lane.kind {
                for (longer, shorter) in
                    [(LabelLength::Full, LabelLength::Short), (LabelLength::Short, LabelLength::Shortest)]
                {
                    let label =
                        self.label(LabelContent::Deadline(deadline, longer), position, MARKER_MARGIN, LabelKind::Tick);
                    if length == longer && self.right(&label) > self.plot_width {
                        length = shorter;
                    }
                }
            }
        }
        length
    }

    /// Adds the hours of bars where they fit before the next bar. An axis of hours needs none.
    fn push_bar_hours(&mut self, bars: &[Bar], kind: LabelKind) {
        for (index, bar) in bars.iter().enumerate() {
            if self.timeline.axis.unit == AxisUnit::Days && bar.interval.seconds() < 86_400 {
                let label = self.label(LabelContent::Hours(bar.interval), bar.to, BAR_MARGIN, kind);
                let next = bars.get(index + 1).map_or(SCALE, |next| next.from);
                if self.right(&label) + LABEL_SPACING <= label::distance(next, self.plot_width) {
                    self.labels.push(label);
                }
            }
        }
    }
}
