//! A year of requests for one file, under a clock that is set and a server that fails.

use crate::app::request_schedule::*;

const DAY: i64 = 24 * 60 * 60;
const YEAR: i64 = 365 * DAY;
/// The longest that a request takes: the time limit of the host.
const LONGEST_REQUEST: i64 = 10;
/// The longest that the timer of the page waits.
const LONGEST_WAIT: i64 = 60;

/// A linear congruential generator, so that every run has the same year.
struct Random(u64);

impl Random {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % end
    }

    fn once_in(&mut self, times: i64) -> bool {
        self.below(times) == 0
    }
}

/// One file of one page. Times are seconds that pass; the clock of the device differs from them by `ahead`.
struct Simulation {
    random: Random,
    schedule: RequestSchedule,
    max_age: Option<i64>,
    now: i64,
    ahead: i64,
    /// The pending request, when it ends, and whether it succeeds.
    pending: Option<(u32, i64, bool)>,
    /// When the last request began.
    began: Option<i64>,
    /// How often the clock was set since then, and how often back.
    set: i64,
    set_back: i64,
    /// Failures since the last success, counted here once more.
    failures: usize,
    requests: u32,
    longest_wait: i64,
}

impl Simulation {
    fn new(seed: u64, max_age: Option<i64>) -> Self {
        Self {
            random: Random(seed),
            schedule: RequestSchedule::new(max_age),
            max_age,
            now: 0,
            ahead: 0,
            pending: None,
            began: None,
            set: 0,
            set_back: 0,
            failures: 0,
            requests: 0,
            longest_wait: 0,
        }
    }

    fn clock(&self) -> Timestamp {
        Timestamp::from_unix_seconds(1_773_129_600 + self.now + self.ahead)
    }

    /// The pause after the last request by the documentation of the widget; `None` if the file is not requested again.
    fn pause(&self) -> Option<i64> {
        match self.failures {
            0 => self.max_age,
            failures => Some(60 * [1, 2, 4, 8, 15][failures.min(5) - 1]),
        }
    }

    /// Sets the clock by minutes, hours or 30 days, about four times a day, forwards or back.
    fn set_clock(&mut self) {
        if !self.random.once_in(700) {
            return;
        }
        let unit = [1, 60, 3600, 30 * DAY][usize::try_from(self.random.below(4)).unwrap()];
        let distance = unit * (1 + self.random.below(if unit > DAY { 1 } else { 50 }));
        let is_back = self.random.once_in(2);
        self.ahead += if is_back { -distance } else { distance };
        self.set += 1;
        self.set_back += i64::from(is_back);
    }

    /// Lets the pending request end if its time has come.
    fn end_request(&mut self) {
        let Some((request, at, succeeds)) = self.pending else { return };
        if at <= self.now {
            assert!(self.schedule.awaits(request));
            self.schedule.end(self.clock(), succeeds);
            self.failures = if succeeds { 0 } else { self.failures + 1 };
            self.pending = None;
        }
    }

    fn occasion(&mut self, occasion: Occasion) {
        let Some(request) = self.schedule.begin(self.clock(), occasion) else { return };
        assert!(self.pending.is_none(), "two requests at once");
        if let Some(began) = self.began {
            let since = self.now - began;
            let at_once = occasion == Occasion::Online && self.failures > 0;
            let minimum = if occasion == Occasion::Timer { self.pause().unwrap_or(YEAR) } else { MIN_INTERVAL };
            assert!(since >= minimum || at_once || self.set > 0, "after {since} s, by {occasion:?}");
        }
        // The server fails for hours now and then, and otherwise seldom.
        let is_down = self.now / 7200 % 12 == 0;
        let succeeds = if is_down { self.random.once_in(10) } else { !self.random.once_in(20) };
        self.pending = Some((request, self.now + self.random.below(LONGEST_REQUEST + 1), succeeds));
        (self.began, self.set, self.set_back) = (Some(self.now), 0, 0);
        self.requests += 1;
    }

    /// Checks, after the timer, that the last request is no longer ago than its pause. A clock that is set back makes it
    /// seem more recent, but not later than now: each time the pause begins anew at most.
    fn check_wait(&mut self) {
        let (Some(pause), Some(began)) = (self.pause(), self.began) else { return };
        let waited = self.now - began;
        assert!(waited < (pause + LONGEST_REQUEST) * (self.set_back + 1), "waiting since {waited} s at {}", self.now);
        self.longest_wait = self.longest_wait.max(waited);
    }

    fn run(mut self) -> Self {
        self.occasion(Occasion::Followed);
        while self.now < YEAR {
            self.now += 1 + self.random.below(LONGEST_WAIT);
            self.set_clock();
            self.end_request();
            for (occasion, times) in [(Occasion::Visible, 200), (Occasion::Online, 500), (Occasion::Followed, 900)] {
                if self.random.once_in(times) {
                    self.occasion(occasion);
                }
            }
            self.occasion(Occasion::Timer);
            self.check_wait();
            let loaded_at = self.schedule.loaded_at(self.clock());
            assert!(loaded_at.is_none_or(|at| at <= self.clock()), "loaded in the future");
            assert_eq!(self.schedule.has_failed(), self.failures > 0);
        }
        self
    }
}

#[test]
fn a_year_of_requests_has_no_long_pause_and_no_burst() {
    for (seed, max_age, requests) in [
        (1, Some(MAX_AGE), 30_000..60_000),
        (2, Some(MAX_AGE), 30_000..60_000),
        (3, None, 1..5_000),
        (4, None, 1..5_000),
    ] {
        let year = Simulation::new(seed, max_age).run();
        assert!(requests.contains(&year.requests), "seed {seed}: {} requests", year.requests);
        assert!(year.longest_wait < 60 * 60, "seed {seed}: {} s", year.longest_wait);
        println!("seed {seed}: {} requests, longest wait {} s", year.requests, year.longest_wait);
    }
}
