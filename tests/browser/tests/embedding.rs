//! Is it a good guest on somebody else's page?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use browser_tests::{Channel, Outcome, Page, Site, Visit};
use serde_json::json;

/// The data file that is published with the widget, and when two of its calendars close.
const DATA: &str = "v1/agreements.json";
const CLOSES: &str = "-20:00\"";
/// A later closing time, with which the file is as good as before ...
const CLOSES_LATER: &str = "-21:00\"";
/// ... and one that no clock has.
const CLOSES_NEVER: &str = "-20:99\"";
/// What an error about it must name: the value, the place, and what belongs there.
const COMPLAINT: [&str; 3] = ["08:00-20:99", "calendars[general-support].weekly.mon", "hours as 08:00-16:00"];

/// Half past eight on a Tuesday evening.
const EVENING: &str = "2026-03-10T20:30:00+01:00";

const FALLBACK: &str = "Ring til Erhverv Support på 87 92 55 75, tast 2";

#[test]
fn the_fallback_stays_when_the_wasm_cannot_be_had() -> Outcome {
    let site = Site::release()?.with_file("/host.html", host_page("")).without(".wasm");
    Visit::to(site).run(async |page| {
        page.open_until("/host.html", "failed").await?;
        assert!(page.sees("#fallback").await?, "the fallback is not to be seen");
        assert_eq!(page.recorded().await?.codes(), ["wasm"]);
        Ok(())
    })
}

#[test]
fn the_fallback_gives_way_to_the_answers() -> Outcome {
    let site = Site::release()?.with_file("/host.html", host_page(""));
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        assert!(!page.sees("#fallback").await?, "the fallback is still to be seen");
        assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00");
        assert_eq!(page.recorded().await?.codes(), Vec::<&str>::new());
        Ok(())
    })
}

#[test]
fn the_page_costs_seven_requests_and_no_complaint() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/").await?;
        let asked_for = page.asked_for();
        let wasm = asked_for.iter().filter(|path| path.ends_with(".wasm")).cloned();
        let expected: BTreeSet<String> =
            ["/", "/v1/page.css", "/v1/page.js", "/v1/aura-serviceaftale.js", "/v1/notices.json"]
                .map(str::to_owned)
                .into_iter()
                .chain(wasm)
                .collect();
        assert_eq!((asked_for.len(), asked_for.into_iter().collect::<BTreeSet<_>>()), (7, expected));

        let elsewhere = "return performance.getEntriesByType('resource').map(({ name }) => name)
                           .filter((name) => !name.startsWith(location.origin));";
        assert_eq!(page.run(elsewhere, vec![]).await?, json!([]), "asked of other hosts");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn it_remembers_nothing_by_itself() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/").await?;
        page.choose("Erhverv Pro").await?;
        page.choose("Erhverv Basis").await?;
        page.unfold().await?;
        let kept = page
            .run_async(
                "return {
                   local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
                   databases: await indexedDB.databases(), caches: await caches.keys(),
                   workers: (await navigator.serviceWorker.getRegistrations()).length,
                 };",
                vec![],
            )
            .await?;
        let nothing = json!({ "local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "workers": 0 });
        assert_eq!(kept, nothing);
        page.open("/").await?;
        assert_eq!(page.shown().await?.chosen(), None, "the choice came back");
        Ok(())
    })
}

#[test]
fn a_data_file_changes_the_answers() -> Outcome {
    visit_with_data(CLOSES_LATER, async |page| {
        page.until("the phone is open until 21:00", async || {
            Ok(page.channel("basis", "fault-report").await? == open_until("2026-03-10T21:00:00+01:00"))
        })
        .await?;
        assert_eq!(page.recorded().await?.codes(), Vec::<&str>::new());
        Ok(())
    })
}

#[test]
fn a_bad_data_file_changes_nothing_and_is_reported_once() -> Outcome {
    visit_with_data(CLOSES_NEVER, async |page| {
        page.until("an error event is heard", async || Ok(!page.recorded().await?.codes().is_empty())).await?;
        page.settle().await?;
        let recorded = page.recorded().await?;
        assert_eq!(recorded.codes(), ["agreements"], "{recorded:?}");
        let message = recorded.told("error")[0].message.clone().unwrap_or_default();
        for part in COMPLAINT {
            assert!(message.contains(part), "the message does not name {part}: {message}");
        }
        let shown = page.shown().await?;
        assert_eq!(shown.state(), "ready");
        assert_eq!(
            shown.channel("basis", "fault-report")?,
            Channel { open: false, until: Some("2026-03-11T08:00:00+01:00".to_owned()) }
        );
        assert_eq!(shown.answer("basis", "remote")?, "2026-03-11T11:00:00+01:00");
        Ok(())
    })
}

/// The published data with another closing time, in a file of the host's own.
fn visit_with_data(closes: &str, task: impl AsyncFn(&Page) -> Outcome + Sync) -> Outcome {
    let site = Site::release()?;
    let data = site.text_of(DATA)?;
    assert!(data.contains(CLOSES), "{DATA} has no {CLOSES}: align the constants of this test with the data");
    let site = site
        .with_file("/data/agreements.json", data.replace(CLOSES, closes))
        .with_file("/host.html", host_page("agreements=\"/data/agreements.json\""));
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        task(page).await
    })
}

/// A page of somebody else's.
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
