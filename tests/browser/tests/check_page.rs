//! Do editors hear on check.html what the core says of their file, and see the widget with it?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;

use browser_tests::{Axe, Outcome, Page, Site, Visit};
use serde_json::{Value, json};

const AGREEMENTS: &str = include_str!("../../../static/agreements.json");
const ANNOUNCEMENTS: &str = include_str!("../../../core/tests/data/notices.json");
const CASES: &str = include_str!("../../data-files/cases.jsonl");

/// What is told, problem by problem, and whether the widget is to be seen.
const TOLD: &str = "return [
    document.querySelector('#verdict').textContent,
    [...document.querySelectorAll('#problems li')].map((problem) => problem.textContent),
    document.querySelector('#widget').checkVisibility(),
  ];";

/// Opens the page and waits until it can check.
async fn open(page: &Page) -> Outcome {
    page.load("/check.html").await?;
    let ready = "return !document.querySelector('button').disabled && !document.querySelector('#file').disabled;";
    page.until("the page can check", async || Ok(page.run(ready, vec![]).await? == true)).await
}

/// Checks a text as if it had been pasted.
async fn check(page: &Page, json: &str) -> Outcome<Value> {
    let paste = "document.querySelector('#text').value = arguments[0]; document.querySelector('button').click();";
    page.run(paste, vec![json!(json)]).await?;
    page.until("there is a verdict", async || Ok(page.run(TOLD, vec![]).await?[0] != json!("Kontrollerer …"))).await?;
    page.run(TOLD, vec![]).await
}

#[test]
fn every_problem_is_told_and_the_widget_shown() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        open(page).await?;
        let wrong = AGREEMENTS.replacen("\"minutes\": 180", "\"minutes\": 0", 1).replacen("+4587925575", "8792", 1);
        assert_eq!(
            check(page, &wrong).await?,
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
        let told = check(page, &misspelt).await?;
        assert_eq!(told[1], json!(["notices[aarhus-fibre].agreements[0]: fandt \"premium\", ventede et id fra agreements: basis | pro"]));
        let told = check(page, "{").await?;
        assert_eq!((&told[0], &told[2]), (&json!("Filen er ikke JSON"), &json!(false)));
        assert_eq!(told[1].as_array().unwrap().len(), 1);

        // What a file of agreements checked before has, announcements may name.
        let premium = AGREEMENTS.replace("\"pro\"", "\"premium\"");
        assert_eq!(check(page, &premium).await?[0], "Aftalerne: ingen fejl");
        let told = check(page, &misspelt).await?;
        assert_eq!(told[1], json!(["notices[aarhus-fibre].agreements[1]: fandt \"pro\", ventede et id fra agreements: basis | premium"]));

        // At a time of choice, on Danish clocks in summer: an outage, and the hours of a file of agreements checked before.
        let later = AGREEMENTS.replace("-20:00\"", "-21:00\"");
        assert_eq!(check(page, &later).await?, json!(["Aftalerne: ingen fejl", [], true]));
        assert_eq!(check(page, ANNOUNCEMENTS).await?, json!(["Meddelelserne: ingen fejl", [], true]));
        let set = "const at = document.querySelector('#at'); at.value = arguments[0]; at.dispatchEvent(new Event('change'));";
        page.run(set, vec![json!("2026-04-13T20:30")]).await?;
        let shown = "const element = document.querySelector('aura-serviceaftale');
                     return [element.at, element.shadowRoot?.querySelector('[data-channel=fault-report][data-agreement=basis] time')?.dateTime ?? null];";
        let wanted = json!(["2026-04-13T20:30+02:00", "2026-04-13T21:00:00+02:00"]);
        page.until("the hours are the file's", async || Ok(page.run(shown, vec![]).await? == wanted)).await?;
        page.run(set, vec![json!("2026-12-13T20:30")]).await?;
        assert_eq!(page.run(shown, vec![]).await?[0], json!("2026-12-13T20:30+01:00"));
        assert_eq!(Axe::load()?.violations(page).await?, Vec::<String>::new());
        page.widen_to(320).await?;
        assert_eq!(page.overflow().await?, Vec::<String>::new());
        Ok(())
    })
}

