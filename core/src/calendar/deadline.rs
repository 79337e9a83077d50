//! When have so many open seconds passed, and how did that come about?

use chrono::{Days, NaiveDate};

use super::working_calendar::end_of_range;
use super::{CalendarError, DayKind, PublicHoliday, SpecialDay, WorkingCalendar};
use crate::Text;
use crate::time::CivilDay;
use crate::time::copenhagen::{self, ClockChange};
use crate::time::{Interval, Timestamp};

/// An instant by which a working time has passed, with its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The end of the last counted span.
    pub at: Timestamp,
    /// Every stretch from the start to the deadline, in order and without gaps. What they count sums
    /// exactly to the target.
    pub account: Vec<Span>,
}

/// A stretch of a deadline's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub from: Timestamp,
    /// When it ends; the same as `from` for a clock change.
    pub to: Timestamp,
    /// How much of it counts, in seconds: all, none, or a run of weeks' open hours.
    pub counted_seconds: i64,
    /// SpanKind it counts or does not.
    pub kind: SpanKind,
}

/// SpanKind a span counts or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// It is open.
    Open,
    /// It is outside the ordinary week's hours.
    Closed,
    /// A public holiday by law leaves it closed.
    PublicHoliday(PublicHoliday),
    /// A day that the contract closes, by its name.
    ClosedDay(Text),
    /// An exception leaves it closed, for this reason.
    Exception(Text),
    /// That many whole weeks that no holiday, exception or clock change touches.
    Weeks(i64),
    /// Clocks are moved by that many seconds; takes no time itself.
    ClockChange {
        /// 3,600 in spring, -3,600 in autumn.
        forward_seconds: i32,
    },
}

impl WorkingCalendar {
    /// When `target_seconds` of open time have passed from `from`. Exactly reaching a closing time stays
    /// there; nothing to wait for is `from` itself.
    ///
    /// # Errors
    /// When the calendar has no opening to count, or the answer lies after 2099.
    pub fn deadline(&self, from: Timestamp, target_seconds: i64) -> Result<Deadline, CalendarError> {
        // There is nothing to wait for, even where nothing ever opens.
        if target_seconds <= 0 {
            return Ok(Deadline { at: from, account: Vec::new() });
        }
        let mut account = Account::new(from);
        let mut remaining = target_seconds;
        let mut days = Dates::new(self, from, None)?;
        while remaining > 0 {
            match days.next(remaining) {
                Some(Stretch::Weeks { end, weeks, open_seconds }) => {
                    remaining -= open_seconds;
                    account.push(end, open_seconds, SpanKind::Weeks(weeks));
                }
                Some(Stretch::Day { day, open }) => {
                    let closed = self.why_closed(day.date);
                    account.clock_change = day.clock_change();
                    for interval in open {
                        account.push(interval.start, 0, closed.clone());
                        let counted = interval.seconds().min(remaining);
                        account.push(interval.start.plus_seconds(counted), counted, SpanKind::Open);
                        remaining -= counted;
                        if remaining == 0 {
                            break;
                        }
                    }
                    if remaining > 0 {
                        account.push(day.interval.end, 0, closed);
                    }
                }
                None => return Err(self.no_answer()),
            }
        }
        Ok(Deadline { at: account.end, account: account.spans })
    }

