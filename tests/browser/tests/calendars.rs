//! Which calendars can a visitor take along, and under which names?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Answer, Outcome, Page, Site, Visit};
use serde_json::json;

const EXAMPLE: &str = include_str!("../../../core/tests/data/notices.json");

/// Keeps what is handed to the browser as a download: it asks nobody, and writes to a folder that tests do not know.
const TAKE: &str = "window.taken = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const url = make(blob);
      blob.text().then((text) => taken.push({ url, text, type: blob.type }));
      return url;
    };
    HTMLAnchorElement.prototype.click = function () { window.named = this.download; };";

/// Presses the button and reads the calendar that comes of it: its name, and its text.
async fn take(page: &Page, button: &str) -> Outcome<(String, String)> {
    page.run("taken.length = 0; window.named = null;", vec![]).await?;
    page.push(button).await?;
    page.until("there is a file", async || Ok(page.run("return taken.length;", vec![]).await? == json!(1))).await?;
    let found = page.run("return [named, taken[0].type, taken[0].text];", vec![]).await?;
    assert_eq!(found[1], "text/calendar;charset=utf-8");
    let part = |index: usize| found[index].as_str().unwrap().to_owned();
    Ok((part(0), part(2)))
}

#[test]
fn windows_hours_work_and_a_reminder() -> Outcome {
    let site = Site::release()?.answering("notices.json", Answer::Body(EXAMPLE.as_bytes().to_vec()));
    let visit = Visit::to(site.with_clock_at("2026-04-10T21:00:00+02:00"));
    visit.run(async |page| {
        page.open("/?agreement=basis").await?;
        page.until("the announcements are there", async || Ok(page.text().await?.contains("Varslet arbejde"))).await?;
        page.run(TAKE, vec![]).await?;
        for (button, name, there) in [
            ("Føj servicevinduer til kalender", "aura-servicevinduer.ics", "RRULE:FREQ=WEEKLY"),
            ("Føj telefontider til kalender", "aura-telefontider.ics", "RRULE:FREQ=WEEKLY"),
            ("Føj alle til kalender", "aura-varslet-arbejde.ics", "STATUS:CANCELLED"),
            ("Mind mig om at ringe i morgen kl.\u{a0}10.00", "aura-ring.ics", "BEGIN:VALARM"),
        ] {
            let (named, text) = take(page, button).await?;
            assert_eq!(named, name, "{button}");
            assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains(there), "{button}: {text}");
        }
        let (named, one) = take(page, "Føj til kalender").await?;
        assert_eq!((named.as_str(), one.matches("BEGIN:VEVENT").count()), ("aura-varslet-arbejde.ics", 1));
        Ok(())
    })
}
