//! Rendering on a slow CPU, with changes during a rendering.
//!
//! Yew renders in slices of 16 ms; other tasks run between the slices.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Session, Site};
use serde_json::json;

const HOST_PAGE: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale loading=\"eager\" at=\"2026-03-10T20:30:00+01:00\"></aura-serviceaftale>";

/// Replaces the element while it still renders a change. Returns what the new element shows when it is ready.
const REPLACE: &str = "
    const before = document.querySelector('aura-serviceaftale');
    const renderedLanguage = () => before.shadowRoot.querySelector('.page').lang;
    before.lang = renderedLanguage() === 'da' ? 'en' : 'da';
    for (let turns = 0; turns < 100 && renderedLanguage() !== before.lang; turns += 1) await null;
    const element = document.createElement('aura-serviceaftale');
    element.loading = 'eager';
    element.agreement = arguments[0];
    element.lang = arguments[1];
    before.replaceWith(element);
    await element.whenReady();
    const page = element.shadowRoot.querySelector('.page');
    const shown = [...page.querySelectorAll('[data-answer]')].map((answer) => answer.dataset.agreement);
    return [page.lang, ...new Set(shown)];";

#[test]
fn a_ready_element_is_completely_rendered() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Session::new(site).chromium_only("only its driver slows down the CPU").run(async |page| {
        page.throttle_cpu(20).await?;
        page.open("/host.html").await?;
        for (agreement, lang) in [("pro", "en"), ("basis", "da"), ("pro", "da"), ("basis", "en")] {
            let shown = page.execute_async(REPLACE, vec![json!(agreement), json!(lang)]).await?;
            assert_eq!(shown, json!([lang, agreement]));
        }
        Ok(())
    })
}
