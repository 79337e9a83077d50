//! Panics: all elements show their fallback, nothing calls the dead wasm instance, and a new one replaces it once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::{env, fs};

use browser_tests::{Outcome, Page, Record, Recording, Session, Site};
use serde_json::json;

/// A script before the loader that counts all calls of wasm exports.
const COUNT_CALLS: &str = "
    window.calls = 0;
    window.instances = 0;
    window.lastCalled = 0;
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const before = WebAssembly[name];
      WebAssembly[name] = async (...params) => {
        const result = await before.apply(WebAssembly, params);
        const { exports } = result.instance ?? result;
        instances += 1;
        const own = instances;
        const counted = ([name, value]) =>
          [name, typeof value === 'function' ? (...args) => { calls += 1; lastCalled = own; return value(...args); } : value];
        const instance = { exports: Object.fromEntries(Object.entries(exports).map(counted)) };
        return result.instance ? { module: result.module, instance } : instance;
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
    window.old = calls;
    return [controls.length > 20, calls > 0, states()];";

/// Types a report time into the first element, and an address that is not stored yet.
const TYPE: &str = "
    const root = one.shadowRoot;
    root.querySelectorAll('.when input')[1].click();
    await rendered();
    for (const [id, value] of [['report-date', 'i morgen'], ['report-time', '14.15']]) {
      const field = root.getElementById(id);
      field.value = value;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
      await rendered();
    }
    root.querySelector('details.remembered').open = true;
    root.getElementById('label').value = 'Lager i Odder';";

/// What is in these fields, and whether the address form is unfolded.
const TYPED: &str = "
    const root = one.shadowRoot;
    return [...['report-date', 'report-time', 'label'].map((id) => root.getElementById(id)?.value), root.querySelector('details.remembered')?.open];";

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
fn a_dead_instance_is_replaced_once_with_what_was_chosen_and_typed() -> Outcome {
    let elements =
        [element("one", "agreement=\"basis\""), element("two", ""), element("three", "agreement=\"pro\"")].concat();
    let site = site_with_panic_switch()?
        .with_file("/host.html", host_page(&elements))
        .with_clock_at("2026-03-10T20:30:00+01:00");
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        page.execute_async(TYPE, vec![]).await?;
        let typed = page.execute(TYPED, vec![]).await?;
        assert_eq!(typed[2], json!("Lager i Odder"));
        let failed = json!([["one", "failed", true], ["two", "failed", true], ["three", "failed", true]]);
        assert_eq!(page.execute_async(PANIC, vec![]).await?, json!([true, true, failed]));
        assert_eq!(codes_by_element(&page.recording().await?), ["one panic", "three panic", "two panic"]);
        page.execute("two.removeAttribute('at');", vec![]).await?;

        // The new instance is made in a task of its own.
        page.wait_until("all elements are ready", async || {
            page.clock().advance(60).await?;
            Ok(states(page).await? == ["one ready false", "two ready false", "three ready false"])
        })
        .await?;
        page.wait_until("the input is repeated", async || Ok(page.execute(TYPED, vec![]).await? == typed)).await?;
        page.settle().await?;
        let chosen = "return [one.agreement, three.agreement, instances, lastCalled,
            ...[one, three].map(({ shadowRoot }) => shadowRoot.querySelector('[data-answer]').dataset.agreement)];";
        assert_eq!(page.execute(chosen, vec![]).await?, json!(["basis", "pro", 2, 2, "basis", "pro"]));
        let recording = page.recording().await?;
        assert_eq!(codes_by_element(&recording), ["one panic", "three panic", "two panic"]);
        let warnings = recording.0.iter().filter(|record| format!("{record:?}").contains("has stopped")).count();
        assert_eq!(warnings, 1 + 3, "one line in the console, and a message in each event");

        // The second death within ten minutes is the last one.
        page.execute_async(PANIC, vec![]).await?;
        for _ in 0..10 {
            page.clock().advance(60_000).await?;
        }
        assert_eq!(states(page).await?, ["one failed true", "two failed true", "three failed true"]);
        // whenReady() of the first element was fulfilled before the panic, and a new promise rejected after it.
        assert_eq!(page.execute_async(AFTERWARDS, vec![]).await?, json!(["fulfilled", "rejected"]));
        page.clock().advance(2 * 24 * 3_600_000).await?;
        assert_eq!(page.execute("return [calls - before, instances];", vec![]).await?, json!([0, 2]));
        let mut states: Vec<String> = states(page).await?;
        states.sort();
        assert_eq!(states, ["late failed true", "one failed true", "three failed true", "two failed true"]);
        assert_eq!(page.clock().pending().await?, Vec::<String>::new());
        let recording = page.recording().await?;
        let twice = ["late", "one", "one", "three", "three", "two", "two"].map(|id| format!("{id} panic"));
        assert_eq!(codes_by_element(&recording), twice);
        let uncaught =
            recording.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::UnhandledRejection(_)));
        let uncaught: Vec<_> = uncaught.collect();
        assert!(
            uncaught.iter().all(|record| matches!(record, Record::Error(text) if text.starts_with("RuntimeError"))),
            "{uncaught:?}"
        );
        assert_eq!(uncaught.len(), 2, "{uncaught:?}");
        Ok(())
    })
}

#[test]
fn an_instance_that_dies_after_ten_minutes_is_replaced_too() -> Outcome {
    let elements = [element("two", "agreement=\"pro\""), element("aside", "")].concat();
    let site = site_with_panic_switch()?.with_file("/host.html", host_page(&elements));
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        page.execute("window.aside = document.getElementById('aside'); aside.remove();", vec![]).await?;
        for instance in 2..=4 {
            let script = "const now = performance.now.bind(performance);
                performance.now = () => now() + 601_000;
                two.setAttribute('at', 'panic');
                await Promise.resolve();
                await Promise.resolve();
                two.removeAttribute('at');";
            page.execute_async(script, vec![]).await?;
            // An element that was not in the document meanwhile gets the new instance when it returns.
            page.execute("document.body.append(aside);", vec![]).await?;
            page.wait_until("the elements are ready again", async || {
                let states = "return [two.dataset.state, aside.dataset.state, instances, lastCalled];";
                Ok(page.execute(states, vec![]).await? == json!(["ready", "ready", instance, instance]))
            })
            .await?;
            let chosen = "aside.agreement = 'pro';
                await rendered();
                const { agreement } = aside.shadowRoot.querySelector('[data-answer]').dataset;
                aside.remove();
                aside.agreement = null;
                return agreement;";
            assert_eq!(page.execute_async(chosen, vec![]).await?, json!("pro"));
        }
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
