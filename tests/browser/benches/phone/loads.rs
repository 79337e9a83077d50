//! Measurement of page loads on an emulated slow network.

use browser_tests::{Failure, Outcome, Page};
use serde_json::{Value, json};

/// The number of loads; the median is reported.
pub const LOADS: usize = 5;
/// The conditions of [`emulate_slow_network`].
pub const NETWORK: &str = "150 ms latency, 1.6 Mbit/s, CPU four times slower, no cache";

pub async fn emulate_slow_network(page: &Page) -> Outcome {
    let conditions =
        json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    for (command, parameters) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.emulateNetworkConditions", conditions),
    ] {
        page.devtools(command, parameters).await?;
    }
    page.throttle_cpu(4).await
}

/// A host page with the widget, with a script that stores when the first answers were rendered.
pub fn page(widget: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">
         <script>
           (function check() {{
             const root = document.querySelector('aura-serviceaftale')?.shadowRoot;
             if (!root?.querySelector('.deadline time')) return requestAnimationFrame(check);
             window.answeredAt = performance.now();
             window.loadedBefore = performance.getEntriesByType('resource').map(({{ name }}) => name);
           }})();
           window.longTasks = 0;
           new PerformanceObserver((list) => list.getEntries().forEach(({{ duration }}) => {{ longTasks += duration; }}))
             .observe({{ type: 'longtask', buffered: true }});
         </script>
         <h1>Kontakt</h1>{widget}"
    )
}

/// Milliseconds from the navigation to the first answers.
///
/// # Errors
///
/// Unless exactly two files were loaded before, the loader and the wasm.
pub async fn first_answer(page: &Page) -> Outcome<f64> {
    let script = "await customElements.whenDefined('aura-serviceaftale');
                  await document.querySelector('aura-serviceaftale').whenReady();
                  return [answeredAt, loadedBefore];";
    let found = page.execute_async(script, vec![]).await?;
    let files = found.get(1).and_then(Value::as_array).map_or(0, Vec::len);
    let answered_at = found.get(0).and_then(Value::as_f64).filter(|_| files == 2);
    answered_at.ok_or_else(|| Failure::new(format!("expected the loader and the wasm, once each; found {found}")))
}

/// The median of a measurement over several loads of the path.
pub async fn median(page: &Page, path: &str, measure: impl AsyncFn(&Page) -> Outcome<f64>) -> Outcome<f64> {
    let mut found = Vec::new();
    for _ in 0..LOADS {
        page.load(path).await?;
        found.push(measure(page).await?);
    }
    found.sort_by(f64::total_cmp);
    found.get(LOADS / 2).copied().ok_or_else(|| Failure::new("nothing was measured"))
}

/// Prints a value with its gate.
///
/// # Errors
///
/// When the value is not below the gate.
pub fn check_gate(name: &str, value: f64, gate: f64, unit: &str) -> Outcome {
    println!("{value:>12.0} {unit}  {name} (gate {gate:.0} {unit})");
    if value < gate {
        return Ok(());
    }
    Err(Failure::new(format!("{name}: {value:.0} {unit}; the gate is {gate:.0} {unit}")))
}
