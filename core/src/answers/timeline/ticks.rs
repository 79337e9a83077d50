//! Axis ticks of the timeline chart: hours, dates and the names of dates.

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use super::axis::position;
use super::label::{self, Band, CHARACTER_WIDTH, LabelKind};
use super::label_layout::{BAR_MARGIN, LABEL_SPACING, LabelLayout};
use super::{Axis, AxisDay, AxisUnit, DateFormat, DayName, LabelContent, SCALE};
use crate::time::copenhagen;

/// An hour of two digits with its minutes.
const HOUR_WIDTH: i32 = 5 * CHARACTER_WIDTH;
/// The minimum distance between ticks for a step to be chosen: 12 px with 13 px text.
const STEP_SPACING: i32 = 93;
/// The minimum distance between any two hours: 8 px.
const HOUR_SPACING: i32 = 62;
/// The steps between ticks, in hours.
const HOUR_STEPS: [u32; 6] = [1, 2, 3, 6, 12, 24];

/// The steps between dates with their formats. The first step at which every date fits is chosen.
const DATE_STEPS: [(DateStep, DateFormat); 8] = [
    (DateStep::Days(1), DateFormat::Weekday),
    (DateStep::Days(1), DateFormat::DayMonth),
    (DateStep::Days(2), DateFormat::DayMonth),
    (DateStep::Weeks, DateFormat::DayMonth),
    (DateStep::Months(1), DateFormat::Year),
    (DateStep::Months(3), DateFormat::Year),
    (DateStep::Months(12), DateFormat::Year),
    (DateStep::Months(120), DateFormat::Year),
];

/// The step between dates.
#[derive(Clone, Copy)]
enum DateStep {
    /// Every nth day, starting with the first.
    Days(usize),
    /// Every Monday.
    Weeks,
    /// The first day of every nth month.
    Months(i32),
}

impl DateStep {
    /// Whether the date with this index on the axis has a tick.
    fn includes(self, date: NaiveDate, index: usize) -> bool {
        match self {
            Self::Days(days) => index.is_multiple_of(days),
            Self::Weeks => date.weekday() == Weekday::Mon,
            Self::Months(months) => {
                let month = 12 * date.year() + i32::try_from(date.month0()).unwrap_or_default();
                date.day() == 1 && month % months == 0
            }
        }
    }
}

impl LabelLayout<'_> {
    /// Adds hours at the smallest step that leaves enough space. A midnight shows its date and takes precedence over an
    /// hour next to it.
    pub fn push_hours(&mut self) {
        let Axis { interval, .. } = self.timeline.axis;
        let needed = i64::from(HOUR_WIDTH + STEP_SPACING) * self.timeline.axis.hours();
        let fits = |step: &&u32| i64::from(**step) * i64::from(self.plot_width) >= needed;
        let step = *HOUR_STEPS.iter().find(fits).unwrap_or(&24);
        for midnights in [true, false] {
            let mut at = interval.start;
            while at < interval.end {
                let local = copenhagen::to_local(at);
                let hour = local.time.hour();
                if hour.is_multiple_of(step) && (hour == 0) == midnights {
                    let content = if midnights {
                        LabelContent::Date(local.date, DateFormat::Weekday)
                    } else {
                        LabelContent::Hour(at)
                    };
                    let label =
                        self.label(content, position(at, interval), 0, LabelKind::Tick).centred(self.plot_width);
                    if self.labels.iter().all(|other| label.is_apart(other, HOUR_SPACING, self.plot_width)) {
                        self.labels.push(label);
                    }
                }
                at = at.plus_seconds(3600);
            }
        }
    }

    /// Adds dates at the smallest step at which each fits before the next.
    pub fn push_dates(&mut self) {
        for (step, format) in &DATE_STEPS {
            self.labels.clear();
            let mut all_fit = true;
            for (index, day) in self.timeline.axis.days.iter().enumerate() {
                if step.includes(day.date, index) {
                    let label =
                        self.label(LabelContent::Date(day.date, *format), day.from, BAR_MARGIN, LabelKind::Tick);
                    all_fit &=
                        self.labels.last().is_none_or(|last| last.is_apart(&label, LABEL_SPACING, self.plot_width));
                    self.labels.push(label);
                }
            }
            self.weekdays_below = self.band == Band::Narrow && *format == DateFormat::DayMonth;
            if all_fit && !self.labels.is_empty() {
                break;
            }
        }
        // The last one may not fit before the end of the plot.
        if self.labels.last().is_some_and(|last| self.right(last) > self.plot_width) {
            self.labels.pop();
        }
    }

    /// Adds the names of dates to their columns. If the name of a public holiday does not fit, a footnote has them all.
    pub fn push_day_names(&mut self) {
        let axis = &self.timeline.axis;
        let mut in_note = false;
        for day in &axis.days {
            let holiday = matches!(day.name, Some(DayName::Special(_)));
            let (content, kind) = match &day.name {
                _ if self.weekdays_below => (LabelContent::Weekday(day.date), LabelKind::DayName),
                Some(name) => {
                    (LabelContent::DayName(name), if holiday { LabelKind::Holiday } else { LabelKind::DayName })
                }
                None => continue,
            };
            let label = self.label(content, day.from, BAR_MARGIN, kind);
            let fits = self
                .column_end(day)
                .is_some_and(|end| self.right(&label) + LABEL_SPACING <= label::distance(end, self.plot_width));
            in_note |= holiday && !(fits && kind == LabelKind::Holiday);
            if fits {
                self.labels.push(label);
            }
        }
        if in_note {
            self.labels.retain(|label| label.kind != LabelKind::Holiday);
            let note = self.label(LabelContent::Holidays, 0, 0, LabelKind::Footnote);
            self.labels.push(note);
        }
    }

    /// The end of the column below a date, which is the next date with a tick. `None` for a date without a column: on
    /// an axis of hours, or without a tick where weekdays are below the dates.
    fn column_end(&self, day: &AxisDay) -> Option<u16> {
        if self.timeline.axis.unit == AxisUnit::Hours {
            return None;
        }
        if !self.weekdays_below {
            return Some(day.to);
        }
        let mut ticks = self.labels.iter().filter(|label| label.kind == LabelKind::Tick && label.position >= day.from);
        ticks.next().filter(|tick| tick.position == day.from)?;
        Some(ticks.next().map_or(SCALE, |next| next.position))
    }
}
