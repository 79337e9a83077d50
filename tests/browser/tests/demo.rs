//! Does a sales person's demonstration work: through time, on paper, by a link, and without a connection?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Site, Visit};
use serde_json::{Value, json};

/// The one line in which a PDF says how many sheets it has.
const SHEETS: &str = "/Count ";

/// Some days before Easter.
const NOW: &str = "2026-03-25T10:00:00+01:00";

/// What is put on the clipboard from now on, which a page that nobody looks at may not ask for.
const KEEP_COPIED: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });";

#[test]
fn a_sales_person_s_script() -> Outcome {
    let site = Site::release()?.with_clock_at(NOW);
    Visit::to(site).in_chromium("only its driver prints").run(async |page| {
        page.open("/?view=demo").await?;
        page.run(KEEP_COPIED, vec![]).await?;
        page.push("Langfredag").await?;
        page.choose("Sammenlign").await?;
        let shown = page.shown().await?;
        assert!(shown.has_line_with(&["du ser fredag", "kl. 15.00", "ikke nu"]), "{}", shown.text());
        assert!(shown.has_line_with(&["med pro er aura i gang 3 dage og 22 timer før"]), "{}", shown.text());

        let before = page.answer("pro", "remote").await?;
        page.push("+1\u{a0}time").await?;
        let after = page.answer("pro", "remote").await?;
        assert!(after > before && after.contains("T17:00"), "{before}, {after}");
        page.push("−1\u{a0}dag").await?;
        page.push("+1\u{a0}dag").await?;
        assert_eq!(page.answer("pro", "remote").await?, after);

        page.push("Kopiér link").await?;
        page.until("it says so", async || Ok(page.text().await?.contains("Linket er kopieret"))).await?;
        let link = page.run("return copied;", vec![]).await?;
        let told = told(page).await?;
        page.open(link.as_str().unwrap()).await?;
        assert_eq!(self::told(page).await?, told);
        assert_eq!(sheets(page).await?, 1);

        page.push("Vis nu").await?;
        page.until("the choice is gone", async || Ok(!page.text().await?.contains("– ikke nu"))).await?;
        assert_eq!(page.shown().await?.chosen(), None);
        assert_eq!(page.run("return document.querySelectorAll('[compare]').length;", vec![]).await?, json!(0));
        Ok(())
    })
}

#[test]
fn the_slider_moves_by_whole_hours_and_says_where_it_is() -> Outcome {
    Visit::to(Site::release()?.with_clock_at(NOW)).run(async |page| {
        page.open("/?view=demo").await?;
        let slide =
            "const slider = document.querySelector('aura-serviceaftale').shadowRoot.querySelector('[type=range]');
                     slider.value = arguments[0];
                     slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));";
        let is_at =
            "const slider = document.querySelector('aura-serviceaftale').shadowRoot.querySelector('[type=range]');
                     return [slider.value, slider.ariaValueText ?? slider.getAttribute('aria-valuetext')];";
        for hour in ["100", "671", "0"] {
            page.run(slide, vec![json!(hour)]).await?;
            page.settle().await?;
            let at = page.run(is_at, vec![]).await?;
            assert_eq!(at[0], json!(hour));
            let said = at[1].as_str().unwrap().replace('\u{a0}', " ");
            assert!(said.ends_with(".00"), "{said}");
            assert!(page.shown().await?.has_line_with(&["du ser", &said, "ikke nu"]), "{said}");
        }
        Ok(())
    })
}

