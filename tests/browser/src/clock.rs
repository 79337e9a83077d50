//! What does the page do when time passes, or when the machine sleeps?

use serde_json::json;

use crate::{Outcome, Page, Shown};

/// The clock of `js/clock.js` in the page: time stands still until the test moves it.
///
/// The site must have been made [`Site::with_clock_at`](crate::Site::with_clock_at).
pub struct Clock<'a>(pub(crate) &'a Page);

impl Clock<'_> {
    /// Lets time pass; every timer that falls due fires at its own moment.
    ///
    /// # Errors
    ///
    /// When the page has no such clock, or its timers never come to rest.
    pub async fn advance(&self, milliseconds: u64) -> Outcome {
        // A day at a time: what a script may take is limited, and days have many minutes.
        const DAY: u64 = 24 * 3_600_000;
        let mut left = milliseconds;
        loop {
            let next = left.min(DAY);
            self.0.run_async("await __clock.advance(arguments[0]);", vec![json!(next)]).await?;
            left -= next;
            if left == 0 {
                return Ok(());
            }
        }
    }

    /// The machine sleeps: the date moves on, no timer fires, and none falls due sooner on waking. Then it wakes with
    /// `event`, and this is what the page shows one task later.
    ///
    /// # Errors
    ///
    /// When the page has no such clock.
    pub async fn sleep_and_wake_by(&self, event: Wake, milliseconds: u64) -> Outcome<Shown> {
        let wake = match event {
            Wake::VisibilityChange => "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));",
            Wake::PageShow => "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
        };
        self.0.shown_after(&format!("__clock.sleep({milliseconds}); {wake} await __clock.task();")).await
    }

    /// The timers that wait, in words; empty when the page waits for nothing.
    ///
    /// # Errors
    ///
    /// When the page has no such clock.
    pub async fn pending(&self) -> Outcome<Vec<String>> {
        let list = self.0.run("return __clock.pending();", vec![]).await?;
        Ok(list.as_array().map_or(&[][..], Vec::as_slice).iter().map(ToString::to_string).collect())
    }
}

/// How a page learns that it is looked at again.
#[derive(Clone, Copy, Debug)]
pub enum Wake {
    /// The tab became visible.
    VisibilityChange,
    /// The page came back from the browser's cache of pages.
    PageShow,
}
