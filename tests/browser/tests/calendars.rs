//! Which calendars can a visitor take along, and under which names?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Answer, Outcome, Page, Site, Visit};

const EXAMPLE: &str = include_str!("../../../core/tests/data/notices.json");

/// Presses the button and reads the calendar that the browser puts among the downloads: its name, and its text.
async fn take(page: &Page, button: &str) -> Outcome<(String, String)> {
    page.push(button).await?;
    page.take_download().await
}

#[test]
fn windows_hours_work_and_a_reminder() -> Outcome {
    let site = Site::release()?.answering("notices.json", Answer::Body(EXAMPLE.as_bytes().to_vec()));
    let visit = Visit::to(site.with_clock_at("2026-04-10T21:00:00+02:00"));
    visit.run(async |page| {
        page.open("/?agreement=basis").await?;
        page.until("the announcements are there", async || Ok(page.text().await?.contains("Varslet arbejde"))).await?;
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
        let (named, one) = take(page, "Føj til kalender: Nyt udstyr i Skanderborg").await?;
        assert_eq!((named.as_str(), one.matches("BEGIN:VEVENT").count()), ("aura-varslet-arbejde.ics", 1));
        assert!(one.contains("Nyt udstyr i Skanderborg"), "{one}");
        Ok(())
    })
}
