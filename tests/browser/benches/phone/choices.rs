//! How soon does a visitor with a slow phone see what they chose?

use browser_tests::{Failure, Outcome, Page, Site, Visit};

use crate::steps::{ANSWER_GATE, Spread, WATCHED, WIDTH, Waited, waited, watch};

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
/// From an event to the next paint, which shows that something was chosen; in milliseconds, at the 95th percentile.
const PAINT_GATE: f64 = 50.0;
const SEED: u64 = 20_260_403;

/// What answers a choice, as selectors.
const ANSWERS: &str = ".shown-time, .response .meta, .deadline, .relative";

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
        let face = if matches!(self, Self::Agreement(_)) { ".picker label" } else { "button" };
        page.press_shown(face, self.name()).await
    }
}

pub fn run() -> Outcome {
    let site = Site::release()?;
    let page = site.text_of("index.html")?.replacen("<body>", &format!("<body>{WATCHED}"), 1);
    let visit = Visit::to(site.with_file("/choices.html", page).unrecorded());
    visit.in_chromium("only its driver slows down a processor").within(600).run(async |page| {
        page.load("/choices.html?view=demo&agreement=pro&at=2026-04-03T15:00%2B02:00").await?;
        watch(page).await?;
        page.press_shown(".what-if label", "Vælg tidspunkt").await?;
        page.slow_down(4).await?;
        let found = choices(page).await?;
        println!("from an event to the next paint, and to its answers, a processor four times slower, {WIDTH} px wide, {CHOICES} choices at random");
        for kind in KINDS {
            let of_kind: Vec<&Waited> = found.iter().filter(|made| made.0 == kind).map(|made| &made.1).collect();
            Spread::of(of_kind.iter().map(|waited| waited.next_paint))?.print(kind.name());
            Spread::of(of_kind.iter().filter_map(|waited| waited.answers))?.print("  its answers");
        }
        let next_paint = Spread::of(found.iter().map(|made| made.1.next_paint))?;
        let answers = Spread::of(found.iter().filter_map(|made| made.1.answers))?;
        next_paint.print("all of them");
        answers.print("  their answers");
        next_paint.hold("the next paint", PAINT_GATE)?;
        answers.hold("the answers", ANSWER_GATE)
    })
}

/// A choice, and what it took.
type Made = (Choice, Waited);

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
        let waited = waited(page, choice.place(), ANSWERS, async || choice.make(page).await).await;
        let waited = waited.map_err(|failure| failure.and(choice.name()))?;
        if waited.answers.is_none() {
            return Err(Failure::new(format!("{}: nothing came of it", choice.name())));
        }
        made.push((choice, waited));
    }
    Ok(made)
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
