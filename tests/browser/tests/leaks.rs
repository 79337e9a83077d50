//! Does a page on which elements come, go and move keep anything that nobody needs any more?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Failure, Outcome, Page, Site, Visit};
use serde_json::{Value, json};

const HTML: &str = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
    <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
    <div id=\"left\"><aura-serviceaftale id=\"first\" loading=\"eager\" agreement=\"pro\"></aura-serviceaftale></div>
    <div id=\"right\"></div>";

/// A page of a single application is left and another entered.
const ADD_AND_REMOVE: &str = "const element = document.createElement('aura-serviceaftale');
    element.setAttribute('loading', 'eager');
    element.setAttribute('agreement', 'pro');
    right.append(element);
    await element.whenReady();
    await drawn();
    element.remove();
    await drawn();";

/// A host lays out its page anew.
const MOVE: &str = "(first.parentElement === left ? right : left).append(first);
    await drawn();";

const CYCLES: u64 = 1_000;
/// So many cycles fit well into the minute that a script may take.
const AT_A_TIME: u64 = 200;
/// Less than one for a hundred cycles.
const GROWTH: u64 = CYCLES / 100;

#[test]
fn a_thousand_cycles_leave_neither_nodes_nor_listeners() -> Outcome {
    let visit = Visit::to(Site::release()?.with_file("/host.html", HTML)).within(600);
    visit.in_chromium("only its driver counts nodes and listeners").run(async |page| {
        for (name, cycle) in [("add and remove", ADD_AND_REMOVE), ("move", MOVE)] {
            page.open("/host.html").await?;
            // What is made once, as the page of answers that is kept for the next element, is there from now on.
            repeat(page, cycle, AT_A_TIME).await?;
            let before = counted(page).await?;
            for _ in 0..CYCLES / AT_A_TIME {
                repeat(page, cycle, AT_A_TIME).await?;
            }
            let after = counted(page).await?;
            println!("{name}: nodes and listeners {before:?}, after {CYCLES} cycles {after:?}");
            for (before, after) in before.into_iter().zip(after) {
                assert!(after < before + GROWTH, "{name}: {before} became {after}");
            }
        }
        Ok(())
    })
}

#[test]
fn the_page_waits_for_one_timer_and_for_none_when_nobody_is_left() -> Outcome {
    let site = Site::release()?.with_file("/host.html", HTML).with_clock_at("2026-03-10T10:00:00+01:00");
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        for cycle in [ADD_AND_REMOVE, MOVE] {
            repeat(page, cycle, 20).await?;
            let pending = page.clock().pending().await?;
            assert_eq!(pending.len(), 1, "{pending:?} after {cycle}");
        }
        page.run("first.remove();", vec![]).await?;
        page.clock().advance(0).await?;
        assert_eq!(page.clock().pending().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Runs the cycle so many times, one after another.
async fn repeat(page: &Page, cycle: &str, times: u64) -> Outcome {
    let script = format!(
        "const channel = new MessageChannel();
         // A task of its own, in which everything that was queued before it has run.
         const drawn = () => new Promise((done) => {{ channel.port1.onmessage = done; channel.port2.postMessage(0); }});
         for (let count = 0; count < arguments[0]; count += 1) {{ {cycle} }}
         channel.port1.close();"
    );
    page.run_async(&script, vec![json!(times)]).await?;
    Ok(())
}

/// The nodes and the listeners that are left once the garbage is gone.
async fn counted(page: &Page) -> Outcome<[u64; 2]> {
    page.settle().await?;
    // What one collection frees may hold what the next one frees.
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counters = page.devtools("Memory.getDOMCounters", json!({})).await?;
    let count = |name: &str| counters.get(name).and_then(Value::as_u64);
    let counts = count("nodes").zip(count("jsEventListeners"));
    counts.map(|(nodes, listeners)| [nodes, listeners]).ok_or_else(|| Failure::new(format!("counted {counters}")))
}
