//! Embedding on a host page: fallback, requests, storage and data files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use browser_tests::{Channel, Outcome, Page, Session, Site};
use serde_json::json;

/// The published data file, and the closing time of two of its calendars.
const DATA: &str = "v1/agreements.json";
const CLOSES: &str = "-20:00\"";
/// A valid later closing time.
const CLOSES_LATER: &str = "-21:00\"";
/// An invalid closing time.
const CLOSES_INVALID: &str = "-20:99\"";
/// What the error message must contain: the value, the path, and the expectation.
const MESSAGE_PARTS: [&str; 3] = ["08:00-20:99", "calendars[general-support].weekly.mon", "hours as 08:00-16:00"];

/// A Tuesday evening, 20:30.
const EVENING: &str = "2026-03-10T20:30:00+01:00";

const FALLBACK: &str = "Ring til Erhverv Support på 87 92 55 75, tast 2";

#[test]
fn the_fallback_stays_if_the_wasm_is_missing() -> Outcome {
    let site = Site::release()?.with_file("/host.html", host_page("")).without(".wasm");
    Session::new(site).run(async |page| {
        page.open_until_state("/host.html", "failed").await?;
        assert!(page.is_visible("#fallback").await?, "the fallback is not visible");
        assert_eq!(page.recording().await?.error_codes(), ["wasm"]);
        Ok(())
    })
}

#[test]
fn the_answers_replace_the_fallback() -> Outcome {
    let site = Site::release()?.with_file("/host.html", host_page(""));
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        assert!(!page.is_visible("#fallback").await?, "the fallback is still visible");
        assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00");
        assert_eq!(page.recording().await?.error_codes(), Vec::<&str>::new());
        Ok(())
    })
}

#[test]
fn the_page_sends_seven_requests_and_has_no_problems() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/").await?;
        let requests = page.requests();
        let wasm = requests.iter().filter(|path| path.ends_with(".wasm")).cloned();
        let expected: BTreeSet<String> =
            ["/", "/v1/page.css", "/v1/page.js", "/v1/aura-serviceaftale.js", "/v1/notices.json"]
                .map(str::to_owned)
                .into_iter()
                .chain(wasm)
                .collect();
        assert_eq!((requests.len(), requests.into_iter().collect::<BTreeSet<_>>()), (7, expected));

        let other_hosts = "return performance.getEntriesByType('resource').map(({ name }) => name)
                           .filter((name) => !name.startsWith(location.origin));";
        assert_eq!(page.execute(other_hosts, vec![]).await?, json!([]), "requests to other hosts");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn nothing_is_stored_without_a_request() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/").await?;
        page.choose("Erhverv Pro").await?;
        page.choose("Erhverv Basis").await?;
        page.expand_all().await?;
        let stored = page
            .execute_async(
                "return {
                   local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
                   databases: await indexedDB.databases(), caches: await caches.keys(),
                   workers: (await navigator.serviceWorker.getRegistrations()).length,
                 };",
                vec![],
            )
            .await?;
        let nothing = json!({ "local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "workers": 0 });
        assert_eq!(stored, nothing);
        page.open("/").await?;
        assert_eq!(page.snapshot().await?.chosen(), None, "the selection was stored");
        Ok(())
    })
}

#[test]
fn the_answers_follow_the_data_file() -> Outcome {
    run_with_data(CLOSES_LATER, async |page| {
        page.wait_until("the phone is open until 21:00", async || {
            Ok(page.channel("basis", "fault-report").await? == open_until("2026-03-10T21:00:00+01:00"))
        })
        .await?;
        assert_eq!(page.recording().await?.error_codes(), Vec::<&str>::new());
        Ok(())
    })
}

#[test]
fn an_invalid_data_file_has_no_effect_and_is_reported_once() -> Outcome {
    run_with_data(CLOSES_INVALID, async |page| {
        page.wait_until("an error event is recorded", async || Ok(!page.recording().await?.error_codes().is_empty()))
            .await?;
        page.settle().await?;
        let recording = page.recording().await?;
        assert_eq!(recording.error_codes(), ["agreements"], "{recording:?}");
        let message = recording.events("error")[0].message.clone().unwrap_or_default();
        for part in MESSAGE_PARTS {
            assert!(message.contains(part), "the message does not contain {part}: {message}");
        }
        let snapshot = page.snapshot().await?;
        assert_eq!(snapshot.state(), "ready");
        assert_eq!(
            snapshot.channel("basis", "fault-report")?,
            Channel { open: false, until: Some("2026-03-11T08:00:00+01:00".to_owned()) }
        );
        assert_eq!(snapshot.answer("basis", "remote")?, "2026-03-11T11:00:00+01:00");
        Ok(())
    })
}

/// Runs the task on a host page with its own data file, which has another closing time.
fn run_with_data(closes: &str, task: impl AsyncFn(&Page) -> Outcome + Sync) -> Outcome {
    let site = Site::release()?;
    let data = site.read_text(DATA)?;
    assert!(data.contains(CLOSES), "{DATA} has no {CLOSES}: update the constants of this test");
    let site = site
        .with_file("/data/agreements.json", data.replace(CLOSES, closes))
        .with_file("/host.html", host_page("agreements=\"/data/agreements.json\""));
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        task(page).await
    })
}

/// A host page.
fn host_page(attributes: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
         <aura-serviceaftale at=\"{EVENING}\" {attributes}><p id=\"fallback\">{FALLBACK}</p></aura-serviceaftale>"
    )
}

fn open_until(until: &str) -> Channel {
    Channel { open: true, until: Some(until.to_owned()) }
}
