//! Accessibility: axe-core in every state, keyboard operation, and no horizontal scrolling.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Action, Axe, ColorScheme, Engine, Failure, Key, Outcome, Page, ResponseOverride, Session, Site};

/// The radio buttons of the picker.
const BASIS: &str = "Erhverv Basis";
const PRO: &str = "Erhverv Pro";
const COMPARE: &str = "Sammenlign";

/// Times at which the page shows different content, with their queries.
const MOMENTS: [(&str, &str); 6] = [
    ("every line open", "at=2026-03-10T10:00%2B01:00"),
    ("every line closed", "at=2026-03-10T02:00%2B01:00"),
    ("inside a service window", "at=2026-05-25T03:00%2B02:00"),
    ("in the slot from 06 to 07", "at=2026-03-09T06:20%2B01:00"),
    ("a deadline that has passed", "at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00"),
    ("a missing data file", "at=2026-03-10T10:00%2B01:00&agreements=/v1/missing.json"),
];
/// Queries for the selected agreement.
const CHOICES: [&str; 4] = ["", "&agreement=basis", "&agreement=pro", "&compare"];

/// Another state of the page.
struct State {
    name: &'static str,
    path: &'static str,
    /// Actions after loading.
    actions: &'static [Action<'static>],
    /// Whether all `<details>` elements are opened afterwards.
    expanded: bool,
}

const fn state(name: &'static str, path: &'static str, actions: &'static [Action<'static>]) -> State {
    State { name, path, actions, expanded: false }
}

const fn expanded(name: &'static str, path: &'static str) -> State {
    State { name, path, actions: &[], expanded: true }
}

/// The core's example of announcements.
const NOTICES: &str = include_str!("../../../core/tests/data/notices.json");

const ANOTHER_TIME: Action<'static> = Action::Choose("Vælg tidspunkt");

/// All states that are tested. Add new states here.
const STATES: [State; 19] = [
    state(
        "a calculation expanded",
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[Action::ClickIn("[data-answer=on-site]", "Sådan er det regnet ud")],
    ),
    state(
        "an interpretation expanded",
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[Action::ClickIn("[data-channel=fault-report]", "fortolkning")],
    ),
    state(
        "the timeline's table expanded",
        "/?compare&at=2026-04-03T15:00%2B02:00",
        &[Action::Click("Tidslinjen som tabel")],
    ),
    state("another time", "/?at=2026-04-03T15:00%2B02:00", &[ANOTHER_TIME]),
    state(
        "an invalid date",
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[ANOTHER_TIME, Action::Fill("Dato fx 3/4 eller i morgen", "32/13")],
    ),
    state(
        "an ambiguous time",
        "/?compare&at=2026-10-25T01:00%2B02:00",
        &[ANOTHER_TIME, Action::Fill("Klokkeslæt fx 9.12", "2.30")],
    ),
    state("progress of response times", "/?compare&at=2026-04-07T10:00%2B02:00&reported=2026-04-03T15:00%2B02:00", &[]),
    expanded("English", "/?compare&lang=en&at=2026-04-03T15:00%2B02:00"),
    expanded("English, a passed deadline", "/?lang=en&at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00"),
    expanded("compact", "/?view=compact&at=2026-04-03T15:00%2B02:00"),
    expanded("compact, one agreement", "/?view=compact&agreement=basis&at=2026-04-03T15:00%2B02:00"),
    expanded("dark theme by attribute", "/?theme=dark&agreement=basis&at=2026-04-03T15:00%2B02:00"),
    state("a demonstration", "/?view=demo&at=2026-04-03T15:00%2B02:00", &[]),
    state("large type", "/?view=demo&compare&at=2026-04-03T15:00%2B02:00", &[Action::Click("Stor skrift")]),
    state("a link with an invalid parameter", "/?at=2026-03-10T10:00%2B01:00&reported=yesterday", &[]),
    expanded("announced work", "/announced/?agreement=basis&at=2026-04-10T10:00%2B02:00"),
    state(
        "a place without announcements",
        "/announced/?at=2026-04-10T10:00%2B02:00",
        &[Action::Fill("Postnummer eller by", "9990")],
    ),
    state("without the second wasm", "/without-details/?at=2026-04-03T15:00%2B02:00", &[]),
    // Must be last, because the addresses stay in localStorage.
    expanded("addresses", "/addresses.html"),
];

