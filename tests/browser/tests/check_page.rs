//! check.html: validation of data files, with a preview of the widget.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../data-files/syntax.rs"]
mod syntax;

use std::path::Path;
use std::time::Duration;

use browser_tests::{Axe, Outcome, Page, ResponseOverride, Session, Site};
use serde_json::{Value, json};

const AGREEMENTS: &str = include_str!("../../../static/agreements.json");
const ANNOUNCEMENTS: &str = include_str!("../../../core/tests/data/notices.json");
const CASES: &str = include_str!("../../data-files/cases.jsonl");

/// The verdict, the list of problems, and whether the widget is visible.
const RESULT: &str = "return [
    document.querySelector('#verdict').textContent,
    [...document.querySelectorAll('#problems li')].map((problem) => problem.textContent),
    document.querySelector('#widget').checkVisibility(),
  ];";

/// Ends a script of an action: the app renders in a microtask.
const RENDER: &str = "await new Promise((done) => setTimeout(done, 0));";

const NOT_JSON: &str = "Filen er ikke gyldig JSON";

/// Opens the page and waits until its controls are enabled.
async fn open(page: &Page) -> Outcome {
    page.load("/check.html").await?;
    let ready = "return !document.querySelector('button').disabled && !document.querySelector('#file').disabled;";
    page.wait_until("the controls are enabled", async || Ok(page.execute(ready, vec![]).await? == true)).await
}

/// Validates a text as if it had been pasted. Returns the result.
async fn check(page: &Page, json: &str) -> Outcome<Value> {
    let paste = "document.querySelector('#text').value = arguments[0]; document.querySelector('button').click();";
    page.execute_async(&format!("{paste}{RENDER}"), vec![json!(json)]).await?;
    result(page).await
}

/// Validates a file as if it had been selected. Returns the result.
async fn check_file(page: &Page, bytes: &[u8]) -> Outcome<Value> {
    let select = "const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(arguments[0])], 'data.json'));
        const input = document.querySelector('#file');
        input.files = transfer.files;
        input.dispatchEvent(new Event('change'));";
    page.execute_async(&format!("{select}{RENDER}"), vec![json!(bytes)]).await?;
    result(page).await
}

/// Waits for the result.
async fn result(page: &Page) -> Outcome<Value> {
    page.wait_until("there is a verdict", async || {
        let verdict = &page.execute(RESULT, vec![]).await?[0];
        Ok(![json!("Kontrollerer …"), json!("Validating …")].contains(verdict))
    })
    .await?;
    page.execute(RESULT, vec![]).await
}

#[test]
fn every_problem_is_listed_and_the_widget_is_shown() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        open(page).await?;
        let invalid = AGREEMENTS.replacen("\"minutes\": 180", "\"minutes\": 0", 1).replacen("+4587925575", "8792", 1);
        assert_eq!(
            check(page, &invalid).await?,
            json!([
                "Aftalerne: 2 fejl. Filen bruges ikke, så længe der er fejl i den; kunderne ser de indbyggede aftaler.",
                [
                    "contact.phone: fandt \"8792\", ventede et telefonnummer som +4512345678",
                    "agreements[basis].response.remote.minutes: fandt 0, ventede et helt tal fra 1 til 525600"
                ],
                false
            ])
        );
        assert_eq!(
            check(page, &ANNOUNCEMENTS.replacen("\"serviceWindow\"", "\"<img src=x onerror=alert(1)>\"", 1)).await?,
            json!([
                "Meddelelserne: 1 fejl. Kunderne ser alt undtagen det, der er fejl i.",
                ["notices[odder-core].kind: fandt \"<img src=x onerror=alert(1)>\", ventede et id på 1 til 60 bogstaver (a–z), cifre, - og _"],
                true
            ])
        );
        let misspelt = ANNOUNCEMENTS.replacen("\"agreements\": [\"pro\"]", "\"agreements\": [\"premium\", \"pro\"]", 1);
        let result = check(page, &misspelt).await?;
        assert_eq!(result[1], json!(["notices[aarhus-fibre].agreements[0]: fandt \"premium\", ventede et id fra agreements: basis | pro"]));
        let result = check(page, "\u{feff}{\n  \"notices\": [}").await?;
        assert_eq!(result, json!([NOT_JSON, ["linje 2, kolonne 15: her ventes en værdi"], false]));

        // Announcements may refer to the agreements of the file that was validated before.
        let premium = AGREEMENTS.replace("\"pro\"", "\"premium\"");
        assert_eq!(check(page, &premium).await?[0], "Aftalerne: ingen fejl");
        let result = check(page, &misspelt).await?;
        assert_eq!(result[1], json!(["notices[aarhus-fibre].agreements[1]: fandt \"pro\", ventede et id fra agreements: basis | premium"]));

        // At a selected Danish local time in summer: an outage, with the hours of the agreements that were validated
        // before.
        let later = AGREEMENTS.replace("-20:00\"", "-21:00\"");
        assert_eq!(check(page, &later).await?, json!(["Aftalerne: ingen fejl", [], true]));
        assert_eq!(check(page, ANNOUNCEMENTS).await?, json!(["Meddelelserne: ingen fejl", [], true]));
        let set = "const at = document.querySelector('#at'); at.value = arguments[0]; at.dispatchEvent(new Event('change'));";
        let set = &format!("{set}{RENDER}");
        page.execute_async(set, vec![json!("2026-04-13T20:30")]).await?;
        let shown = "const element = document.querySelector('aura-serviceaftale');
                     return [element.at, element.shadowRoot?.querySelector('[data-channel=fault-report][data-agreement=basis] time')?.dateTime ?? null];";
        let expected = json!(["2026-04-13T20:30:00+02:00", "2026-04-13T21:00:00+02:00"]);
        page.wait_until("the hours of the file are displayed", async || Ok(page.execute(shown, vec![]).await? == expected)).await?;
        page.execute_async(set, vec![json!("2026-12-13T20:30")]).await?;
        assert_eq!(page.execute(shown, vec![]).await?[0], json!("2026-12-13T20:30:00+01:00"));
        assert_eq!(Axe::load()?.violations(page).await?, Vec::<String>::new());
        page.set_width(320).await?;
        assert_eq!(page.overflow().await?, Vec::<String>::new());
        Ok(())
    })
}

