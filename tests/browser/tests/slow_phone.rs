//! Is it right where drawing takes long, and other things happen meanwhile?
//!
//! Yew draws for 16 ms at a time, and between lets the browser do what is next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Site, Visit};
use serde_json::json;

const HOST_PAGE: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale loading=\"eager\" at=\"2026-03-10T20:30:00+01:00\"></aura-serviceaftale>";

/// Puts another element in the place of the one that is there, while that is still busy with a change that has just been
/// drawn, and says what it shows at the moment it is ready.
const REPLACE: &str = "
    const before = document.querySelector('aura-serviceaftale');
    const drawn = () => before.shadowRoot.querySelector('.page').lang;
    before.lang = drawn() === 'da' ? 'en' : 'da';
    for (let turns = 0; turns < 100 && drawn() !== before.lang; turns += 1) await null;
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
fn what_is_ready_is_drawn() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Visit::to(site).in_chromium("only its driver slows the processor down").run(async |page| {
        page.slow_down(20).await?;
        page.open("/host.html").await?;
        for (agreement, lang) in [("pro", "en"), ("basis", "da"), ("pro", "da"), ("basis", "en")] {
            let shown = page.run_async(REPLACE, vec![json!(agreement), json!(lang)]).await?;
            assert_eq!(shown, json!([lang, agreement]));
        }
        Ok(())
    })
}
