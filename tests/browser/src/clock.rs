//! Fake clock of the page: passing time and sleep.

use serde_json::json;

use crate::{Outcome, Page, PageSnapshot};

/// The fake clock of `js/clock.js` in the page. Time passes only when the test advances it.
///
/// Requires [`Site::with_clock_at`](crate::Site::with_clock_at).
pub struct Clock<'a>(pub(crate) &'a Page);

impl Clock<'_> {
    /// Advances the time. Each timer fires at its due time.
    ///
    /// # Errors
    ///
    /// When the page has no fake clock, or its timers never stop firing.
    pub async fn advance(&self, milliseconds: u64) -> Outcome {
        // One day at a time, because the duration of a script is limited.
        const DAY: u64 = 24 * 3_600_000;
        let mut left = milliseconds;
        loop {
            let next = left.min(DAY);
            self.0.execute_async("await __clock.advance(arguments[0]);", vec![json!(next)]).await?;
            left -= next;
            if left == 0 {
                return Ok(());
            }
        }
    }

    /// Simulates a sleeping machine: the date moves on, but no timer fires or gets closer to its due time. Then
    /// dispatches `event`, and returns what the page shows one task later.
    ///
    /// # Errors
    ///
    /// When the page has no fake clock.
    pub async fn sleep_and_wake(&self, event: WakeEvent, milliseconds: u64) -> Outcome<PageSnapshot> {
        let dispatch = match event {
            WakeEvent::VisibilityChange => "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));",
            WakeEvent::PageShow => "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
        };
        self.0.snapshot_after(&format!("__clock.sleep({milliseconds}); {dispatch} await __clock.task();")).await
    }

    /// Descriptions of the pending timers.
    ///
    /// # Errors
    ///
    /// When the page has no fake clock.
    pub async fn pending(&self) -> Outcome<Vec<String>> {
        let list = self.0.execute("return __clock.pending();", vec![]).await?;
        Ok(list.as_array().map_or(&[][..], Vec::as_slice).iter().map(ToString::to_string).collect())
    }
}

/// The event that tells a page that it is visible again.
#[derive(Clone, Copy, Debug)]
pub enum WakeEvent {
    /// `visibilitychange`: the tab became visible.
    VisibilityChange,
    /// `pageshow`: the page was restored from the back/forward cache.
    PageShow,
}
