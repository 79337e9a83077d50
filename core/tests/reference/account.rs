//! Properties of the account of any deadline.

use chrono::NaiveDate;
use proptest::prelude::*;
use serviceaftale_core::calendar::{Deadline, Span, SpanKind};
use serviceaftale_core::time::Timestamp;

use super::clock;
use super::minutes::Minutes;
use super::plan::Plan;

/// Checks that an account has no gaps, counts exactly the target, and gives the right reason for each span.
pub fn check_account(deadline: &Deadline, plan: &Plan, from: Timestamp, target: i64) -> Result<(), TestCaseError> {
    let account = &deadline.account;
    let mut end = from;
    for span in account {
        prop_assert_eq!(span.from, end, "spans follow one another: {:?}", account);
        end = span.to;
        check_counted_seconds(span, plan)?;
        check_reason(span, plan)?;
    }
    prop_assert_eq!(end, deadline.at, "the last span ends with the deadline: {:?}", account);
    prop_assert_eq!(account.iter().map(|span| span.counted_seconds).sum::<i64>(), target, "{:?}", account);
    let last_kind = account.last().map(|span| &span.kind);
    prop_assert!(matches!(last_kind, Some(SpanKind::Open)), "the last span counts: {:?}", account);
    for (one, next) in account.iter().zip(account.iter().skip(1)) {
        prop_assert!(one.kind != next.kind, "neighbours of one kind are one span: {:?}, {:?}", one, next);
    }
    check_clock_changes(account, from, deadline.at)
}

/// Checks that each span counts its open minutes.
pub fn check_with_minutes(account: &[Span], minutes: &Minutes) -> Result<(), TestCaseError> {
    for span in account {
        let open = minutes.working_between(span.from.unix_seconds(), span.to.unix_seconds());
        prop_assert_eq!(span.counted_seconds, open, "{:?}", span);
    }
    Ok(())
}

fn check_counted_seconds(span: &Span, plan: &Plan) -> Result<(), TestCaseError> {
    let length = span.to.seconds_since(span.from);
    let (expected_length, expected_count) = match span.kind {
        SpanKind::Open => (length, length),
        SpanKind::Weeks(weeks) => (weeks * 7 * clock::MINUTES_PER_DAY * 60, weeks * plan.open_minutes_a_week() * 60),
        SpanKind::ClockChange { .. } => (0, 0),
        _ => (length, 0),
    };
    prop_assert_eq!((length, span.counted_seconds), (expected_length, expected_count), "{:?}", span);
    prop_assert_eq!(length == 0, matches!(span.kind, SpanKind::ClockChange { .. }), "{:?}", span);
    Ok(())
}

/// Checks that the reason of a closed span applies to all its dates, and that runs of weeks have only ordinary dates.
fn check_reason(span: &Span, plan: &Plan) -> Result<(), TestCaseError> {
    let mut reasons = dates(span).map(|date| (date, plan.closed_kind(date)));
    let wrong = match &span.kind {
        SpanKind::Open | SpanKind::ClockChange { .. } => None,
        SpanKind::Weeks(_) => reasons.find(|(_, reason)| *reason != SpanKind::Closed),
        closed => reasons.find(|(_, reason)| reason != closed),
    };
    prop_assert_eq!(wrong, None, "{:?}", span);
    Ok(())
}

fn check_clock_changes(account: &[Span], from: Timestamp, to: Timestamp) -> Result<(), TestCaseError> {
    let mark = |span: &Span| match span.kind {
        SpanKind::ClockChange { forward_seconds } => Some((span.from.unix_seconds(), forward_seconds)),
        _ => None,
    };
    let marked: Vec<_> = account.iter().filter_map(mark).collect();
    prop_assert_eq!(marked, clock::changes_between(from.unix_seconds(), to.unix_seconds()));
    Ok(())
}

/// The Danish dates of a span.
fn dates(span: &Span) -> impl Iterator<Item = NaiveDate> {
    let last = clock::date_at(span.to.unix_seconds() - 1);
    clock::date_at(span.from.unix_seconds()).iter_days().take_while(move |date| *date <= last)
}
