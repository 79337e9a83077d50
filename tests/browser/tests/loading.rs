//! Loading: requests before the first answer, layout shift, and lazy loading.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use browser_tests::{Host, Outcome, Page, ResponseOverride, Session, Site, readme};
use serde_json::json;

/// The maximum layout shift, as defined by the Layout Instability API. Values from 0.1 count as poor.
const MAX_SHIFT: f64 = 0.05;

/// Records uses of Intl and of locale functions before the first answer.
const WATCH_INTL: &str = "const used = [];
    const real = Intl;
    Object.defineProperty(window, 'Intl', { get() { used.push('Intl'); return real; } });
    for (const { prototype } of [Date, Number, BigInt, Array, String]) {
      for (const name of Object.getOwnPropertyNames(prototype).filter((name) => /locale/i.test(name))) {
        const call = prototype[name];
        prototype[name] = function (...args) { used.push(name); return call.apply(this, args); };
      }
    }
    addEventListener('aura-serviceaftale-ready', () => { window.usedByThen = [...used]; }, { once: true });";

#[test]
fn the_widget_loads_the_loader_two_wasm_files_and_announcements_without_intl() -> Outcome {
    let html = page(&format!("<script>{WATCH_INTL}</script>{}", readme::embed_snippet("{widget}")?));
    Session::new(host(html)?).run(async |page| {
        page.open("/host.html").await?;
        assert_eq!(page.requests(), ["/host.html"]);
        check_widget_requests(page, &["aura-serviceaftale.js", "widget", "details", "notices.json"]);
        assert_eq!(page.execute("return usedByThen;", vec![]).await?, json!([]));
        Ok(())
    })
}

#[test]
fn a_lazy_element_below_the_fold_loads_when_it_is_scrolled_near() -> Outcome {
    let html = page(&format!("<div style=\"height: 5000px\"></div>{}", readme::embed_snippet("{widget}")?));
    Session::new(host(html)?).run(async |page| {
        page.load("/host.html").await?;
        let defined = "await customElements.whenDefined('aura-serviceaftale');
                       await new Promise((resolve) => setTimeout(resolve, 1000));";
        page.execute_async(defined, vec![]).await?;
        assert_eq!(page.snapshot().await?.state(), "idle");
        check_widget_requests(page, &["aura-serviceaftale.js"]);

        let near = "const element = document.querySelector('aura-serviceaftale');
                    element.scrollIntoView();
                    await element.whenReady();";
        page.execute_async(near, vec![]).await?;
        check_widget_requests(page, &["aura-serviceaftale.js", "widget", "details", "notices.json"]);
        Ok(())
    })
}

/// The viewport shows the end of the space that the README's CSS reserves for the widget, and three paragraphs of the
/// host page below it. Scroll anchoring is off, because not every browser has it.
#[test]
fn content_below_the_widget_does_not_shift() -> Outcome {
    let full = readme::between("min-height: ", "; }")?;
    let compact = readme::between("with `view=\"compact\"`, `", "`")?;
    let compact = readme::embed_snippet("{widget}")?
        .replace(full, compact)
        .replace(" agreement=", " view=\"compact\" agreement=");
    // The wasm arrives long after the page has been painted.
    let widget = Site::release()?.with_override(".wasm", ResponseOverride::Delay(Duration::from_secs(1)));
    let host = Host::page("/full.html", scrolled_to_the_end_of(&readme::embed_snippet("{widget}")?));
    let host = host.with_file("/compact.html", scrolled_to_the_end_of(&compact)).with_widget(widget);
    // An ordinary day, because the widget is taller before a public holiday.
    let session = Session::new(host.with_clock_at("2026-03-10T10:00:00+01:00"));
    session.chromium_only("only it supports layout-shift entries").run(async |page| {
        for (path, width) in
            [("/full.html", 360), ("/full.html", 1280), ("/compact.html", 360), ("/compact.html", 1280)]
        {
            page.set_width(width).await?;
            page.load(path).await?;
            let measured = page.execute_async(SHIFT, vec![]).await?;
            println!("{path} {width} px: {measured}");
            assert_eq!(measured["state"], "loading", "the widget was ready too early");
            let number = |name: &str| measured[name].as_f64().unwrap();
            assert!(
                0.0 < number("top") && number("bottom") < 901.0,
                "{path} {width} px: outside the viewport: {measured}"
            );
            let advice = "adapt the reserved height in the README";
            assert!(number("shift") < MAX_SHIFT, "{path} {width} px: {measured}: {advice}");
        }
        Ok(())
    })
}

/// Measures the layout shift until the answers are rendered, with the reserved and actual heights.
const SHIFT: &str = "const element = document.querySelector('aura-serviceaftale');
    const rendered = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await rendered();
    const { top, bottom } = below.getBoundingClientRect();
    const [state, reserved] = [element.dataset.state, element.offsetHeight];
    // With the fake clock no timer fires by itself, not even the loader's timers without delay.
    while (element.dataset.state === 'loading') {
      await __after(20);
      await __clock.advance(0);
    }
    await rendered();
    await __after(200);
    return { shift, state, top, bottom, reserved, taken: element.offsetHeight };";

/// A page with three paragraphs below the widget, and enough space below them to keep the scroll position.
fn scrolled_to_the_end_of(widget: &str) -> String {
    let paragraph =
        "<p>Vi holder din virksomhed kørende, og det gør vi med strøm, fibernet og folk, der kommer, når det
        gælder. Skriv til os, hvis du vil vide mere om, hvad vi kan gøre for netop jer.</p>";
    let paragraphs = paragraph.repeat(3);
    page(&format!(
        "<style>html {{ overflow-anchor: none }} body {{ margin: 0 16px }}</style>
         <script>window.shift = 0;
           new PerformanceObserver((list) => list.getEntries().forEach(({{ value }}) => {{ shift += value; }}))
             .observe({{ type: 'layout-shift', buffered: true }});</script>
         {widget}<div id=\"below\">{paragraphs}</div><div style=\"height: 3000px\"></div>
         <script>scrollTo(0, below.getBoundingClientRect().bottom - innerHeight);</script>"
    ))
}

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <meta name=\"viewport\" content=\"width=device-width\">{body}"
    )
}

/// The page on another origin than the widget.
fn host(html: String) -> Outcome<Host> {
    Ok(Host::page("/host.html", html).with_widget(Site::release()?))
}

fn check_widget_requests(page: &Page, parts: &[&str]) {
    let requests = page.widget_requests();
    let expected = requests.len() == parts.len() && requests.iter().zip(parts).all(|(path, part)| path.contains(part));
    assert!(expected, "found requests {requests:?}, expected {parts:?}");
}
