//! Label layout of the timeline chart for each band of widths.

use chrono::NaiveDate;

use super::label::{self, Anchor, Band, Label, Row};
use super::{Bar, DayName, LaneKind, SCALE, Timeline, Unit};
use crate::time::{Interval, Timestamp};

/// The content of a label. `messages` formats it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Words<'a> {
    Day(NaiveDate, DayForm),
    Hour(Timestamp),
    /// The weekday of a date.
    Weekday(NaiveDate),
    /// The name of a date.
    Name(&'a DayName),
    Report(Form),
    Now,
    Deadline(Timestamp, Form),
    /// The hours of a bar.
    Hours(Interval),
    /// The hours of a maintenance window.
    Window(Interval),
    /// The earliest start of work on site.
    WorkFrom(Timestamp),
    /// A duration in seconds.
    Length(i64),
    /// The names of all public holidays on the axis.
    Holidays,
}

/// The length of a label. The longest that fits is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Full,
    /// Without what the position implies.
    Short,
    /// Only the time.
    Least,
}

/// The format of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayForm {
    /// Weekday, day and month.
    Weekday,
    /// Day and month.
    Plain,
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
    /// The labels of all bands; `format` returns the text of a label. A chart that does not stack has none in the narrow
    /// band, which shows day rows.
    pub fn labels(&self, format: &dyn Fn(Words<'_>) -> String) -> Vec<Label> {
        let mut labels = Vec::new();
        for band in &Band::ALL {
            if *band != Band::Narrow || self.stacks() {
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
    format: &'a dyn Fn(Words<'_>) -> String,
    pub labels: Vec<Label>,
    /// Whether weekdays are below their dates for lack of space beside them.
    pub weekdays_below: bool,
}

impl LabelLayout<'_> {
    fn push_all(&mut self) {
        let Timeline { axis, report, now, lanes, .. } = self.timeline;
        if axis.unit == Unit::Hours {
            self.push_hours();
        } else {
            self.push_dates();
        }
        self.push_day_names();
        let forms = [Words::Report(Form::Full), Words::Report(Form::Short), Words::Report(Form::Least)];
        self.push_beside(axis.position(*report), Row::Report, &forms);
        if self.timeline.shows_now() {
            self.push_centred(Words::Now, axis.position(*now), Row::Now);
        }
        let form = self.deadline_form();
        for (index, lane) in lanes.iter().enumerate() {
            let row = Row::Lane(index);
            match (lane.kind, lane.bars.as_slice()) {
                // Stacked lanes have this information beside their names.
                _ if self.band == Band::Narrow => {}
                (LaneKind::Difference, [bar]) => {
                    self.push_centred(Words::Length(bar.interval.seconds()), bar.from.midpoint(bar.to), row);
                }
                (LaneKind::Clock { deadline, at, .. }, _) => {
                    self.push_beside(at, row, &[Words::Deadline(deadline, form)]);
                }
                (_, bars) => self.push_bar_hours(bars, row),
            }
        }
    }

    pub fn label(&self, words: Words<'_>, at: u16, gap: u8, row: Row) -> Label {
        Label { band: self.band, ..Label::after((self.format)(words), at, gap, row) }
    }

    /// The right end of a label.
    pub fn right(&self, label: &Label) -> i32 {
        label.extent(self.plot_width).1
    }

    fn push_centred(&mut self, words: Words<'_>, at: u16, row: Row) {
        let label = self.label(words, at, 0, row).centred(self.plot_width);
        self.labels.push(label);
    }

    /// Adds the longest form that fits to the right of a marker, or else the shortest to its left.
    fn push_beside(&mut self, at: u16, row: Row, forms: &[Words<'_>]) {
        let mut chosen = None;
        for words in forms {
            let mut label = self.label(*words, at, MARKER_MARGIN, row);
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

    /// The longest form that fits beside every deadline. On a long axis it is always the full form, which has the date.
    fn deadline_form(&self) -> Form {
        if self.timeline.axis.is_long() {
            return Form::Full;
        }
        let mut form = Form::Full;
        for lane in &self.timeline.lanes {
            if let LaneKind::Clock { deadline, at, .. } = lane.kind {
                for (longer, shorter) in [(Form::Full, Form::Short), (Form::Short, Form::Least)] {
                    let label = self.label(Words::Deadline(deadline, longer), at, MARKER_MARGIN, Row::Head);
                    if form == longer && self.right(&label) > self.plot_width {
                        form = shorter;
                    }
                }
            }
        }
        form
    }

    /// Adds the hours of bars where they fit before the next bar. An axis of hours needs none.
    fn push_bar_hours(&mut self, bars: &[Bar], row: Row) {
        for (index, bar) in bars.iter().enumerate() {
            if self.timeline.axis.unit == Unit::Days && bar.interval.seconds() < 86_400 {
                let label = self.label(Words::Hours(bar.interval), bar.to, BAR_MARGIN, row);
                let next = bars.get(index + 1).map_or(SCALE, |next| next.from);
                if self.right(&label) + LABEL_SPACING <= label::distance(next, self.plot_width) {
                    self.labels.push(label);
                }
            }
        }
    }
}
