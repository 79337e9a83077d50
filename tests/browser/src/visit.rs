//! How does one test get a browser of its own, and give it back whatever happens?

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::timeout;

use crate::driver::Driver;
use crate::{Failure, Outcome, Page, Site};

/// Two browsers at a time: more are slower on a machine with two cores, and then time out.
const AT_A_TIME: usize = 2;

/// One browser session on one site.
pub struct Visit {
    site: Site,
    zone: String,
    seconds: u64,
}

impl Visit {
    /// A visit to `site`, by a browser in UTC, of at most three minutes.
    pub fn to(site: Site) -> Self {
        Self { site, zone: "UTC".to_owned(), seconds: 180 }
    }

    /// The browser's own time zone, an IANA name.
    #[must_use]
    pub fn in_zone(mut self, zone: &str) -> Self {
        zone.clone_into(&mut self.zone);
        self
    }

    /// How many seconds the task may take, once it is its turn.
    #[must_use]
    pub fn within(mut self, seconds: u64) -> Self {
        self.seconds = seconds;
        self
    }

    /// Runs the task. A failure, a panic or a time-out is reported with what the page showed at that moment.
    ///
    /// # Errors
    ///
    /// The task's own, or that the browser could not be had.
    pub fn run(self, task: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
        let _turn = Turn::take();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let served = self.site.serve()?;
        let driver = Driver::start(&self.zone)?;
        let page = runtime.block_on(within(60, Page::begin(&driver, served)))??;
        let ended = panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(within(self.seconds, task(&page)))));
        let report = match &ended {
            Ok(Ok(Ok(()))) => String::new(),
            _ => runtime
                .block_on(within(20, page.report()))
                .unwrap_or_else(|_| "the browser no longer answers".to_owned()),
        };
        // Whether or not the browser still listens, chromedriver is ended when `driver` is dropped.
        let _ = runtime.block_on(within(10, page.end()));
        match ended {
            Ok(outcome) => outcome.and_then(|outcome| outcome).map_err(|failure| failure.and(&report)),
            Err(panicked) => {
                eprintln!("{report}");
                panic::resume_unwind(panicked)
            }
        }
    }
}

/// The future's end, if it comes within so many seconds.
async fn within<T>(seconds: u64, future: impl Future<Output = T>) -> Outcome<T> {
    let late = |_| Failure::new(format!("not done within {seconds} s"));
    timeout(Duration::from_secs(seconds), future).await.map_err(late)
}

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

/// The right to run a browser, given back when dropped.
struct Turn;

impl Turn {
    fn take() -> Self {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken =
            GIVEN_BACK.wait_while(taken, |taken| *taken >= AT_A_TIME).unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        GIVEN_BACK.notify_one();
    }
}
