//! What is a stretch of time, and how do stretches combine?

use super::Timestamp;

/// A half-open stretch of time: `start` is in it, `end` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first instant in it.
    pub start: Timestamp,
    /// The first instant after it.
    pub end: Timestamp,
}

impl Interval {
    /// Whether the instant lies in it.
    pub fn contains(self, instant: Timestamp) -> bool {
        self.start <= instant && instant < self.end
    }

    /// Elapsed seconds; a day with a clock change has 82,800 or 90,000.
    pub const fn seconds(self) -> i64 {
        self.end.seconds_since(self.start)
    }

    /// What of it lies within `bounds`.
    pub fn within(self, bounds: Self) -> Option<Self> {
        let start = self.start.max(bounds.start);
        let end = self.end.min(bounds.end);
        (start < end).then_some(Self { start, end })
    }
}

/// The same instants as disjoint intervals in order: overlapping and touching ones merged.
pub fn merge(intervals: &[Interval]) -> Vec<Interval> {
    let mut merged = Vec::new();
    for interval in intervals {
        add(&mut merged, *interval);
    }
    merged
}

/// Adds an interval to disjoint ones in order, so that they stay so. There is a date's handful of them at most: the
/// library's sort is 5 KB of the download.
pub(crate) fn add(merged: &mut Vec<Interval>, mut interval: Interval) {
    let mut place = 0;
    while let Some(known) = merged.get(place) {
        if known.end < interval.start {
            place += 1;
        } else if interval.end < known.start {
            break;
        } else {
            let (start, end) = (known.start.min(interval.start), known.end.max(interval.end));
            interval = Interval { start, end };
            merged.remove(place);
        }
    }
    merged.insert(place, interval);
}

/// What remains of disjoint intervals when `cuts` are taken out.
pub fn subtract(intervals: &[Interval], cuts: &[Interval]) -> Vec<Interval> {
    let mut remaining = intervals.to_vec();
    for cut in cuts {
        let mut left = Vec::new();
        for interval in remaining {
            let before = Interval { start: interval.start, end: interval.end.min(cut.start) };
            let after = Interval { start: interval.start.max(cut.end), end: interval.end };
            for part in [before, after] {
                if part.start < part.end {
                    left.push(part);
                }
            }
        }
        remaining = left;
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
    fn merges_what_overlaps_or_touches() {
        fn check(given: &[(i64, i64)], merged: &[(i64, i64)]) {
            assert_eq!(merge(&intervals(given)), intervals(merged), "{given:?}");
        }
        check(&[], &[]);
        check(&[(5, 9), (1, 3)], &[(1, 3), (5, 9)]);
        check(&[(1, 3), (3, 5)], &[(1, 5)]);
        check(&[(1, 9), (2, 3), (4, 12)], &[(1, 12)]);
    }

    #[test]
    fn takes_cuts_out() {
        fn check(given: &[(i64, i64)], cuts: &[(i64, i64)], left: &[(i64, i64)]) {
            let got = subtract(&intervals(given), &intervals(cuts));
            assert_eq!(got, intervals(left), "{given:?} without {cuts:?}");
        }
        check(&[(1, 9)], &[], &[(1, 9)]);
        check(&[(1, 9)], &[(3, 4)], &[(1, 3), (4, 9)]);
        check(&[(1, 9)], &[(0, 4)], &[(4, 9)]);
        check(&[(1, 3), (5, 9)], &[(2, 6)], &[(1, 2), (6, 9)]);
        check(&[(1, 9)], &[(0, 10)], &[]);
        check(&[(1, 9)], &[(10, 12)], &[(1, 9)]);
    }
}
