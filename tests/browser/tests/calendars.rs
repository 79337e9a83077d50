//! Calendar downloads: contents and file names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, ResponseOverride, Session, Site};

const EXAMPLE: &str = include_str!("../../../core/tests/data/notices.json");

/// Clicks the button and returns the name and text of the downloaded calendar.
async fn download(page: &Page, button: &str) -> Outcome<(String, String)> {
    page.click_button(button).await?;
    page.take_download().await
}

#[test]
fn maintenance_windows_hours_announcements_and_a_reminder_can_be_downloaded() -> Outcome {
    let site = Site::release()?.with_override("notices.json", ResponseOverride::Body(EXAMPLE.as_bytes().to_vec()));
    let session = Session::new(site.with_clock_at("2026-04-10T21:00:00+02:00"));
    session.run(async |page| {
        page.open("/?agreement=basis").await?;
        page.wait_until("the announcements are rendered", async || Ok(page.text().await?.contains("Varslet arbejde")))
            .await?;
        for (button, expected_name, expected_text) in [
            ("Føj servicevinduer til kalender", "aura-servicevinduer.ics", "RRULE:FREQ=WEEKLY"),
            ("Føj telefontider til kalender", "aura-telefontider.ics", "RRULE:FREQ=WEEKLY"),
            ("Føj alle til kalender", "aura-varslet-arbejde.ics", "STATUS:CANCELLED"),
            ("Mind mig om at ringe i morgen kl.\u{a0}10.00", "aura-ring.ics", "BEGIN:VALARM"),
        ] {
            let (name, text) = download(page, button).await?;
            assert_eq!(name, expected_name, "{button}");
            assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains(expected_text), "{button}: {text}");
        }
        let (name, one) = download(page, "Føj til kalender: Nyt udstyr i Skanderborg").await?;
        assert_eq!((name.as_str(), one.matches("BEGIN:VEVENT").count()), ("aura-varslet-arbejde.ics", 1));
        assert!(one.contains("Nyt udstyr i Skanderborg"), "{one}");
        Ok(())
    })
}
