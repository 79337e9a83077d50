//! Recovery after a failure of the first wasm file: it is requested again, and meanwhile the fallback stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Session, Site};
use serde_json::json;

const NOW: &str = "2026-03-10T12:00:00+01:00";

/// What ends the failure: time, an event, or another element.
#[derive(Clone, Copy)]
enum Cure {
    /// The pauses are 5, 10, 20 seconds and so on.
    Time(u64),
    Event(&'static str),
    Element,
}

const CASES: [(&str, &str, Cure); 6] = [
    ("fetch rejects", "() => Promise.reject(new TypeError('offline'))", Cure::Time(15_000)),
    ("status 500", "() => new Response('', { status: 500 })", Cure::Event("dispatchEvent(new Event('online'));")),
    (
        "truncated",
        "async (...args) => new Response((await (await original(...args)).arrayBuffer()).slice(0, 1000),
           { headers: { 'Content-Type': 'application/wasm' } })",
        Cure::Element,
    ),
    (
        "not wasm",
        "() => new Response('<!doctype html>', { headers: { 'Content-Type': 'application/wasm' } })",
        Cure::Event("document.dispatchEvent(new Event('visibilitychange'));"),
    ),
    ("stalled", "() => new Promise(() => {})", Cure::Time(70_000)),
    (
        "stalled in the body",
        "async () => new Response(new ReadableStream(), { headers: { 'Content-Type': 'application/wasm' } })",
        Cure::Time(70_000),
    ),
];

#[test]
fn a_first_wasm_file_that_failed_is_requested_again() -> Outcome {
    let mut site = Site::release()?.with_clock_at(NOW);
    for (index, (_, fault, _)) in CASES.iter().enumerate() {
        site = site.with_file(&format!("/{index}.html"), host_page(fault));
    }
    Session::new(site).with_timeout(300).run(async |page| {
        for (index, (name, _, cure)) in CASES.iter().enumerate() {
            page.open_until_state(&format!("/{index}.html"), state_during(name)).await?;
            if name.starts_with("stalled") {
                // The limit is a minute.
                page.clock().advance(61_000).await?;
                wait_for_states(page, name, json!(["failed"])).await?;
            }
            assert_eq!(page.recording().await?.error_codes(), ["wasm"], "{name}");
            if let Cure::Time(milliseconds) = cure {
                // Still faulty: the fallback stays, and the failure is reported once.
                page.clock().advance(*milliseconds).await?;
                wait_for_states(page, name, json!(["failed"])).await?;
                assert_eq!(page.recording().await?.error_codes(), ["wasm"], "{name}");
            }
            page.execute("window.faulty = false;", vec![]).await?;
            match cure {
                Cure::Time(milliseconds) => page.clock().advance(2 * milliseconds).await?,
                Cure::Event(dispatch) => {
                    page.execute(dispatch, vec![]).await?;
                }
                Cure::Element => {
                    let add = "const element = document.createElement('aura-serviceaftale');
                               element.loading = 'eager';
                               document.body.append(element);";
                    page.execute(add, vec![]).await?;
                }
            }
            let all = if matches!(cure, Cure::Element) { json!(["ready", "ready"]) } else { json!(["ready"]) };
            wait_for_states(page, name, all).await?;
            page.execute_async("await document.querySelector('aura-serviceaftale').whenReady();", vec![]).await?;
            assert_eq!(page.recording().await?.error_codes(), ["wasm"], "{name}");
        }
        Ok(())
    })
}

fn state_during(name: &str) -> &'static str {
    if name.starts_with("stalled") { "loading" } else { "failed" }
}

/// Waits until the elements have these states.
async fn wait_for_states(page: &Page, name: &str, expected: serde_json::Value) -> Outcome {
    let states = "await __clock.advance(0);
        return [...document.querySelectorAll('aura-serviceaftale')].map(({ dataset }) => dataset.state);";
    page.wait_until(&format!("{name}: {expected}"), async || Ok(page.execute_async(states, vec![]).await? == expected))
        .await
}

/// A page whose fetch has this fault for the first wasm file, while `faulty` is true.
fn host_page(fault: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title><script>
           window.faulty = true;
           const original = fetch;
           const fault = {fault};
           window.fetch = (...args) =>
             faulty && String(args[0]).includes('/widget-') ? fault(...args) : original(...args);
         </script>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
         <aura-serviceaftale loading=\"eager\"><p>87 92 55 75</p></aura-serviceaftale>"
    )
}
