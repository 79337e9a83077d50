//! What is left of a page when the widget panics, and does anything still call into what is dead?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::{env, fs};

use browser_tests::{Outcome, Page, Record, Recorded, Site, Visit};
use serde_json::json;

/// Before the loader: counts every call of an export of the wasm.
const COUNTING: &str = "
    window.calls = 0;
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const before = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const { instance, module } = await before.apply(WebAssembly, given);
        const counted = ([name, value]) =>
          [name, typeof value === 'function' ? (...args) => { calls += 1; return value(...args); } : value];
        return { module, instance: { exports: Object.fromEntries(Object.entries(instance.exports).map(counted)) } };
      };
    }
    window.drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    window.look = () => [...document.querySelectorAll('aura-serviceaftale')].map((element) =>
      [element.id, element.dataset.state, element.querySelector('p').checkVisibility()]);";

/// One of three elements panics; what could be pressed inside is kept.
const PANIC: &str = "
    window.inside = [...document.querySelectorAll('aura-serviceaftale')]
      .flatMap((element) => [...element.shadowRoot.querySelectorAll('input, button, summary, a')]);
    two.setAttribute('at', 'panic');
    await drawn();
    return [inside.length > 20, calls > 0, look()];";

/// All that a page and its visitors may still do.
const AFTERWARDS: &str = "
    window.before = calls;
    for (const old of inside) if (old.localName !== 'a') old.click();
    for (let y = 10; y < innerHeight; y += 40) document.elementFromPoint(100, y)?.click();
    document.body.append(one);
    one.setAttribute('agreement', 'pro');
    two.removeAttribute('at');
    three.compare = true;
    await drawn();
    const gone = three;
    gone.remove();
    await drawn();
    document.body.append(gone);
    const late = document.createElement('aura-serviceaftale');
    late.id = 'late';
    late.loading = 'eager';
    late.innerHTML = '<p>87 92 55 75</p>';
    document.body.append(late);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await drawn();
    return Promise.all([one, late].map((element) => element.whenReady().then(() => 'kept', () => 'broken')));";

#[test]
fn a_panic_ends_every_element_in_its_fallback_and_nothing_calls_the_dead() -> Outcome {
    let elements: String = ["one", "two", "three"].map(|id| element(id, "")).concat();
    let site = panicking()?.with_file("/host.html", host_page(&elements)).with_clock_at("2026-03-10T20:30:00+01:00");
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        let waits = page.clock().pending().await?;
        assert!(!waits.is_empty(), "there is a next change to wait for");
        let failed = json!([["one", "failed", true], ["two", "failed", true], ["three", "failed", true]]);
        assert_eq!(page.run_async(PANIC, vec![]).await?, json!([true, true, failed]));
        assert_eq!(codes_by_element(&page.recorded().await?), ["one panic", "three panic", "two panic"]);

        // The first was ready once, and whoever waited for that has been told.
        assert_eq!(page.run_async(AFTERWARDS, vec![]).await?, json!(["kept", "broken"]));
        page.clock().advance(2 * 24 * 3_600_000).await?;
        assert_eq!(page.run("return calls - before;", vec![]).await?, json!(0), "the dead was called");
        let mut states: Vec<String> = states(page).await?;
        states.sort();
        assert_eq!(states, ["late failed true", "one failed true", "three failed true", "two failed true"]);
        assert_eq!(page.clock().pending().await?, Vec::<String>::new());
        let recorded = page.recorded().await?;
        assert_eq!(codes_by_element(&recorded), ["late panic", "one panic", "three panic", "two panic"]);
        let thrown = recorded.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::Rejection(_)));
        let thrown: Vec<_> = thrown.collect();
        assert!(matches!(thrown.as_slice(), [Record::Error(text)] if text.starts_with("RuntimeError")), "{thrown:?}");
        Ok(())
    })
}

#[test]
fn a_panic_of_the_first_element_ends_them_all_and_the_release_cannot_be_made_to() -> Outcome {
    let elements = [element("one", "at=\"panic\""), element("two", ""), element("three", "")].concat();
    let released = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
        <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
        <aura-serviceaftale at=\"panic\"></aura-serviceaftale>";
    let site = panicking()?.with_file("/host.html", host_page(&elements)).with_file("/released.html", released);
    Visit::to(site).run(async |page| {
        page.open_until("/host.html", "failed").await?;
        page.settle().await?;
        let recorded = page.recorded().await?;
        assert_eq!(codes_by_element(&recorded), ["one panic", "three panic", "two panic"]);
        assert_eq!(states(page).await?, ["one failed true", "two failed true", "three failed true"]);

        page.open("/released.html").await?;
        assert_eq!(page.recorded().await?.codes(), ["attribute"]);
        Ok(())
    })
}

/// The release, and under /panic/ the widget that panics when its `at` is `panic`.
fn panicking() -> Outcome<Site> {
    let folder = env::var_os("AURA_DIST_PANIC").expect("AURA_DIST_PANIC is not set: run `cargo xtask test`");
    let mut site = Site::release()?.with_file("/counting.js", COUNTING);
    for file in fs::read_dir(PathBuf::from(folder)).unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap();
        site = site.with_file(&format!("/panic/{name}"), fs::read(&file).unwrap());
    }
    Ok(site)
}

fn element(id: &str, attributes: &str) -> String {
    format!("<aura-serviceaftale id=\"{id}\" loading=\"eager\" {attributes}><p>87 92 55 75</p></aura-serviceaftale>")
}

fn host_page(elements: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title><script src=\"/counting.js\"></script>
         <script type=\"module\" src=\"/panic/aura-serviceaftale.js\"></script><body>{elements}"
    )
}

/// Each error's element and code, sorted.
fn codes_by_element(recorded: &Recorded) -> Vec<String> {
    let told = recorded.told("error");
    let mut codes: Vec<String> =
        told.iter().map(|told| format!("{} {}", told.element, told.code.as_deref().unwrap_or("none"))).collect();
    codes.sort();
    codes
}

/// Each element's id, state, and whether its fallback is to be seen.
async fn states(page: &Page) -> Outcome<Vec<String>> {
    let states = page.run("return look().map((each) => each.join(' '));", vec![]).await?;
    Ok(states.as_array().unwrap().iter().map(|state| state.as_str().unwrap().to_owned()).collect())
}
