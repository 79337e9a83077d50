//! How soon does a visitor with a slow phone see what they chose? `cargo xtask bench` builds the release, and runs this on
//! it.

use browser_tests::{Action, Failure, Outcome, Page, Site, Visit};
use serde_json::{Value, json};

/// So many choices are made, of these kinds and at random. For another kind add a line.
const CHOICES: usize = 200;
const KINDS: [Choice; 12] = [
    Choice::Agreement("Erhverv Basis"),
    Choice::Agreement("Erhverv Pro"),
    Choice::Agreement("Sammenlign"),
    Choice::Press("En dag tidligere"),
    Choice::Press("En dag senere"),
    Choice::Step("−1\u{a0}dag"),
    Choice::Step("−1\u{a0}time"),
    Choice::Step("+1\u{a0}time"),
    Choice::Step("+1\u{a0}dag"),
    Choice::Scenario("Langfredag"),
    Choice::Scenario("Juleaften"),
    Choice::Scenario("Sommertid"),
];
/// That of a phone, which the slow processor stands for.
const WIDTH: u32 = 390;
/// From an event to the next paint, which shows that something was chosen; in milliseconds, at the 95th percentile.
const PAINT_GATE: f64 = 50.0;
/// From the press until the answers to it are painted, likewise: a first paint may come soon because nothing is done yet.
const ANSWER_GATE: f64 = 200.0;
/// What the browser does not tell of took less than this, and counts as this, in milliseconds.
const OMITTED: f64 = 16.0;
const SEED: u64 = 20_260_403;

/// First on the page: the watch over events and paints.
const WATCHED: &str = "<body><script>
  window.watch = {
    entries: [],
    pressedAt: 0,
    paintedAt: 0,
    answers() {
      const root = document.querySelector('aura-serviceaftale').shadowRoot;
      const answers = root.querySelectorAll('.shown-time, .response .meta, .deadline, .relative');
      return [...answers].map(({ textContent }) => textContent).join();
    },
  };
  new PerformanceObserver((list) => watch.entries.push(...list.getEntries()))
    .observe({ type: 'event', durationThreshold: 16 });
  addEventListener('click', ({ timeStamp }) => { watch.pressedAt = timeStamp; }, { capture: true });
</script>";

/// What a visitor chooses, and by what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// An agreement, or to compare them.
    Agreement(&'static str),
    /// What the button of this name does.
    Press(&'static str),
    /// The time that is shown, by the button of this name.
    Step(&'static str),
    /// The moment of this name, which may be months away.
    Scenario(&'static str),
}

impl Choice {
    fn name(self) -> &'static str {
        match self {
            Self::Agreement(name) | Self::Press(name) | Self::Step(name) | Self::Scenario(name) => name,
        }
    }

    /// Where on the page it is made.
    fn place(self) -> &'static str {
        match self {
            Self::Agreement(_) => ".picker",
            Self::Press(_) => ".what-if",
            Self::Step(_) | Self::Scenario(_) => ".demo",
        }
    }

    async fn make(self, page: &Page) -> Outcome {
        page.act(match self {
            Self::Agreement(name) => Action::Choose(name),
            Self::Press(name) | Self::Step(name) | Self::Scenario(name) => Action::Push(name),
        })
        .await
    }
}

fn main() -> Outcome {
    let site = Site::release()?;
    let page = site.text_of("index.html")?.replacen("<body>", WATCHED, 1);
    let visit = Visit::to(site.with_file("/choices.html", page).unrecorded());
    visit.in_chromium("only its driver slows down a processor").within(600).run(async |page| {
        page.load("/choices.html?view=demo&agreement=pro&at=2026-04-03T15:00%2B02:00").await?;
        let ready = "await customElements.whenDefined('aura-serviceaftale');
                     await document.querySelector('aura-serviceaftale').whenReady();";
        page.run_async(&format!("{ready} {WATCH_PAINTS}"), vec![]).await?;
        page.widen_to(WIDTH).await?;
        page.choose("Vælg tidspunkt").await?;
        page.slow_down(4).await?;
        let found = choices(page).await?;
        println!("from an event to the next paint, and to its answers, a processor four times slower, {WIDTH} px wide, {CHOICES} choices at random");
        for kind in KINDS {
            let of_kind: Vec<&Made> = found.iter().filter(|made| made.choice == kind).collect();
            Spread::of(of_kind.iter().map(|made| made.next_paint))?.print(kind.name());
            Spread::of(of_kind.iter().map(|made| made.answers))?.print("  its answers");
        }
        let next_paint = Spread::of(found.iter().map(|made| made.next_paint))?;
        let answers = Spread::of(found.iter().map(|made| made.answers))?;
        next_paint.print("all of them");
        answers.print("  their answers");
        next_paint.hold("the next paint", PAINT_GATE)?;
        answers.hold("the answers", ANSWER_GATE)
    })
}

/// The last paint that shows something new in the element: a frame's callbacks run before it is painted, a message's after.
const WATCH_PAINTS: &str = "const changed = new MutationObserver(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { watch.paintedAt = performance.now(); };
    port2.postMessage(null);
  }));
  const { shadowRoot } = document.querySelector('aura-serviceaftale');
  changed.observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });";

