//! Failures of data files given by URL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../data-files/syntax.rs"]
mod syntax;

use browser_tests::{Outcome, Record, ResponseOverride, Session, Site};
use serde_json::json;

/// Element ids, which are also file names, and the expected text in their error messages.
const INVALID: [(&str, &str); 6] = [
    ("gone", "found status 404, expected 200"),
    ("broken", "found status 500, expected 200"),
    ("login", ""),
    ("huge", "found more than 150000 bytes"),
    ("deep", "line 1, column 41: too many levels of lists and objects, at most 40"),
    ("silent", ""),
];

/// The state of every element, with a deadline and the next change of a channel.
const ANSWERS: &str = "return [...document.querySelectorAll('aura-serviceaftale')].map((element) => [
    element.dataset.state,
    element.shadowRoot?.querySelector('[data-answer=remote][data-agreement=basis] time')?.dateTime ?? null,
    element.shadowRoot?.querySelector('[data-channel=fault-report][data-agreement=basis] time')?.dateTime ?? null,
  ]);";

#[test]
fn with_an_invalid_file_the_built_in_agreements_are_used() -> Outcome {
    let elements: String = INVALID.iter().map(|(id, _)| element(id, &format!("/{id}.json"))).collect();
    let site = Site::release()?
        .with_file("/host.html", host_page(&elements))
        .with_file("/login.json", "<h1>Log ind</h1>")
        .with_file("/deep.json", format!("{}{}", "[".repeat(5000), "]".repeat(5000)))
        .with_file("/huge.json", "{}")
        .with_file("/silent.json", "{}")
        .with_override("/gone.json", ResponseOverride::Status(404))
        .with_override("/broken.json", ResponseOverride::Status(500))
        .with_override("/huge.json", ResponseOverride::PadTo(20_000_000))
        .with_override("/silent.json", ResponseOverride::NoResponse);
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        // The request without a response is aborted after ten seconds.
        page.wait_until("every file has failed", async || {
            Ok(page.recording().await?.error_codes().len() >= INVALID.len())
        })
        .await?;
        page.settle().await?;
        let recording = page.recording().await?;
        let errors = recording.events("error");
        for (id, part) in INVALID {
            let of_element: Vec<_> = errors.iter().filter(|event| event.element == id).collect();
            let [one] = of_element.as_slice() else { panic!("{id}: {of_element:?}") };
            assert_eq!(one.code.as_deref(), Some("agreements"), "{id}");
            let message = one.message.as_deref().unwrap();
            assert!(message.contains(&format!("/{id}.json")) && message.contains(part), "{id}: {message}");
        }
        // One event and one warning for each, and nothing else.
        assert_eq!(recording.problems().len(), 2 * INVALID.len(), "{recording:?}");
        let thrown =
            recording.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::UnhandledRejection(_)));
        assert_eq!(thrown.count(), 0, "{recording:?}");
        let expected = json!(["ready", "2026-03-11T11:00:00+01:00", "2026-03-11T08:00:00+01:00"]);
        assert_eq!(page.execute(ANSWERS, vec![]).await?, json!(vec![expected; INVALID.len()]));
        Ok(())
    })
}

#[test]
fn ten_elements_share_one_request_for_the_same_file() -> Outcome {
    let elements: String = (0..10).map(|number| element(&format!("e{number}"), "/data.json")).collect();
    let site = Site::release()?;
    let data = site.read_text("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let site = site.with_file("/data.json", data).with_file("/host.html", host_page(&elements));
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        let later = json!(vec![json!(["ready", "2026-03-11T11:00:00+01:00", "2026-03-10T21:00:00+01:00"]); 10]);
        page.wait_until("all elements show the answers of the file", async || {
            Ok(page.execute(ANSWERS, vec![]).await? == later)
        })
        .await?;
        assert_eq!(page.requests().iter().filter(|path| *path == "/data.json").count(), 1);
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

/// The same verdicts as those of check.html and `cargo xtask check-data`.
#[test]
fn of_files_as_editors_save_them_the_valid_ones_are_used() -> Outcome {
    let cases = syntax::cases();
    let mut site = Site::release()?;
    let mut elements = String::new();
    for (index, case) in cases.iter().enumerate() {
        site = site.with_file(&format!("/{index}.json"), case.bytes.clone());
        elements +=
            &element(&format!("file-{index}"), "").replace("agreements=\"", &format!("{}=\"/{index}.json", case.kind));
    }
    let site = site.with_file("/host.html", host_page(&elements));
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        let invalid = cases.iter().filter(|case| case.error.is_some()).count();
        page.wait_until("every invalid file is reported", async || {
            Ok(page.recording().await?.error_codes().len() >= invalid)
        })
        .await?;
        page.settle().await?;
        let recording = page.recording().await?;
        let errors = recording.events("error");
        for (index, case) in cases.iter().enumerate() {
            let of_element: Vec<_> = errors.iter().filter(|event| event.element == format!("file-{index}")).collect();
            match (&case.error, of_element.as_slice()) {
                (None, []) => {}
                (Some([_, english]), [event]) => {
                    let message = event.message.as_deref().unwrap();
                    assert!(message.ends_with(&format!("/{index}.json: {english}")), "{}: {message}", case.name);
                    assert_eq!(event.code.as_deref(), Some(case.kind.as_str()), "{}", case.name);
                }
                _ => panic!("{}: {of_element:?}", case.name),
            }
        }
        Ok(())
    })
}

/// A Tuesday evening, 20:30.
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
