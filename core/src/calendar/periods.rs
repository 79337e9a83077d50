//! When is a calendar open next, and when does that change?

use std::vec::IntoIter;

use super::working_calendar::end_of_range;
use super::{CalendarError, WorkingCalendar};
use crate::time::CivilDay;
use crate::time::{DayTime, Interval, Timestamp, copenhagen};

/// The open periods of a calendar in order, each as long as it stays open without a break; from
/// [`WorkingCalendar::periods`]. The last one ends with 2099 when nothing closes it before.
#[derive(Debug)]
pub struct Periods<'a> {
    calendar: &'a WorkingCalendar,
    from: Timestamp,
    /// Open intervals not yet handed out, disjoint and in order.
    ahead: IntoIter<Interval>,
    /// The first day that is not in `ahead`.
    next_day: CivilDay,
}

impl WorkingCalendar {
    /// The open periods that end after `from`; the first one is clipped to begin there.
    pub fn periods(&self, from: Timestamp) -> Periods<'_> {
        Periods { calendar: self, from, ahead: Vec::new().into_iter(), next_day: CivilDay::new(copenhagen::date(from)) }
    }

    /// The first instant after `from` at which it opens or closes; none when it never does before 2100.
    pub fn next_change(&self, from: Timestamp) -> Option<Timestamp> {
        let period = self.periods(from).next()?;
        let change = if period.start > from { period.start } else { period.end };
        (change < end_of_time()).then_some(change)
    }

    /// `from` when it is open then, otherwise when it next opens.
    ///
    /// # Errors
    /// When it does not open any more, or not before 2100.
    pub fn next_opening(&self, from: Timestamp) -> Result<Timestamp, CalendarError> {
        match self.periods(from).next() {
            Some(period) => Ok(period.start),
            None => Err(self.no_answer()),
        }
    }
}

impl Periods<'_> {
    /// Reads one more date, or a run of dates that are alike, once all before have been handed out; false when there is
    /// nothing more.
    fn read_ahead(&mut self) -> bool {
        let (calendar, day) = (self.calendar, self.next_day);
        if day.date >= end_of_range() {
            return false;
        }
        let (opens, closes) = (!calendar.weekly().never_opens(), !calendar.weekly().never_closes());
        if !opens || !closes {
            let special = calendar.next_special_date(day.date);
            if special > day.date {
                self.next_day = CivilDay::new(special);
                if opens {
                    self.ahead =
                        vec![Interval { start: day.interval.start, end: self.next_day.interval.start }].into_iter();
                }
                return true;
            }
        }
        self.ahead = calendar.open_on(day).into_iter();
        self.next_day = day.next();
        true
    }
}

impl Iterator for Periods<'_> {
    type Item = Interval;

    fn next(&mut self) -> Option<Interval> {
        let mut period = loop {
            match self.ahead.next() {
                Some(interval) if interval.end > self.from => break interval,
                Some(_) => {}
                None if self.read_ahead() => {}
                None => return None,
            }
        };
        // What is open up to midnight may go on after it.
        loop {
            match self.ahead.as_slice().first() {
                Some(next) if next.start == period.end => {
                    period.end = next.end;
                    self.ahead.next();
                }
                Some(_) => break,
                None => {
                    if period.end < self.next_day.interval.start || !self.read_ahead() {
                        break;
                    }
                }
            }
        }
        period.start = period.start.max(self.from);
        Some(period)
    }
}

fn end_of_time() -> Timestamp {
    copenhagen::from_local(end_of_range(), DayTime::MIDNIGHT)
}
