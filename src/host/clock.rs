//! What time is it, and who is to be woken when?
//!
//! However many elements a page has, they share one timer, set for the first of them. It stops while
//! the page is hidden. A machine that slept fires no timer, so everyone is also woken when the page
//! comes back into view.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use serviceaftale_core::calendar::Timestamp;
use web_sys::VisibilityState;

/// The instant by the browser's clock.
pub fn now() -> Timestamp {
    // Whole milliseconds, far within what an integer holds.
    #[allow(clippy::cast_possible_truncation)]
    Timestamp::from_unix_seconds((js_sys::Date::now() / 1000.0).floor() as i64)
}

/// A place among those who are woken; dropping it gives it up, and the last one takes the timer with it.
pub struct Sleeper {
    id: u32,
}

struct Entry {
    id: u32,
    /// When to wake it; none while nothing will change for it.
    at: Option<Timestamp>,
    wake: Rc<dyn Fn(Timestamp)>,
}

#[derive(Default)]
struct Bedroom {
    entries: Vec<Entry>,
    next_id: u32,
    timer: Option<Timeout>,
    listeners: Vec<EventListener>,
}

thread_local! {
    static BEDROOM: RefCell<Bedroom> = RefCell::default();
}

impl Sleeper {
    /// Has `wake` called with the time, at the instant last asked for and whenever the page comes into view.
    pub fn new(wake: impl Fn(Timestamp) + 'static) -> Self {
        BEDROOM.with_borrow_mut(|bedroom| {
            let id = bedroom.next_id;
            bedroom.next_id += 1;
            bedroom.entries.push(Entry { id, at: None, wake: Rc::new(wake) });
            if bedroom.listeners.is_empty() {
                bedroom.listeners = listeners();
            }
            Self { id }
        })
    }

    /// Asks to be woken at that instant instead of any earlier wish.
    pub fn wake_at(&self, at: Option<Timestamp>) {
        BEDROOM.with_borrow_mut(|bedroom| {
            if let Some(entry) = bedroom.entries.iter_mut().find(|entry| entry.id == self.id) {
                entry.at = at;
            }
            bedroom.set_timer();
        });
    }
}

impl Drop for Sleeper {
    fn drop(&mut self) {
        // While the page is torn down the bedroom may be gone already; then there is nothing to leave.
        let _ = BEDROOM.try_with(|bedroom| {
            let mut bedroom = bedroom.borrow_mut();
            bedroom.entries.retain(|entry| entry.id != self.id);
            if bedroom.entries.is_empty() {
                bedroom.listeners.clear();
            }
            bedroom.set_timer();
        });
    }
}

impl Bedroom {
    /// Sets the one timer for the first who is to be woken; none while the page is hidden.
    fn set_timer(&mut self) {
        let first = self.entries.iter().filter_map(|entry| entry.at).min();
        self.timer = first.filter(|_| is_visible()).map(|at| {
            #[allow(clippy::cast_precision_loss)]
            let wait = at.unix_seconds() as f64 * 1000.0 - js_sys::Date::now();
            // A minute is the longest wait there is; a clock set back far would ask for more.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let milliseconds = wait.ceil().clamp(0.0, 3_600_000.0) as u32;
            Timeout::new(milliseconds, || wake(|at, now| at.is_some_and(|at| at <= now)))
        });
    }
}

/// Wakes those who are `due` and sets the timer anew.
fn wake(due: impl Fn(Option<Timestamp>, Timestamp) -> bool) {
    let now = now();
    let woken = BEDROOM.with_borrow_mut(|bedroom| {
        let due = bedroom.entries.iter_mut().filter(|entry| due(entry.at, now));
        let woken: Vec<_> = due.map(|entry| entry.wake.clone()).collect();
        bedroom.set_timer();
        woken
    });
    // Nothing is borrowed by now: whoever is woken may go back to sleep.
    for wake in woken {
        wake(now);
    }
}

fn listeners() -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let shown = || {
        if is_visible() {
            wake(|_, _| true);
        } else {
            BEDROOM.with_borrow_mut(Bedroom::set_timer);
        }
    };
    let document = window.document();
    let visibility = document.map(|document| EventListener::new(&document, "visibilitychange", move |_| shown()));
    let page_show = EventListener::new(&window, "pageshow", move |_| shown());
    visibility.into_iter().chain([page_show]).collect()
}

fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}
