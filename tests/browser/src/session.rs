//! Sessions: a task in a new browser of each engine, with cleanup in every case.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::time::timeout;

use crate::driver::Driver;
use crate::{ColorScheme, Engine, Failure, Host, Outcome, Page};

/// More than two browsers at a time cause time-outs on a machine with two cores.
const MAX_BROWSERS: usize = 2;

/// A site and the settings of the browsers that open it, one new browser of each engine.
pub struct Session {
    host: Host,
    zone: String,
    scheme: ColorScheme,
    seconds: u64,
    /// The reason why only Chromium is used.
    chromium_only: Option<&'static str>,
}

impl Session {
    /// A session for a [`Site`](crate::Site) or a [`Host`], in UTC, with the light colour scheme, of at most three
    /// minutes.
    pub fn new(host: impl Into<Host>) -> Self {
        Self {
            host: host.into(),
            zone: "UTC".to_owned(),
            scheme: ColorScheme::Light,
            seconds: 180,
            chromium_only: None,
        }
    }

    /// Sets the browser's time zone, an IANA name.
    #[must_use]
    pub fn in_time_zone(mut self, zone: &str) -> Self {
        zone.clone_into(&mut self.zone);
        self
    }

    /// Sets the preferred colour scheme.
    #[must_use]
    pub fn with_color_scheme(mut self, scheme: ColorScheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// Sets the time limit of the task in each engine, in seconds, without the time it waits for a free browser slot.
    #[must_use]
    pub fn with_timeout(mut self, seconds: u64) -> Self {
        self.seconds = seconds;
        self
    }

    /// Skips the other engines, for a reason that is printed if Chromium is not available.
    #[must_use]
    pub fn chromium_only(mut self, reason: &'static str) -> Self {
        self.chromium_only = Some(reason);
        self
    }

    /// Runs the task in each engine. A failure, panic or time-out is reported with the engine and a description of the
    /// page. The other engines still run.
    ///
    /// # Errors
    ///
    /// Failures of the task, or of the start of a browser.
    pub fn run(self, task: impl AsyncFn(&Page) -> Outcome + Sync) -> Outcome {
        let mut engines = Engine::from_env()?;
        if let Some(reason) = self.chromium_only {
            engines.retain(|engine| *engine == Engine::Chromium);
            if engines.is_empty() {
                eprintln!("skipped: Chromium is not available, and {reason}");
            }
        }
        let (session, task) = (&self, &task);
        let failures: Vec<String> = thread::scope(|scope| {
            let start = |engine: Engine| {
                let thread = thread::Builder::new().name(engine.to_string());
                (engine, thread.spawn_scoped(scope, move || session.run_in(engine, task)))
            };
            let threads: Vec<_> = engines.into_iter().map(start).collect();
            threads
                .into_iter()
                .filter_map(|(engine, thread)| {
                    let result =
                        thread.map_err(Failure::from).and_then(|thread| thread.join().unwrap_or_else(panic_failure));
                    result.err().map(|failure| format!("in {engine}: {failure}"))
                })
                .collect()
        });
        if failures.is_empty() { Ok(()) } else { Err(Failure::new(failures.join("\n\n"))) }
    }

    fn run_in(&self, engine: Engine, task: impl AsyncFn(&Page) -> Outcome) -> Outcome {
        let _permit = BrowserPermit::acquire();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let servers = self.host.clone().serve()?;
        let driver = Driver::start(engine, &self.zone)?;
        let page = runtime.block_on(with_timeout(60, Page::connect(&driver, servers, self.scheme)))??;
        let result =
            panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(with_timeout(self.seconds, task(&page)))));
        let result = result.map_or_else(panic_failure, |outcome| outcome.and_then(|outcome| outcome));
        let result = result.map_err(|failure| {
            let report = runtime.block_on(with_timeout(20, page.report()));
            failure.with_context(&report.unwrap_or_else(|_| "the browser no longer responds".to_owned()))
        });
        // If this fails, dropping `driver` still ends the browser.
        let _ = runtime.block_on(with_timeout(10, page.close()));
        result
    }
}

/// The message of a panic as a failure. The panic hook has already printed its location.
fn panic_failure(panic: Box<dyn Any + Send>) -> Outcome {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    Err(Failure::new(text.unwrap_or("panic without a message")))
}

/// Awaits the future with a time-out.
async fn with_timeout<T>(seconds: u64, future: impl Future<Output = T>) -> Outcome<T> {
    let timed_out = |_| Failure::new(format!("timed out after {seconds} s"));
    timeout(Duration::from_secs(seconds), future).await.map_err(timed_out)
}

static RUNNING: Mutex<usize> = Mutex::new(0);
static RELEASED: Condvar = Condvar::new();

/// A semaphore permit for running a browser, released on drop.
struct BrowserPermit;

impl BrowserPermit {
    fn acquire() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running =
            RELEASED.wait_while(running, |running| *running >= MAX_BROWSERS).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for BrowserPermit {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        RELEASED.notify_one();
    }
}
