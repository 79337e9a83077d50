//! Announcements: display, filtering, refresh, and handling of invalid or malicious files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, ResponseOverride, Session, Site, WakeEvent};
use serde_json::{Value, json};

/// The example file of the core's tests, at its time, Friday 10 April 2026.
const EXAMPLE: &str = include_str!("../../../core/tests/data/notices.json");
const NOW: &str = "2026-04-10T10:00:00+02:00";
const PATH: &str = "/?agreement=basis";
/// The same time by attribute, with the real clock of the browser.
const FROZEN: &str = "/?agreement=basis&at=2026-04-10T10:00:00%2B02:00";
const HOUR: u64 = 3_600_000;
const MINUTE: u64 = 60_000;

/// The ids of the displayed announcements, in order.
const LISTED_IDS: &str = "return [...document.querySelector('aura-serviceaftale').shadowRoot
    .querySelectorAll('.announcements [data-notice-id]')].map((row) => row.dataset.noticeId);";

fn site_with(notices: &str) -> Outcome<Site> {
    Ok(Site::release()?.with_override("notices.json", ResponseOverride::Body(notices.as_bytes().to_vec())))
}

async fn listed_ids(page: &Page) -> Outcome<Vec<String>> {
    let found = page.execute(LISTED_IDS, vec![]).await?;
    Ok(found.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect())
}

async fn open(page: &Page, path: &str) -> Outcome {
    page.open(path).await?;
    page.wait_until("the announcements are rendered", async || Ok(page.text().await?.contains("Varslet arbejde"))).await
}

fn notices_requests(page: &Page) -> usize {
    page.requests().iter().filter(|path| path.ends_with("notices.json")).count()
}

#[test]
fn announcements_are_shown_and_can_be_filtered_by_place() -> Outcome {
    Session::new(site_with(EXAMPLE)?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let all = listed_ids(page).await?;
        assert!(all.contains(&"odder-core".to_owned()) && all.contains(&"skanderborg-switch".to_owned()), "{all:?}");
        let text = page.text().await?;
        for words in ["Opgradering af software i centralen i Odder", "inden for aftalens varsel", "Aflyst"] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
        page.fill("Postnummer eller by", "8660").await?;
        let found = listed_ids(page).await?;
        assert!(
            found.contains(&"skanderborg-switch".to_owned()) && !found.contains(&"odder-core".to_owned()),
            "{found:?}"
        );
        page.click_button("Vis alle").await?;
        assert_eq!(listed_ids(page).await?, all);
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn work_under_way_is_shown_at_the_top() -> Outcome {
    let outage = json!({ "formatVersion": 1, "oneOffHours": [], "notices": [{
        "id": "cable", "kind": "outage", "status": "underWay", "start": "2026-04-10T09:00", "publishedAt": "2026-04-10T09:10",
        "what": { "da": "Et fiberkabel er gravet over", "en": "A fibre cable has been cut" }
    }] });
    Session::new(site_with(&outage.to_string())?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let top_panel = "return document.querySelector('aura-serviceaftale').shadowRoot
                       .querySelector('.right-now [data-notice-id=cable]')?.textContent ?? '';";
        let words = page.execute(top_panel, vec![]).await?;
        assert!(words.as_str().unwrap().contains("Et fiberkabel er gravet over."), "{words}");
        Ok(())
    })
}

#[test]
fn special_hours_change_every_answer() -> Outcome {
    let file = json!({ "formatVersion": 1, "notices": [], "oneOffHours": [
        { "channel": "faultReports", "date": "2026-04-10", "hours": [], "why": { "da": "personaledag", "en": "staff day" } }
    ] });
    Session::new(site_with(&file.to_string())?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let channel = page.channel("basis", "fault-report").await?;
        assert_eq!((channel.open, channel.until.as_deref()), (false, Some("2026-04-11T10:00:00+02:00")));
        assert!(page.text().await?.contains("personaledag"));
        Ok(())
    })
}

