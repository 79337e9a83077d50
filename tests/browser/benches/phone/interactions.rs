//! Measurement of interactions: latency from an event to the next paint and to the new answers.

use browser_tests::{Failure, Outcome, Page};
use serde_json::{Value, json};

/// The width of a phone, in CSS pixels.
pub const WIDTH: u32 = 390;
/// Gate for the time from an event until its answers are painted, in milliseconds at the 95th percentile. The next
/// paint may come earlier, without the answers.
pub const ANSWER_GATE: f64 = 200.0;
/// The shortest duration of an event entry, in milliseconds. Shorter ones are not reported and count as this.
const MIN_EVENT_DURATION: f64 = 16.0;

/// The shortest duration of a long task entry, in milliseconds.
const MIN_LONG_TASK: f64 = 50.0;

/// A script for the start of the page that records events and long tasks.
pub const INSTRUMENTATION: &str = "<script>
  window.watch = {
    entries: [],
    tasks: [],
    beganAt: 0,
    paintedAt: 0,
    shown(selector) {
      const root = document.querySelector('aura-serviceaftale').shadowRoot;
      return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent).join();
    },
  };
  new PerformanceObserver((list) => watch.entries.push(...list.getEntries()))
    .observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => watch.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  const begin = ({ timeStamp }) => { watch.beganAt = timeStamp; };
  for (const type of ['click', 'input']) addEventListener(type, begin, { capture: true });
</script>";

/// Stores the time of the last paint after a change in the widget. Animation frame callbacks run before the paint, a
/// message posted from them is delivered after it.
const WATCH_PAINTS: &str = "const observer = new MutationObserver(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { watch.paintedAt = performance.now(); };
    port2.postMessage(null);
  }));
  const { shadowRoot } = document.querySelector('aura-serviceaftale');
  observer.observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });";

/// Waits until the widget is ready, sets the width of a phone and starts to record paints.
pub async fn start_watching(page: &Page) -> Outcome {
    let ready = "await customElements.whenDefined('aura-serviceaftale');
                 await document.querySelector('aura-serviceaftale').whenReady();";
    page.execute_async(&format!("{ready} {WATCH_PAINTS}"), vec![]).await?;
    page.set_width(WIDTH).await
}

/// The latency of one interaction, in milliseconds.
pub struct Latency {
    /// From the slowest event of the interaction to the next paint.
    pub next_paint: f64,
    /// From the first event until the new answers were painted; `None` when nothing changed.
    pub answers: Option<f64>,
    /// The longest task; at least 50, because browsers do not report shorter tasks.
    pub longest_task: f64,
}

/// Measures the action `act` on the control with the selector `place`. The selector `answers` matches the elements that
/// show the result.
///
/// # Errors
///
/// When there is no interaction or no paint.
pub async fn measure(page: &Page, place: &str, answers: &str, act: impl AsyncFnOnce() -> Outcome) -> Outcome<Latency> {
    let start = page.execute_async(START, vec![json!(place), json!(answers)]).await?;
    act().await?;
    let result = page.execute_async(END, vec![start, json!(answers)]).await?;
    let number = |name: &str| result.get(name).and_then(Value::as_f64).unwrap_or_default();
    if number("interactions") < 1.0 || number("beganAt") < number("at") {
        return Err(Failure::new(format!("no interaction was recorded: {result}")));
    }
    let answers = number("paintedAt") - number("beganAt");
    let changed = result.get("changed") == Some(&json!(true));
    if changed && answers <= 0.0 {
        return Err(Failure::new(format!("the answers changed, but no paint was recorded: {result}")));
    }
    Ok(Latency {
        next_paint: number("nextPaint").max(MIN_EVENT_DURATION),
        answers: changed.then_some(answers),
        longest_task: number("longestTask").max(MIN_LONG_TASK),
    })
}

/// Scrolls to the control before the measurement, so that scrolling is not part of it, and returns the state before the
/// interaction.
const START: &str = "const [place, answers] = arguments;
  document.querySelector('aura-serviceaftale').shadowRoot.querySelector(place).scrollIntoView({ block: 'center' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { at: performance.now(), interactions: performance.interactionCount, shown: watch.shown(answers) };";

/// Waits, because browsers report an event some time after its paint, and returns the measured values.
const END: &str = "await new Promise((resolve) => setTimeout(resolve, 300));
  const [start, answers] = arguments;
  const events = watch.entries.filter(({ interactionId, startTime }) => interactionId > 0 && startTime >= start.at);
  const tasks = watch.tasks.filter(({ startTime }) => startTime >= watch.beganAt);
  return {
    at: start.at,
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    interactions: performance.interactionCount - start.interactions,
    beganAt: watch.beganAt,
    paintedAt: watch.paintedAt,
    nextPaint: Math.max(0, ...events.map(({ duration }) => duration)),
    changed: watch.shown(answers) !== start.shown,
  };";

/// The distribution of several durations, in milliseconds.
pub struct Distribution {
    count: usize,
    p50: f64,
    p95: f64,
    longest: f64,
}

impl Distribution {
    /// Computes the distribution.
    ///
    /// # Errors
    ///
    /// When there are no values.
    pub fn new(milliseconds: impl Iterator<Item = f64>) -> Outcome<Self> {
        let mut sorted: Vec<f64> = milliseconds.collect();
        sorted.sort_by(f64::total_cmp);
        let count = sorted.len();
        // The smallest value that is not exceeded by this percentage of the values.
        let percentile = |percent: usize| sorted.get((count * percent).div_ceil(100).saturating_sub(1)).copied();
        let three = (percentile(50), percentile(95), percentile(100));
        let (Some(p50), Some(p95), Some(longest)) = three else {
            return Err(Failure::new("nothing was measured"));
        };
        Ok(Self { count, p50, p95, longest })
    }

    /// Prints the distribution on one line.
    pub fn print(&self, name: &str) {
        let Self { count, p50, p95, longest } = self;
        println!("{p50:>5.0} ms median {p95:>5.0} ms p95 {longest:>5.0} ms longest {count:>5}  {name}");
    }

    /// Compares the 95th percentile with the gate, in milliseconds.
    ///
    /// # Errors
    ///
    /// When the gate is exceeded.
    pub fn check_gate(&self, name: &str, gate: f64) -> Outcome {
        if self.p95 <= gate {
            return Ok(());
        }
        Err(Failure::new(format!("{name}: {:.0} ms at the 95th percentile; the gate is {gate:.0} ms", self.p95)))
    }
}
