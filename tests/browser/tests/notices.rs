//! What becomes of announcements on the page: shown, looked through, renewed, and harmless whatever is in them?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Answer, Outcome, Page, Site, Visit, Wake};
use serde_json::{Value, json};

/// The core's example, as of Friday 10 April 2026.
const EXAMPLE: &str = include_str!("../../../core/tests/data/notices.json");
const NOW: &str = "2026-04-10T10:00:00+02:00";
const PATH: &str = "/?agreement=basis";
/// At the same time, while the browser's own clock goes on.
const FROZEN: &str = "/?agreement=basis&at=2026-04-10T10:00:00%2B02:00";
const HOUR: u64 = 3_600_000;
const MINUTE: u64 = 60_000;

/// The ids of what is announced, in order.
const LISTED: &str = "return [...document.querySelector('aura-serviceaftale').shadowRoot
    .querySelectorAll('.announcements [data-notice-id]')].map((row) => row.dataset.noticeId);";

fn with(notices: &str) -> Outcome<Site> {
    Ok(Site::release()?.answering("notices.json", Answer::Body(notices.as_bytes().to_vec())))
}

async fn listed(page: &Page) -> Outcome<Vec<String>> {
    let found = page.run(LISTED, vec![]).await?;
    Ok(found.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect())
}

async fn open(page: &Page, path: &str) -> Outcome {
    page.open(path).await?;
    page.until("the announcements are there", async || Ok(page.text().await?.contains("Varslet arbejde"))).await
}

fn asked(page: &Page) -> usize {
    page.asked_for().iter().filter(|path| path.ends_with("notices.json")).count()
}

#[test]
fn work_is_announced_and_a_place_can_be_looked_for() -> Outcome {
    Visit::to(with(EXAMPLE)?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let all = listed(page).await?;
        assert!(all.contains(&"odder-core".to_owned()) && all.contains(&"skanderborg-switch".to_owned()), "{all:?}");
        let text = page.text().await?;
        for words in ["Opgradering af software i centralen i Odder", "inden for aftalens varsel", "Aflyst"] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
        page.fill("Postnummer eller by", "8660").await?;
        let found = listed(page).await?;
        assert!(
            found.contains(&"skanderborg-switch".to_owned()) && !found.contains(&"odder-core".to_owned()),
            "{found:?}"
        );
        page.push("Vis alle").await?;
        assert_eq!(listed(page).await?, all);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn what_is_under_way_heads_the_page() -> Outcome {
    let outage = json!({ "formatVersion": 1, "oneOffHours": [], "notices": [{
        "id": "cable", "kind": "outage", "status": "underWay", "start": "2026-04-10T09:00", "publishedAt": "2026-04-10T09:10",
        "what": { "da": "Et fiberkabel er gravet over", "en": "A fibre cable has been cut" }
    }] });
    Visit::to(with(&outage.to_string())?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let heads = "return document.querySelector('aura-serviceaftale').shadowRoot
                       .querySelector('.right-now [data-notice-id=cable]')?.textContent ?? '';";
        let words = page.run(heads, vec![]).await?;
        assert!(words.as_str().unwrap().contains("Et fiberkabel er gravet over."), "{words}");
        Ok(())
    })
}

#[test]
fn hours_that_differ_once_change_every_answer() -> Outcome {
    let closes = json!({ "formatVersion": 1, "notices": [], "oneOffHours": [
        { "channel": "faultReports", "date": "2026-04-10", "hours": [], "why": { "da": "personaledag", "en": "staff day" } }
    ] });
    Visit::to(with(&closes.to_string())?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let channel = page.channel("basis", "fault-report").await?;
        assert_eq!((channel.open, channel.until.as_deref()), (false, Some("2026-04-11T10:00:00+02:00")));
        assert!(page.text().await?.contains("personaledag"));
        Ok(())
    })
}

