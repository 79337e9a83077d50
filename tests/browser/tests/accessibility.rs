//! Can everyone use it: by keyboard alone, by screen reader, on a narrow screen, in either colour scheme?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Action, Answer, Axe, Engine, Failure, Key, Outcome, Page, Scheme, Site, Visit};

/// The choices of the picker, by their names.
const BASIS: &str = "Erhverv Basis";
const PRO: &str = "Erhverv Pro";
const COMPARE: &str = "Sammenlign";

/// The moments at which a page says different things: a name, and the query that brings it up.
const MOMENTS: [(&str, &str); 6] = [
    ("every line open", "at=2026-03-10T10:00%2B01:00"),
    ("every line closed", "at=2026-03-10T02:00%2B01:00"),
    ("inside a service window", "at=2026-05-25T03:00%2B02:00"),
    ("in the slot from 06 to 07", "at=2026-03-09T06:20%2B01:00"),
    ("a deadline that has passed", "at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00"),
    ("a data file that is not there", "at=2026-03-10T10:00%2B01:00&agreements=/v1/missing.json"),
];
/// What may be chosen.
const CHOICES: [&str; 4] = ["", "&agreement=basis", "&agreement=pro", "&compare"];

/// What else a page may be showing.
struct State {
    name: &'static str,
    path: &'static str,
    /// What was done there.
    actions: &'static [Action<'static>],
    /// Whether everything was unfolded then.
    unfolded: bool,
}

const fn state(name: &'static str, path: &'static str, actions: &'static [Action<'static>]) -> State {
    State { name, path, actions, unfolded: false }
}

const fn unfolded(name: &'static str, path: &'static str) -> State {
    State { name, path, actions: &[], unfolded: true }
}

/// The core's example of announcements.
const NOTICES: &str = include_str!("../../../core/tests/data/notices.json");

const ANOTHER_TIME: Action<'static> = Action::Choose("Vælg tidspunkt");

/// For a new state add a line.
const STATES: [State; 19] = [
    state(
        "an account unfolded",
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[Action::PushIn("[data-answer=on-site]", "Sådan er det regnet ud")],
    ),
    state(
        "a reading unfolded",
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[Action::PushIn("[data-channel=fault-report]", "fortolkning")],
    ),
    state(
        "the timeline's table unfolded",
        "/?compare&at=2026-04-03T15:00%2B02:00",
        &[Action::Push("Tidslinjen som tabel")],
    ),
    state("another time", "/?at=2026-04-03T15:00%2B02:00", &[ANOTHER_TIME]),
    state(
        "a date that cannot be read",
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[ANOTHER_TIME, Action::Fill("Dato fx 3/4 eller i morgen", "32/13")],
    ),
    state(
        "a time that comes twice",
        "/?compare&at=2026-10-25T01:00%2B02:00",
        &[ANOTHER_TIME, Action::Fill("Klokkeslæt fx 9.12", "2.30")],
    ),
    state("how far a clock has come", "/?compare&at=2026-04-07T10:00%2B02:00&reported=2026-04-03T15:00%2B02:00", &[]),
    unfolded("English", "/?compare&lang=en&at=2026-04-03T15:00%2B02:00"),
    unfolded("English, a passed deadline", "/?lang=en&at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00"),
    unfolded("compact", "/?view=compact&at=2026-04-03T15:00%2B02:00"),
    unfolded("compact, one agreement", "/?view=compact&agreement=basis&at=2026-04-03T15:00%2B02:00"),
    unfolded("dark whatever the visitor prefers", "/?theme=dark&agreement=basis&at=2026-04-03T15:00%2B02:00"),
    state("a demonstration", "/?view=demo&at=2026-04-03T15:00%2B02:00", &[]),
    state("large type", "/?view=demo&compare&at=2026-04-03T15:00%2B02:00", &[Action::Push("Stor skrift")]),
    state("a link of which something cannot be used", "/?at=2026-03-10T10:00%2B01:00&reported=yesterday", &[]),
    unfolded("announced work", "/announced/?agreement=basis&at=2026-04-10T10:00%2B02:00"),
    state(
        "a place that nothing is announced for",
        "/announced/?at=2026-04-10T10:00%2B02:00",
        &[Action::Fill("Postnummer eller by", "9990")],
    ),
    state("without its second file", "/without-details/?at=2026-04-03T15:00%2B02:00", &[]),
    // Remembered from here on, so the last.
    unfolded("addresses", "/addresses.html"),
];

