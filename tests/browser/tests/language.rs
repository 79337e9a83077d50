//! Which language does it speak on somebody else's page, and does it say so?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Site, Visit};
use serde_json::{Value, json};

const HOST_PAGE: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script>window.heard = []; addEventListener('aura-serviceaftale-error', (event) => heard.push(event.detail.message));</script>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale loading=\"eager\" at=\"2026-04-03T15:00:00+02:00\"></aura-serviceaftale>";

/// Puts an element with such a `lang` in one with another, on the page or in a shadow root of it, and gives
/// the language that the answers are marked with, a heading, and what was said of attributes meanwhile.
const PLACE: &str = "
    const [own, around, hidden] = arguments;
    const [outer, element] = ['div', 'aura-serviceaftale'].map((name) => document.createElement(name));
    element.loading = 'eager';
    if (around !== null) outer.lang = around;
    if (own !== null) element.lang = own;
    (hidden ? outer.attachShadow({ mode: 'open' }) : outer).append(element);
    heard.length = 0;
    document.body.append(outer);
    await element.whenReady();
    const read = () => {
      const page = element.shadowRoot.querySelector('.page');
      return [page.lang, page.querySelector('h2').textContent];
    };
    const first = read();
    element.lang = 'en-GB';
    for (let frame = 0; frame < 100 && read()[0] !== 'en'; frame++) await new Promise(requestAnimationFrame);
    const second = read();
    outer.remove();
    return { first, second, heard };";

#[test]
fn the_language_is_its_own_or_that_around_it_or_danish() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        check(page, (None, None, false), DANISH, None).await?;
        check(page, (Some("en"), None, false), ENGLISH, None).await?;
        check(page, (None, Some("en-US"), false), ENGLISH, None).await?;
        check(page, (None, Some("en"), true), ENGLISH, None).await?;
        check(page, (Some("da"), Some("en"), false), DANISH, None).await?;
        check(page, (None, Some("de"), false), DANISH, None).await?;
        check(page, (Some("sv"), None, true), DANISH, Some("attribute lang: found \"sv\", expected da | en")).await
    })
}

#[test]
fn a_link_to_the_page_can_ask_for_english() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/?lang=en&at=2026-04-03T15:00:00%2B02:00").await?;
        let text = page.text().await?;
        assert!(text.contains("today, Friday") && !text.contains("fredag"), "{text}");
        let around = "return [document.documentElement.lang, document.title, document.querySelector('h1').innerText];";
        let english = "Service agreement for business";
        assert_eq!(page.run(around, vec![]).await?, json!(["en", format!("{english} – AURA"), english]));
        Ok(())
    })
}

const DANISH: [&str; 2] = ["da", "Lige nu"];
const ENGLISH: [&str; 2] = ["en", "Right now"];

async fn check(
    page: &Page,
    (own, around, hidden): (Option<&str>, Option<&str>, bool),
    expected: [&str; 2],
    complaint: Option<&str>,
) -> Outcome {
    let found = page.run_async(PLACE, vec![json!(own), json!(around), json!(hidden)]).await?;
    let complaints: Vec<Value> = complaint.iter().map(|complaint| json!(complaint)).collect();
    assert_eq!(found["first"], json!(expected), "{own:?} in {around:?}");
    assert_eq!(found["heard"], json!(complaints), "{own:?} in {around:?}");
    assert_eq!(found["second"], json!(ENGLISH), "after a change, {own:?} in {around:?}");
    Ok(())
}
