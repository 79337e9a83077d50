//! Iterator over a calendar's days, with runs of alike days as one step.

use chrono::{Days, NaiveDate};

use super::WorkingCalendar;
use super::weekly_schedule::SECONDS_PER_WEEK;
use super::working_calendar::END_OF_RANGE;
use crate::time::{CivilDay, Interval, Timestamp, copenhagen};

/// A part of a calendar's time. Each stretch begins where the one before it ends.
pub(super) enum Stretch {
    /// A day with its open intervals, clipped to the start of the iteration.
    Day { day: CivilDay, open: Vec<Interval> },
    /// Several days, of which only the total open time is known.
    Run { interval: Interval, open_seconds: i64 },
}

/// The runs of days that are one stretch.
#[derive(Clone, Copy, Debug)]
pub(super) enum Runs {
    /// Whole weeks without a special date or clock change, all before this date.
    OrdinaryWeeksBefore(NaiveDate),
    /// The days until the next special date, if the ordinary week never opens or never closes.
    Uniform,
}

/// The stretches of a calendar from a timestamp until the end of 2099. A calendar that is always closed has none.
#[derive(Debug)]
pub(super) struct Stretches<'a> {
    calendar: &'a WorkingCalendar,
    from: Timestamp,
    runs: Runs,
    /// Open seconds that are still wanted. Runs of weeks hold less, so that the last wanted second lies in a day.
    wanted: i64,
    next_day: CivilDay,
    end: NaiveDate,
    /// The first special date from `next_day` on; looked up again once it is in the past.
    special: NaiveDate,
    /// The first date from `next_day` on with a clock change; looked up again once it is in the past.
    clock_change: NaiveDate,
}

impl<'a> Stretches<'a> {
    pub fn new(calendar: &'a WorkingCalendar, from: Timestamp, runs: Runs, wanted: i64) -> Self {
        Self {
            calendar,
            from,
            runs,
            wanted,
            next_day: CivilDay::new(copenhagen::date(from)),
            end: if calendar.is_always_closed() { NaiveDate::MIN } else { END_OF_RANGE },
            special: NaiveDate::MIN,
            clock_change: NaiveDate::MIN,
        }
    }

    /// The start of the next stretch.
    pub const fn next_start(&self) -> Timestamp {
        self.next_day.interval.start
    }

    /// The date after the run that begins with the next day, if one does.
    fn end_of_run(&mut self) -> Option<NaiveDate> {
        let date = self.next_day.date;
        match self.runs {
            Runs::OrdinaryWeeksBefore(until) => {
                let weekly_seconds = self.calendar.weekly().open_seconds();
                if self.wanted <= weekly_seconds || date + Days::new(7) > until || self.next_start() < self.from {
                    return None;
                }
                let end = self.next_special_date().min(self.next_clock_change_date()).min(until);
                let ordinary = end.signed_duration_since(date).num_days() / 7;
                let wanted = if weekly_seconds == 0 { i64::MAX } else { (self.wanted - 1) / weekly_seconds };
                let weeks = ordinary.min(wanted);
                (weeks > 0).then(|| date + Days::new((7 * weeks).unsigned_abs()))
            }
            Runs::Uniform => {
                let weekly = self.calendar.weekly();
                let uniform = weekly.never_opens() || weekly.never_closes();
                if uniform { Some(self.next_special_date()).filter(|special| *special > date) } else { None }
            }
        }
    }

    fn next_special_date(&mut self) -> NaiveDate {
        let date = self.next_day.date;
        if self.special < date {
            self.special = self.calendar.next_special_date(date);
        }
        self.special
    }

    fn next_clock_change_date(&mut self) -> NaiveDate {
        let date = self.next_day.date;
        if self.clock_change < date {
            self.clock_change = copenhagen::next_clock_change_date(date).unwrap_or(END_OF_RANGE);
        }
        self.clock_change
    }
}

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    fn next(&mut self) -> Option<Stretch> {
        let day = self.next_day;
        if day.date >= self.end {
            return None;
        }
        if let Some(end) = self.end_of_run() {
            self.next_day = CivilDay::new(end);
            let interval = Interval { start: day.interval.start.max(self.from), end: self.next_start() };
            let weekly = self.calendar.weekly();
            let open_seconds = if weekly.never_closes() {
                interval.seconds()
            } else {
                interval.seconds() / SECONDS_PER_WEEK * weekly.open_seconds()
            };
            self.wanted -= open_seconds;
            return Some(Stretch::Run { interval, open_seconds });
        }
        self.next_day = day.next();
        let mut open = self.calendar.open_on(day);
        if day.interval.start < self.from {
            let rest = Interval { start: self.from, end: day.interval.end };
            open = open.into_iter().filter_map(|interval| interval.within(rest)).collect();
        }
        for interval in &open {
            self.wanted -= interval.seconds();
        }
        Some(Stretch::Day { day, open })
    }
}
