//! How does a response deadline come about, line by line?
//!
//! The calendar's account, as a person reads it: what counts stands in one line a date, with its clock
//! times, and what does not count between two such lines is one line, with its causes.

use chrono::{Datelike, Days, NaiveDate, Timelike, Weekday};

use crate::Text;
use crate::calendar::{Span, SpanKind, SpecialDay, WeeklySchedule};
use crate::time::{DayTime, Hours, Interval, Timestamp, copenhagen};

/// A line of a deadline's account. The lines follow one another without gaps from the report to the
/// deadline before rounding, and what they count sums exactly to the target.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// The first date that it stands for.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
    /// From when to when. A night at either end belongs to it although its dates leave that to the line beside it.
    pub interval: Interval,
    /// How much of it counts, in seconds.
    pub counted_seconds: i64,
    /// SpanKind it counts or does not.
    pub kind: LineKind,
}

impl AccountLine {
    /// The clock times at which a line that does not count begins and ends, where its dates alone would not say:
    /// it is a part of one date, or nothing but a night.
    pub fn waits_between(&self) -> Option<(DayTime, DayTime)> {
        let LineKind::Paused(causes) = &self.kind else {
            return None;
        };
        let Interval { start, end } = self.interval;
        let within_dates = copenhagen::date(start) == self.first && last_date(self.interval) == self.last;
        let told = within_dates && (self.first == self.last || *causes == [Cause::OutsideHours]);
        if told { Some((begins(start)?, ends(end)?)) } else { None }
    }
}

/// SpanKind a line counts or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// It counts at these times of its one date.
    Counts(Vec<Hours>),
    /// It is that many whole weeks, of which the ordinary hours count.
    Weeks(i64),
    /// It does not count; each cause once, in order.
    Paused(Vec<Cause>),
    /// Clocks are moved by that many seconds while time counts; takes no time itself.
    ClockChange {
        /// 3,600 in spring, -3,600 in autumn.
        forward_seconds: i32,
    },
}

/// What keeps a date, or a part of it, from counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is a part of a day with hours, outside them.
    OutsideHours,
    /// It is a Saturday or Sunday without hours.
    Weekend,
    /// It is another day of the week that never has hours.
    ClosedWeekday,
    /// It is a public holiday, by law or by contract.
    SpecialDay(SpecialDay),
    /// An exception, for this reason.
    Exception(Text),
}

/// The lines of an account that a clock of these ordinary hours has given.
pub fn account_lines(account: &[Span], clock: &WeeklySchedule) -> Vec<AccountLine> {
    let mut lines = Lines { clock, lines: Vec::new(), waiting: None };
    for (index, span) in account.iter().enumerate() {
        let kind = match &span.kind {
            SpanKind::Open => {
                lines.count(span);
                continue;
            }
            SpanKind::Weeks(weeks) if span.counted_seconds > 0 => LineKind::Weeks(*weeks),
            SpanKind::ClockChange { forward_seconds } => {
                if !counts_on_both_sides(account, index) {
                    continue;
                }
                LineKind::ClockChange { forward_seconds: *forward_seconds }
            }
            _ => {
                lines.wait(span);
                continue;
            }
        };
        let interval = Interval { start: span.from, end: span.to };
        lines.push(AccountLine {
            first: copenhagen::date(span.from),
            last: last_date(interval),
            interval,
            counted_seconds: span.counted_seconds,
            kind,
        });
    }
    lines.lines
}

fn counts_on_both_sides(account: &[Span], index: usize) -> bool {
    let counts = |index: usize| account.get(index).is_some_and(|span| span.counted_seconds > 0);
    index.checked_sub(1).is_some_and(counts) && counts(index + 1)
}

/// Lines in the making.
struct Lines<'a> {
    clock: &'a WeeklySchedule,
    lines: Vec<AccountLine>,
    waiting: Option<Waiting>,
}

/// A stretch that does not count, while it is not known where it ends.
struct Waiting {
    interval: Interval,
    /// A cause for each of its dates.
    dates: Vec<(NaiveDate, Cause)>,
}

