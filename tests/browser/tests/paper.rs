//! What is on paper, and what is there for whoever has no scripts?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Site, Visit};
use serde_json::json;

const HOST_PAGE: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <aura-serviceaftale agreement=\"pro\" at=\"2026-04-03T15:00:00+02:00\"><p id=\"fallback\">87 92 55 75</p></aura-serviceaftale>";

/// The one line in which a PDF says how many sheets it has.
const SHEETS: &str = "/Count ";

#[test]
fn printed_it_is_one_sheet_with_the_deadline_its_account_and_nothing_to_press() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Visit::to(site).in_chromium("only its driver prints and tells what is on paper").run(async |page| {
        page.open("/host.html").await?;
        let deadline = page.answer("pro", "on-site").await?;
        let printed = page.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 })).await?;
        let count = "const pdf = atob(arguments[0]);
                     return Number(pdf.slice(pdf.indexOf(arguments[1]) + arguments[1].length).match(/^\\d+/)[0]);";
        let sheets = page.run(count, vec![printed["data"].clone(), json!(SHEETS)]).await?;
        assert_eq!(sheets, 1);

        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        page.settle().await?;
        let shown = page.shown().await?;
        assert_eq!(shown.answer("pro", "on-site")?, deadline);
        let account = shown.answer_text("pro", "on-site")?;
        assert!(account.contains("Reaktionstiden tæller alle dage kl. 00–24."), "{account}");
        let pressed = "return [...document.querySelector('aura-serviceaftale').shadowRoot
                         .querySelectorAll('input, .square')].filter((each) => each.checkVisibility()).length;";
        assert_eq!(page.run(pressed, vec![]).await?, json!(0));
        Ok(())
    })
}

#[test]
fn without_scripts_there_is_the_fallback() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HOST_PAGE);
    Visit::to(site).in_chromium("only its driver turns scripts off").run(async |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        page.load("/host.html").await?;
        // Read once scripts may run again; those that the page had are not made up for.
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
        assert!(page.sees("#fallback").await?, "the fallback is not to be seen");
        assert_eq!((page.shown().await?.state(), page.asked_for()), ("", vec!["/host.html".to_owned()]));
        Ok(())
    })
}
