//! Builder of the lines of an account.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{AccountLine, Cause, LineKind, end_time, last_date, start_time};
use crate::calendar::{Span, SpanKind, SpecialDay, WeeklySchedule};
use crate::time::{DayTime, Hours, Interval, Timestamp, copenhagen};

/// The lines of an account that was computed by a clock with these ordinary hours.
pub fn account_lines(account: &[Span], clock: &WeeklySchedule) -> Vec<AccountLine> {
    let mut builder = LinesBuilder { clock, lines: Vec::new(), pause: None };
    for (index, span) in account.iter().enumerate() {
        let kind = match &span.kind {
            SpanKind::Open => {
                builder.push_counted(span);
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
                builder.extend_pause(span);
                continue;
            }
        };
        let interval = Interval { start: span.from, end: span.to };
        builder.push(AccountLine {
            first: copenhagen::date(span.from),
            last: last_date(interval),
            interval,
            counted_seconds: span.counted_seconds,
            kind,
        });
    }
    builder.lines
}

fn counts_on_both_sides(account: &[Span], index: usize) -> bool {
    let counts = |index: usize| account.get(index).is_some_and(|span| span.counted_seconds > 0);
    index.checked_sub(1).is_some_and(counts) && counts(index + 1)
}

struct LinesBuilder<'a> {
    clock: &'a WeeklySchedule,
    lines: Vec<AccountLine>,
    /// The pause since the last line.
    pause: Option<Pause>,
}

struct Pause {
    interval: Interval,
    /// The cause for each date.
    dates: Vec<(NaiveDate, Cause)>,
}

impl LinesBuilder<'_> {
    /// Adds a line for each date of an open span.
    fn push_counted(&mut self, span: &Span) {
        for (date, interval) in by_date(span) {
            let hours = local_hours(interval);
            self.push(AccountLine {
                first: date,
                last: date,
                interval,
                counted_seconds: interval.seconds(),
                kind: LineKind::Counts(hours.into_iter().collect()),
            });
        }
    }

    fn extend_pause(&mut self, span: &Span) {
        let start = span.from;
        let empty = || Pause { interval: Interval { start, end: start }, dates: Vec::new() };
        let causes = by_date(span).map(|(date, _)| (date, cause(&span.kind, self.clock, date)));
        let pause = self.pause.get_or_insert_with(empty);
        pause.dates.extend(causes);
        pause.interval.end = span.to;
    }

    /// Ends the current pause and adds the line.
    fn push(&mut self, mut line: AccountLine) {
        if let Some(pause) = self.pause.take() {
            self.end_pause(pause, &mut line);
        }
        match (self.lines.last_mut(), &mut line.kind) {
            // A break within the day.
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

    fn end_pause(&mut self, pause: Pause, next: &mut AccountLine) {
        let Pause { interval, dates } = pause;
        let before = self.lines.last_mut();
        // The line of the counted hours implies the evening after them and the night before them.
        let counted_dates = [before.as_ref().map(|line| line.last), Some(next.first)];
        let is_listed = |(date, cause): &&(NaiveDate, Cause)| {
            *cause != Cause::OutsideHours || !counted_dates.contains(&Some(*date))
        };
        let first_listed = dates.iter().find(is_listed);
        if first_listed.is_none() {
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
        // A pause that is only outside hours is listed with all of its dates.
        let only_outside_hours = dates.iter().all(|(_, cause)| *cause == Cause::OutsideHours);
        let range = if only_outside_hours {
            dates.first().zip(dates.last())
        } else {
            first_listed.zip(dates.iter().rfind(is_listed))
        };
        let Some(((first, _), (last, _))) = range else {
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

/// The dates of the span, each with the part of the span on it.
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

/// The local times of an interval within one date.
fn local_hours(interval: Interval) -> Option<Hours> {
    Hours::new(start_time(interval.start)?, end_time(interval.end)?).ok()
}
