//! Schedule of the requests for a data file: when it is requested again, and what a failure changes.

use serviceaftale_core::time::Timestamp;

/// A file that changes is requested again after this time while the page is visible, in seconds.
pub const MAX_AGE: i64 = 15 * 60;

/// Minimum time between two requests for the same file that are not retries of the timer, in seconds.
const MIN_INTERVAL: i64 = 60;

/// The last of the growing pauses between retries, in seconds.
const LONGEST_PAUSE: i64 = 15 * 60;

/// Why a file might be requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// An element names the file.
    Followed,
    /// The timer of the page, which fires at least once a minute while the page is visible.
    Timer,
    /// The page became visible.
    Visible,
    /// The device is connected to a network again.
    Online,
}

impl Occasion {
    /// The occasion of an event by its type; the empty string is the timer.
    pub fn from_event_type(name: &str) -> Self {
        match name {
            "" => Self::Timer,
            "online" => Self::Online,
            _ => Self::Visible,
        }
    }
}

/// The requests for one file. The time is that of the device, which may be set to another at any moment: when it is set
/// back, how long ago a request was is unknown, and counts as long ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestSchedule {
    /// When a file that was loaded is requested again, in seconds; `None` if it does not change by itself.
    max_age: Option<i64>,
    requested_at: Option<Timestamp>,
    loaded_at: Option<Timestamp>,
    /// The number of requests that have been sent.
    requests: u32,
    pending: bool,
    /// The number of failures since the file was loaded last.
    failures: u32,
}

impl RequestSchedule {
    pub const fn new(max_age: Option<i64>) -> Self {
        Self { max_age, requested_at: None, loaded_at: None, requests: 0, pending: false, failures: 0 }
    }

    /// Begins a request if one is due, and returns its number.
    pub fn begin(&mut self, now: Timestamp, occasion: Occasion) -> Option<u32> {
        if self.pending || !self.is_due(now, occasion) {
            return None;
        }
        self.requested_at = Some(now);
        self.pending = true;
        self.requests += 1;
        Some(self.requests)
    }

    fn is_due(&self, now: Timestamp, occasion: Occasion) -> bool {
        let Some(requested_at) = self.requested_at else { return true };
        let since = now.seconds_since(requested_at);
        self.interval(occasion).is_some_and(|interval| since < 0 || since >= interval)
    }

    /// The minimum time since the last request, in seconds; `None` if that occasion is none for a request.
    fn interval(&self, occasion: Occasion) -> Option<i64> {
        match (self.failures, occasion) {
            (0, Occasion::Followed) => Some(MIN_INTERVAL),
            (0, Occasion::Timer) => self.max_age,
            (0, Occasion::Visible | Occasion::Online) => self.max_age.map(|_| MIN_INTERVAL),
            // 1, 2, 4, 8 and 15 minutes.
            (failures, Occasion::Timer) => Some((MIN_INTERVAL << (failures - 1).min(4)).min(LONGEST_PAUSE)),
            (_, Occasion::Followed | Occasion::Visible) => Some(MIN_INTERVAL),
            (_, Occasion::Online) => Some(0),
        }
    }

    /// Whether the result of this request is awaited. That of another one comes too late.
    pub const fn awaits(&self, request: u32) -> bool {
        self.pending && self.requests == request
    }

    /// Ends the pending request.
    pub const fn end(&mut self, now: Timestamp, succeeded: bool) {
        self.pending = false;
        if succeeded {
            self.loaded_at = Some(now);
            self.failures = 0;
        } else {
            self.failures += 1;
        }
    }

    /// Whether the last request failed.
    pub const fn has_failed(&self) -> bool {
        self.failures > 0
    }

    /// When the file was loaded last, at the latest `now`.
    pub fn loaded_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.loaded_at.map(|at| at.min(now))
    }
}

#[cfg(test)]
mod tests;
