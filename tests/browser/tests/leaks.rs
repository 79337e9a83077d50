//! Leaks: DOM nodes, listeners and timers after adding, removing and moving elements.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Failure, Outcome, Page, Session, Site};
use serde_json::{Value, json};

const HTML: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <div id=\"left\"><aura-serviceaftale id=\"first\" loading=\"eager\" agreement=\"pro\"></aura-serviceaftale></div>
    <div id=\"right\"></div>";

/// As in a single-page application that changes views.
const ADD_AND_REMOVE: &str = "const element = document.createElement('aura-serviceaftale');
    element.setAttribute('loading', 'eager');
    element.setAttribute('agreement', 'pro');
    right.append(element);
    await rendered();
    await element.whenReady();
    await rendered();
    element.remove();
    await rendered();";

/// As on a page that changes its layout.
const MOVE: &str = "(first.parentElement === left ? right : left).append(first);
    await rendered();";

const CYCLES: u64 = 1_000;
/// Cycles for each script call, which may take a minute.
const CYCLES_PER_SCRIPT: u64 = 200;
/// The allowed growth: less than one for a hundred cycles.
const GROWTH: u64 = CYCLES / 100;

#[test]
fn a_thousand_cycles_leak_no_nodes_or_listeners() -> Outcome {
    let session = Session::new(Site::release()?.with_file("/host.html", HTML)).with_timeout(600);
    session.chromium_only("only its driver counts nodes and listeners").run(async |page| {
        for (name, cycle) in [("add and remove", ADD_AND_REMOVE), ("move", MOVE)] {
            page.open("/host.html").await?;
            // Warm-up: creates what is kept for later, such as pooled mounts.
            repeat(page, cycle, CYCLES_PER_SCRIPT).await?;
            let before = count_nodes_and_listeners(page).await?;
            for _ in 0..CYCLES / CYCLES_PER_SCRIPT {
                repeat(page, cycle, CYCLES_PER_SCRIPT).await?;
            }
            let after = count_nodes_and_listeners(page).await?;
            println!("{name}: nodes and listeners {before:?}, after {CYCLES} cycles {after:?}");
            for (before, after) in before.into_iter().zip(after) {
                assert!(after < before + GROWTH, "{name}: {before} before, {after} after");
            }
        }
        Ok(())
    })
}

#[test]
fn there_is_one_timer_and_none_after_the_last_element_is_removed() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HTML).with_clock_at("2026-03-10T10:00:00+01:00");
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        for cycle in [ADD_AND_REMOVE, MOVE] {
            repeat(page, cycle, 20).await?;
            let pending = page.clock().pending().await?;
            assert_eq!(pending.len(), 1, "{pending:?} after {cycle}");
        }
        page.execute("first.remove();", vec![]).await?;
        page.clock().advance(0).await?;
        assert_eq!(page.clock().pending().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Two values of each attribute; the first is set, the second removed or replaced.
const ATTRIBUTES: [(&str, &str, Option<&str>); 13] = [
    ("agreement", "basis", Some("pro")),
    ("compare", "", None),
    ("picker", "hidden", None),
    ("view", "compact", None),
    ("view", "demo", None),
    ("lang", "en", Some("da")),
    ("theme", "dark", Some("light")),
    ("at", "2026-04-02T12:00:00+02:00", Some("2026-12-24T09:00:00+01:00")),
    ("reported", "2026-04-02T09:00:00+02:00", None),
    ("heading-level", "3", None),
    ("agreements", "/agreements.json", None),
    ("notices", "none", Some("/notices.json")),
    ("loading", "lazy", Some("eager")),
];

/// Sets the attribute in odd steps, and removes or replaces it in even ones.
const CHANGE: &str = "
    const [name, one, other] = change(count);
    const value = count % 2 ? one : other;
    if (value === null) first.removeAttribute(name);
    else first.setAttribute(name, value);
    await rendered();";

#[test]
fn a_thousand_changes_of_each_attribute_leak_no_nodes_or_listeners() -> Outcome {
    let site = Site::release()?
        .with_file("/host.html", HTML)
        .with_file("/agreements.json", include_str!("../../../static/agreements.json"))
        .with_file("/notices.json", include_str!("../../../static/notices.json"));
    let session = Session::new(site).with_timeout(900);
    session.chromium_only("only its driver counts nodes and listeners").run(async |page| {
        let table = serde_json::to_string(&ATTRIBUTES)?;
        // One attribute after the other, then all of them in an order that a linear congruential generator gives.
        let orders = ATTRIBUTES.iter().enumerate().map(|(index, (name, value, _))| {
            (format!("{name}={value}"), format!("const change = () => TABLE[{index}];"))
        });
        let random = "const change = () => TABLE[((window.seed = ((window.seed ?? 1) * 48271) % 2147483647) >> 8) % TABLE.length];";
        let orders = orders.chain([("all in turn".to_owned(), random.to_owned())]);
        let mut leaks = Vec::new();
        for (name, order) in orders {
            page.open("/host.html").await?;
            let cycle = format!("const TABLE = {table}; {order} {CHANGE}");
            repeat(page, &cycle, CYCLES_PER_SCRIPT).await?;
            let before = count_nodes_and_listeners(page).await?;
            for _ in 0..CYCLES / CYCLES_PER_SCRIPT {
                repeat(page, &cycle, CYCLES_PER_SCRIPT).await?;
            }
            let after = count_nodes_and_listeners(page).await?;
            println!("{name}: nodes and listeners {before:?}, after {CYCLES} changes {after:?}");
            if before.into_iter().zip(after).any(|(before, after)| after >= before + GROWTH) {
                leaks.push(format!("{name}: {before:?} before, {after:?} after"));
            }
        }
        assert!(leaks.is_empty(), "{leaks:#?}");
        Ok(())
    })
}

/// Runs the cycle several times in sequence.
async fn repeat(page: &Page, cycle: &str, times: u64) -> Outcome {
    let script = format!(
        "const channel = new MessageChannel();
         // Waits for a task; everything that was queued before has run by then.
         const task = () => new Promise((resolve) => {{ channel.port1.onmessage = resolve; channel.port2.postMessage(0); }});
         // With the fake clock no timer fires by itself, not even one without delay.
         const rendered = () => task().then(() => globalThis.__clock?.advance(0));
         for (let count = 0; count < arguments[0]; count += 1) {{ {cycle} }}
         channel.port1.close();"
    );
    page.execute_async(&script, vec![json!(times)]).await?;
    Ok(())
}

/// The number of DOM nodes and listeners after garbage collection.
async fn count_nodes_and_listeners(page: &Page) -> Outcome<[u64; 2]> {
    page.settle().await?;
    // One collection may free objects that keep others alive.
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counters = page.devtools("Memory.getDOMCounters", json!({})).await?;
    let count = |name: &str| counters.get(name).and_then(Value::as_u64);
    let counts = count("nodes").zip(count("jsEventListeners"));
    counts
        .map(|(nodes, listeners)| [nodes, listeners])
        .ok_or_else(|| Failure::new(format!("unexpected counters: {counters}")))
}