    /// Open seconds in `[from, to)`; 0 when `to` is not after `from`.
    pub fn working_between(&self, from: Timestamp, to: Timestamp) -> i64 {
        let mut total = 0;
        if to <= from {
            return total;
        }
        let Ok(mut days) = Dates::new(self, from, Some(copenhagen::date(to))) else {
            return total;
        };
        while let Some(stretch) = days.next(i64::MAX) {
            match stretch {
                Stretch::Weeks { open_seconds, .. } => total += open_seconds,
                Stretch::Day { day, open } => {
                    let bounds = Interval { start: from, end: to };
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

    fn why_closed(&self, date: NaiveDate) -> SpanKind {
        match self.hours_on(date).1 {
            DayKind::Ordinary => SpanKind::Closed,
            DayKind::Special(SpecialDay::PublicHoliday(holiday)) => SpanKind::PublicHoliday(holiday),
            DayKind::Special(SpecialDay::ClosedDay(name)) => SpanKind::ClosedDay(name),
            DayKind::Exception(reason) => SpanKind::Exception(reason),
        }
    }

    /// SpanKind dates came to their end without an answer.
    pub(super) fn no_answer(&self) -> CalendarError {
        let calendar = self.id().to_owned();
        if self.has_recurring_openings() {
            CalendarError::BeyondRange { calendar }
        } else {
            CalendarError::NeverOpens { calendar }
        }
    }
}

/// A date, or a run of whole weeks that are all alike.
enum Stretch {
    Day {
        day: CivilDay,
        /// Clipped to the start of the search.
        open: Vec<Interval>,
    },
    Weeks {
        end: Timestamp,
        weeks: i64,
        open_seconds: i64,
    },
}

/// Walks over dates from an instant on, over whole ordinary weeks in one step.
struct Dates<'a> {
    calendar: &'a WorkingCalendar,
    from: Timestamp,
    day: CivilDay,
    /// Weeks are not stepped over beyond it.
    until: NaiveDate,
    open_seconds_a_week: i64,
    /// The first special date on or after `day`; to be asked for once it is before it.
    special: NaiveDate,
    /// The first date on or after `day` on which clocks are moved; likewise.
    clock_change: NaiveDate,
}

impl<'a> Dates<'a> {
    fn new(calendar: &'a WorkingCalendar, from: Timestamp, until: Option<NaiveDate>) -> Result<Self, CalendarError> {
        if calendar.is_always_closed() {
            return Err(calendar.no_answer());
        }
        Ok(Self {
            calendar,
            from,
            day: CivilDay::new(copenhagen::date(from)),
            until: until.unwrap_or(end_of_range()),
            open_seconds_a_week: calendar.weekly().open_seconds(),
            special: NaiveDate::MIN,
            clock_change: NaiveDate::MIN,
        })
    }

    /// The next date or run of weeks; weeks only while they hold less than `wanted` open seconds.
    fn next(&mut self, wanted: i64) -> Option<Stretch> {
        let day = self.day;
        if day.date >= end_of_range() {
            return None;
        }
        if let Some(weeks) = self.ordinary_weeks(wanted) {
            self.day = CivilDay::new(day.date + Days::new((7 * weeks).unsigned_abs()));
            let open_seconds = weeks * self.open_seconds_a_week;
            return Some(Stretch::Weeks { end: self.day.interval.start, weeks, open_seconds });
        }
        self.day = day.next();
        let mut open = self.calendar.open_on(day);
        if day.interval.start < self.from {
            let rest = Interval { start: self.from, end: day.interval.end };
            open = open.into_iter().filter_map(|interval| interval.within(rest)).collect();
        }
        Some(Stretch::Day { day, open })
    }

    /// How many whole weeks from `day` on can be stepped over: they are ordinary, end before `until`,
    /// and hold less than `wanted`, so that the last open second is always found on a date.
    fn ordinary_weeks(&mut self, wanted: i64) -> Option<i64> {
        let (a_week, date) = (self.open_seconds_a_week, self.day.date);
        if wanted <= a_week || date + Days::new(7) > self.until || self.day.interval.start < self.from {
            return None;
        }
        if self.special < date {
            self.special = self.calendar.next_special_date(date);
        }
        if self.clock_change < date {
            self.clock_change = copenhagen::next_clock_change_date(date).unwrap_or(end_of_range());
        }
        let end = self.special.min(self.clock_change).min(self.until);
        let ordinary = end.signed_duration_since(date).num_days() / 7;
        let needed = if a_week == 0 { i64::MAX } else { (wanted - 1) / a_week };
        Some(ordinary.min(needed)).filter(|weeks| *weeks > 0)
    }
}

/// Spans in the making: each begins where the one before ends, and like ones are one.
struct Account {
    spans: Vec<Span>,
    start: Timestamp,
    end: Timestamp,
    /// The clock change that the next spans may come to.
    clock_change: Option<ClockChange>,
}

impl Account {
    const fn new(start: Timestamp) -> Self {
        Self { spans: Vec::new(), start, end: start, clock_change: None }
    }

    fn push(&mut self, to: Timestamp, counted_seconds: i64, kind: SpanKind) {
        if to <= self.end {
            return;
        }
        match self.clock_change.take_if(|change| change.at < to) {
            // A change at the very start moves nothing of the account.
            Some(change) if self.start < change.at => {
                let before = if counted_seconds > 0 { change.at.seconds_since(self.end) } else { 0 };
                self.push(change.at, before, kind.clone());
                self.add(change.at, 0, SpanKind::ClockChange { forward_seconds: change.forward_seconds });
                self.add(to, counted_seconds - before, kind);
            }
            _ => self.add(to, counted_seconds, kind),
        }
    }

    fn add(&mut self, to: Timestamp, counted_seconds: i64, kind: SpanKind) {
        let from = std::mem::replace(&mut self.end, to);
        match self.spans.last_mut() {
            Some(last) if last.kind == kind && !matches!(kind, SpanKind::Weeks(_)) => {
                last.to = to;
                last.counted_seconds += counted_seconds;
            }
            _ => self.spans.push(Span { from, to, counted_seconds, kind }),
        }
    }
}