/// A page with two stored addresses.
const ADDRESSES: &str = r#"<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Kontakt</title>
    <meta name="viewport" content="width=device-width"><script>
      localStorage.setItem("aura-serviceaftale-addresses", JSON.stringify({ formatVersion: 1, chosen: "Havnen 4, Odder",
        addresses: [{ label: "Hovedkontoret-på-Torvet-i-Nykøbing-Falster", agreement: "basis" },
          { label: "Havnen 4, Odder", agreement: "pro", customerNumber: "123456789012345678901234567890" }] }));
    </script><script type="module" src="/v1/aura-serviceaftale.js"></script></head><body><main><h1>Kontakt</h1>
    <aura-serviceaftale at="2026-04-03T15:00+02:00"></aura-serviceaftale></main></body></html>"#;

impl State {
    /// Loads the page and performs the actions.
    async fn open(&self, page: &Page) -> Outcome {
        page.open(self.path).await?;
        if self.path.starts_with("/announced") {
            let rendered = async || Ok(page.text().await?.contains("Opgradering af software"));
            page.wait_until("the announcements are rendered", rendered).await?;
        }
        for action in self.actions {
            page.perform(*action).await?;
        }
        if self.expanded { page.expand_all().await } else { Ok(()) }
    }
}

/// The release with the page for addresses, a copy without the second wasm, and a copy with announcements.
fn site() -> Outcome<Site> {
    let announced = Site::release()?.with_override("notices.json", ResponseOverride::Body(NOTICES.as_bytes().to_vec()));
    let without_details = Site::release()?.without("details-");
    let all = Site::release()?.with_file("/addresses.html", ADDRESSES).mount("/without-details", without_details);
    Ok(all.mount("/announced", announced))
}

/// The reason why all combinations are tested in one engine only. The other engines test a selection below.
const SCHEMES: &str = "only its driver changes the colour scheme of a loaded page";

#[test]
fn no_violations_without_a_selection() -> Outcome {
    check_choice("")
}

#[test]
fn no_violations_with_basis() -> Outcome {
    check_choice("&agreement=basis")
}

#[test]
fn no_violations_with_pro() -> Outcome {
    check_choice("&agreement=pro")
}

#[test]
fn no_violations_in_the_comparison() -> Outcome {
    check_choice("&compare")
}

#[test]
fn no_violations_in_any_other_state() -> Outcome {
    let axe = Axe::load()?;
    Session::new(site()?).chromium_only(SCHEMES).with_timeout(420).run(async |page| {
        let mut found = Vec::new();
        for state in &STATES {
            state.open(page).await?;
            found.extend(violations(page, &axe, state.name).await?);
        }
        expect_none(found)
    })
}

#[test]
fn no_violations_in_any_engine_wide_and_light() -> Outcome {
    check_expanded(1280, ColorScheme::Light)
}

#[test]
fn no_violations_in_any_engine_narrow_and_dark() -> Outcome {
    check_expanded(320, ColorScheme::Dark)
}

/// Checks every time and every other state in every engine, with all details open.
fn check_expanded(width: u32, scheme: ColorScheme) -> Outcome {
    let axe = Axe::load()?;
    Session::new(site()?).with_color_scheme(scheme).with_timeout(420).run(async |page| {
        let mut found = Vec::new();
        for (name, query) in MOMENTS {
            page.open(&format!("/?{query}")).await?;
            page.expand_all().await?;
            found.extend(violations_at(page, &axe, name, width, scheme).await?);
        }
        for state in &STATES {
            state.open(page).await?;
            found.extend(violations_at(page, &axe, state.name, width, scheme).await?);
        }
        expect_none(found)
    })
}

/// Checks every time with details closed and open, light and dark, narrow and wide.
fn check_choice(choice: &str) -> Outcome {
    let axe = Axe::load()?;
    Session::new(Site::release()?).chromium_only(SCHEMES).with_timeout(420).run(async |page| {
        let mut found = Vec::new();
        for (moment, query) in MOMENTS {
            page.open(&format!("/?{query}{choice}")).await?;
            found.extend(violations(page, &axe, &format!("{moment}, {choice}")).await?);
            page.expand_all().await?;
            for violation in axe.violations(page).await? {
                found.push(format!("{moment}, {choice} expanded: {violation}"));
            }
        }
        expect_none(found)
    })
}

