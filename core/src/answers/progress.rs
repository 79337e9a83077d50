//! How far has the clock come since a fault was reported?

use crate::agreement::ResponseTarget;
use crate::time::Timestamp;

/// How much of a response time the clock has counted while its deadline is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Counted so far, in seconds; less than the target.
    pub counted_seconds: i64,
    /// The target, in seconds.
    pub of_seconds: i64,
    /// When the clock begins to count, or goes on; none while it counts.
    pub counts_from: Option<Timestamp>,
}

impl Progress {
    /// What the target's clock has counted at `now`. There is nothing to say of a report that is not past, and of a
    /// response time that is over the passed deadline says it.
    pub fn compute(target: &ResponseTarget, report: Timestamp, now: Timestamp) -> Option<Self> {
        if report >= now {
            return None;
        }
        let of_seconds = target.working_seconds;
        let counted_seconds = target.clock.working_between(report, now);
        let counts_from = target.clock.next_opening(now).ok().filter(|opens| *opens > now);
        (counted_seconds < of_seconds).then_some(Self { counted_seconds, of_seconds, counts_from })
    }
}
