//! Demonstration view: simulated time, printing, links, sharing and offline use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Session, Site};
use serde_json::{Value, json};

/// The text before the number of pages in a PDF.
const PAGE_COUNT: &str = "/Count ";

const NOW: &str = "2026-03-25T10:00:00+01:00";

/// Replaces the clipboard API, which a page without focus may not use.
const MOCK_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });";

#[test]
fn a_demonstration_with_a_link_and_a_printout() -> Outcome {
    let site = Site::release()?.with_clock_at(NOW);
    Session::new(site).chromium_only("only its driver prints").run(async |page| {
        page.open("/?view=demo").await?;
        page.execute(MOCK_CLIPBOARD, vec![]).await?;
        page.click_button("Langfredag").await?;
        page.choose("Sammenlign").await?;
        let snapshot = page.snapshot().await?;
        assert!(snapshot.has_line_with(&["du ser fredag", "kl. 15.00", "ikke nu"]), "{}", snapshot.text());
        assert!(snapshot.has_line_with(&["med pro er aura i gang 3 dage og 22 timer før"]), "{}", snapshot.text());

        let before = page.answer("pro", "remote").await?;
        page.click_button("+1\u{a0}time").await?;
        let after = page.answer("pro", "remote").await?;
        assert!(after > before && after.contains("T17:00"), "{before}, {after}");
        page.click_button("−1\u{a0}dag").await?;
        page.click_button("+1\u{a0}dag").await?;
        assert_eq!(page.answer("pro", "remote").await?, after);

        page.click_button("Kopiér link").await?;
        page.wait_until("the confirmation is shown", async || Ok(page.text().await?.contains("Linket er kopieret")))
            .await?;
        let link = page.execute("return copied;", vec![]).await?;
        let text_before = text_without_confirmation(page).await?;
        page.open(link.as_str().unwrap()).await?;
        assert_eq!(text_without_confirmation(page).await?, text_before);
        assert_eq!(printed_pages(page).await?, 1);

        page.click_button("Vis nu").await?;
        page.wait_until("the selection is cleared", async || Ok(!page.text().await?.contains("– ikke nu"))).await?;
        assert_eq!(page.snapshot().await?.chosen(), None);
        assert_eq!(page.execute("return document.querySelectorAll('[compare]').length;", vec![]).await?, json!(0));
        Ok(())
    })
}

#[test]
fn the_slider_moves_by_whole_hours_and_has_a_value_text() -> Outcome {
    Session::new(Site::release()?.with_clock_at(NOW)).run(async |page| {
        page.open("/?view=demo").await?;
        let slide =
            "const slider = document.querySelector('aura-serviceaftale').shadowRoot.querySelector('[type=range]');
                     slider.value = arguments[0];
                     slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));";
        let is_at =
            "const slider = document.querySelector('aura-serviceaftale').shadowRoot.querySelector('[type=range]');
                     return [slider.value, slider.ariaValueText ?? slider.getAttribute('aria-valuetext')];";
        for hour in ["100", "671", "0"] {
            page.execute(slide, vec![json!(hour)]).await?;
            page.settle().await?;
            let at = page.execute(is_at, vec![]).await?;
            assert_eq!(at[0], json!(hour));
            let value_text = at[1].as_str().unwrap().replace('\u{a0}', " ");
            assert!(value_text.ends_with(".00"), "{value_text}");
            assert!(page.snapshot().await?.has_line_with(&["du ser", &value_text, "ikke nu"]), "{value_text}");
        }
        Ok(())
    })
}

#[test]
fn each_selection_prints_on_one_page() -> Outcome {
    let session = Session::new(Site::release()?).chromium_only("only its driver prints");
    session.run(async |page| {
        for selection in ["agreement=basis", "agreement=pro", "compare"] {
            for view in ["full", "demo"] {
                page.open(&format!("/?{selection}&view={view}&at=2026-04-03T15:00:00%2B02:00")).await?;
                assert_eq!(printed_pages(page).await?, 1, "{selection}, {view}");
            }
        }
        Ok(())
    })
}