/// While the script that checks is still on its way, or never comes, nothing that is written is lost.
#[test]
fn nothing_can_be_pressed_before_it_can_check() -> Outcome {
    Visit::to(Site::release()?.without("/v1/aura-serviceaftale.js")).run(async |page| {
        page.load("/check.html").await?;
        page.run("document.querySelector('#text').value = 'min tekst';", vec![]).await?;
        page.push("Kontrollér").await?;
        let state = "return [document.querySelector('#text').value, document.querySelector('#file').disabled,
                             document.querySelector('#verdict').textContent];";
        assert_eq!(page.run(state, vec![]).await?, json!(["min tekst", true, "Henter kontrollen …"]));
        Ok(())
    })
}

/// Chosen as a file of this machine, and dropped onto the page.
#[test]
fn a_file_can_be_chosen_or_dropped() -> Outcome {
    /// Drops a file of this text, as a browser tells a page of what is dragged onto it.
    const DROP: &str = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[0]], 'notices.json', { type: 'application/json' }));
        const tell = (type) => document.querySelector('#text')
          .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        const over = () => document.querySelector('#text').classList.contains('over');
        const kept = [tell('dragenter'), over(), tell('dragover'), over(), tell('drop'), over()];
        return kept;";
    Visit::to(Site::release()?).run(async |page| {
        open(page).await?;
        let told = async |verdict: &str| {
            page.until(verdict, async || Ok(page.run(TOLD, vec![]).await?[0] == json!(verdict))).await
        };
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/agreements.json").canonicalize()?;
        page.give_file("#file", &file).await?;
        told("Aftalerne: ingen fejl").await?;
        let kept = page.run(DROP, vec![json!(ANNOUNCEMENTS)]).await?;
        assert_eq!(kept, json!([false, true, false, true, false, false]), "the browser is not to open it instead");
        told("Meddelelserne: ingen fejl").await?;
        let text = page.run("return document.querySelector('#text').value;", vec![]).await?;
        assert_eq!(text, json!(ANNOUNCEMENTS), "it can be corrected on the page");
        Ok(())
    })
}

#[test]
fn the_shared_cases_have_the_same_verdict_as_everywhere() -> Outcome {
    Visit::to(Site::release()?).within(600).run(async |page| {
        open(page).await?;
        for line in CASES.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let Some(file) = file_of(&case) else { continue };
            let told = check(page, &file).await?;
            let good = told[0].as_str().unwrap().ends_with(": ingen fejl");
            assert_eq!(good, case["verdict"] == "good", "{line}: {told}");
            let english = page.run("return document.querySelectorAll('#problems [lang=en]').length;", vec![]).await?;
            assert_eq!(english, 0, "{line}: not told in Danish: {told}");
        }
        Ok(())
    })
}

/// The text of a case's file. None where a field stands twice: of that the browser's parser does not tell.
fn file_of(case: &Value) -> Option<String> {
    if let Some(text) = case["text"].as_str() {
        return (case["verdict"] != "core").then(|| text.to_owned());
    }
    let file = if case["file"] == "agreements" { AGREEMENTS } else { ANNOUNCEMENTS };
    let mut root: Value = serde_json::from_str(file).unwrap();
    let (parent, name) = case["at"].as_str().unwrap().rsplit_once('/').unwrap();
    match (case.get("put"), root.pointer_mut(parent).unwrap()) {
        (Some(value), Value::Array(items)) => items[name.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), Value::Object(fields)) => drop(fields.insert(name.to_owned(), value.clone())),
        (None, Value::Object(fields)) => drop(fields.remove(name)),
        _ => panic!("{case}: no place to put something"),
    }
    Some(root.to_string())
}
