//! Open minutes of some weeks, in an array with one entry per minute.

use std::iter;
use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::clock::{self, Clocks};
use super::plan::Plan;

/// Days before the window whose hours may extend into it: hours extend over a week at the most.
const LEAD_DAYS: u64 = 8;

/// The open minutes of a plan in a window. Timestamps are seconds since 1970 in UTC. Answers after the window are not
/// known.
pub struct Minutes {
    /// The minute in UTC of the first entry.
    begin: i64,
    open: Vec<bool>,
    /// The number of open minutes before each entry, and before the end.
    opened: Vec<i64>,
    /// The seconds of the window, without the days before it.
    pub seconds: Range<i64>,
}

impl Minutes {
    pub fn new(plan: &Plan, first: NaiveDate, days: u64) -> Self {
        let (lead, end) = (first - Days::new(LEAD_DAYS), first + Days::new(days));
        let clocks = Clocks::new(lead, end);
        let mut open = vec![false; clocks.local.len()];
        let dates = || lead.iter_days().take_while(|date| *date < end);
        for date in dates() {
            mark(&mut open, &clocks, date, plan.hours_on(date), true);
        }
        // Breaks come last, since they also apply to hours that began on the dates before.
        for date in dates() {
            mark(&mut open, &clocks, date, plan.breaks_on(date), false);
        }
        let start = clocks.begin + clocks.index_of(clock::midnight(first)) as i64;
        let seconds = start * 60..(clocks.begin + open.len() as i64) * 60;
        let mut total = 0;
        let mut opened = vec![total];
        for open in &open {
            total += i64::from(*open);
            opened.push(total);
        }
        Self { begin: clocks.begin, open, opened, seconds }
    }

    pub fn is_open(&self, at: i64) -> bool {
        self.open[self.minute_of(at)]
    }

    /// The first second after `at` with the other state.
    pub fn next_change(&self, at: i64) -> Option<i64> {
        let here = self.minute_of(at);
        let minutes = self.open[here..].iter().position(|open| *open != self.open[here])?;
        Some(self.second_of(here + minutes))
    }

    /// The next opening, or `at` if it is open then.
    pub fn next_opening(&self, at: i64) -> Option<i64> {
        if self.is_open(at) { Some(at) } else { self.next_change(at) }
    }

    /// The second by which `target` open seconds have passed; the target is at least 1.
    pub fn deadline(&self, from: i64, target: i64) -> Option<i64> {
        let wanted = self.opened_until(from) + target;
        let minute = self.opened.partition_point(|opened| opened * 60 < wanted).checked_sub(1)?;
        let at = self.second_of(minute) + wanted - self.opened[minute] * 60;
        Some(at).filter(|at| *at < self.seconds.end)
    }

    /// Open seconds between two seconds; 0 if `to` is not after `from`.
    pub fn working_between(&self, from: i64, to: i64) -> i64 {
        (self.opened_until(to) - self.opened_until(from)).max(0)
    }

    /// The start of the window, and the seconds of all openings, closings and clock changes in it.
    pub fn turning_points(&self) -> Vec<i64> {
        let start = self.seconds.start;
        let mut points: Vec<i64> = iter::successors(Some(start), |point| self.next_change(*point)).collect();
        points.extend(clock::changes_between(start, self.seconds.end).iter().map(|(at, _)| at));
        points
    }

    /// Open seconds between the first entry and that second.
    fn opened_until(&self, at: i64) -> i64 {
        let minute = self.minute_of(at);
        let in_this_minute = at - self.second_of(minute);
        self.opened[minute] * 60 + if in_this_minute > 0 && self.open[minute] { in_this_minute } else { 0 }
    }

    fn minute_of(&self, second: i64) -> usize {
        (second.div_euclid(60) - self.begin) as usize
    }

    fn second_of(&self, minute: usize) -> i64 {
        (self.begin + minute as i64) * 60
    }
}

/// Sets the state of the minutes in hours that begin on the date.
fn mark(open: &mut [bool], clocks: &Clocks, date: NaiveDate, hours: &[(i32, i32)], state: bool) {
    let midnight = clock::midnight(date);
    for (from, to) in hours {
        let from = clocks.index_of(midnight + i64::from(*from));
        let to = clocks.index_of(midnight + i64::from(*to));
        // Hours that begin in the gap in spring may end before their first minute.
        if from < to {
            open[from..to].fill(state);
        }
    }
}
