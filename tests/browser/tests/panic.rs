//! Panics: all elements show their fallback, and nothing calls the dead wasm instance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::{env, fs};

use browser_tests::{Outcome, Page, Record, Recording, Session, Site};
use serde_json::json;

/// A script before the loader that counts all calls of wasm exports.
const COUNT_CALLS: &str = "
    window.calls = 0;
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const before = WebAssembly[name];
      WebAssembly[name] = async (...params) => {
        const { instance, module } = await before.apply(WebAssembly, params);
        const counted = ([name, value]) =>
          [name, typeof value === 'function' ? (...args) => { calls += 1; return value(...args); } : value];
        return { module, instance: { exports: Object.fromEntries(Object.entries(instance.exports).map(counted)) } };
      };
    }
    window.rendered = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.states = () => [...document.querySelectorAll('aura-serviceaftale')].map((element) =>
      [element.id, element.dataset.state, element.querySelector('p').checkVisibility()]);";

/// Makes one of three elements panic, and keeps references to the controls inside.
const PANIC: &str = "
    window.controls = [...document.querySelectorAll('aura-serviceaftale')]
      .flatMap((element) => [...element.shadowRoot.querySelectorAll('input, button, summary, a')]);
    two.setAttribute('at', 'panic');
    await rendered();
    return [controls.length > 20, calls > 0, states()];";

/// Interactions of the page and the user after the panic.
const AFTERWARDS: &str = "
    window.before = calls;
    for (const control of controls) if (control.localName !== 'a') control.click();
    for (let y = 10; y < innerHeight; y += 40) document.elementFromPoint(100, y)?.click();
    document.body.append(one);
    one.setAttribute('agreement', 'pro');
    two.removeAttribute('at');
    three.compare = true;
    await rendered();
    const removed = three;
    removed.remove();
    await rendered();
    document.body.append(removed);
    const late = document.createElement('aura-serviceaftale');
    late.id = 'late';
    late.loading = 'eager';
    late.innerHTML = '<p>87 92 55 75</p>';
    document.body.append(late);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await rendered();
    return Promise.all([one, late].map((element) => element.whenReady().then(() => 'fulfilled', () => 'rejected')));";

#[test]
fn after_a_panic_every_element_shows_its_fallback_and_the_instance_is_not_called() -> Outcome {
    let elements: String = ["one", "two", "three"].map(|id| element(id, "")).concat();
    let site = site_with_panic_switch()?
        .with_file("/host.html", host_page(&elements))
        .with_clock_at("2026-03-10T20:30:00+01:00");
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        let pending = page.clock().pending().await?;
        assert!(!pending.is_empty(), "there is no timer for the next change");
        let failed = json!([["one", "failed", true], ["two", "failed", true], ["three", "failed", true]]);
        assert_eq!(page.execute_async(PANIC, vec![]).await?, json!([true, true, failed]));
        assert_eq!(codes_by_element(&page.recording().await?), ["one panic", "three panic", "two panic"]);

        // whenReady() of the first element was fulfilled before the panic.
        assert_eq!(page.execute_async(AFTERWARDS, vec![]).await?, json!(["fulfilled", "rejected"]));
        page.clock().advance(2 * 24 * 3_600_000).await?;
        assert_eq!(page.execute("return calls - before;", vec![]).await?, json!(0), "the dead instance was called");
        let mut states: Vec<String> = states(page).await?;
        states.sort();
        assert_eq!(states, ["late failed true", "one failed true", "three failed true", "two failed true"]);
        assert_eq!(page.clock().pending().await?, Vec::<String>::new());
        let recording = page.recording().await?;
        assert_eq!(codes_by_element(&recording), ["late panic", "one panic", "three panic", "two panic"]);
        let uncaught =
            recording.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::UnhandledRejection(_)));
        let uncaught: Vec<_> = uncaught.collect();
        assert!(
            matches!(uncaught.as_slice(), [Record::Error(text)] if text.starts_with("RuntimeError")),
            "{uncaught:?}"
        );
        Ok(())
    })
}

#[test]
fn a_panic_of_the_first_element_affects_all_and_the_release_has_no_panic_switch() -> Outcome {
    let elements = [element("one", "at=\"panic\""), element("two", ""), element("three", "")].concat();
    let released = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
        <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
        <aura-serviceaftale at=\"panic\"></aura-serviceaftale>";
    let site =
        site_with_panic_switch()?.with_file("/host.html", host_page(&elements)).with_file("/released.html", released);
    Session::new(site).run(async |page| {
        page.open_until_state("/host.html", "failed").await?;
        page.settle().await?;
        let recording = page.recording().await?;
        assert_eq!(codes_by_element(&recording), ["one panic", "three panic", "two panic"]);
        assert_eq!(states(page).await?, ["one failed true", "two failed true", "three failed true"]);

        page.open("/released.html").await?;
        assert_eq!(page.recording().await?.error_codes(), ["attribute"]);
        Ok(())
    })
}

/// The release, and under /panic/ a build that panics if the attribute `at` is `panic`.
fn site_with_panic_switch() -> Outcome<Site> {
    let folder = env::var_os("AURA_DIST_PANIC").expect("AURA_DIST_PANIC is not set: run `cargo xtask test`");
    let mut site = Site::release()?.with_file("/counting.js", COUNT_CALLS);
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

/// The element and code of each error event, sorted.
fn codes_by_element(recording: &Recording) -> Vec<String> {
    let errors = recording.events("error");
    let mut codes: Vec<String> =
        errors.iter().map(|event| format!("{} {}", event.element, event.code.as_deref().unwrap_or("none"))).collect();
    codes.sort();
    codes
}

/// The id, state and visibility of the fallback of each element.
async fn states(page: &Page) -> Outcome<Vec<String>> {
    let states = page.execute("return states().map((each) => each.join(' '));", vec![]).await?;
    Ok(states.as_array().unwrap().iter().map(|state| state.as_str().unwrap().to_owned()).collect())
}