/// A page where the customer had two addresses remembered before.
const ADDRESSES: &str = r#"<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Kontakt</title>
    <meta name="viewport" content="width=device-width"><script>
      localStorage.setItem("aura-serviceaftale-addresses", JSON.stringify({ formatVersion: 1, chosen: "Havnen 4, Odder",
        addresses: [{ label: "Hovedkontoret-på-Torvet-i-Nykøbing-Falster", agreement: "basis" },
          { label: "Havnen 4, Odder", agreement: "pro", customerNumber: "123456789012345678901234567890" }] }));
    </script><script type="module" src="/v1/aura-serviceaftale.js"></script></head><body><main><h1>Kontakt</h1>
    <aura-serviceaftale at="2026-04-03T15:00+02:00"></aura-serviceaftale></main></body></html>"#;

impl State {
    async fn reach(&self, page: &Page) -> Outcome {
        page.open(self.path).await?;
        if self.path.starts_with("/announced") {
            let came = async || Ok(page.text().await?.contains("Opgradering af software"));
            page.until("the announcements are there", came).await?;
        }
        for action in self.actions {
            page.act(*action).await?;
        }
        if self.unfolded { page.unfold().await } else { Ok(()) }
    }
}

/// The release with a page for addresses, and the same whose second file cannot be had under a path of its own.
fn site() -> Outcome<Site> {
    let announced = Site::release()?.answering("notices.json", Answer::Body(NOTICES.as_bytes().to_vec()));
    let without_details = Site::release()?.without("details-");
    let all = Site::release()?.with_file("/addresses.html", ADDRESSES).with_site("/without-details", without_details);
    Ok(all.with_site("/announced", announced))
}

/// Why the whole table is asked of one engine; what differs between engines, sizes and colours, is asked of each below.
const SCHEMES: &str = "only its driver changes the colour scheme of a page that is open";

#[test]
fn axe_finds_nothing_while_nothing_is_chosen() -> Outcome {
    axe_finds_nothing("")
}

#[test]
fn axe_finds_nothing_under_basis() -> Outcome {
    axe_finds_nothing("&agreement=basis")
}

#[test]
fn axe_finds_nothing_under_pro() -> Outcome {
    axe_finds_nothing("&agreement=pro")
}

#[test]
fn axe_finds_nothing_while_they_are_compared() -> Outcome {
    axe_finds_nothing("&compare")
}

#[test]
fn axe_finds_nothing_in_any_other_state() -> Outcome {
    let axe = Axe::load()?;
    Visit::to(site()?).in_chromium(SCHEMES).within(420).run(async |page| {
        let mut wrong = Vec::new();
        for state in &STATES {
            state.reach(page).await?;
            wrong.extend(violations(page, &axe, state.name).await?);
        }
        none(wrong)
    })
}

#[test]
fn axe_finds_nothing_in_any_engine_wide_and_light() -> Outcome {
    axe_finds_nothing_unfolded(1280, Scheme::Light)
}

#[test]
fn axe_finds_nothing_in_any_engine_narrow_and_dark() -> Outcome {
    axe_finds_nothing_unfolded(320, Scheme::Dark)
}

/// Every moment, unfolded, and every other state, in every engine.
fn axe_finds_nothing_unfolded(width: u32, scheme: Scheme) -> Outcome {
    let axe = Axe::load()?;
    Visit::to(site()?).preferring(scheme).within(420).run(async |page| {
        let mut wrong = Vec::new();
        for (name, query) in MOMENTS {
            page.open(&format!("/?{query}")).await?;
            page.unfold().await?;
            wrong.extend(violations_at(page, &axe, name, width, scheme).await?);
        }
        for state in &STATES {
            state.reach(page).await?;
            wrong.extend(violations_at(page, &axe, state.name, width, scheme).await?);
        }
        none(wrong)
    })
}

/// Every moment, folded and unfolded, light and dark, narrow and wide.
fn axe_finds_nothing(choice: &str) -> Outcome {
    let axe = Axe::load()?;
    Visit::to(Site::release()?).in_chromium(SCHEMES).within(420).run(async |page| {
        let mut wrong = Vec::new();
        for (moment, query) in MOMENTS {
            page.open(&format!("/?{query}{choice}")).await?;
            wrong.extend(violations(page, &axe, &format!("{moment}, {choice}")).await?);
            page.unfold().await?;
            for violation in axe.violations(page).await? {
                wrong.push(format!("{moment}, {choice} unfolded: {violation}"));
            }
        }
        none(wrong)
    })
}

