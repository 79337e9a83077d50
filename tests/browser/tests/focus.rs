//! Keyboard focus: it stays on the control that was pressed while other elements appear, change and disappear.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, ResponseOverride, Session, Site};
use serde_json::{Value, json};

/// A file with announcements of every state.
const NOTICES: &str = include_str!("../../../core/tests/data/notices.json");

/// Focuses the control with this selector and text, activates it, and waits until the page has rendered. Returns whether
/// the page changed, and what has the focus then: the same node, or a description of another one.
const PRESS: &str = "
    const [selector, text, value] = arguments;
    const root = document.querySelector('aura-serviceaftale').shadowRoot;
    const name = (control) =>
      (control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent).replaceAll('\\u00a0', ' ');
    const found = [...root.querySelectorAll(selector)].filter((control) => name(control).includes(text));
    if (found.length !== 1) return [`${found.length} controls`, [...root.querySelectorAll(selector)].map(name).join(' | ')];
    const [control] = found;
    control.focus();
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    if (value === null) control.click();
    else {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (let round = 0; round < 10 && changes === 0; round += 1) await frames();
    for (let before = -1; before !== changes; ) {
      before = changes;
      await frames();
    }
    observer.disconnect();
    const focused = root.activeElement;
    const same = focused === control && control.isConnected;
    return [changes > 0 ? 'changed' : 'unchanged', same ? 'kept' : `moved to ${focused?.outerHTML.slice(0, 120) ?? 'nothing'}`];";

async fn press(page: &Page, selector: &str, text: &str, value: Option<&str>) -> Outcome<Value> {
    page.execute_async(PRESS, vec![json!(selector), json!(text), json!(value)]).await
}

/// Presses the controls one after another, each on what the last one has left.
fn check(path: &str, controls: &[(&str, &str, Option<&str>)]) -> Outcome {
    let site = Site::release()?.with_override("notices.json", ResponseOverride::Body(NOTICES.as_bytes().to_vec()));
    Session::new(site).run(async |page| {
        page.open(path).await?;
        let rendered =
            "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('.announcements :is(h2, h3, h4, p)') !== null";
        page.wait_until("the announcements are rendered", async || {
            Ok(page.execute(&format!("return {rendered};"), vec![]).await? == json!(true))
        })
        .await?;
        page.settle().await?;
        for (selector, text, value) in controls {
            let result = press(page, selector, text, *value).await?;
            assert_eq!(result, json!(["changed", "kept"]), "{selector} {text}");
        }
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

const PICKER: &str = ".picker input";
const REPORT: &str = ".when input";

#[test]
fn focus_stays_on_the_picker_while_agreements_come_and_go() -> Outcome {
    check(
        "/?at=2026-04-03T15:00%2B02:00",
        &[
            (PICKER, "Erhverv Basis", None),
            (PICKER, "Sammenlign", None),
            (PICKER, "Erhverv Pro", None),
            (PICKER, "Erhverv Basis", None),
            (PICKER, "Sammenlign", None),
        ],
    )
}

#[test]
fn focus_stays_on_the_report_time_while_fields_and_messages_come_and_go() -> Outcome {
    check(
        "/?agreement=basis&at=2026-04-03T15:00%2B02:00",
        &[
            (REPORT, "Vælg tidspunkt", None),
            (".presets button", "Lørdag", None),
            (".step", "En dag tidligere", None),
            (".step", "En dag senere", None),
            // A time that clocks show twice, and one that they skip.
            ("#report-date", "", Some("25/10")),
            ("#report-time", "", Some("2.30")),
            (".which input", "en time senere", None),
            ("#report-date", "", Some("29/3")),
            (REPORT, "Nu", None),
        ],
    )
}

#[test]
fn focus_stays_on_announcements_while_lists_come_and_go() -> Outcome {
    check(
        "/?agreement=basis&at=2026-04-13T03:00%2B02:00",
        &[("#place", "", Some("8300")), ("#place", "", Some("intet sted")), ("#place", "", Some(""))],
    )
}

#[test]
fn focus_stays_on_the_controls_of_a_demonstration() -> Outcome {
    check(
        "/?view=demo",
        &[
            ("[part=demo] button", "Langfredag", None),
            ("[part=demo] button", "+1 dag", None),
            ("[part=demo] button", "Stor skrift", None),
            ("[part=demo] button", "Stor skrift", None),
            ("[part=demo] input[type=range]", "", Some("100")),
        ],
    )
}
