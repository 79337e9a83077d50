//! Printing, and pages without JavaScript.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Session, Site};
use serde_json::json;

const HOST_PAGE: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale agreement=\"pro\" at=\"2026-04-03T15:00:00+02:00\"><p id=\"fallback\">87 92 55 75</p></aura-serviceaftale>";

/// The text before the number of pages in a PDF.
const PAGE_COUNT: &str = "/Count ";

#[test]
fn the_printout_is_one_page_with_deadline_and_calculation_and_no_controls() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Session::new(site).chromium_only("only its driver prints").run(async |page| {
        page.open("/host.html").await?;
        let deadline = page.answer("pro", "on-site").await?;
        let printed = page.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 })).await?;
        let count = "const pdf = atob(arguments[0]);
                     return Number(pdf.slice(pdf.indexOf(arguments[1]) + arguments[1].length).match(/^\\d+/)[0]);";
        let pages = page.execute(count, vec![printed["data"].clone(), json!(PAGE_COUNT)]).await?;
        assert_eq!(pages, 1);

        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        page.settle().await?;
        let snapshot = page.snapshot().await?;
        assert_eq!(snapshot.answer("pro", "on-site")?, deadline);
        let calculation = snapshot.answer_text("pro", "on-site")?;
        assert!(calculation.contains("Reaktionstiden tæller alle dage kl. 00–24."), "{calculation}");
        let controls = "return [...document.querySelector('aura-serviceaftale').shadowRoot
                         .querySelectorAll('input, .square')].filter((each) => each.checkVisibility()).length;";
        assert_eq!(page.execute(controls, vec![]).await?, json!(0));
        Ok(())
    })
}

#[test]
fn without_javascript_the_fallback_is_visible() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Session::new(site).chromium_only("only its driver disables JavaScript").run(async |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        page.load("/host.html").await?;
        // Enable JavaScript for the checks below; the scripts of the loaded page do not run afterwards.
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
        assert!(page.is_visible("#fallback").await?, "the fallback is not visible");
        assert_eq!((page.snapshot().await?.state(), page.requests()), ("", vec!["/host.html".to_owned()]));
        Ok(())
    })
}