/// A choice, with the milliseconds until the paint after its slowest event, and until its answers were painted.
struct Made {
    choice: Choice,
    next_paint: f64,
    answers: f64,
}

async fn choices(page: &Page) -> Outcome<Vec<Made>> {
    let mut random = Random(SEED);
    let mut made: Vec<Made> = Vec::new();
    let (mut agreement, mut scenario) = (Some("Erhverv Pro"), None);
    while made.len() < CHOICES {
        let choice = random.one_of(&KINDS)?;
        // What is chosen already cannot be chosen.
        let chosen_already = match choice {
            Choice::Agreement(name) => agreement.replace(name) == Some(name),
            Choice::Scenario(name) => scenario.replace(name) == Some(name),
            Choice::Step(_) => {
                scenario = None;
                false
            }
            Choice::Press(_) => false,
        };
        if chosen_already {
            continue;
        }
        let begun = page.run_async(BEGIN, vec![json!(choice.place())]).await?;
        choice.make(page).await?;
        let ended = page.run_async(END, vec![begun]).await?;
        made.push(measured(choice, &ended)?);
    }
    Ok(made)
}

/// When a choice begins, and how many were made before. Whoever makes it has what is pressed before their eyes: to paint the
/// page where it was scrolled to is no part of what the press takes.
const BEGIN: &str = "document.querySelector('aura-serviceaftale').shadowRoot.querySelector(arguments[0])
    .scrollIntoView({ block: 'center' });
  await new Promise((done) => setTimeout(done, 300));
  return { at: performance.now(), interactions: performance.interactionCount, shown: watch.answers() };";

/// The browser tells of an event some time after it was drawn.
const END: &str = "await new Promise((done) => setTimeout(done, 300));
  const begun = arguments[0];
  const events = watch.entries.filter(({ interactionId, startTime }) => interactionId > 0 && startTime >= begun.at);
  const after = watch.answers();
  return {
    interactions: performance.interactionCount - begun.interactions,
    answered: after !== begun.shown && watch.paintedAt > watch.pressedAt && watch.pressedAt > begun.at,
    answers: watch.paintedAt - watch.pressedAt,
    nextPaint: Math.max(0, ...events.map(({ duration }) => duration)),
    shown: after,
  };";

fn measured(choice: Choice, ended: &Value) -> Outcome<Made> {
    let number = |name: &str| ended.get(name).and_then(Value::as_f64).unwrap_or_default();
    if number("interactions") < 1.0 || ended.get("answered") != Some(&json!(true)) {
        return Err(Failure::new(format!("{}: not an interaction that was answered: {ended}", choice.name())));
    }
    Ok(Made { choice, next_paint: number("nextPaint").max(OMITTED), answers: number("answers") })
}

struct Spread {
    count: usize,
    p50: f64,
    p95: f64,
    longest: f64,
}

impl Spread {
    fn of(milliseconds: impl Iterator<Item = f64>) -> Outcome<Self> {
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

    fn print(&self, of: &str) {
        let Self { count, p50, p95, longest } = self;
        println!("{p50:>5.0} ms median {p95:>5.0} ms p95 {longest:>5.0} ms longest {count:>5}  {of}");
    }

    fn hold(&self, what: &str, gate: f64) -> Outcome {
        if self.p95 <= gate {
            return Ok(());
        }
        Err(Failure::new(format!("{what}: {:.0} ms at the 95th percentile, its gate is {gate:.0} ms", self.p95)))
    }
}

/// The same choices in every run: a linear congruential generator, of which the high bits are taken.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Outcome<T> {
        let index = usize::try_from(self.below(u64::try_from(all.len())?))?;
        all.get(index).copied().ok_or_else(|| Failure::new("there is nothing to choose"))
    }
}