#[test]
fn an_invalid_announcement_is_skipped_and_reported() -> Outcome {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    file["notices"][0]["start"] = json!("2026-13-01T00:00");
    Session::new(site_with(&file.to_string())?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let ids = listed_ids(page).await?;
        assert!(!ids.contains(&"odder-core".to_owned()) && ids.len() > 2, "{ids:?}");
        let recording = page.recording().await?;
        let problems = recording.problems();
        let [one] = problems.as_slice() else { panic!("{problems:?}") };
        let one = format!("{one:?}");
        for part in ["notices[odder-core].start", "2026-13-01T00:00", "left out"] {
            assert!(one.contains(part), "{part} is not in {one}");
        }
        assert_eq!(recording.error_codes(), Vec::<&str>::new());
        // The `-data` event has the problems as objects, too. A second element hears of them at once.
        let detail = page
            .execute_async(
                "const first = document.querySelector('aura-serviceaftale');
                 const data = new Promise((resolve) => addEventListener('aura-serviceaftale-data', ({ detail }) => resolve(detail)));
                 document.body.append(first.cloneNode());
                 return data;",
                vec![],
            )
            .await?;
        let problem = json!({
            "path": "notices[odder-core].start",
            "code": "time",
            "found": "\"2026-13-01T00:00\"",
            "expected": "a time as 2026-12-31T06:00+01:00, or 2026-12-31T06:00 by Danish clocks"
        });
        assert_eq!((&detail["file"], &detail["list"]), (&json!("notices"), &json!([problem])));
        Ok(())
    })
}

