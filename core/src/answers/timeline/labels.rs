//! What is written on the picture, and where, when it is shown so wide?

use chrono::NaiveDate;

use super::fit::{self, Anchor, Band, Label, Row};
use super::{Bar, DayName, LaneKind, SCALE, Timeline, Unit};
use crate::time::{Interval, Timestamp};

/// Something to be written, which the wording puts into words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Words<'a> {
    /// A date above its column.
    Day(NaiveDate, DayForm),
    /// An hour above its line.
    Hour(Timestamp),
    /// A date's weekday.
    Weekday(NaiveDate),
    /// What a date is called.
    Name(&'a DayName),
    /// That the fault is reported.
    Report(Form),
    /// That it is now.
    Now,
    /// A deadline.
    Deadline(Timestamp, Form),
    /// Hours beside their bar.
    Hours(Interval),
    /// A maintenance window in a day's row.
    Window(Interval),
    /// That work on site may begin.
    WorkFrom(Timestamp),
    /// How long a difference is, in seconds.
    Length(i64),
    /// All public holidays.
    Holidays,
}

/// How much is said, as far as there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// All.
    Full,
    /// What does not follow from the picture.
    Short,
    /// The time alone.
    Least,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayForm {
    /// With its weekday.
    Weekday,
    /// Day and month.
    Plain,
    /// With its year.
    Year,
}

/// From a marker to its label, in tenths of an em.
const BESIDE_MARKER: u8 = 9;
/// From a bar or a line to its label, in tenths of an em.
pub(super) const BESIDE_BAR: u8 = 5;
/// Between a bar's label and what comes next, and between a date and the next one, in hundredths of an em.
pub(super) const AIR: i32 = 30;

impl Timeline {
    /// What is written on the picture at every width; `write` puts it into words. A picture that does not stack has
    /// no narrow band: it has rows of days there.
    pub fn labels(&self, write: &dyn Fn(Words<'_>) -> String) -> Vec<Label> {
        let mut labels = Vec::new();
        for band in &Band::ALL {
            if *band != Band::Narrow || self.stacks() {
                let mut writer = Writer {
                    timeline: self,
                    band: *band,
                    plot: band.plot(),
                    write,
                    labels: Vec::new(),
                    weekdays_below: false,
                };
                writer.write_all();
                labels.append(&mut writer.labels);
            }
        }
        labels
    }
}

/// Writes what there is room for in one band.
pub(super) struct Writer<'a> {
    pub timeline: &'a Timeline,
    pub band: Band,
    pub plot: i32,
    write: &'a dyn Fn(Words<'_>) -> String,
    pub labels: Vec<Label>,
    /// Whether dates have no room beside their weekdays, so that those stand below.
    pub weekdays_below: bool,
}

impl Writer<'_> {
    fn write_all(&mut self) {
        let Timeline { axis, report, now, lanes, .. } = self.timeline;
        if axis.unit == Unit::Hours {
            self.hours();
        } else {
            self.dates();
        }
        self.names();
        let forms = [Words::Report(Form::Full), Words::Report(Form::Short), Words::Report(Form::Least)];
        self.beside(axis.position(*report), Row::Report, &forms);
        if self.timeline.shows_now() {
            self.around(Words::Now, axis.position(*now), Row::Now);
        }
        // Stacked lanes have what they tell beside their names.
        let form = self.form_of_deadlines();
        for (index, lane) in lanes.iter().enumerate() {
            let row = Row::Lane(index);
            match (lane.kind, lane.bars.as_slice()) {
                _ if self.band == Band::Narrow => {}
                (LaneKind::Difference, [bar]) => {
                    self.around(Words::Length(bar.interval.seconds()), bar.from.midpoint(bar.to), row);
                }
                (LaneKind::Clock { deadline, at, .. }, _) => self.beside(at, row, &[Words::Deadline(deadline, form)]),
                (_, bars) => self.hours_beside(bars, row),
            }
        }
    }

    pub fn label(&self, words: Words<'_>, at: u16, gap: u8, row: Row) -> Label {
        Label { band: self.band, ..Label::after((self.write)(words), at, gap, row) }
    }

    /// How far a label reaches.
    pub fn right(&self, label: &Label) -> i32 {
        label.extent(self.plot).1
    }

    fn around(&mut self, words: Words<'_>, at: u16, row: Row) {
        let label = self.label(words, at, 0, row).around(self.plot);
        self.labels.push(label);
    }

    /// The fullest form that fits to the right of a marker, or else the shortest to its left.
    fn beside(&mut self, at: u16, row: Row, forms: &[Words<'_>]) {
        let mut chosen = None;
        for words in forms {
            let mut label = self.label(*words, at, BESIDE_MARKER, row);
            let fits = self.right(&label) <= self.plot;
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

    /// The fullest form that fits beside every deadline, so that they can be compared; of a long axis it has the date.
    fn form_of_deadlines(&self) -> Form {
        if self.timeline.axis.is_long() {
            return Form::Full;
        }
        let mut form = Form::Full;
        for lane in &self.timeline.lanes {
            if let LaneKind::Clock { deadline, at, .. } = lane.kind {
                for (this, next) in [(Form::Full, Form::Short), (Form::Short, Form::Least)] {
                    let label = self.label(Words::Deadline(deadline, this), at, BESIDE_MARKER, Row::Head);
                    if form == this && self.right(&label) > self.plot {
                        form = next;
                    }
                }
            }
        }
        form
    }

    /// The hours of the bars that have room for them before the next bar. An axis of hours tells them itself.
    fn hours_beside(&mut self, bars: &[Bar], row: Row) {
        for (index, bar) in bars.iter().enumerate() {
            if self.timeline.axis.unit == Unit::Days && bar.interval.seconds() < 86_400 {
                let label = self.label(Words::Hours(bar.interval), bar.to, BESIDE_BAR, row);
                let next = bars.get(index + 1).map_or(SCALE, |next| next.from);
                if self.right(&label) + AIR <= fit::place(next, self.plot) {
                    self.labels.push(label);
                }
            }
        }
    }
}
