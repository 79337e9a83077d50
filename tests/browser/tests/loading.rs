//! What does a page pay until the first answer: in requests, in what jumps about, and when nobody has scrolled that far?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use browser_tests::{Answer, Host, Outcome, Page, Site, Visit, readme};
use serde_json::json;

/// The most that what is in view may move, by the reckoning of the Layout Instability API; from 0.1 on a page counts as
/// one that jumps.
const MOST_SHIFT: f64 = 0.05;

/// Notes what asks for the browser's own words and calendars, and what had by the first answer.
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
fn the_answers_take_the_loader_and_two_wasm_files_and_nothing_of_intl() -> Outcome {
    let html = page(&format!("<script>{WATCH_INTL}</script>{}", readme::embedding("{widget}")?));
    Visit::to(host(html)?).run(async |page| {
        page.open("/host.html").await?;
        assert_eq!(page.asked_for(), ["/host.html"]);
        check_asked_of_widget(page, &["aura-serviceaftale.js", "widget", "details", "notices.json"]);
        assert_eq!(page.run("return usedByThen;", vec![]).await?, json!([]));
        Ok(())
    })
}

#[test]
fn far_below_it_asks_for_the_loader_alone_until_somebody_comes_near() -> Outcome {
    let html = page(&format!("<div style=\"height: 5000px\"></div>{}", readme::embedding("{widget}")?));
    Visit::to(host(html)?).run(async |page| {
        page.load("/host.html").await?;
        let defined = "await customElements.whenDefined('aura-serviceaftale');
                       await new Promise((done) => setTimeout(done, 1000));";
        page.run_async(defined, vec![]).await?;
        assert_eq!(page.shown().await?.state(), "idle");
        check_asked_of_widget(page, &["aura-serviceaftale.js"]);

        let near = "const element = document.querySelector('aura-serviceaftale');
                    element.scrollIntoView();
                    await element.whenReady();";
        page.run_async(near, vec![]).await?;
        check_asked_of_widget(page, &["aura-serviceaftale.js", "widget", "details", "notices.json"]);
        Ok(())
    })
}

/// What is in view while the answers come, at the end of the room that the README reserves for them: their own last lines,
/// and three paragraphs of the host's below. Chromium would scroll along; not every browser does, so here it must not.
#[test]
fn what_stands_below_does_not_jump_when_the_answers_come() -> Outcome {
    let full = readme::between("min-height: ", "; }")?;
    let compact = readme::between("with `view=\"compact\"`, `", "`")?;
    let compact =
        readme::embedding("{widget}")?.replace(full, compact).replace(" agreement=", " view=\"compact\" agreement=");
    // The wasm comes when the page has long been drawn.
    let widget = Site::release()?.answering(".wasm", Answer::Late(Duration::from_secs(1)));
    let host = Host::page("/full.html", scrolled_to_the_end_of(&readme::embedding("{widget}")?));
    let host = host.with_file("/compact.html", scrolled_to_the_end_of(&compact)).embedding(widget);
    // On an ordinary day: with a holiday to come, there is more to say.
    let visit = Visit::to(host.with_clock_at("2026-03-10T10:00:00+01:00"));
    visit.in_chromium("only it reports what shifts").run(async |page| {
        for (path, width) in
            [("/full.html", 360), ("/full.html", 1280), ("/compact.html", 360), ("/compact.html", 1280)]
        {
            page.widen_to(width).await?;
            page.load(path).await?;
            let measured = page.run_async(SHIFT, vec![]).await?;
            println!("{path} {width} px: {measured}");
            assert_eq!(measured["state"], "loading", "it was ready before anybody could see it come");
            let number = |name: &str| measured[name].as_f64().unwrap();
            assert!(0.0 < number("top") && number("bottom") < 901.0, "{path} {width} px: out of view: {measured}");
            let advice = "let the README's style reserve what is taken";
            assert!(number("shift") < MOST_SHIFT, "{path} {width} px: {measured}: {advice}");
        }
        Ok(())
    })
}

/// What has shifted, once the answers are there, and by whose heights.
const SHIFT: &str = "const element = document.querySelector('aura-serviceaftale');
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await drawn();
    const { top, bottom } = below.getBoundingClientRect();
    const [state, reserved] = [element.dataset.state, element.offsetHeight];
    // With the test's clock nothing fires by itself, not even what the loader wants done at once.
    while (element.dataset.state === 'loading') {
      await __after(20);
      await __clock.advance(0);
    }
    await drawn();
    await __after(200);
    return { shift, state, top, bottom, reserved, taken: element.offsetHeight };";

/// A page with three paragraphs below the widget, and much else below them, so that it is never too short for its scroll.
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

/// The page on an origin of its own.
fn host(html: String) -> Outcome<Host> {
    Ok(Host::page("/host.html", html).embedding(Site::release()?))
}

fn check_asked_of_widget(page: &Page, parts: &[&str]) {
    let asked = page.asked_of_widget();
    let expected = asked.len() == parts.len() && asked.iter().zip(parts).all(|(path, part)| path.contains(part));
    assert!(expected, "asked for {asked:?}, expected {parts:?}");
}