#[test]
fn without_a_valid_file_only_the_announcements_are_missing() -> Outcome {
    let deep = many(350).replacen("\"work-320\"", &format!("{}{}", "[".repeat(60), "]".repeat(60)), 1);
    let bodies = ["<h1>Log ind</h1>", "[]", "null", "{\"notices\": null}", &deep]
        .map(|body| ResponseOverride::Body(body.into()));
    for answer in bodies.into_iter().chain([ResponseOverride::Status(404)]) {
        let site = Site::release()?.with_override("notices.json", answer);
        Session::new(site).run(async |page| {
            page.open(FROZEN).await?;
            let has_message =
                async || Ok(page.text().await?.contains("Meddelelser om arbejde kan ikke hentes lige nu."));
            page.wait_until("the message is shown", has_message).await?;
            assert_eq!(page.recording().await?.error_codes(), ["notices"]);
            assert_eq!(page.windows().await?.len(), 3, "the agreement's own windows");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn many_elements_share_one_request_and_refresh_periodically() -> Outcome {
    let element = "<aura-serviceaftale loading=\"eager\"></aura-serviceaftale>".repeat(10);
    let html = format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>{element}"
    );
    Session::new(site_with(EXAMPLE)?.with_file("/ten.html", html).with_clock_at(NOW)).run(async |page| {
        open(page, "/ten.html").await?;
        assert_eq!(notices_requests(page), 1);
        for _ in 0..5 {
            page.clock().sleep_and_wake(WakeEvent::VisibilityChange, 10_000).await?;
        }
        assert_eq!(notices_requests(page), 1, "within a minute");
        page.clock().sleep_and_wake(WakeEvent::VisibilityChange, MINUTE).await?;
        page.wait_until("the file is requested again when the page becomes visible after a minute", async || {
            Ok(notices_requests(page) == 2)
        })
        .await?;
        page.clock().advance(HOUR).await?;
        page.wait_until("the file is requested again within an hour", async || Ok(notices_requests(page) > 2)).await?;
        page.settle().await?;
        assert!((3..=6).contains(&notices_requests(page)), "in an hour: {}", notices_requests(page));
        Ok(())
    })
}

#[test]
fn old_announcements_stay_with_their_age_if_a_refresh_fails() -> Outcome {
    let session = Session::new(site_with(EXAMPLE)?.with_clock_at(NOW));
    session.chromium_only("only its driver emulates an offline network").run(async |page| {
        open(page, PATH).await?;
        let line = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.devtools("Network.enable", json!({})).await?;
        page.devtools("Network.emulateNetworkConditions", line).await?;
        page.clock().sleep_and_wake(WakeEvent::VisibilityChange, 2 * HOUR).await?;
        let shows_age = async || {
            let text = page.text().await?;
            Ok(text.contains("kan ikke opdateres lige nu") && text.contains("for 2 timer siden"))
        };
        page.wait_until("the age is shown", shows_age).await?;
        assert!(listed_ids(page).await?.contains(&"odder-core".to_owned()));
        Ok(())
    })
}

/// A file with this number of future announcements.
fn many(count: usize) -> String {
    let notice = |index: usize| {
        json!({
            "id": format!("work-{index}"), "kind": "serviceWindow", "status": "planned",
            "start": format!("2026-04-{:02}T00:00", 11 + index % 20), "publishedAt": "2026-03-26T10:00",
            "what": { "da": format!("Etape {index}"), "en": format!("Stage {index}") }, "postcodes": [format!("8{index:03}")]
        })
    };
    let notices: Vec<Value> = (0..count).map(notice).collect();
    json!({ "formatVersion": 1, "notices": notices, "oneOffHours": [] }).to_string()
}

/// More announcements than the initial number of rows.
#[test]
fn of_many_announcements_some_are_shown_and_more_on_request() -> Outcome {
    let file = many(450).replacen("\"2026-04-24T00:00\"", "\"24. april\"", 1);
    Session::new(site_with(&file)?).run(async |page| {
        open(page, FROZEN).await?;
        assert_eq!(listed_ids(page).await?, ["work-0", "work-20", "work-40", "work-60", "work-80"]);
        page.click_button("Vis 10\u{a0}flere af 444").await?;
        assert_eq!(listed_ids(page).await?.len(), 15);
        page.fill("Postnummer eller by", "8449").await?;
        assert_eq!(listed_ids(page).await?, ["work-449"], "the last of the file");
        page.fill("Postnummer eller by", "8013").await?;
        assert_eq!(listed_ids(page).await?, Vec::<String>::new(), "the invalid announcement must be skipped");
        assert!(page.text().await?.contains("449 meddelelser gælder andre steder eller aftaler."));
        let problems = page.problems().await?.concat();
        assert!(problems.contains("notices[work-13].start"), "{problems}");
        Ok(())
    })
}

#[test]
fn open_details_stay_with_their_announcement() -> Outcome {
    const OPEN_FIRST: &str = "document.querySelector('aura-serviceaftale').shadowRoot
        .querySelector('[data-notice-id=work-40] details').open = true;";
    const OPEN_DETAILS: &str = "return [...document.querySelector('aura-serviceaftale').shadowRoot
        .querySelectorAll('.announcements details[open]')].map((each) => each.closest('li').dataset.noticeId);";
    Session::new(site_with(&many(60))?).run(async |page| {
        open(page, FROZEN).await?;
        assert_eq!(listed_ids(page).await?[..3], ["work-0", "work-20", "work-40"]);
        page.execute(OPEN_FIRST, vec![]).await?;
        for (typed, first) in [("8040", "work-40"), ("804", "work-40"), ("80", "work-0")] {
            page.fill("Postnummer eller by", typed).await?;
            assert_eq!(listed_ids(page).await?[0], first, "for {typed}");
            assert_eq!(page.execute(OPEN_DETAILS, vec![]).await?, json!(["work-40"]), "for {typed}");
        }
        page.click_button("Vis 10\u{a0}flere af 55").await?;
        assert_eq!(page.execute(OPEN_DETAILS, vec![]).await?, json!(["work-40"]));
        Ok(())
    })
}

/// A malicious file can only change displayed text.
#[test]
fn markup_and_scripts_in_the_file_have_no_effect() -> Outcome {
    let malicious = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";
    let notice = |id: &str, changes: Value| {
        let mut notice = json!({
            "id": id, "kind": "outage", "status": "planned", "start": "2026-04-13T00:00", "end": "2026-04-13T06:00",
            "publishedAt": "2026-03-26T10:00", "what": { "da": "Ord", "en": "Words" }
        });
        notice["kind"] = json!("serviceWindow");
        for (name, value) in changes.as_object().unwrap() {
            notice[name] = value.clone();
        }
        notice
    };
    let file = json!({ "formatVersion": 1, "oneOffHours": [], "notices": [
        notice("markup", json!({ "what": { "da": malicious, "en": malicious }, "areas": ["<b>Odder</b>"] })),
        notice("script", json!({ "link": "javascript:document.title='broken'" })),
        notice("data", json!({ "link": "data:text/html,<script>alert(1)</script>" })),
        notice("turned", json!({ "what": { "da": "fra \u{202e}EVIL\u{202c} til", "en": "from" } })),
        notice("long", json!({ "what": { "da": "x".repeat(900_000), "en": "x" } })),
        notice("kind", json!({ "kind": "toString" })),
    ] });
    let text = file.to_string().replace("\"id\":\"kind\"", "\"__proto__\":{\"polluted\":true},\"id\":\"kind\"");
    Session::new(site_with(&text)?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        page.settle().await?;
        assert!(listed_ids(page).await?.contains(&"markup".to_owned()));
        let effects = "const root = document.querySelector('aura-serviceaftale').shadowRoot;
            const links = [...root.querySelectorAll('a')].map((a) => a.protocol);
            return { title: document.title, elements: root.querySelectorAll('img, script').length,
                     links: links.filter((protocol) => !['https:', 'tel:', 'mailto:'].includes(protocol)),
                     turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(root.textContent), polluted: {}.polluted ?? null,
                     long: root.textContent.includes('x'.repeat(5000)) };";
        let found = page.execute(effects, vec![]).await?;
        let title = found["title"].as_str().unwrap();
        assert!(title.starts_with("Serviceaftale"), "{title}");
        let rest = json!([found["elements"], found["links"], found["turned"], found["polluted"], found["long"]]);
        assert_eq!(rest, json!([0, [], false, null, false]));
        Ok(())
    })
}
