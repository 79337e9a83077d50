//! Open periods of a calendar, and when it next opens or closes.

use std::vec::IntoIter;

use super::stretches::{Runs, Stretch, Stretches};
use super::working_calendar::END_OF_RANGE;
use super::{CalendarError, WorkingCalendar};
use crate::time::{DayTime, Interval, Timestamp, copenhagen};

/// Iterator over the open periods of a calendar, from [`WorkingCalendar::periods`].
///
/// A period lasts until the calendar closes, also over midnight. One that nothing closes ends with 2099.
#[derive(Debug)]
pub struct Periods<'a> {
    stretches: Stretches<'a>,
    /// The open intervals of the last stretch that are not in a returned period.
    intervals: IntoIter<Interval>,
}

impl WorkingCalendar {
    /// The open periods after `from`. If the calendar is open at `from`, the first period begins there.
    pub fn periods(&self, from: Timestamp) -> Periods<'_> {
        let stretches = Stretches::new(self, from, Runs::Uniform, i64::MAX);
        Periods { stretches, intervals: Vec::new().into_iter() }
    }

    /// The first timestamp after `from` at which the calendar opens or closes, or `None` if there is none before 2100.
    pub fn next_change(&self, from: Timestamp) -> Option<Timestamp> {
        let period = self.periods(from).next()?;
        let change = if period.start > from { period.start } else { period.end };
        let end_of_range = copenhagen::from_local(END_OF_RANGE, DayTime::MIDNIGHT);
        (change < end_of_range).then_some(change)
    }

    /// The next opening, or `from` if the calendar is open then.
    ///
    /// # Errors
    /// If the calendar has no opening ahead, or none before 2100.
    pub fn next_opening(&self, from: Timestamp) -> Result<Timestamp, CalendarError> {
        match self.periods(from).next() {
            Some(period) => Ok(period.start),
            None => Err(self.no_answer()),
        }
    }
}

impl Periods<'_> {
    /// Replaces the intervals by those of the next stretch; `false` if there is none.
    fn read_stretch(&mut self) -> bool {
        let intervals = match self.stretches.next() {
            Some(Stretch::Day { open, .. }) => open,
            Some(Stretch::Run { interval, open_seconds }) if open_seconds > 0 => vec![interval],
            Some(Stretch::Run { .. }) => Vec::new(),
            None => return false,
        };
        self.intervals = intervals.into_iter();
        true
    }
}

impl Iterator for Periods<'_> {
    type Item = Interval;

    fn next(&mut self) -> Option<Interval> {
        let mut period = loop {
            match self.intervals.next() {
                Some(interval) => break interval,
                None if self.read_stretch() => {}
                None => return None,
            }
        };
        // An interval that ends at midnight may continue in the next stretch.
        loop {
            match self.intervals.as_slice().first() {
                Some(next) if next.start == period.end => {
                    period.end = next.end;
                    self.intervals.next();
                }
                Some(_) => break,
                None => {
                    if period.end < self.stretches.next_start() || !self.read_stretch() {
                        break;
                    }
                }
            }
        }
        Some(period)
    }
}