#[test]
fn one_bad_notice_is_left_out_and_named() -> Outcome {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    file["notices"][0]["start"] = json!("2026-13-01T00:00");
    Visit::to(with(&file.to_string())?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        let ids = listed(page).await?;
        assert!(!ids.contains(&"odder-core".to_owned()) && ids.len() > 2, "{ids:?}");
        let recorded = page.recorded().await?;
        let complaints = recorded.complaints();
        let [one] = complaints.as_slice() else { panic!("{complaints:?}") };
        let one = format!("{one:?}");
        for part in ["notices[odder-core].start", "2026-13-01T00:00", "left out"] {
            assert!(one.contains(part), "{part} is not in {one}");
        }
        assert_eq!(recorded.codes(), Vec::<&str>::new());
        Ok(())
    })
}

#[test]
fn a_file_that_cannot_be_had_loses_the_announcements_alone() -> Outcome {
    // Beyond those that are read at a time, in a file that was good until then.
    let deep = many(350).replacen("\"work-320\"", &format!("{}{}", "[".repeat(60), "]".repeat(60)), 1);
    let bodies = ["<h1>Log ind</h1>", "[]", "null", "{\"notices\": null}", &deep].map(|body| Answer::Body(body.into()));
    for answer in bodies.into_iter().chain([Answer::Status(404)]) {
        let site = Site::release()?.answering("notices.json", answer);
        Visit::to(site).run(async |page| {
            page.open(FROZEN).await?;
            let said = async || Ok(page.text().await?.contains("Meddelelser om arbejde kan ikke hentes lige nu."));
            page.until("the page says so", said).await?;
            assert_eq!(page.recorded().await?.codes(), ["notices"]);
            assert_eq!(page.windows().await?.len(), 3, "the agreement's own windows");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn many_elements_ask_once_and_again_now_and_then() -> Outcome {
    let element = "<aura-serviceaftale loading=\"eager\"></aura-serviceaftale>".repeat(10);
    let html = format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>{element}"
    );
    Visit::to(with(EXAMPLE)?.with_file("/ten.html", html).with_clock_at(NOW)).run(async |page| {
        open(page, "/ten.html").await?;
        assert_eq!(asked(page), 1);
        for _ in 0..5 {
            page.clock().sleep_and_wake_by(Wake::VisibilityChange, 10_000).await?;
        }
        assert_eq!(asked(page), 1, "within a minute");
        page.clock().sleep_and_wake_by(Wake::VisibilityChange, MINUTE).await?;
        page.until("somebody looks after more than a minute", async || Ok(asked(page) == 2)).await?;
        page.clock().advance(HOUR).await?;
        page.until("an hour has passed", async || Ok(asked(page) > 2)).await?;
        page.settle().await?;
        assert!((3..=6).contains(&asked(page)), "in an hour: {}", asked(page));
        Ok(())
    })
}

#[test]
fn the_last_announcements_stay_and_say_how_old_they_are() -> Outcome {
    let visit = Visit::to(with(EXAMPLE)?.with_clock_at(NOW));
    visit.in_chromium("only its driver takes the line down").run(async |page| {
        open(page, PATH).await?;
        let line = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.devtools("Network.enable", json!({})).await?;
        page.devtools("Network.emulateNetworkConditions", line).await?;
        page.clock().sleep_and_wake_by(Wake::VisibilityChange, 2 * HOUR).await?;
        let said = async || {
            let text = page.text().await?;
            Ok(text.contains("kan ikke opdateres lige nu") && text.contains("for 2 timer siden"))
        };
        page.until("the page says how old they are", said).await?;
        assert!(listed(page).await?.contains(&"odder-core".to_owned()));
        Ok(())
    })
}

/// A file of so many notices that are all to come.
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

/// More than are read at a time, and more than anybody wants to see at once.
#[test]
fn of_many_some_are_shown_and_more_when_asked_for() -> Outcome {
    let file = many(450).replacen("\"2026-04-24T00:00\"", "\"24. april\"", 1);
    Visit::to(with(&file)?).run(async |page| {
        open(page, FROZEN).await?;
        assert_eq!(listed(page).await?, ["work-0", "work-20", "work-40", "work-60", "work-80"]);
        page.push("Vis 10\u{a0}flere af 444").await?;
        assert_eq!(listed(page).await?.len(), 15);
        page.fill("Postnummer eller by", "8449").await?;
        assert_eq!(listed(page).await?, ["work-449"], "the last of the file");
        page.fill("Postnummer eller by", "8013").await?;
        assert_eq!(listed(page).await?, Vec::<String>::new(), "that one was left out");
        assert!(page.text().await?.contains("449 meddelelser gælder andre steder eller aftaler."));
        let complaints = page.complaints().await?.concat();
        assert!(complaints.contains("notices[work-13].start"), "{complaints}");
        Ok(())
    })
}

/// What somebody has unfolded stays unfolded, and belongs to the same announcement.
#[test]
fn what_is_unfolded_stays_with_its_announcement() -> Outcome {
    const UNFOLD: &str = "document.querySelector('aura-serviceaftale').shadowRoot
        .querySelector('[data-notice-id=work-40] details').open = true;";
    const UNFOLDED: &str = "return [...document.querySelector('aura-serviceaftale').shadowRoot
        .querySelectorAll('.announcements details[open]')].map((each) => each.closest('li').dataset.noticeId);";
    Visit::to(with(&many(60))?).run(async |page| {
        open(page, FROZEN).await?;
        assert_eq!(listed(page).await?[..3], ["work-0", "work-20", "work-40"]);
        page.run(UNFOLD, vec![]).await?;
        for (typed, first) in [("8040", "work-40"), ("804", "work-40"), ("80", "work-0")] {
            page.fill("Postnummer eller by", typed).await?;
            assert_eq!(listed(page).await?[0], first, "for {typed}");
            assert_eq!(page.run(UNFOLDED, vec![]).await?, json!(["work-40"]), "for {typed}");
        }
        page.push("Vis 10\u{a0}flere af 55").await?;
        assert_eq!(page.run(UNFOLDED, vec![]).await?, json!(["work-40"]));
        Ok(())
    })
}

/// Whoever can write the file, or comes between, gets no further than words.
#[test]
fn whatever_is_written_in_it_is_inert() -> Outcome {
    let nasty = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";
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
        notice("markup", json!({ "what": { "da": nasty, "en": nasty }, "areas": ["<b>Odder</b>"] })),
        notice("script", json!({ "link": "javascript:document.title='broken'" })),
        notice("data", json!({ "link": "data:text/html,<script>alert(1)</script>" })),
        notice("turned", json!({ "what": { "da": "fra \u{202e}EVIL\u{202c} til", "en": "from" } })),
        notice("long", json!({ "what": { "da": "x".repeat(1_000_000), "en": "x" } })),
        notice("kind", json!({ "kind": "toString" })),
    ] });
    let text = file.to_string().replace("\"id\":\"kind\"", "\"__proto__\":{\"polluted\":true},\"id\":\"kind\"");
    Visit::to(with(&text)?.with_clock_at(NOW)).run(async |page| {
        open(page, PATH).await?;
        page.settle().await?;
        assert!(listed(page).await?.contains(&"markup".to_owned()));
        let harmed = "const root = document.querySelector('aura-serviceaftale').shadowRoot;
            const links = [...root.querySelectorAll('a')].map((a) => a.protocol);
            return { title: document.title, elements: root.querySelectorAll('img, script').length,
                     links: links.filter((protocol) => !['https:', 'tel:', 'mailto:'].includes(protocol)),
                     turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(root.textContent), polluted: {}.polluted ?? null,
                     long: root.textContent.includes('x'.repeat(5000)) };";
        let found = page.run(harmed, vec![]).await?;
        let title = found["title"].as_str().unwrap();
        assert!(title.starts_with("Serviceaftale"), "{title}");
        let rest = json!([found["elements"], found["links"], found["turned"], found["polluted"], found["long"]]);
        assert_eq!(rest, json!([0, [], false, null, false]));
        Ok(())
    })
}
