//! How long does a page take to give its first answer, on a slow line?

use browser_tests::{Failure, Outcome, Page};
use serde_json::{Value, json};

/// Of so many loads the median counts.
pub const LOADS: usize = 5;
/// What [`slow_line`] does.
pub const LINE: &str = "150 ms, 1.6 Mbit/s, a processor four times slower, nothing cached";

pub async fn slow_line(page: &Page) -> Outcome {
    let line = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    for (command, parameters) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.emulateNetworkConditions", line),
    ] {
        page.devtools(command, parameters).await?;
    }
    page.slow_down(4).await
}

/// A host's page with the widget on it, which notes when the first answers stand there.
pub fn page(widget: &str) -> String {
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

/// Milliseconds from the navigation until the first answers stood there. What had come by then must be two files, each once.
pub async fn first_answer(page: &Page) -> Outcome<f64> {
    let script = "await customElements.whenDefined('aura-serviceaftale');
                  await document.querySelector('aura-serviceaftale').whenReady();
                  return [answeredAt, cameBefore];";
    let found = page.run_async(script, vec![]).await?;
    let asked_for = found.get(1).and_then(Value::as_array).map_or(0, Vec::len);
    let answered_at = found.get(0).and_then(Value::as_f64).filter(|_| asked_for == 2);
    answered_at.ok_or_else(|| Failure::new(format!("expected the loader and the wasm, once each, found {found}")))
}

/// The median of what is measured in several loads of the path.
pub async fn median(page: &Page, path: &str, measure: impl AsyncFn(&Page) -> Outcome<f64>) -> Outcome<f64> {
    let mut found = Vec::new();
    for _ in 0..LOADS {
        page.load(path).await?;
        found.push(measure(page).await?);
    }
    found.sort_by(f64::total_cmp);
    found.get(LOADS / 2).copied().ok_or_else(|| Failure::new("nothing was measured"))
}

/// Prints what was found.
///
/// # Errors
///
/// When it is not below its gate.
pub fn hold(name: &str, found: f64, gate: f64, unit: &str) -> Outcome {
    println!("{found:>12.0} {unit}  {name} (gate {gate:.0} {unit})");
    if found < gate {
        return Ok(());
    }
    Err(Failure::new(format!("{name}: {found:.0} {unit}, its gate is {gate:.0} {unit}")))
}
