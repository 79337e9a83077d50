//! Updates over time: the page changes exactly when its content changes, also after sleep.
//!
//! All pages use the fake clock (`js/clock.js`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Channel, Outcome, Page, Session, Site, WakeEvent};

const WATCH_JS: &str = include_str!("../js/watch.js");
const HOUR: u64 = 3_600_000;

#[test]
fn the_dom_is_unchanged_until_the_phone_opens_at_eight() -> Outcome {
    run_at("2026-03-10T07:59:01+01:00", async |page| {
        page.open("/").await?;
        assert_eq!(page.channel("basis", "fault-report").await?, closed_until("2026-03-10T08:00:00+01:00"));
        page.execute(WATCH_JS, vec![]).await?;

        page.clock().advance(57_000).await?; // 07:59:58
        assert_eq!(mutations(page).await?, Vec::<String>::new(), "changes between 07:59:01 and 07:59:58");
        assert_eq!(page.channel("basis", "fault-report").await?, closed_until("2026-03-10T08:00:00+01:00"));

        page.clock().advance(2_000).await?; // 08:00:00
        assert_eq!(page.channel("basis", "fault-report").await?, open_until("2026-03-10T20:00:00+01:00"));
        assert_eq!(page.channel("pro", "billing").await?, open_until("2026-03-10T16:00:00+01:00"));
        assert_eq!(page.answer("pro", "remote").await?, "2026-03-10T09:00:00+01:00");
        assert_ne!(mutations(page).await?, Vec::<String>::new(), "no changes at 08:00:00");
        Ok(())
    })
}

#[test]
fn after_sleep_the_page_is_correct_immediately() -> Outcome {
    run_at("2026-03-10T08:00:00+01:00", async |page| {
        page.open("/").await?;
        assert_eq!(page.channel("basis", "billing").await?, open_until("2026-03-10T16:00:00+01:00"));

        let evening = page.clock().sleep_and_wake(WakeEvent::VisibilityChange, 10 * HOUR).await?; // 18:00
        assert_eq!(evening.channel("basis", "billing")?, closed_until("2026-03-11T08:00:00+01:00"));
        assert_eq!(evening.channel("basis", "fault-report")?, open_until("2026-03-10T20:00:00+01:00"));
        assert_eq!(evening.answer("basis", "remote")?, "2026-03-11T11:00:00+01:00");
        assert_eq!(evening.answer("pro", "remote")?, "2026-03-10T19:00:00+01:00");

        let night = page.clock().sleep_and_wake(WakeEvent::PageShow, 10 * HOUR).await?; // 04:00
        assert_eq!(night.channel("basis", "fault-report")?, closed_until("2026-03-11T08:00:00+01:00"));
        assert_eq!(night.answer("basis", "on-site")?, "2026-03-11T16:00:00+01:00");
        assert_eq!(night.answer("pro", "remote")?, "2026-03-11T05:00:00+01:00");
        Ok(())
    })
}

/// Timers do not count sleep, so a timer from the evening for the next morning would fire ten hours late.
#[test]
fn after_sleep_the_next_change_is_on_time() -> Outcome {
    run_at("2026-03-10T20:30:00+01:00", async |page| {
        page.open("/?agreement=basis").await?;
        page.clock().sleep_and_wake(WakeEvent::VisibilityChange, 10 * HOUR).await?; // 06:30
        page.clock().advance(HOUR + HOUR / 2).await?; // 08:00
        assert_eq!(page.channel("basis", "fault-report").await?, open_until("2026-03-11T20:00:00+01:00"));
        Ok(())
    })
}

/// Three and a half days in which the office never opens, with the page's own timers only.
#[test]
fn the_page_stays_correct_over_christmas() -> Outcome {
    run_at("2026-12-24T21:00:00+01:00", async |page| {
        page.open("/?agreement=basis").await?;
        page.clock().advance(83 * HOUR).await?; // Monday 28 December, 08:00
        assert_eq!(page.channel("basis", "billing").await?, open_until("2026-12-28T16:00:00+01:00"));
        assert_eq!(page.answer("basis", "remote").await?, "2026-12-28T11:00:00+01:00");
        Ok(())
    })
}

#[test]
fn a_removed_element_has_no_timers_and_is_correct_when_inserted_again() -> Outcome {
    run_at("2026-03-10T07:30:00+01:00", async |page| {
        page.open("/").await?;
        let pending = page.clock().pending().await?;
        assert!((1..=3).contains(&pending.len()), "expected a timer for the next change: {pending:?}");

        page.execute("window.__removed = document.querySelector('aura-serviceaftale'); __removed.remove();", vec![])
            .await?;
        page.settle().await?;
        assert_eq!(page.clock().pending().await?, Vec::<String>::new(), "timers after removal");
        page.clock().advance(HOUR).await?; // 08:30
        assert_eq!(page.clock().pending().await?, Vec::<String>::new(), "new timers of a removed element");

        let snapshot = page.snapshot_after("document.body.append(window.__removed); await __clock.task();").await?;
        assert_eq!(snapshot.channel("basis", "fault-report")?, open_until("2026-03-10T20:00:00+01:00"));
        assert_eq!(snapshot.answer("pro", "remote")?, "2026-03-10T09:30:00+01:00");
        page.clock().advance(23 * HOUR / 2).await?; // 20:00
        assert_eq!(page.channel("basis", "fault-report").await?, closed_until("2026-03-11T08:00:00+01:00"));
        Ok(())
    })
}

fn run_at(now: &str, task: impl AsyncFn(&Page) -> Outcome + Sync) -> Outcome {
    Session::new(Site::release()?.with_clock_at(now)).in_time_zone("America/Los_Angeles").run(task)
}

async fn mutations(page: &Page) -> Outcome<Vec<String>> {
    let found = page.execute("return __watched();", vec![]).await?;
    Ok(found.as_array().unwrap().iter().map(ToString::to_string).collect())
}

fn open_until(until: &str) -> Channel {
    Channel { open: true, until: Some(until.to_owned()) }
}

fn closed_until(until: &str) -> Channel {
    Channel { open: false, until: Some(until.to_owned()) }
}