/// Violations in the current state of the page, light and dark, narrow and wide.
async fn violations(page: &Page, axe: &Axe, state: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for scheme in [ColorScheme::Light, ColorScheme::Dark] {
        page.set_color_scheme(scheme).await?;
        for width in [320, 1280] {
            found.extend(violations_at(page, axe, state, width, scheme).await?);
        }
    }
    Ok(found)
}

async fn violations_at(page: &Page, axe: &Axe, state: &str, width: u32, scheme: ColorScheme) -> Outcome<Vec<String>> {
    page.set_width(width).await?;
    assert_eq!(page.color_scheme().await?, scheme, "the page has the wrong colour scheme");
    let found = axe.violations(page).await?;
    Ok(found.iter().map(|violation| format!("{state}, {scheme:?}, {width} px: {violation}")).collect())
}

#[test]
fn the_keyboard_selects_an_agreement_and_reaches_the_call_link() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/?at=2026-03-10T10:00%2B01:00").await?;
        assert_eq!(page.snapshot().await?.agreements(), ["basis", "pro"]);

        let picker = page.tab_to("the picker", |focused| focused.role == "radio").await?;
        assert_eq!(
            (picker.name.as_str(), picker.outlined),
            (BASIS, true),
            "the first radio button, with a visible focus"
        );
        arrow_to(page, PRO).await?;
        let snapshot = page.snapshot().await?;
        assert_eq!((snapshot.chosen().as_deref(), snapshot.agreements()), (Some("pro"), vec!["pro".to_owned()]));
        assert_eq!(snapshot.answer("pro", "remote")?, "2026-03-10T11:00:00+01:00");

        let is_call_link =
            |href: &Option<String>| href.as_deref().is_some_and(|href| href.starts_with("tel:+4587925575"));
        let call =
            page.tab_to("the call link", |focused| focused.role == "link" && is_call_link(&focused.href)).await?;
        assert!(call.outlined, "the focused call link has no outline");
        Ok(())
    })
}

#[test]
fn the_mouse_selects_one_agreement_and_then_both() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/?at=2026-03-10T10:00%2B01:00").await?;
        page.choose(BASIS).await?;
        let snapshot = page.snapshot().await?;
        assert_eq!((snapshot.chosen().as_deref(), snapshot.agreements()), (Some("basis"), vec!["basis".to_owned()]));
        page.choose(COMPARE).await?;
        let snapshot = page.snapshot().await?;
        assert_eq!((snapshot.chosen(), snapshot.agreements()), (None, vec!["basis".to_owned(), "pro".to_owned()]));
        Ok(())
    })
}

#[test]
fn no_state_scrolls_horizontally() -> Outcome {
    Session::new(site()?).with_timeout(420).run(async |page| {
        let mut found = Vec::new();
        for choice in CHOICES {
            for (moment, query) in MOMENTS {
                page.open(&format!("/?{query}{choice}")).await?;
                page.expand_all().await?;
                found.extend(overflow(page, &format!("{moment}, {choice}")).await?);
            }
        }
        for state in &STATES {
            state.open(page).await?;
            found.extend(overflow(page, state.name).await?);
        }
        expect_none(found)
    })
}

/// The elements that overflow at any width.
async fn overflow(page: &Page, state: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    // The minimum width in WebKitGTK is 290.
    let narrowest = if page.engine() == Engine::WebKit { 290 } else { 280 };
    for width in [narrowest, 320, 768, 1280] {
        page.set_width(width).await?;
        let overflow = page.overflow().await?;
        if !overflow.is_empty() {
            found.push(format!("{state} {width} px: {}", overflow.join("\n  ")));
        }
    }
    Ok(found)
}

/// Presses the down arrow from the first radio button. In WebKit the arrow keys stop at the ends, in other engines they
/// wrap.
async fn arrow_to(page: &Page, name: &str) -> Outcome {
    for _ in 0..4 {
        page.press(Key::Down).await?;
        let focused = page.focused_element().await?;
        if focused.name == name {
            assert!(focused.outlined, "the focused {name} has no outline");
            return Ok(());
        }
    }
    Err(Failure::new(format!(
        "the arrow keys do not reach {name}; the focus is on {:?}",
        page.focused_element().await?
    )))
}

fn expect_none(found: Vec<String>) -> Outcome {
    if found.is_empty() { Ok(()) } else { Err(Failure::new(found.join("\n"))) }
}
