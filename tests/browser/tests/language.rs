//! Language: `lang` of the element, of its ancestors, and of the full page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Session, Site};
use serde_json::{Value, json};

const HOST_PAGE: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script>window.errors = []; addEventListener('aura-serviceaftale-error', (event) => errors.push(event.detail.message));</script>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale loading=\"eager\" at=\"2026-04-03T15:00:00+02:00\"></aura-serviceaftale>";

/// Adds an element with this `lang` to a parent with another `lang`, in the light or shadow DOM. Returns the language
/// of the page, a heading, and the error messages.
const ADD_ELEMENT: &str = "
    const [own, inherited, inShadowRoot] = arguments;
    const [outer, element] = ['div', 'aura-serviceaftale'].map((name) => document.createElement(name));
    element.loading = 'eager';
    if (inherited !== null) outer.lang = inherited;
    if (own !== null) element.lang = own;
    (inShadowRoot ? outer.attachShadow({ mode: 'open' }) : outer).append(element);
    errors.length = 0;
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
    return { first, second, errors };";

#[test]
fn the_language_is_from_the_element_or_its_ancestors_or_danish() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Session::new(site).run(async |page| {
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
fn the_lang_parameter_selects_english() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/?lang=en&at=2026-04-03T15:00:00%2B02:00").await?;
        let text = page.text().await?;
        assert!(text.contains("today, Friday") && !text.contains("fredag"), "{text}");
        let page_language =
            "return [document.documentElement.lang, document.title, document.querySelector('h1').innerText];";
        let english = "Service agreement for business";
        assert_eq!(page.execute(page_language, vec![]).await?, json!(["en", format!("{english} – AURA"), english]));
        Ok(())
    })
}

const DANISH: [&str; 2] = ["da", "Lige nu"];
const ENGLISH: [&str; 2] = ["en", "Right now"];

async fn check(
    page: &Page,
    (own, inherited, in_shadow_root): (Option<&str>, Option<&str>, bool),
    expected: [&str; 2],
    error: Option<&str>,
) -> Outcome {
    let found = page.execute_async(ADD_ELEMENT, vec![json!(own), json!(inherited), json!(in_shadow_root)]).await?;
    let errors: Vec<Value> = error.iter().map(|error| json!(error)).collect();
    assert_eq!(found["first"], json!(expected), "{own:?} in {inherited:?}");
    assert_eq!(found["errors"], json!(errors), "{own:?} in {inherited:?}");
    assert_eq!(found["second"], json!(ENGLISH), "after a change, {own:?} in {inherited:?}");
    Ok(())
}