impl Lines<'_> {
    /// One line for each date of an open span.
    fn count(&mut self, span: &Span) {
        for (date, interval) in by_date(span) {
            let hours = wall_clock(interval);
            self.push(AccountLine {
                first: date,
                last: date,
                interval,
                counted_seconds: interval.seconds(),
                kind: LineKind::Counts(hours.into_iter().collect()),
            });
        }
    }

    fn wait(&mut self, span: &Span) {
        let start = span.from;
        let empty = || Waiting { interval: Interval { start, end: start }, dates: Vec::new() };
        let causes = by_date(span).map(|(date, _)| (date, cause(&span.kind, self.clock, date)));
        let waiting = self.waiting.get_or_insert_with(empty);
        waiting.dates.extend(causes);
        waiting.interval.end = span.to;
    }

    /// Ends the stretch that waits for this line, and adds the line.
    fn push(&mut self, mut line: AccountLine) {
        if let Some(waiting) = self.waiting.take() {
            self.end_waiting(waiting, &mut line);
        }
        match (self.lines.last_mut(), &mut line.kind) {
            // After a pause within the day.
            (
                Some(AccountLine { kind: LineKind::Counts(hours), last, interval, counted_seconds, .. }),
                LineKind::Counts(more),
            ) if *last == line.first => {
                hours.append(more);
                interval.end = line.interval.end;
                *counted_seconds += line.counted_seconds;
            }
            _ => self.lines.push(line),
        }
    }

    fn end_waiting(&mut self, waiting: Waiting, next: &mut AccountLine) {
        let Waiting { interval, dates } = waiting;
        let before = self.lines.last_mut();
        // The evening after counted hours and the night before them need no words beside those hours.
        let counted_on = [before.as_ref().map(|line| line.last), Some(next.first)];
        let said =
            |(date, cause): &&(NaiveDate, Cause)| *cause != Cause::OutsideHours || !counted_on.contains(&Some(*date));
        let first_said = dates.iter().find(said);
        if first_said.is_none() {
            match before {
                Some(before) if before.last == next.first || matches!(before.kind, LineKind::Weeks(_)) => {
                    before.interval.end = interval.end;
                    return;
                }
                _ if matches!(next.kind, LineKind::Weeks(_)) => {
                    next.interval.start = interval.start;
                    return;
                }
                _ => {}
            }
        }
        // With nothing else to say, they stand with all of their dates.
        let only_outside_hours = dates.iter().all(|(_, cause)| *cause == Cause::OutsideHours);
        let ends =
            if only_outside_hours { dates.first().zip(dates.last()) } else { first_said.zip(dates.iter().rfind(said)) };
        let Some(((first, _), (last, _))) = ends else {
            return;
        };
        let mut causes: Vec<Cause> = Vec::new();
        for (date, cause) in &dates {
            if (*first..=*last).contains(date) && !causes.contains(cause) {
                causes.push(cause.clone());
            }
        }
        self.lines.push(AccountLine {
            first: *first,
            last: *last,
            interval,
            counted_seconds: 0,
            kind: LineKind::Paused(causes),
        });
    }
}

fn cause(kind: &SpanKind, clock: &WeeklySchedule, date: NaiveDate) -> Cause {
    match kind {
        SpanKind::PublicHoliday(holiday) => Cause::SpecialDay(SpecialDay::PublicHoliday(*holiday)),
        SpanKind::ClosedDay(name) => Cause::SpecialDay(SpecialDay::ClosedDay(name.clone())),
        SpanKind::Exception(reason) => Cause::Exception(reason.clone()),
        _ if !clock.hours_on_date(date).is_empty() => Cause::OutsideHours,
        _ if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) => Cause::Weekend,
        _ => Cause::ClosedWeekday,
    }
}

/// The span's dates, with what of it falls on each.
fn by_date(span: &Span) -> impl Iterator<Item = (NaiveDate, Interval)> {
    let bounds = Interval { start: span.from, end: span.to };
    copenhagen::date(span.from).iter_days().map_while(move |date| {
        let whole = Interval { start: midnight(date), end: midnight(date + Days::new(1)) };
        Some((date, whole.within(bounds)?))
    })
}

fn midnight(date: NaiveDate) -> Timestamp {
    copenhagen::from_local(date, DayTime::MIDNIGHT)
}

fn last_date(interval: Interval) -> NaiveDate {
    let last = if interval.start < interval.end { interval.end.plus_seconds(-1) } else { interval.end };
    copenhagen::date(last)
}

/// What the wall clock shows from the start to the end.
fn wall_clock(interval: Interval) -> Option<Hours> {
    Hours::new(begins(interval.start)?, ends(interval.end)?).ok()
}

fn begins(start: Timestamp) -> Option<DayTime> {
    let time = copenhagen::to_local(start).time;
    DayTime::from_seconds(i32::try_from(time.num_seconds_from_midnight()).ok()?)
}

/// An end is read off the second before it, so that a day ends at 24:00, and what counts before clocks are moved
/// ends by the clocks that it counted on.
fn ends(end: Timestamp) -> Option<DayTime> {
    DayTime::from_seconds(begins(end.plus_seconds(-1))?.seconds() + 1)
}