/// While the script is loading, or if it fails to load, entered text is not lost.
#[test]
fn controls_have_no_effect_before_the_script_is_loaded() -> Outcome {
    Session::new(Site::release()?.without("/v1/check.js")).run(async |page| {
        page.load("/check.html").await?;
        page.execute("document.querySelector('#text').value = 'min tekst';", vec![]).await?;
        page.click_button("Kontrollér").await?;
        let state = "return [document.querySelector('#text').value, document.querySelector('#file').disabled,
                             document.querySelector('#verdict').textContent];";
        assert_eq!(page.execute(state, vec![]).await?, json!(["min tekst", true, "Henter kontrollen …"]));
        Ok(())
    })
}

#[test]
fn a_wasm_file_that_cannot_be_loaded_is_reported() -> Outcome {
    Session::new(Site::release()?.without("/v1/editor-")).run(async |page| {
        page.load("/check.html").await?;
        let verdict = "return document.querySelector('#verdict').textContent;";
        page.wait_until("the failure is shown", async || {
            let verdict = page.execute(verdict, vec![]).await?;
            Ok(verdict.as_str().is_some_and(|verdict| verdict.starts_with("Kontrollen virker ikke: ")))
        })
        .await?;
        assert_eq!(page.execute("return document.querySelector('button').disabled;", vec![]).await?, json!(true));
        Ok(())
    })
}

/// The app takes the place of the markup in check.html, which is the same up to the controls and the verdict.
#[test]
fn the_app_keeps_what_the_page_shows_and_what_was_typed() -> Outcome {
    const MARKUP: &str = "
        const markup = (element) => [
          element.localName,
          [...element.attributes].filter(({ name }) => name !== 'disabled').map(({ name, value }) => `${name}=${value}`).sort(),
          element.children.length > 0 ? [...element.children].filter(({ id }) => id !== 'preview').map(markup)
            : element.textContent.replaceAll(/\\s+/g, ' '),
        ];
        document.querySelector('noscript')?.remove();
        document.querySelector('#verdict').textContent = '';
        return markup(document.querySelector('main'));";
    let delay = ResponseOverride::Delay(Duration::from_secs(2));
    Session::new(Site::release()?.with_override("/v1/editor-", delay)).run(async |page| {
        page.load("/check.html").await?;
        page.execute("document.querySelector('#text').value = 'min tekst';", vec![]).await?;
        let before = page.execute(MARKUP, vec![]).await?;
        let enabled = "return !document.querySelector('button').disabled;";
        page.wait_until("the app is mounted", async || Ok(page.execute(enabled, vec![]).await? == true)).await?;
        assert_eq!(page.execute("return document.querySelector('#text').value;", vec![]).await?, "min tekst");
        page.execute("document.querySelector('#text').defaultValue = '';", vec![]).await?;
        assert_eq!(page.execute(MARKUP, vec![]).await?, before);
        Ok(())
    })
}

