//! How soon does a visitor with a slow phone see what they chose? `cargo xtask bench` builds the release, and runs this on
//! it.

use browser_tests::{Action, Failure, Outcome, Page, Site, Visit};
use serde_json::{Value, json};

/// So many choices are made, of these kinds and at random. For another kind add a line.
const CHOICES: usize = 200;
const KINDS: [Choice; 6] = [
    Choice::Agreement("Erhverv Basis"),
    Choice::Agreement("Erhverv Pro"),
    Choice::Agreement("Sammenlign"),
    Choice::Press("En dag tidligere"),
    Choice::Press("En dag senere"),
    Choice::Time,
];
/// That of a phone, which the slow processor stands for.
const WIDTH: u32 = 390;
/// From an event to the next paint, in milliseconds, at the 95th percentile.
const GATE: f64 = 50.0;
/// What the browser does not tell of took less than this, and counts as this, in milliseconds.
const OMITTED: f64 = 16.0;
/// The times that are chosen from, in seconds since 1970: the years from 2023 to 2035, of which the rules are known.
const TIMES: std::ops::Range<u64> = 1_672_531_200..2_082_758_400;
const DAY: u64 = 86_400;
const SEED: u64 = 20_260_403;

/// First on the page: a button that shows another time, and the watch over what is drawn by the next frame.
const WATCHED: &str = "<body><p><button type=\"button\">Et andet tidspunkt</button></p>
<script>
  window.watch = {
    entries: [],
    at: '',
    reported: '',
    framed: '',
    answers() {
      const root = document.querySelector('aura-serviceaftale').shadowRoot;
      const answers = root.querySelectorAll('.shown-time, .response .meta, .deadline, .relative');
      return [...answers].map(({ textContent }) => textContent).join();
    },
  };
  new PerformanceObserver((list) => watch.entries.push(...list.getEntries()))
    .observe({ type: 'event', durationThreshold: 16 });
  document.querySelector('button').addEventListener('click', () => {
    const element = document.querySelector('aura-serviceaftale');
    element.setAttribute('at', watch.at);
    element.setAttribute('reported', watch.reported);
  });
  addEventListener('click', () => requestAnimationFrame(() => { watch.framed = watch.answers(); }), { capture: true });
</script>";

/// What a visitor chooses, and by what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// An agreement, or to compare them.
    Agreement(&'static str),
    /// What the button of this name does.
    Press(&'static str),
    /// The time that is shown, and within three days of it that of the report, by a button of the page around the element.
    Time,
}

impl Choice {
    fn name(self) -> &'static str {
        match self {
            Self::Agreement(name) | Self::Press(name) => name,
            Self::Time => "Et andet tidspunkt",
        }
    }

    async fn make(self, page: &Page, random: &mut Random) -> Outcome {
        match self {
            Self::Agreement(name) => page.act(Action::Choose(name)).await,
            Self::Press(name) => page.act(Action::Push(name)).await,
            Self::Time => {
                let at = TIMES.start + random.below(TIMES.end - TIMES.start);
                let reported = at - 3 * DAY + random.below(6 * DAY);
                let set = "[watch.at, watch.reported] = [...arguments].map((at) => new Date(at * 1000).toISOString());";
                page.run(set, vec![json!(at), json!(reported)]).await?;
                page.act(Action::Push(self.name())).await
            }
        }
    }
}

fn main() -> Outcome {
    let site = Site::release()?;
    let page = site.text_of("index.html")?.replacen("<body>", WATCHED, 1);
    let visit = Visit::to(site.with_file("/choices.html", page).unrecorded());
    visit.in_chromium("only its driver slows down a processor").within(600).run(async |page| {
        page.load("/choices.html?agreement=pro&at=2026-04-03T15:00%2B02:00").await?;
        let ready = "await customElements.whenDefined('aura-serviceaftale');
                     await document.querySelector('aura-serviceaftale').whenReady();";
        page.run_async(ready, vec![]).await?;
        page.widen_to(WIDTH).await?;
        page.choose("Vælg tidspunkt").await?;
        page.slow_down(4).await?;
        let found = choices(page).await?;
        println!("from an event to the next paint, a processor four times slower, {WIDTH} px wide, {CHOICES} choices at random");
        for kind in KINDS {
            let of_kind = found.iter().filter(|(choice, _)| *choice == kind);
            Spread::of(of_kind.map(|(_, took)| *took))?.print(kind.name());
        }
        let all = Spread::of(found.iter().map(|(_, took)| *took))?;
        all.print(&format!("all of them (gate {GATE:.0} ms at the 95th percentile)"));
        if all.p95 <= GATE { Ok(()) } else { Err(Failure::new(format!("{:.0} ms, the gate is {GATE:.0} ms", all.p95))) }
    })
}

/// Makes the choices, and returns each with the milliseconds that its slowest event took.
async fn choices(page: &Page) -> Outcome<Vec<(Choice, f64)>> {
    let mut random = Random(SEED);
    let mut made: Vec<(Choice, f64)> = Vec::new();
    let mut agreement = Some("Erhverv Pro");
    while made.len() < CHOICES {
        let choice = random.one_of(&KINDS)?;
        if let Choice::Agreement(name) = choice
            // What is chosen already cannot be chosen.
            && agreement.replace(name) == Some(name)
        {
            continue;
        }
        let begun = page.run_async(BEGIN, vec![]).await?;
        choice.make(page, &mut random).await?;
        let ended = page.run_async(END, vec![begun]).await?;
        made.push((choice, took(choice, &ended)?));
    }
    Ok(made)
}

/// When a choice begins, and how many were made before. It begins at the top of the page, where the driver finds its way.
const BEGIN: &str = "scrollTo(0, 0);
  await new Promise((done) => setTimeout(done, 100));
  return { at: performance.now(), interactions: performance.interactionCount, shown: watch.answers() };";

/// The browser tells of an event some time after it was drawn.
const END: &str = "await new Promise((done) => setTimeout(done, 100));
  const begun = arguments[0];
  const events = watch.entries.filter(({ interactionId, startTime }) => interactionId > 0 && startTime >= begun.at);
  const [before, framed, after] = [begun.shown, watch.framed, watch.answers()];
  return {
    interactions: performance.interactionCount - begun.interactions,
    drawn: before !== framed && framed === after,
    answers: { before, framed, after },
    took: Math.max(0, ...events.map(({ duration }) => duration)),
  };";

/// The next paint must be that of the answers, or it would say nothing.
fn took(choice: Choice, ended: &Value) -> Outcome<f64> {
    let interactions = ended.get("interactions").and_then(Value::as_u64).unwrap_or_default();
    if interactions == 0 || ended.get("drawn") != Some(&json!(true)) {
        let name = choice.name();
        return Err(Failure::new(format!(
            "{name}: not an interaction whose answers are drawn by the next paint: {ended}"
        )));
    }
    let took = ended.get("took").and_then(Value::as_f64).unwrap_or_default();
    Ok(took.max(OMITTED))
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
