//! Which minutes of some weeks are open? Every answer is read off minute by minute.

use std::iter;
use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::clock::{self, Clocks};
use super::plan::Plan;

/// No hours reach further past their own date than a week, so dates before the window need be read no further back.
const LEAD_DAYS: u64 = 8;

/// A window of time as Danish clocks go through it, and when a plan is open in it. Instants are seconds
/// since 1970 in UTC; answers that lie after the window are not known.
pub struct Minutes {
    /// The minute in UTC of the first entry of `open`.
    begin: i64,
    open: Vec<bool>,
    /// How many minutes were open before each, and before the end.
    opened: Vec<i64>,
    /// The seconds of the window, without the days before it.
    pub seconds: Range<i64>,
}

impl Minutes {
    /// The minutes of that many dates.
    pub fn of(plan: &Plan, first: NaiveDate, days: u64) -> Self {
        let (lead, end) = (first - Days::new(LEAD_DAYS), first + Days::new(days));
        let clocks = Clocks::read(lead, end);
        let mut open = vec![false; clocks.shown.len()];
        let dates = || lead.iter_days().take_while(|date| *date < end);
        for date in dates() {
            mark(&mut open, &clocks, date, plan.hours_on(date), true);
        }
        // Breaks come after all hours, since they also cut what began on the dates before.
        for date in dates() {
            mark(&mut open, &clocks, date, plan.breaks_on(date), false);
        }
        let start = clocks.begin + clocks.first_shown(clock::midnight(first)) as i64;
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

    /// The first second after `at` whose state is another.
    pub fn next_change(&self, at: i64) -> Option<i64> {
        let here = self.minute_of(at);
        let minutes = self.open[here..].iter().position(|open| *open != self.open[here])?;
        Some(self.second_of(here + minutes))
    }

    /// `at` when it is open then, otherwise when it next opens.
    pub fn next_opening(&self, at: i64) -> Option<i64> {
        if self.is_open(at) { Some(at) } else { self.next_change(at) }
    }

    /// When that many open seconds have passed, at least one.
    pub fn deadline(&self, from: i64, target: i64) -> Option<i64> {
        let wanted = self.opened_until(from) + target;
        let minute = self.opened.partition_point(|opened| opened * 60 < wanted).checked_sub(1)?;
        let at = self.second_of(minute) + wanted - self.opened[minute] * 60;
        Some(at).filter(|at| *at < self.seconds.end)
    }

    /// Open seconds from the one to the other.
    pub fn working_between(&self, from: i64, to: i64) -> i64 {
        (self.opened_until(to) - self.opened_until(from)).max(0)
    }

    /// The seconds of the window at which it opens or closes, or clocks are moved, or the window begins.
    pub fn turning_points(&self) -> Vec<i64> {
        let start = self.seconds.start;
        let mut points: Vec<i64> = iter::successors(Some(start), |point| self.next_change(*point)).collect();
        points.extend(clock::changes_between(start, self.seconds.end).iter().map(|(at, _)| at));
        points
    }

    /// Open seconds from the first entry to that second.
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

/// Writes a state into the minutes of hours that begin on the date.
fn mark(open: &mut [bool], clocks: &Clocks, date: NaiveDate, hours: &[(i32, i32)], state: bool) {
    let midnight = clock::midnight(date);
    for (from, to) in hours {
        let from = clocks.first_shown(midnight + i64::from(*from));
        let to = clocks.first_shown(midnight + i64::from(*to));
        // What begins in the hour that the spring change skips may end before it begins.
        if from < to {
            open[from..to].fill(state);
        }
    }
}