#[test]
fn the_page_is_in_english_on_request() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.load("/check.html?lang=en").await?;
        let heading = "return document.querySelector('h1').textContent;";
        let translated = async || Ok(page.execute(heading, vec![]).await? == "Validation of data");
        page.wait_until("the app is in English", translated).await?;
        let invalid = AGREEMENTS.replacen("\"minutes\": 180", "\"minutes\": 0", 1);
        let result = check(page, &invalid).await?;
        assert_eq!(
            result,
            json!([
                "Agreements: 1 mistake. The file is not used while it contains mistakes; customers see the built-in agreements.",
                ["agreements[basis].response.remote.minutes: found 0, expected a whole number from 1 to 525600"],
                false
            ])
        );
        let languages = "return [document.documentElement.lang, document.querySelector('aura-serviceaftale').lang];";
        assert_eq!(page.execute(languages, vec![]).await?, json!(["en", "en"]));
        Ok(())
    })
}

#[test]
fn a_file_can_be_selected_or_dropped() -> Outcome {
    /// Dispatches the drag events for a dropped file with this text.
    const DROP: &str = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[0]], 'notices.json', { type: 'application/json' }));
        const dispatch = (type) => document.querySelector('#text')
          .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        const over = async () => {
          // The class changes in a microtask.
          await new Promise((done) => setTimeout(done, 0));
          return document.querySelector('#text').classList.contains('over');
        };
        return [dispatch('dragenter'), await over(), dispatch('dragover'), await over(), dispatch('drop'), await over()];";
    Session::new(Site::release()?).run(async |page| {
        open(page).await?;
        let wait_for_verdict = async |verdict: &str| {
            page.wait_until(verdict, async || Ok(page.execute(RESULT, vec![]).await?[0] == json!(verdict))).await
        };
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/agreements.json").canonicalize()?;
        page.upload_file("#file", &file).await?;
        wait_for_verdict("Aftalerne: ingen fejl").await?;
        let events = page.execute_async(DROP, vec![json!(ANNOUNCEMENTS)]).await?;
        assert_eq!(events, json!([false, true, false, true, false, false]), "the events must be cancelled");
        wait_for_verdict("Meddelelserne: ingen fejl").await?;
        let text = page.execute("return document.querySelector('#text').value;", vec![]).await?;
        assert_eq!(text, json!(ANNOUNCEMENTS), "the text must be editable on the page");
        Ok(())
    })
}

#[test]
fn the_shared_test_cases_have_the_expected_verdicts() -> Outcome {
    Session::new(Site::release()?).with_timeout(600).run(async |page| {
        open(page).await?;
        for line in CASES.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let result = check(page, &file_of(&case)).await?;
            let good = result[0].as_str().unwrap().ends_with(": ingen fejl");
            assert_eq!(good, case["verdict"] == "good", "{line}: {result}");
        }
        Ok(())
    })
}

#[test]
fn files_as_editors_save_them() -> Outcome {
    Session::new(Site::release()?).with_timeout(300).run(async |page| {
        open(page).await?;
        for case in syntax::cases() {
            let result = check_file(page, &case.bytes).await?;
            match &case.error {
                Some([danish, _]) => {
                    assert_eq!(result, json!([NOT_JSON, [danish], false]), "{}, {}", case.name, case.kind)
                }
                None => assert!(result[0].as_str().unwrap().ends_with(": ingen fejl"), "{}: {result}", case.name),
            }
        }
        // The text of a file that is not UTF-8 is not displayed with replaced letters, since it would then be valid.
        check_file(page, b"{\"name\": \"pr\xf8v\"}").await?;
        assert_eq!(page.execute("return document.querySelector('#text').value;", vec![]).await?, json!(""));
        Ok(())
    })
}

/// The text of the file in a test case.
fn file_of(case: &Value) -> String {
    if let Some(text) = case["text"].as_str() {
        return text.to_owned();
    }
    let file = if case["file"] == "agreements" { AGREEMENTS } else { ANNOUNCEMENTS };
    let mut root: Value = serde_json::from_str(file).unwrap();
    let (parent, name) = case["at"].as_str().unwrap().rsplit_once('/').unwrap();
    match (case.get("put"), root.pointer_mut(parent).unwrap()) {
        (Some(value), Value::Array(items)) => items[name.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), Value::Object(fields)) => drop(fields.insert(name.to_owned(), value.clone())),
        (None, Value::Object(fields)) => drop(fields.remove(name)),
        _ => panic!("{case}: invalid path"),
    }
    root.to_string()
}
