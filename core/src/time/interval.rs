//! Half-open intervals of timestamps and how they combine.

use super::Timestamp;

/// A half-open interval: `start` is in it, `end` is not.
///
/// ```
/// use serviceaftale_core::time::{Interval, merge, subtract};
/// let [eight, nine, ten, noon] = ["08:00Z", "09:00Z", "10:00Z", "12:00Z"].map(|time| {
///     format!("2026-04-03T{time}").parse().unwrap()
/// });
/// let morning = merge(&[Interval { start: ten, end: noon }, Interval { start: eight, end: ten }]);
/// assert_eq!(morning, [Interval { start: eight, end: noon }]);
/// let without_break = subtract(&morning, &[Interval { start: nine, end: ten }]);
/// assert_eq!(without_break, [Interval { start: eight, end: nine }, Interval { start: ten, end: noon }]);
/// assert_eq!(without_break.iter().map(|interval| interval.seconds()).sum::<i64>(), 3 * 3600);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    pub start: Timestamp,
    pub end: Timestamp,
}

impl Interval {
    pub fn contains(self, timestamp: Timestamp) -> bool {
        self.start <= timestamp && timestamp < self.end
    }

    /// Elapsed seconds. A day with a clock change has 82,800 or 90,000.
    pub const fn seconds(self) -> i64 {
        self.end.seconds_since(self.start)
    }

    /// The part within `bounds`, or `None` if there is none.
    pub fn within(self, bounds: Self) -> Option<Self> {
        let start = self.start.max(bounds.start);
        let end = self.end.min(bounds.end);
        (start < end).then_some(Self { start, end })
    }
}

/// The union of the intervals as disjoint intervals in order: those that overlap or touch become one.
pub fn merge(intervals: &[Interval]) -> Vec<Interval> {
    let mut merged = Vec::new();
    for interval in intervals {
        merge_into(&mut merged, *interval);
    }
    merged
}

/// Adds an interval to disjoint intervals in order, which stay disjoint and in order.
// There are few of them, at most those of a date, and the standard library's sort would add 5 KB to the download.
pub(crate) fn merge_into(merged: &mut Vec<Interval>, mut interval: Interval) {
    let mut index = 0;
    while let Some(other) = merged.get(index) {
        if other.end < interval.start {
            index += 1;
        } else if interval.end < other.start {
            break;
        } else {
            let (start, end) = (other.start.min(interval.start), other.end.max(interval.end));
            interval = Interval { start, end };
            merged.remove(index);
        }
    }
    merged.insert(index, interval);
}

/// The parts of disjoint intervals that are in none of the `cuts`.
pub fn subtract(intervals: &[Interval], cuts: &[Interval]) -> Vec<Interval> {
    let mut remaining = intervals.to_vec();
    for cut in cuts {
        let mut parts = Vec::new();
        for interval in remaining {
            let before = Interval { start: interval.start, end: interval.end.min(cut.start) };
            let after = Interval { start: interval.start.max(cut.end), end: interval.end };
            for part in [before, after] {
                if part.start < part.end {
                    parts.push(part);
                }
            }
        }
        remaining = parts;
    }
    remaining
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intervals(bounds: &[(i64, i64)]) -> Vec<Interval> {
        let at = Timestamp::from_unix_seconds;
        bounds.iter().map(|&(start, end)| Interval { start: at(start), end: at(end) }).collect()
    }

    #[test]
    fn merges_intervals_that_overlap_or_touch() {
        fn check(given: &[(i64, i64)], merged: &[(i64, i64)]) {
            assert_eq!(merge(&intervals(given)), intervals(merged), "{given:?}");
        }
        check(&[], &[]);
        check(&[(5, 9), (1, 3)], &[(1, 3), (5, 9)]);
        check(&[(1, 3), (3, 5)], &[(1, 5)]);
        check(&[(1, 9), (2, 3), (4, 12)], &[(1, 12)]);
    }

    #[test]
    fn subtracts_cuts() {
        fn check(given: &[(i64, i64)], cuts: &[(i64, i64)], remaining: &[(i64, i64)]) {
            let got = subtract(&intervals(given), &intervals(cuts));
            assert_eq!(got, intervals(remaining), "{given:?} without {cuts:?}");
        }
        check(&[(1, 9)], &[], &[(1, 9)]);
        check(&[(1, 9)], &[(3, 4)], &[(1, 3), (4, 9)]);
        check(&[(1, 9)], &[(0, 4)], &[(4, 9)]);
        check(&[(1, 3), (5, 9)], &[(2, 6)], &[(1, 2), (6, 9)]);
        check(&[(1, 9)], &[(0, 10)], &[]);
        check(&[(1, 9)], &[(10, 12)], &[(1, 9)]);
    }
}
