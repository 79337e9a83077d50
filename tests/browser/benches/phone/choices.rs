//! Benchmark of choices: latency from a click to the next paint and to the new answers.

use browser_tests::{Failure, Outcome, Page, Session, Site};

use crate::interactions::{ANSWER_GATE, Distribution, INSTRUMENTATION, Latency, WIDTH, measure, start_watching};

/// The number of random choices.
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
/// Gate for the time from an event to the next paint, in milliseconds at the 95th percentile.
const PAINT_GATE: f64 = 50.0;
const SEED: u64 = 20_260_403;

/// Selectors of the elements that show the new answers.
const ANSWERS: &str = ".shown-time, .response .meta, .deadline, .relative";

/// A choice of a user.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// An agreement or the comparison, by the label of the radio button.
    Agreement(&'static str),
    /// A button of the report time panel.
    Press(&'static str),
    /// A button that changes the simulated time.
    Step(&'static str),
    /// A button that jumps to a predefined time.
    Scenario(&'static str),
}

impl Choice {
    fn name(self) -> &'static str {
        match self {
            Self::Agreement(name) | Self::Press(name) | Self::Step(name) | Self::Scenario(name) => name,
        }
    }

    /// A selector for the panel with the control.
    fn panel(self) -> &'static str {
        match self {
            Self::Agreement(_) => ".picker",
            Self::Press(_) => ".what-if",
            Self::Step(_) | Self::Scenario(_) => ".demo",
        }
    }

    async fn make(self, page: &Page) -> Outcome {
        let selector = if matches!(self, Self::Agreement(_)) { ".picker label" } else { "button" };
        page.click_by_text(selector, self.name()).await
    }
}

pub fn run() -> Outcome {
    let site = Site::release()?;
    let page = site.read_text("index.html")?.replacen("<body>", &format!("<body>{INSTRUMENTATION}"), 1);
    let session = Session::new(site.with_file("/choices.html", page).without_recorder());
    session.chromium_only("only its driver slows down a processor").with_timeout(600).run(async |page| {
        page.load("/choices.html?view=demo&agreement=pro&at=2026-04-03T15:00%2B02:00").await?;
        start_watching(page).await?;
        page.click_by_text(".what-if label", "Vælg tidspunkt").await?;
        page.throttle_cpu(4).await?;
        let measured = measure_choices(page).await?;
        println!("time from an event to the next paint, and to its answers; CPU four times slower, {WIDTH} px wide, {CHOICES} random choices");
        for kind in KINDS {
            let of_kind: Vec<&Latency> = measured.iter().filter(|one| one.0 == kind).map(|one| &one.1).collect();
            Distribution::new(of_kind.iter().map(|latency| latency.next_paint))?.print(kind.name());
            Distribution::new(of_kind.iter().filter_map(|latency| latency.answers))?.print("  its answers");
        }
        let next_paint = Distribution::new(measured.iter().map(|one| one.1.next_paint))?;
        let answers = Distribution::new(measured.iter().filter_map(|one| one.1.answers))?;
        next_paint.print("all of them");
        answers.print("  their answers");
        next_paint.check_gate("the next paint", PAINT_GATE)?;
        answers.check_gate("the answers", ANSWER_GATE)
    })
}

async fn measure_choices(page: &Page) -> Outcome<Vec<(Choice, Latency)>> {
    let mut random = Random(SEED);
    let mut measured = Vec::new();
    let (mut agreement, mut scenario) = (Some("Erhverv Pro"), None);
    while measured.len() < CHOICES {
        let choice = random.one_of(&KINDS)?;
        // Choosing the current value again has no effect.
        let is_current = match choice {
            Choice::Agreement(name) => agreement.replace(name) == Some(name),
            Choice::Scenario(name) => scenario.replace(name) == Some(name),
            Choice::Step(_) => {
                scenario = None;
                false
            }
            Choice::Press(_) => false,
        };
        if is_current {
            continue;
        }
        let latency = measure(page, choice.panel(), ANSWERS, async || choice.make(page).await).await;
        let latency = latency.map_err(|failure| failure.with_context(choice.name()))?;
        if latency.answers.is_none() {
            return Err(Failure::new(format!("{}: the answers did not change", choice.name())));
        }
        measured.push((choice, latency));
    }
    Ok(measured)
}

/// A linear congruential generator with a fixed seed, so that every run makes the same choices. Uses the high bits.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Outcome<T> {
        let index = usize::try_from(self.below(u64::try_from(all.len())?))?;
        all.get(index).copied().ok_or_else(|| Failure::new("nothing to choose from"))
    }
}
