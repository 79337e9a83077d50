//! Can everyone use it: by keyboard alone, by screen reader, on a narrow screen, in either colour scheme?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Axe, Engine, Failure, Key, Outcome, Page, Scheme, Site, Visit};

/// The choices of the picker, by their names.
const BASIS: &str = "Erhverv Basis";
const PRO: &str = "Erhverv Pro";
const COMPARE: &str = "Sammenlign";

/// What a page may be showing: a name, and the query that brings it up.
const STATES: [(&str, &str); 6] = [
    ("every line open", "at=2026-03-10T10:00%2B01:00"),
    ("every line closed", "at=2026-03-10T02:00%2B01:00"),
    ("inside a service window", "at=2026-05-25T03:00%2B02:00"),
    ("in the slot from 06 to 07", "at=2026-03-09T06:20%2B01:00"),
    ("a deadline that has passed", "at=2026-04-08T09:00%2B02:00&reported=2026-04-03T15:00%2B02:00"),
    ("a data file that is not there", "at=2026-03-10T10:00%2B01:00&agreements=/v1/missing.json"),
];

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
fn axe_finds_nothing_in_any_engine_wide_and_light() -> Outcome {
    axe_finds_nothing_unfolded(1280, Scheme::Light)
}

#[test]
fn axe_finds_nothing_in_any_engine_narrow_and_dark() -> Outcome {
    axe_finds_nothing_unfolded(320, Scheme::Dark)
}

/// Every state, unfolded, in every engine.
fn axe_finds_nothing_unfolded(width: u32, scheme: Scheme) -> Outcome {
    let axe = Axe::load()?;
    Visit::to(Site::release()?).preferring(scheme).run(async |page| {
        let mut wrong = Vec::new();
        for (state, query) in STATES {
            page.open(&format!("/?{query}")).await?;
            page.widen_to(width).await?;
            assert_eq!(page.scheme().await?, scheme, "the page is shown in the other colours");
            page.unfold().await?;
            for violation in axe.violations(page).await? {
                wrong.push(format!("{state}, {scheme:?}, {width} px: {violation}"));
            }
        }
        none(wrong)
    })
}

/// Every state, folded and unfolded, light and dark, narrow and wide.
fn axe_finds_nothing(choice: &str) -> Outcome {
    let axe = Axe::load()?;
    Visit::to(Site::release()?).in_chromium(SCHEMES).within(420).run(async |page| {
        let mut wrong = Vec::new();
        for (state, query) in STATES {
            page.open(&format!("/?{query}{choice}")).await?;
            for scheme in [Scheme::Light, Scheme::Dark] {
                page.prefer(scheme).await?;
                for width in [320, 1280] {
                    page.widen_to(width).await?;
                    for violation in axe.violations(page).await? {
                        wrong.push(format!("{state}, {choice} {scheme:?}, {width} px: {violation}"));
                    }
                }
            }
            page.unfold().await?;
            for violation in axe.violations(page).await? {
                wrong.push(format!("{state}, {choice} unfolded: {violation}"));
            }
        }
        none(wrong)
    })
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
    Visit::to(Site::release()?).run(async |page| {
        let mut wrong = Vec::new();
        for choice in ["", "&agreement=basis", "&agreement=pro"] {
            for (state, query) in STATES {
                page.open(&format!("/?{query}{choice}")).await?;
                page.unfold().await?;
                // WebKitGTK's window has at least 290.
                let narrowest = if page.engine() == Engine::WebKit { 290 } else { 280 };
                for width in [narrowest, 320, 768, 1280] {
                    page.widen_to(width).await?;
                    let overflow = page.overflow().await?;
                    if !overflow.is_empty() {
                        wrong.push(format!("{state}, {choice} {width} px: {}", overflow.join("\n  ")));
                    }
                }
            }
        }
        none(wrong)
    })
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
