//! How does one test get browsers of its own, and give them back whatever happens?

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::time::timeout;

use crate::driver::Driver;
use crate::{Engine, Failure, Host, Outcome, Page, Scheme};

/// Two browsers at a time: more are slower on a machine with two cores, and then time out.
const AT_A_TIME: usize = 2;

/// A visit to one site, with a fresh browser of each engine.
pub struct Visit {
    host: Host,
    zone: String,
    scheme: Scheme,
    seconds: u64,
    /// Why the other engines are left out.
    only_chromium: Option<&'static str>,
}

impl Visit {
    /// A visit to a [`Site`](crate::Site) or a [`Host`], by browsers in UTC that prefer light colours, of at most three minutes each.
    pub fn to(host: impl Into<Host>) -> Self {
        Self { host: host.into(), zone: "UTC".to_owned(), scheme: Scheme::Light, seconds: 180, only_chromium: None }
    }

    /// The browser's own time zone, an IANA name.
    #[must_use]
    pub fn in_zone(mut self, zone: &str) -> Self {
        zone.clone_into(&mut self.zone);
        self
    }

    /// The colour scheme that the visitor prefers from the start.
    #[must_use]
    pub fn preferring(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// How many seconds the task may take in each engine, once it is its turn.
    #[must_use]
    pub fn within(mut self, seconds: u64) -> Self {
        self.seconds = seconds;
        self
    }

    /// Leaves out the other engines, because only Chromium's driver can do this.
    #[must_use]
    pub fn in_chromium(mut self, because: &'static str) -> Self {
        self.only_chromium = Some(because);
        self
    }

    /// Runs the task in each engine. A failure, a panic or a time-out is reported with the engine's name and with what
    /// the page showed at that moment; the other engines are asked all the same.
    ///
    /// # Errors
    ///
    /// The task's own, or that a browser could not be had.
    pub fn run(self, task: impl AsyncFn(&Page) -> Outcome + Sync) -> Outcome {
        let mut engines = Engine::named()?;
        if let Some(reason) = self.only_chromium {
            engines.retain(|engine| *engine == Engine::Chromium);
            if engines.is_empty() {
                eprintln!("not run: there is no Chromium, and {reason}");
            }
        }
        let (visit, task) = (&self, &task);
        let failures: Vec<String> = thread::scope(|scope| {
            let begin = |engine: Engine| {
                let thread = thread::Builder::new().name(engine.to_string());
                (engine, thread.spawn_scoped(scope, move || visit.run_in(engine, task)))
            };
            let visits: Vec<_> = engines.into_iter().map(begin).collect();
            visits
                .into_iter()
                .filter_map(|(engine, visit)| {
                    let ended = visit.map_err(Failure::from).and_then(|visit| visit.join().unwrap_or_else(panicked));
                    ended.err().map(|failure| format!("in {engine}: {failure}"))
                })
                .collect()
        });
        if failures.is_empty() { Ok(()) } else { Err(Failure::new(failures.join("\n\n"))) }
    }

    fn run_in(&self, engine: Engine, task: impl AsyncFn(&Page) -> Outcome) -> Outcome {
        let _turn = Turn::take();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let servers = self.host.clone().serve()?;
        let driver = Driver::start(engine, &self.zone)?;
        let page = runtime.block_on(within(60, Page::begin(&driver, servers, self.scheme)))??;
        let ended = panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(within(self.seconds, task(&page)))));
        let ended = ended.map_or_else(panicked, |outcome| outcome.and_then(|outcome| outcome));
        let ended = ended.map_err(|failure| {
            let report = runtime.block_on(within(20, page.report()));
            failure.and(&report.unwrap_or_else(|_| "the browser no longer answers".to_owned()))
        });
        // Whether or not the browser still listens, it is ended when `driver` is dropped.
        let _ = runtime.block_on(within(10, page.end()));
        ended
    }
}

/// What was said in a panic, for instance by `assert_eq!`. Where it was said is printed by the panic itself.
fn panicked(panic: Box<dyn Any + Send>) -> Outcome {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    Err(Failure::new(text.unwrap_or("a panic without words")))
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
