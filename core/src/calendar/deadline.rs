//! Deadlines in working time, and the working time between two timestamps.

use chrono::NaiveDate;

use super::stretches::{Runs, Stretch, Stretches};
use super::weekly_schedule::SECONDS_PER_WEEK;
use super::working_calendar::END_OF_RANGE;
use super::{CalendarError, DayKind, Span, SpanKind, SpecialDay, WorkingCalendar};
use crate::time::copenhagen::{self, ClockChange};
use crate::time::{CivilDay, Interval, Timestamp};

/// The timestamp by which a working time has passed, with its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The end of the last counted span.
    pub at: Timestamp,
    /// The spans from the start to the deadline, in order and without gaps. Their counted seconds add up to the target.
    pub account: Vec<Span>,
}

impl WorkingCalendar {
    /// The deadline at which `target_seconds` of open time have passed since `from`.
    ///
    /// A target that is reached when the calendar closes ends at that closing time, not at the next opening. A target
    /// of 0 ends at `from`, open or not.
    ///
    /// # Errors
    /// If the calendar has no opening ahead, or the deadline is after 2099.
    ///
    /// ```
    /// use serviceaftale_core::calendar::{HolidayHours, WeeklySchedule, WorkingCalendar};
    /// use serviceaftale_core::time::copenhagen;
    /// let hours = || vec!["08:00-16:00".parse().unwrap()];
    /// let weekly = WeeklySchedule::new([hours(), hours(), hours(), hours(), hours(), vec![], vec![]]);
    /// let calendar = WorkingCalendar::new("office hours", weekly)
    ///     .with_holiday_hours(HolidayHours::Closed, HolidayHours::Closed);
    /// // The Wednesday before Easter counts 50 minutes, the Tuesday after it the rest.
    /// let reported = "2026-04-01T15:10+02:00".parse().unwrap();
    /// let deadline = calendar.deadline(reported, 8 * 3600).unwrap();
    /// assert_eq!(copenhagen::rfc3339(deadline.at), "2026-04-07T15:10:00+02:00");
    /// let counted: Vec<_> = deadline.account.iter().map(|span| span.counted_seconds / 60).collect();
    /// assert_eq!(counted, [50, 0, 0, 0, 0, 0, 0, 430]);
    /// ```
    pub fn deadline(&self, from: Timestamp, target_seconds: i64) -> Result<Deadline, CalendarError> {
        // Even if the calendar never opens.
        if target_seconds <= 0 {
            return Ok(Deadline { at: from, account: Vec::new() });
        }
        let mut account = Account::new(from, target_seconds);
        for stretch in Stretches::new(self, from, Runs::OrdinaryWeeksBefore(END_OF_RANGE), target_seconds) {
            match stretch {
                Stretch::Run { interval, open_seconds } => account.add_weeks(interval, open_seconds),
                Stretch::Day { day, open } => account.add_day(day, &open, self.closed_kind(day.date)),
            }
            if account.is_complete() {
                return Ok(account.into_deadline());
            }
        }
        Err(self.no_answer())
    }

    /// Open seconds in `[from, to)`, none of them after 2099; 0 if `to` is not after `from`.
    pub fn working_between(&self, from: Timestamp, to: Timestamp) -> i64 {
        let mut total = 0;
        if to <= from {
            return total;
        }
        let bounds = Interval { start: from, end: to };
        for stretch in Stretches::new(self, from, Runs::OrdinaryWeeksBefore(copenhagen::date(to)), i64::MAX) {
            match stretch {
                Stretch::Run { open_seconds, .. } => total += open_seconds,
                Stretch::Day { day, open } => {
                    let open = open.into_iter().filter_map(|interval| interval.within(bounds));
                    total += open.map(Interval::seconds).sum::<i64>();
                    if day.interval.end >= to {
                        break;
                    }
                }
            }
        }
        total
    }

    /// The kind of the spans in which the calendar is closed on a date.
    fn closed_kind(&self, date: NaiveDate) -> SpanKind {
        match self.hours_on(date).1 {
            DayKind::Ordinary => SpanKind::Closed,
            DayKind::Special(SpecialDay::PublicHoliday(holiday)) => SpanKind::PublicHoliday(holiday),
            DayKind::Special(SpecialDay::ClosedDay(name)) => SpanKind::ClosedDay(name),
            DayKind::Exception(reason) => SpanKind::Exception(reason),
        }
    }
}

/// Builder of an account. Each span begins where the one before it ends, and neighbours of one kind are merged.
struct Account {
    spans: Vec<Span>,
    start: Timestamp,
    end: Timestamp,
    remaining_seconds: i64,
    /// The clock change of the day that is being added, until a span reaches it.
    clock_change: Option<ClockChange>,
}

impl Account {
    const fn new(start: Timestamp, target_seconds: i64) -> Self {
        Self { spans: Vec::new(), start, end: start, remaining_seconds: target_seconds, clock_change: None }
    }

    const fn is_complete(&self) -> bool {
        self.remaining_seconds == 0
    }

    fn into_deadline(self) -> Deadline {
        Deadline { at: self.end, account: self.spans }
    }

    /// Adds whole weeks without a clock change.
    fn add_weeks(&mut self, interval: Interval, open_seconds: i64) {
        self.add(interval.end, open_seconds, &SpanKind::Weeks(interval.seconds() / SECONDS_PER_WEEK));
    }

    /// Adds a day up to its end, or up to the deadline if it is in the day.
    fn add_day(&mut self, day: CivilDay, open: &[Interval], closed: SpanKind) {
        self.clock_change = day.clock_change();
        for interval in open {
            self.extend_to(interval.start, false, &closed);
            let counted_seconds = interval.seconds().min(self.remaining_seconds);
            self.extend_to(interval.start.plus_seconds(counted_seconds), true, &SpanKind::Open);
            if self.is_complete() {
                return;
            }
        }
        self.extend_to(day.interval.end, false, &closed);
    }

    /// Adds a span that counts throughout or not at all, divided by the day's clock change if that is in it.
    fn extend_to(&mut self, to: Timestamp, counts: bool, kind: &SpanKind) {
        let counted = |from: Timestamp, to: Timestamp| if counts { to.seconds_since(from) } else { 0 };
        if to <= self.end {
            return;
        }
        if let Some(ClockChange { at, forward_seconds }) = self.clock_change.take_if(|change| change.at < to)
            // A change at the start moves nothing of the account.
            && self.start < at
        {
            if self.end < at {
                self.add(at, counted(self.end, at), kind);
            }
            self.add(at, 0, &SpanKind::ClockChange { forward_seconds });
        }
        self.add(to, counted(self.end, to), kind);
    }

    fn add(&mut self, to: Timestamp, counted_seconds: i64, kind: &SpanKind) {
        self.remaining_seconds -= counted_seconds;
        let from = std::mem::replace(&mut self.end, to);
        match self.spans.last_mut() {
            Some(last) if last.kind == *kind && !matches!(kind, SpanKind::Weeks(_)) => {
                last.to = to;
                last.counted_seconds += counted_seconds;
            }
            _ => self.spans.push(Span { from, to, counted_seconds, kind: kind.clone() }),
        }
    }
}
