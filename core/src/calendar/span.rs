//! Spans of a deadline's account: those that count towards it, and those that do not.

use super::PublicHoliday;
use crate::Text;
use crate::time::Timestamp;

/// A part of the time up to a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: Timestamp,
    /// The end of the span; equal to `from` for a clock change.
    pub to: Timestamp,
    /// Seconds that count towards the deadline: all of the span, none, or the open hours of a run of weeks.
    pub counted_seconds: i64,
    pub kind: SpanKind,
}

/// The reason that a span counts or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpanKind {
    Open,
    /// Outside the hours of the ordinary week.
    Closed,
    /// Closed on a public holiday by law.
    PublicHoliday(PublicHoliday),
    /// Closed on a day of the contract, by its name.
    ClosedDay(Text),
    /// Closed on a date with an exception, by its reason.
    Exception(Text),
    /// That many whole weeks without a holiday, exception or clock change.
    Weeks(i64),
    /// Clocks are moved; the span itself has no length.
    ClockChange {
        /// 3,600 in spring, -3,600 in autumn.
        forward_seconds: i32,
    },
}
