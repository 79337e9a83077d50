//! How long does somebody with a slow phone on a slow line wait for the first answer, and what does a page pay for a widget
//! that nobody has scrolled to? `cargo xtask bench` builds the release, and runs this on it.

use std::path::Path;
use std::{env, fs};

use browser_tests::{Failure, Host, Outcome, Page, Visit, readme};
use serde_json::{Value, json};
use server_tests::{Nginx, Release};

/// Of so many loads the median counts.
const LOADS: usize = 5;
/// From the navigation to the first answer, in milliseconds: twice what it takes on a machine that has nothing else to do.
const READY_GATE: f64 = 2_000.0;
/// What the host's long tasks may grow by, in milliseconds, for an element that is not in sight.
const LAZY_GATE: f64 = 50.0;

fn main() -> Outcome {
    let release = Release::built()?;
    let nginx = Nginx::start(release.folder(), Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let published_at = nginx.url("");
    let published_at = published_at.trim_end_matches('/');
    let lazy = readme::embedding(published_at)?;
    let newest = lazy.replace("<aura-serviceaftale ", "<aura-serviceaftale loading=\"eager\" ");
    let script = lazy.lines().next().unwrap_or_default();
    let listed = fs::read_to_string(release.folder().join(concat!("v", env!("CARGO_PKG_VERSION"), "/integrity.txt")))?;
    let pinned: Vec<&str> = listed.lines().filter(|line| line.starts_with('<')).collect();
    let pinned = newest.replace(script, &pinned.join("\n").replace("https://HOST/serviceaftale", published_at));

    let below = |widget: &str| page(&format!("<div style=\"height: 5000px\"></div>{widget}"));
    let host = Host::page("/newest.html", page(&newest))
        .with_file("/pinned.html", page(&pinned))
        .with_file("/lazy.html", below(&lazy))
        .with_file("/without.html", below(&lazy.replace(script, "")))
        .unrecorded();
    let visit = Visit::to(host).in_chromium("only its driver slows down a line and a processor").within(300);
    visit.run(async |page| {
        slow_down(page).await?;
        println!("150 ms, 1.6 Mbit/s, a processor four times slower, nothing cached; the median of {LOADS} loads");
        for (path, name) in [("/newest.html", "first answer"), ("/pinned.html", "first answer, pinned and preloaded")] {
            hold(name, median(page, path, first_answer).await?, READY_GATE)?;
        }
        hold_silence(page).await?;
        let without = median(page, "/without.html", long_tasks).await?;
        let with = median(page, "/lazy.html", long_tasks).await?;
        println!("{without:>12.0} ms  long tasks of a page without the widget");
        println!("{with:>12.0} ms  and with the widget out of sight");
        hold("by which they grow", with - without, LAZY_GATE)
    })
}

async fn slow_down(page: &Page) -> Outcome {
    let line = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    for (command, parameters) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.emulateNetworkConditions", line),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })),
    ] {
        page.devtools(command, parameters).await?;
    }
    Ok(())
}

async fn median(page: &Page, path: &str, measure: impl AsyncFn(&Page) -> Outcome<f64>) -> Outcome<f64> {
    let mut found = Vec::new();
    for _ in 0..LOADS {
        page.load(path).await?;
        found.push(measure(page).await?);
    }
    found.sort_by(f64::total_cmp);
    found.get(LOADS / 2).copied().ok_or_else(|| Failure::new("nothing was measured"))
}

/// Milliseconds from the navigation until the first answers stood there. What had come by then must be two files, each once.
async fn first_answer(page: &Page) -> Outcome<f64> {
    let script = "await customElements.whenDefined('aura-serviceaftale');
                  await document.querySelector('aura-serviceaftale').whenReady();
                  return [answeredAt, cameBefore];";
    let found = page.run_async(script, vec![]).await?;
    let asked_for = found.get(1).and_then(Value::as_array).map_or(0, Vec::len);
    let answered_at = found.get(0).and_then(Value::as_f64).filter(|_| asked_for == 2);
    answered_at.ok_or_else(|| Failure::new(format!("expected the loader and the wasm, once each, found {found}")))
}

/// A preload that nobody uses is complained of some seconds after the page has loaded.
async fn hold_silence(page: &Page) -> Outcome {
    page.run_async("await new Promise((done) => setTimeout(done, 5000));", vec![]).await?;
    let said = page.log().await?;
    if said.is_empty() { Ok(()) } else { Err(Failure::new(format!("the console says {said:?}"))) }
}

/// Milliseconds that all tasks of over 50 ms took, until two seconds after the page had loaded.
async fn long_tasks(page: &Page) -> Outcome<f64> {
    let script = "await new Promise((done) => setTimeout(done, 2000));
                  return longTasks;";
    let found = page.run_async(script, vec![]).await?;
    found.as_f64().ok_or_else(|| Failure::new(format!("expected milliseconds, found {found}")))
}

fn page(widget: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">
         <script>
           (function look() {{
             const root = document.querySelector('aura-serviceaftale')?.shadowRoot;
             if (!root?.querySelector('.deadline time')) return requestAnimationFrame(look);
             window.answeredAt = performance.now();
             window.cameBefore = performance.getEntriesByType('resource').map(({{ name }}) => name);
           }})();
           window.longTasks = 0;
           new PerformanceObserver((list) => list.getEntries().forEach(({{ duration }}) => {{ longTasks += duration; }}))
             .observe({{ type: 'longtask', buffered: true }});
         </script>
         <h1>Kontakt</h1>{widget}"
    )
}

fn hold(name: &str, milliseconds: f64, gate: f64) -> Outcome {
    println!("{milliseconds:>12.0} ms  {name} (gate {gate:.0} ms)");
    if milliseconds < gate {
        return Ok(());
    }
    Err(Failure::new(format!("{name}: {milliseconds:.0} ms, its gate is {gate:.0} ms")))
}
