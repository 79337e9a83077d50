//! What stands above the lanes: which hours, which dates, and what those are called?

use chrono::{Datelike, NaiveDate, Timelike, Weekday};

use super::axis::position;
use super::fit::{self, Band, CHARACTER, Row};
use super::labels::{AIR, BESIDE_BAR, Writer};
use super::{Axis, Day, DayForm, DayName, SCALE, Unit, Words};
use crate::time::copenhagen;

/// An hour of two digits and its minutes.
const HOUR: i32 = 5 * CHARACTER;
/// Between hours: 12 px of 13 px text to take a step at all, 8 px between any two.
const AIR_OF_STEP: i32 = 93;
const AIR_OF_HOUR: i32 = 62;
/// The distances of hours.
const STEPS: [u32; 6] = [1, 2, 3, 6, 12, 24];

/// Of these distances of dates the first is taken at which every date has room.
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

impl Writer<'_> {
    /// The hours at the smallest distance that leaves air; a midnight shows its day, whatever hour is in its way.
    pub fn hours(&mut self) {
        let Axis { interval, .. } = self.timeline.axis;
        let needed = i64::from(HOUR + AIR_OF_STEP) * self.timeline.axis.hours();
        let enough = |step: &&u32| i64::from(**step) * i64::from(self.plot) >= needed;
        let step = *STEPS.iter().find(enough).unwrap_or(&24);
        for midnights in [true, false] {
            let mut at = interval.start;
            while at < interval.end {
                let local = copenhagen::to_local(at);
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
    pub fn dates(&mut self) {
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
    pub fn names(&mut self) {
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
}