/// What is wrong with the page as it stands, light and dark, narrow and wide.
async fn violations(page: &Page, axe: &Axe, state: &str) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.prefer(scheme).await?;
        for width in [320, 1280] {
            wrong.extend(violations_at(page, axe, state, width, scheme).await?);
        }
    }
    Ok(wrong)
}

async fn violations_at(page: &Page, axe: &Axe, state: &str, width: u32, scheme: Scheme) -> Outcome<Vec<String>> {
    page.widen_to(width).await?;
    assert_eq!(page.scheme().await?, scheme, "the page is shown in the other colours");
    let found = axe.violations(page).await?;
    Ok(found.iter().map(|violation| format!("{state}, {scheme:?}, {width} px: {violation}")).collect())
}

#[test]
fn the_keyboard_alone_chooses_and_reaches_the_call_link() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/?at=2026-03-10T10:00%2B01:00").await?;
        assert_eq!(page.shown().await?.agreements(), ["basis", "pro"]);

        let picker = page.tab_to("the picker", |focused| focused.role == "radio").await?;
        assert_eq!((picker.name.as_str(), picker.outlined), (BASIS, true), "the first choice, and the focus shows");
        arrow_to(page, PRO).await?;
        let shown = page.shown().await?;
        assert_eq!((shown.chosen().as_deref(), shown.agreements()), (Some("pro"), vec!["pro".to_owned()]));
        assert_eq!(shown.answer("pro", "remote")?, "2026-03-10T11:00:00+01:00");

        let is_call_link =
            |href: &Option<String>| href.as_deref().is_some_and(|href| href.starts_with("tel:+4587925575"));
        let call =
            page.tab_to("the call link", |focused| focused.role == "link" && is_call_link(&focused.href)).await?;
        assert!(call.outlined, "the call link shows no outline when the keyboard is on it");
        Ok(())
    })
}

#[test]
fn the_mouse_chooses_one_agreement_and_then_both() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/?at=2026-03-10T10:00%2B01:00").await?;
        page.choose(BASIS).await?;
        let shown = page.shown().await?;
        assert_eq!((shown.chosen().as_deref(), shown.agreements()), (Some("basis"), vec!["basis".to_owned()]));
        page.choose(COMPARE).await?;
        let shown = page.shown().await?;
        assert_eq!((shown.chosen(), shown.agreements()), (None, vec!["basis".to_owned(), "pro".to_owned()]));
        Ok(())
    })
}

#[test]
fn nothing_scrolls_sideways() -> Outcome {
    Visit::to(site()?).within(420).run(async |page| {
        let mut wrong = Vec::new();
        for choice in CHOICES {
            for (moment, query) in MOMENTS {
                page.open(&format!("/?{query}{choice}")).await?;
                page.unfold().await?;
                wrong.extend(overflow(page, &format!("{moment}, {choice}")).await?);
            }
        }
        for state in &STATES {
            state.reach(page).await?;
            wrong.extend(overflow(page, state.name).await?);
        }
        none(wrong)
    })
}

/// What makes the page scroll sideways at any width.
async fn overflow(page: &Page, state: &str) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    // WebKitGTK's window has at least 290.
    let narrowest = if page.engine() == Engine::WebKit { 290 } else { 280 };
    for width in [narrowest, 320, 768, 1280] {
        page.widen_to(width).await?;
        let overflow = page.overflow().await?;
        if !overflow.is_empty() {
            wrong.push(format!("{state} {width} px: {}", overflow.join("\n  ")));
        }
    }
    Ok(wrong)
}

/// Downwards from the first choice: in WebKit the arrow keys stop at either end, in the others they go round.
async fn arrow_to(page: &Page, name: &str) -> Outcome {
    for _ in 0..4 {
        page.press(Key::Down).await?;
        let focused = page.focused().await?;
        if focused.name == name {
            assert!(focused.outlined, "{name} shows no outline when the keyboard is on it");
            return Ok(());
        }
    }
    Err(Failure::new(format!("the arrow keys do not reach {name}; the last was {:?}", page.focused().await?)))
}

fn none(wrong: Vec<String>) -> Outcome {
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(wrong.join("\n"))) }
}