#[test]
fn an_invalid_link_shows_the_default_page_with_a_message() -> Outcome {
    let host = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
        <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
        <aura-serviceaftale loading=\"eager\" agreement=\"gold\" at=\"yesterday\"></aura-serviceaftale>";
    Session::new(Site::release()?.with_file("/host.html", host)).run(async |page| {
        let shows_message = async |path: &str| {
            page.open(path).await?;
            Outcome::Ok(page.text().await?.contains("Noget i linket kunne ikke bruges."))
        };
        assert!(shows_message("/?agreement=gold&at=yesterday&reported=%E0%A4%A&view=huge").await?);
        assert_eq!(page.snapshot().await?.agreements(), ["basis", "pro"]);
        assert!(shows_message("/?agreement=pro&agreements=https://evil.example/a.json").await?);
        assert!(!shows_message("/?agreement=pro&at=2026-04-03T15:00%2B02:00").await?);
        // On a host page the message is only in the console.
        assert!(!shows_message("/host.html").await?);
        Ok(())
    })
}

#[test]
fn an_answer_is_copied_as_text_with_a_link() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/?agreement=pro&at=2026-04-03T15:00:00%2B02:00").await?;
        page.execute(MOCK_CLIPBOARD, vec![]).await?;
        page.click_button("Kopiér tekst").await?;
        page.wait_until("the confirmation is shown", async || Ok(page.text().await?.contains("Teksten er kopieret")))
            .await?;
        let text = page.execute("return copied;", vec![]).await?;
        let text = text.as_str().unwrap();
        assert!(text.starts_with("Hvis fejlen meldes fredag 3. april 2026 kl. 15.00:\n\nErhverv Pro\n"), "{text}");
        let link = text.lines().last().unwrap();
        assert_eq!(link, format!("{}/?agreement=pro&at=2026-04-03T15:00%2B02:00", page.widget_origin()));
        Ok(())
    })
}

#[test]
fn the_share_button_is_shown_if_the_browser_supports_sharing() -> Outcome {
    let host = |share: &str| {
        format!(
            "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
             <script>Object.defineProperty(Navigator.prototype, 'share', {{ value: {share}, configurable: true }});
               if (!navigator.share) delete Navigator.prototype.share;</script>
             <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
             <aura-serviceaftale loading=\"eager\" agreement=\"pro\" at=\"2026-04-03T15:00Z\"></aura-serviceaftale>"
        )
    };
    let site = Site::release()?.with_file("/with.html", host("async (data) => { window.shared = data; }"));
    Session::new(site.with_file("/without.html", host("undefined"))).run(async |page| {
        page.open("/without.html").await?;
        assert!(!page.text().await?.contains("Del …"));
        page.open("/with.html").await?;
        page.click_button("Del …").await?;
        let shared = page.execute("return shared;", vec![]).await?;
        assert!(shared["text"].as_str().unwrap().contains("Erhverv Pro"), "{shared}");
        assert!(shared["url"].as_str().unwrap().ends_with("/?agreement=pro&at=2026-04-03T17:00%2B02:00"), "{shared}");
        Ok(())
    })
}

#[test]
fn the_demonstration_works_offline_and_the_default_page_caches_nothing() -> Outcome {
    let session = Session::new(Site::release()?).chromium_only("only its driver emulates an offline network");
    session.run(async |page| {
        page.open("/?agreement=pro").await?;
        let cached = "const names = await caches.keys();
                    const files = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
                    const workers = await navigator.serviceWorker.getRegistrations();
                    const wasm = files.filter(({ url }) => url.endsWith('.wasm')).length;
                    return [wasm, files.filter(({ url }) => url === `${location.origin}/`).length,
                      workers.filter(({ active }) => active).length];";
        assert_eq!(page.execute_async(cached, vec![]).await?, json!([0, 0, 0]));

        page.open("/?view=demo").await?;
        let all = async || Ok(page.execute_async(cached, vec![]).await? == json!([2, 1, 1]));
        page.wait_until("everything is cached", all).await?;
        page.devtools("Network.enable", json!({})).await?;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.devtools("Network.emulateNetworkConditions", offline).await?;
        page.open("/?view=demo&agreement=basis&at=2026-04-03T15:00:00%2B02:00").await?;
        assert_eq!(page.answer("basis", "on-site").await?, "2026-04-07T16:00:00+02:00");
        Ok(())
    })
}

/// The lines of the page, without the confirmation of copying.
async fn text_without_confirmation(page: &Page) -> Outcome<Vec<String>> {
    let text = page.text().await?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.contains("kopieret")).map(str::to_owned).collect())
}

/// The number of pages when the page is printed.
async fn printed_pages(page: &Page) -> Outcome<Value> {
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let printed = page.devtools("Page.printToPDF", paper).await?;
    let count = "const pdf = atob(arguments[0]);
                 return Number(pdf.slice(pdf.indexOf(arguments[1]) + arguments[1].length).match(/^\\d+/)[0]);";
    page.execute(count, vec![printed["data"].clone(), json!(PAGE_COUNT)]).await
}