#[test]
fn each_choice_is_on_one_sheet() -> Outcome {
    let visit = Visit::to(Site::release()?).in_chromium("only its driver prints");
    visit.run(async |page| {
        for asked in ["agreement=basis", "agreement=pro", "compare"] {
            for view in ["full", "demo"] {
                page.open(&format!("/?{asked}&view={view}&at=2026-04-03T15:00:00%2B02:00")).await?;
                assert_eq!(sheets(page).await?, 1, "{asked}, {view}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_malformed_link_gives_the_usual_page_and_a_sentence() -> Outcome {
    let host = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
        <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
        <aura-serviceaftale loading=\"eager\" agreement=\"gold\" at=\"yesterday\"></aura-serviceaftale>";
    Visit::to(Site::release()?.with_file("/host.html", host)).run(async |page| {
        let says = async |path: &str| {
            page.open(path).await?;
            Outcome::Ok(page.text().await?.contains("Noget i linket kunne ikke bruges."))
        };
        assert!(says("/?agreement=gold&at=yesterday&reported=%E0%A4%A&view=huge").await?);
        assert_eq!(page.shown().await?.agreements(), ["basis", "pro"]);
        assert!(says("/?agreement=pro&agreements=https://evil.example/a.json").await?);
        assert!(!says("/?agreement=pro&at=2026-04-03T15:00%2B02:00").await?);
        // On somebody else's page that is for its console alone.
        assert!(!says("/host.html").await?);
        Ok(())
    })
}

#[test]
fn an_answer_is_copied_as_a_text_with_its_link() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/?agreement=pro&at=2026-04-03T15:00:00%2B02:00").await?;
        page.run(KEEP_COPIED, vec![]).await?;
        page.push("Kopiér tekst").await?;
        page.until("it says so", async || Ok(page.text().await?.contains("Teksten er kopieret"))).await?;
        let text = page.run("return copied;", vec![]).await?;
        let text = text.as_str().unwrap();
        assert!(text.starts_with("Hvis fejlen meldes fredag 3. april 2026 kl. 15.00:\n\nErhverv Pro\n"), "{text}");
        let link = text.lines().last().unwrap();
        assert_eq!(link, format!("{}/?agreement=pro&at=2026-04-03T15:00%2B02:00", page.widget_origin()));
        Ok(())
    })
}

#[test]
fn the_share_sheet_is_offered_where_there_is_one() -> Outcome {
    let host = |share: &str| {
        format!(
            "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
             <script>Object.defineProperty(Navigator.prototype, 'share', {{ value: {share}, configurable: true }});
               if (!navigator.share) delete Navigator.prototype.share;</script>
             <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
             <aura-serviceaftale loading=\"eager\" agreement=\"pro\" at=\"2026-04-03T15:00Z\"></aura-serviceaftale>"
        )
    };
    let site = Site::release()?.with_file("/with.html", host("async (what) => { window.shared = what; }"));
    Visit::to(site.with_file("/without.html", host("undefined"))).run(async |page| {
        page.open("/without.html").await?;
        assert!(!page.text().await?.contains("Del …"));
        page.open("/with.html").await?;
        page.push("Del …").await?;
        let shared = page.run("return shared;", vec![]).await?;
        assert!(shared["text"].as_str().unwrap().contains("Erhverv Pro"), "{shared}");
        assert!(shared["url"].as_str().unwrap().ends_with("/?agreement=pro&at=2026-04-03T17:00%2B02:00"), "{shared}");
        Ok(())
    })
}

#[test]
fn opened_once_it_works_without_a_connection_and_the_usual_page_keeps_nothing() -> Outcome {
    let visit = Visit::to(Site::release()?).in_chromium("only its driver cuts the connection");
    visit.run(async |page| {
        page.open("/?agreement=pro").await?;
        let kept = "const names = await caches.keys();
                    const files = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
                    const workers = await navigator.serviceWorker.getRegistrations();
                    const wasm = files.filter(({ url }) => url.endsWith('.wasm')).length;
                    return [wasm, files.filter(({ url }) => url === `${location.origin}/`).length,
                      workers.filter(({ active }) => active).length];";
        assert_eq!(page.run_async(kept, vec![]).await?, json!([0, 0, 0]));

        page.open("/?view=demo").await?;
        let all = async || Ok(page.run_async(kept, vec![]).await? == json!([2, 1, 1]));
        page.until("everything is kept", all).await?;
        page.devtools("Network.enable", json!({})).await?;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.devtools("Network.emulateNetworkConditions", offline).await?;
        page.open("/?view=demo&agreement=basis&at=2026-04-03T15:00:00%2B02:00").await?;
        assert_eq!(page.answer("basis", "on-site").await?, "2026-04-07T16:00:00+02:00");
        Ok(())
    })
}

/// What the page says, but for what was just copied.
async fn told(page: &Page) -> Outcome<Vec<String>> {
    let text = page.text().await?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.contains("kopieret")).map(str::to_owned).collect())
}

/// How many sheets of paper the page takes.
async fn sheets(page: &Page) -> Outcome<Value> {
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let printed = page.devtools("Page.printToPDF", paper).await?;
    let count = "const pdf = atob(arguments[0]);
                 return Number(pdf.slice(pdf.indexOf(arguments[1]) + arguments[1].length).match(/^\\d+/)[0]);";
    page.run(count, vec![printed["data"].clone(), json!(SHEETS)]).await
}
