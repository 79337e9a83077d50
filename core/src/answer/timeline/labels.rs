//! What is written on the picture, and where, when it is shown so wide?

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use super::axis::position;
use super::fit::{self, Anchor, Band, CHARACTER, Label, Row};
use super::{Axis, Bar, Day, DayName, LaneKind, SCALE, Timeline, Unit};
use crate::calendar::{Interval, Timestamp, copenhagen};

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
const BESIDE_BAR: u8 = 5;
/// Between a bar's label and what comes next, and between a date and the next one, in hundredths of an em.
const AIR: i32 = 30;
/// An hour of two digits and its minutes.
const HOUR: i32 = 5 * CHARACTER;
/// Between hours: 12 px of 13 px text to take a step at all, 8 px between any two.
const AIR_OF_STEP: i32 = 93;
const AIR_OF_HOUR: i32 = 62;
/// The distances of hours.
const STEPS: [u32; 6] = [1, 2, 3, 6, 12, 24];

/// The distances of dates, the first of which has room for every date is taken.
const DISTANCES: [(Distance, DayForm); 8] = [
    (Distance::Days(1), DayForm::Weekday),
    (Distance::Days(1), DayForm::Plain),
    (Distance::Days(2), DayForm::Plain),
    (Distance::Weeks, DayForm::Plain),
    (Distance::Months(1), DayForm::Year),
    (Distance::Months(3), DayForm::Year),
    (Distance::Months(12), DayForm::Year),
    (Distance::Months(120), DayForm::Year),
];

/// How far dates are from each other.
#[derive(Clone, Copy)]
enum Distance {
    /// Every so many days from the first on.
    Days(usize),
    /// Every Monday.
    Weeks,
    /// The first of every so many months.
    Months(i32),
}

impl Distance {
    /// Whether a date is at this distance, which is that many days after the first one.
    fn includes(self, date: NaiveDate, after: usize) -> bool {
        match self {
            Self::Days(days) => after.is_multiple_of(days),
            Self::Weeks => date.weekday() == Weekday::Mon,
            Self::Months(months) => {
                let month = 12 * date.year() + i32::try_from(date.month0()).unwrap_or_default();
                date.day() == 1 && month % months == 0
            }
        }
    }
}

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

struct Writer<'a> {
    timeline: &'a Timeline,
    band: Band,
    plot: i32,
    write: &'a dyn Fn(Words<'_>) -> String,
    labels: Vec<Label>,
    /// Whether dates have no room beside their weekdays, so that those stand below.
    weekdays_below: bool,
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

    fn label(&self, words: Words<'_>, at: u16, gap: u8, row: Row) -> Label {
        Label { band: self.band, ..Label::after((self.write)(words), at, gap, row) }
    }

    /// How far a label reaches.
    fn right(&self, label: &Label) -> i32 {
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

    /// The hours at the smallest distance that leaves air; a midnight shows its day, whatever hour is in its way.
    fn hours(&mut self) {
        let Axis { interval, .. } = self.timeline.axis;
        let needed = i64::from(HOUR + AIR_OF_STEP) * self.timeline.axis.hours();
        let enough = |step: &&u32| i64::from(**step) * i64::from(self.plot) >= needed;
        let step = *STEPS.iter().find(enough).unwrap_or(&24);
        for midnights in [true, false] {
            let mut at = interval.start;
            while at < interval.end {
                let local = copenhagen::local(at);
                let hour = local.time.hour();
                if hour.is_multiple_of(step) && (hour == 0) == midnights {
                    let words = if midnights { Words::Day(local.date, DayForm::Weekday) } else { Words::Hour(at) };
                    let label = self.label(words, position(at, interval), 0, Row::Head).around(self.plot);
                    if self.labels.iter().all(|other| label.is_apart(other, AIR_OF_HOUR, self.plot)) {
                        self.labels.push(label);
                    }
                }
                at = at.plus_seconds(3600);
            }
        }
    }

    /// The dates at the smallest distance at which each has room before the next.
    fn dates(&mut self) {
        for (distance, form) in &DISTANCES {
            self.labels.clear();
            let mut fit = true;
            for (after, day) in self.timeline.axis.days.iter().enumerate() {
                if distance.includes(day.date, after) {
                    let label = self.label(Words::Day(day.date, *form), day.from, BESIDE_BAR, Row::Head);
                    fit &= self.labels.last().is_none_or(|last| last.is_apart(&label, AIR, self.plot));
                    self.labels.push(label);
                }
            }
            self.weekdays_below = self.band == Band::Narrow && *form == DayForm::Plain;
            if fit && !self.labels.is_empty() {
                break;
            }
        }
        // The last one may lie too near the end.
        if self.labels.last().is_some_and(|last| self.right(last) > self.plot) {
            self.labels.pop();
        }
    }

    /// The dates' names in their columns. Where a public holiday's misses its own, all of theirs are in a note.
    fn names(&mut self) {
        let axis = &self.timeline.axis;
        let mut in_note = false;
        for day in &axis.days {
            let holiday = matches!(day.name, Some(DayName::Special(_)));
            let (words, row) = match &day.name {
                _ if self.weekdays_below => (Words::Weekday(day.date), Row::Name),
                Some(name) => (Words::Name(name), if holiday { Row::Holiday } else { Row::Name }),
                None => continue,
            };
            let label = self.label(words, day.from, BESIDE_BAR, row);
            let fits = self.column_ends(day).is_some_and(|end| self.right(&label) + AIR <= fit::place(end, self.plot));
            in_note |= holiday && !(fits && row == Row::Holiday);
            if fits {
                self.labels.push(label);
            }
        }
        if in_note {
            self.labels.retain(|label| label.row != Row::Holiday);
            let note = self.label(Words::Holidays, 0, 0, Row::Note);
            self.labels.push(note);
        }
    }

    /// How far what stands below a date may reach: where the next one begins that is written. Of an axis of hours no date
    /// has a column, and of those in between none has a weekday.
    fn column_ends(&self, day: &Day) -> Option<u16> {
        if self.timeline.axis.unit == Unit::Hours {
            return None;
        }
        if !self.weekdays_below {
            return Some(day.to);
        }
        let mut heads = self.labels.iter().filter(|label| label.row == Row::Head && label.at >= day.from);
        heads.next().filter(|head| head.at == day.from)?;
        Some(heads.next().map_or(SCALE, |next| next.at))
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
