//! What becomes of the answers when a data file cannot be had, or cannot be used?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Answer, Outcome, Record, Site, Visit};
use serde_json::json;

/// Elements by their ids, each with the data file of that name, and what its error says beside the file's URL.
const UNUSABLE: [(&str, &str); 6] = [
    ("gone", "found status 404, expected 200"),
    ("broken", "found status 500, expected 200"),
    ("login", ""),
    ("huge", "found more than 5000000 bytes"),
    ("deep", "nested deeper than 40 levels"),
    ("silent", ""),
];

/// The deadline of every element's first answer.
const ANSWERS: &str = "return [...document.querySelectorAll('aura-serviceaftale')].map((element) => [
    element.dataset.state,
    element.shadowRoot?.querySelector('[data-answer=remote][data-agreement=basis] time')?.dateTime ?? null,
    element.shadowRoot?.querySelector('[data-channel=fault-report][data-agreement=basis] time')?.dateTime ?? null,
  ]);";

#[test]
fn whatever_is_wrong_with_the_file_the_usual_answers_stay() -> Outcome {
    let elements: String = UNUSABLE.iter().map(|(id, _)| element(id, &format!("/{id}.json"))).collect();
    let site = Site::release()?
        .with_file("/host.html", host_page(&elements))
        .with_file("/login.json", "<h1>Log ind</h1>")
        .with_file("/deep.json", format!("{}{}", "[".repeat(5000), "]".repeat(5000)))
        .with_file("/huge.json", "{}")
        .with_file("/silent.json", "{}")
        .answering("/gone.json", Answer::Status(404))
        .answering("/broken.json", Answer::Status(500))
        .answering("/huge.json", Answer::Padded(20_000_000))
        .answering("/silent.json", Answer::Never);
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        // The one that never answers is given up after ten seconds.
        page.until("every file is given up", async || Ok(page.recorded().await?.codes().len() >= UNUSABLE.len()))
            .await?;
        page.settle().await?;
        let recorded = page.recorded().await?;
        let told = recorded.told("error");
        for (id, part) in UNUSABLE {
            let of_it: Vec<_> = told.iter().filter(|told| told.element == id).collect();
            let [one] = of_it.as_slice() else { panic!("{id}: {of_it:?}") };
            assert_eq!(one.code.as_deref(), Some("agreements"), "{id}");
            let message = one.message.as_deref().unwrap();
            assert!(message.contains(&format!("/{id}.json")) && message.contains(part), "{id}: {message}");
        }
        // An event and a warning each, and nothing that the page would have to look into.
        assert_eq!(recorded.complaints().len(), 2 * UNUSABLE.len(), "{recorded:?}");
        let thrown = recorded.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::Rejection(_)));
        assert_eq!(thrown.count(), 0, "{recorded:?}");
        let usual = json!(["ready", "2026-03-11T11:00:00+01:00", "2026-03-11T08:00:00+01:00"]);
        assert_eq!(page.run(ANSWERS, vec![]).await?, json!(vec![usual; UNUSABLE.len()]));
        Ok(())
    })
}

#[test]
fn ten_elements_may_ask_for_the_same_file() -> Outcome {
    let elements: String = (0..10).map(|number| element(&format!("e{number}"), "/data.json")).collect();
    let site = Site::release()?;
    let data = site.text_of("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let site = site.with_file("/data.json", data).with_file("/host.html", host_page(&elements));
    Visit::to(site).run(async |page| {
        page.open("/host.html").await?;
        let later = json!(vec![json!(["ready", "2026-03-11T11:00:00+01:00", "2026-03-10T21:00:00+01:00"]); 10]);
        page.until("all ten show the file's answers", async || Ok(page.run(ANSWERS, vec![]).await? == later)).await?;
        assert_eq!(page.asked_for().iter().filter(|path| *path == "/data.json").count(), 1);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Half past eight on a Tuesday evening.
fn element(id: &str, file: &str) -> String {
    format!(
        "<aura-serviceaftale id=\"{id}\" loading=\"eager\" at=\"2026-03-10T20:30:00+01:00\" agreements=\"{file}\">
         </aura-serviceaftale>"
    )
}

fn host_page(elements: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>{elements}"
    )
}
