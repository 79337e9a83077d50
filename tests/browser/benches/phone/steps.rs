//! What does a visitor wait for, from an event until it is painted?

use browser_tests::{Failure, Outcome, Page};
use serde_json::{Value, json};

/// That of a phone, which the slow processor stands for.
pub const WIDTH: u32 = 390;
/// From an event until the answers to it are painted, in milliseconds, at the 95th percentile: a first paint may come soon
/// because nothing is done yet.
pub const ANSWER_GATE: f64 = 200.0;
/// What the browser does not tell of took less than this, and counts as this, in milliseconds.
const OMITTED: f64 = 16.0;

/// What the browser calls no long task, in milliseconds.
const SHORT_TASK: f64 = 50.0;

/// First on the page: the watch over events and paints.
pub const WATCHED: &str = "<script>
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

/// The last paint that shows something new in the element: a frame's callbacks run before it is painted, a message's after.
const WATCH_PAINTS: &str = "const changed = new MutationObserver(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { watch.paintedAt = performance.now(); };
    port2.postMessage(null);
  }));
  const { shadowRoot } = document.querySelector('aura-serviceaftale');
  changed.observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });";

/// Waits until the widget is ready, and from then on watches, on a phone.
pub async fn watch(page: &Page) -> Outcome {
    let ready = "await customElements.whenDefined('aura-serviceaftale');
                 await document.querySelector('aura-serviceaftale').whenReady();";
    page.run_async(&format!("{ready} {WATCH_PAINTS}"), vec![]).await?;
    page.widen_to(WIDTH).await
}

/// What something that a visitor did took, in milliseconds.
pub struct Waited {
    /// From its slowest event to the paint after it.
    pub next_paint: f64,
    /// Until what it asks for was painted; none when nothing new is to be seen.
    pub answers: Option<f64>,
    /// The longest time in which the page could do nothing else; 50 where it was no longer, of which the browser tells not.
    pub longest_task: f64,
}

/// How long `act` takes at the place that the first selector finds, to show what is new where the second one does.
///
/// # Errors
///
/// When nothing happens.
pub async fn waited(page: &Page, place: &str, answers: &str, act: impl AsyncFnOnce() -> Outcome) -> Outcome<Waited> {
    let begun = page.run_async(BEGIN, vec![json!(place), json!(answers)]).await?;
    act().await?;
    let ended = page.run_async(END, vec![begun, json!(answers)]).await?;
    let number = |name: &str| ended.get(name).and_then(Value::as_f64).unwrap_or_default();
    if number("interactions") < 1.0 || number("beganAt") < number("at") {
        return Err(Failure::new(format!("no interaction, or none that was seen: {ended}")));
    }
    let answers = number("paintedAt") - number("beganAt");
    let answered = ended.get("changed") == Some(&json!(true));
    if answered && answers <= 0.0 {
        return Err(Failure::new(format!("something changed, but nothing was painted: {ended}")));
    }
    Ok(Waited {
        next_paint: number("nextPaint").max(OMITTED),
        answers: answered.then_some(answers),
        longest_task: number("longestTask").max(SHORT_TASK),
    })
}

/// When something begins, and how much was done before. Whoever does it has what is pressed before their eyes: to paint the
/// page where it was scrolled to is no part of what the press takes.
const BEGIN: &str = "const [place, answers] = arguments;
  document.querySelector('aura-serviceaftale').shadowRoot.querySelector(place).scrollIntoView({ block: 'center' });
  await new Promise((done) => setTimeout(done, 300));
  return { at: performance.now(), interactions: performance.interactionCount, shown: watch.shown(answers) };";

/// The browser tells of an event some time after it was drawn.
const END: &str = "await new Promise((done) => setTimeout(done, 300));
  const [begun, answers] = arguments;
  const events = watch.entries.filter(({ interactionId, startTime }) => interactionId > 0 && startTime >= begun.at);
  const tasks = watch.tasks.filter(({ startTime }) => startTime >= watch.beganAt);
  return {
    at: begun.at,
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    interactions: performance.interactionCount - begun.interactions,
    beganAt: watch.beganAt,
    paintedAt: watch.paintedAt,
    nextPaint: Math.max(0, ...events.map(({ duration }) => duration)),
    changed: watch.shown(answers) !== begun.shown,
  };";

/// How long several took.
pub struct Spread {
    count: usize,
    p50: f64,
    p95: f64,
    longest: f64,
}

impl Spread {
    /// # Errors
    ///
    /// When there are none.
    pub fn of(milliseconds: impl Iterator<Item = f64>) -> Outcome<Self> {
        let mut sorted: Vec<f64> = milliseconds.collect();
        sorted.sort_by(f64::total_cmp);
        let count = sorted.len();
        // The least of which so many per cent are no longer.
        let percentile = |percent: usize| sorted.get((count * percent).div_ceil(100).saturating_sub(1)).copied();
        let three = (percentile(50), percentile(95), percentile(100));
        let (Some(p50), Some(p95), Some(longest)) = three else {
            return Err(Failure::new("nothing was measured"));
        };
        Ok(Self { count, p50, p95, longest })
    }

    /// A line.
    pub fn print(&self, of: &str) {
        let Self { count, p50, p95, longest } = self;
        println!("{p50:>5.0} ms median {p95:>5.0} ms p95 {longest:>5.0} ms longest {count:>5}  {of}");
    }

    /// # Errors
    ///
    /// When the 95th percentile is over the gate, in milliseconds.
    pub fn hold(&self, what: &str, gate: f64) -> Outcome {
        if self.p95 <= gate {
            return Ok(());
        }
        Err(Failure::new(format!("{what}: {:.0} ms at the 95th percentile, its gate is {gate:.0} ms", self.p95)))
    }
}
