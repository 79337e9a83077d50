//! Host pages whose own browser functions throw, reject, return something else, never settle, or are missing: the element
//! lives, says what cannot be had, and recovers by itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Session, Site, WakeEvent};
use serde_json::{Value, json};

/// A Tuesday; the phone of the built-in agreements opens at 8:00. The announcements are those of the core's tests.
const NOW: &str = "2026-03-10T07:59:58+01:00";
const EXAMPLE: &str = include_str!("../../../core/tests/data/notices.json");
const MINUTE: u64 = 60_000;

/// A host page, its fault, which lasts while `faulty` is true, and what a visitor does and sees.
struct Case {
    name: &'static str,
    /// Replaces browser functions, before the loader.
    fault: &'static str,
    deed: Deed,
    /// Text that the page shows because of the fault, and text that it shows after it.
    texts: [Option<&'static str>; 2],
}

#[derive(Clone, Copy)]
enum Deed {
    /// Loads the data files. Afterwards two minutes pass.
    Load,
    /// The same, and afterwards the device is online again.
    LoadOnline,
    /// Stores an address, and afterwards another one.
    Store,
    /// Presses this button, and afterwards again.
    Press(&'static str),
    /// Waits for 8:00, and afterwards for another minute.
    Wait,
}

use Deed::{Load, LoadOnline, Press, Store, Wait};

const fn case(name: &'static str, deed: Deed, fault: &'static str, texts: [Option<&'static str>; 2]) -> Case {
    Case { name, fault, deed, texts }
}

const NOT_FETCHED: Option<&str> = Some("Meddelelser om arbejde kan ikke hentes lige nu.");
const FETCHED: Option<&str> = Some("Opgradering af software i centralen i Odder");
const THIS_VISIT: Option<&str> = Some("Adresserne er her kun under dette besøg");
const ON_DEVICE: Option<&str> = Some("Adresserne huskes på denne enhed.");
const COPIED: Option<&str> = Some("Kopieret");
const COPY: Deed = Press("Kopiér telefonnummeret");
const SAVE: Deed = Press("Føj telefontider til kalender");

const CASES: [Case; 27] = [
    case("fetch throws", Load, "replaceFetch(() => { throw new Error('fault'); });", [NOT_FETCHED, FETCHED]),
    case("fetch throws a string", Load, "replaceFetch(() => { throw 'fault'; });", [NOT_FETCHED, FETCHED]),
    case("fetch throws null", LoadOnline, "replaceFetch(() => { throw null; });", [NOT_FETCHED, FETCHED]),
    case("fetch rejects with a string", Load, "replaceFetch(() => Promise.reject('fault'));", [NOT_FETCHED, FETCHED]),
    case("fetch rejects with nothing", LoadOnline, "replaceFetch(() => Promise.reject());", [NOT_FETCHED, FETCHED]),
    case(
        "fetch returns a plain object",
        Load,
        "replaceFetch(() => ({ ok: true, json: () => ({}) }));",
        [NOT_FETCHED, FETCHED],
    ),
    case("fetch returns nothing", LoadOnline, "replaceFetch(() => undefined);", [NOT_FETCHED, FETCHED]),
    case("fetch fulfils with null", LoadOnline, "replaceFetch(async () => null);", [NOT_FETCHED, FETCHED]),
    case(
        "fetch gives a proxy",
        LoadOnline,
        "replaceFetch(async (...args) => new Proxy(await original(...args), {}));",
        [NOT_FETCHED, FETCHED],
    ),
    case(
        "fetch gives an odd body",
        LoadOnline,
        "replaceFetch(async () => ({ status: 200, body: { getReader: () => ({ read: () => ({ value: 7 }) }) } }));",
        [NOT_FETCHED, FETCHED],
    ),
    case("fetch never settles", LoadOnline, "replaceFetch(() => new Promise(() => {}));", [NOT_FETCHED, FETCHED]),
    case(
        "localStorage throws",
        Store,
        "Object.defineProperty(window, 'localStorage', { get() { if (faulty) throw new DOMException('blocked', 'SecurityError'); return storage; } });",
        [THIS_VISIT, ON_DEVICE],
    ),
    case(
        "localStorage is missing",
        Store,
        "Object.defineProperty(window, 'localStorage', { get: () => (faulty ? undefined : storage) });",
        [THIS_VISIT, ON_DEVICE],
    ),
    case(
        "localStorage is full",
        Store,
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...args) { if (faulty) throw new DOMException('full', 'QuotaExceededError'); return set.apply(this, args); };",
        [THIS_VISIT, ON_DEVICE],
    ),
    case(
        "localStorage holds rubbish",
        Store,
        "storage.setItem('aura-serviceaftale-addresses', '[{\\u0000');",
        [ON_DEVICE, ON_DEVICE],
    ),
    case(
        "there is no clipboard",
        COPY,
        "replace(navigator, 'clipboard', () => undefined, { writeText: async () => {} });",
        [None, COPIED],
    ),
    case(
        "the clipboard rejects",
        COPY,
        "replace(navigator, 'clipboard', () => ({ writeText: () => Promise.reject('fault') }), { writeText: async () => {} });",
        [None, COPIED],
    ),
    case(
        "the clipboard throws",
        COPY,
        "replace(navigator, 'clipboard', () => ({ writeText() { throw 'fault'; } }), { writeText: async () => {} });",
        [None, COPIED],
    ),
    case(
        "the clipboard returns nothing",
        COPY,
        "replace(navigator, 'clipboard', () => ({ writeText() {} }), { writeText: async () => {} });",
        [COPIED, COPIED],
    ),
    case(
        "the share sheet throws",
        Press("Del …"),
        "replace(navigator, 'share', () => () => { throw 'fault'; }, async () => {});",
        [None, None],
    ),
    case(
        "the share sheet is undefined",
        Press("Del …"),
        "replace(navigator, 'share', () => undefined, async () => {});",
        [None, None],
    ),
    case(
        "no file can be saved",
        SAVE,
        "const create = URL.createObjectURL; URL.createObjectURL = (blob) => { if (faulty) throw 'fault'; return create(blob); };",
        [None, None],
    ),
    case("nothing can be clicked", SAVE, "HTMLAnchorElement.prototype.click = () => { throw 'fault'; };", [None, None]),
    case(
        "setTimeout is wrapped",
        Wait,
        "const timeout = setTimeout; window.setTimeout = (f, ms) => ({ id: timeout(f, ms) });",
        [Some("kl. 8.00"), Some("kl. 8.01")],
    ),
    case(
        "setTimeout throws",
        Wait,
        "const timeout = setTimeout; window.setTimeout = (...args) => { if (faulty) throw 'fault'; return timeout(...args); };",
        [Some("kl. 8.00"), None],
    ),
    case(
        "clearTimeout throws",
        Wait,
        "window.clearTimeout = () => { throw 'fault'; };",
        [Some("kl. 8.00"), Some("kl. 8.01")],
    ),
    case(
        "a property of the element throws",
        COPY,
        "customElements.whenDefined('aura-serviceaftale').then(() => Object.defineProperty(
           document.querySelector('aura-serviceaftale'), 'agreement', { set() { throw 'fault'; } }));",
        [None, None],
    ),
];

/// What the faults use: `fault` for as long as `faulty`, then the value `sound`.
const PRELUDE: &str = "window.faulty = true;
    window.storage = localStorage;
    storage.removeItem('aura-serviceaftale-addresses');
    const original = fetch;
    const replace = (object, name, fault, sound) =>
      Object.defineProperty(object, name, { configurable: true, get: () => (faulty ? fault() : sound) });
    const replaceFetch = (fault) => {
      window.fetch = (...args) => (faulty && String(args[0]).includes('/data/') ? fault(...args) : original(...args));
    };";

#[test]
fn the_element_lives_says_what_cannot_be_had_and_recovers() -> Outcome {
    let mut site = Site::release()?;
    let agreements = site.read_text("v1/agreements.json")?;
    site =
        site.with_file("/data/agreements.json", agreements).with_file("/data/notices.json", EXAMPLE).with_clock_at(NOW);
    for (index, case) in CASES.iter().enumerate() {
        site = site.with_file(&format!("/{index}.html"), host_page(case.fault, FILES));
    }
    Session::new(site).with_timeout(600).run(async |page| {
        for (index, case) in CASES.iter().enumerate() {
            page.open(&format!("/{index}.html")).await?;
            check(page, case).await?;
        }
        Ok(())
    })
}

async fn check(page: &Page, case: &Case) -> Outcome {
    for (faulty, text) in [(true, case.texts[0]), (false, case.texts[1])] {
        act(page, case.deed, faulty).await?;
        let what =
            format!("{}: {} »{}«", case.name, if faulty { "shows" } else { "later shows" }, text.unwrap_or_default());
        if let Some(text) = text {
            page.wait_until(&what, async || Ok(page.text().await?.replace('\u{a0}', " ").contains(text))).await?;
        }
        page.execute("window.faulty = false;", vec![]).await?;
    }
    // Whatever happened, the instance answers.
    page.choose("Erhverv Pro").await?;
    page.wait_until(&format!("{}: the customer can choose", case.name), async || {
        Ok(page.snapshot().await?.chosen().as_deref() == Some("pro"))
    })
    .await?;
    let recording = page.recording().await?;
    let expected: &[&str] = if matches!(case.deed, Load | LoadOnline) { &["agreements", "notices"] } else { &[] };
    let mut codes = recording.error_codes();
    codes.sort_unstable();
    assert_eq!(codes, expected, "{}", case.name);
    Ok(())
}

async fn act(page: &Page, deed: Deed, faulty: bool) -> Outcome {
    match deed {
        Load | LoadOnline if faulty => {}
        Load => page.clock().advance(2 * MINUTE).await?,
        LoadOnline => {
            page.execute("dispatchEvent(new Event('online'));", vec![]).await?;
        }
        Store => {
            if faulty {
                page.click_button("Flere adresser").await?;
            }
            page.fill("Adresse som »Havnen 4, Odder«", if faulty { "Havnen" } else { "Torvet" }).await?;
            let select =
                "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('select').value = 'basis';";
            page.execute(select, vec![]).await?;
            page.click_button("Husk på denne enhed").await?;
        }
        Press(name) => page.click_button(name).await?,
        // The date moves on also where no timer of the fake clock can fire.
        Wait if faulty => {
            page.execute("__clock.sleep(3000);", vec![]).await?;
            page.clock().advance(3_000).await?;
        }
        Wait => page.clock().advance(MINUTE).await?,
    }
    Ok(())
}

const FILES: &str = "agreements=\"/data/agreements.json\" notices=\"/data/notices.json\"";

fn host_page(fault: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title><script>{PRELUDE}{fault}</script>
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script>
         <aura-serviceaftale loading=\"eager\" {attributes}><p>87 92 55 75</p></aura-serviceaftale>"
    )
}

/// A clock that is set back or forward, by anything from minutes to a month, is noticed within a minute.
#[test]
fn a_clock_that_is_set_is_noticed_within_a_minute() -> Outcome {
    const HOUR: i64 = 3_600_000;
    let site = Site::release()?.with_file("/data/notices.json", EXAMPLE).with_clock_at("2026-03-10T12:00:30+01:00");
    let site =
        site.with_file("/host.html", host_page("", "notices=\"/data/notices.json\" reported=\"2026-03-09T12:00\""));
    Session::new(site).run(async |page| {
        let requests = || page.requests().iter().filter(|path| path.ends_with("notices.json")).count();
        for (step, open, shown) in [
            (-10 * 60_000, true, "kl. 11.51"),
            (-5 * HOUR, false, "kl. 7.01"),
            (-30 * 24 * HOUR, true, "8. februar"),
            (2 * HOUR, true, "kl. 14.01"),
            (30 * 24 * HOUR, true, "9. april"),
        ] {
            page.open("/host.html").await?;
            page.wait_until("the announcements are requested", async || Ok(requests() > 0)).await?;
            page.settle().await?;
            let before = requests();
            page.execute("__clock.sleep(arguments[0]);", vec![json!(step)]).await?;
            page.clock().advance(MINUTE).await?;
            let text = page.text().await?.replace('\u{a0}', " ");
            assert!(text.contains(shown), "{step}: {shown} is not in {text}");
            if step.abs() < 24 * HOUR {
                assert_eq!(page.channel("basis", "fault-report").await?.open, open, "{step}");
            }
            page.clock().advance(16 * MINUTE).await?;
            page.wait_until("the announcements are requested again", async || Ok(requests() > before)).await?;
        }
        Ok(())
    })
}

/// One element's value concerns no other element.
#[test]
fn a_value_that_is_no_url_is_named_once_and_counts_as_absent() -> Outcome {
    let values = ["https://[", "//", "http://aura.dk:80800/n.json"];
    let elements: String = values
        .iter()
        .flat_map(|value| ["agreements", "notices"].map(|name| (name, value)))
        .map(|(name, value)| {
            format!(
                "<aura-serviceaftale id=\"{name}-{value}\" loading=\"eager\" {name}=\"{value}\"></aura-serviceaftale>"
            )
        })
        .collect();
    let html = host_page("", "id=\"sound\" notices=\"/data/notices.json\"") + &elements;
    let site = Site::release()?.with_file("/data/notices.json", EXAMPLE).with_file("/host.html", html);
    Session::new(site).run(async |page| {
        page.open("/host.html").await?;
        let states = "return [...document.querySelectorAll('aura-serviceaftale')].map(({ dataset }) => dataset.state);";
        let ready = json!(vec!["ready"; 1 + 2 * values.len()]);
        page.wait_until("all elements are ready", async || Ok(page.execute(states, vec![]).await? == ready)).await?;
        let again = "for (const each of document.querySelectorAll('[id^=notices]')) { each.theme = 'dark'; }";
        page.execute(again, vec![]).await?;
        page.settle().await?;
        let recording = page.recording().await?;
        for value in values {
            for name in ["agreements", "notices"] {
                let id = format!("{name}-{value}");
                let errors = recording.events("error");
                let of_element: Vec<_> = errors.iter().filter(|event| event.element == id).collect();
                let [one] = of_element.as_slice() else { panic!("{id}: {of_element:?}") };
                assert_eq!(one.code.as_deref(), Some("attribute"), "{id}");
                let expected = format!("attribute {name}: found \"{value}\", expected a URL");
                assert!(one.message.as_deref().unwrap().starts_with(&expected), "{one:?}");
            }
        }
        assert_eq!(recording.error_codes().len(), 2 * values.len(), "{recording:?}");
        Ok(())
    })
}

/// The agreements are requested again after a failure, when the page becomes visible and when time passes.
#[test]
fn agreements_that_failed_are_requested_again() -> Outcome {
    let site = Site::release()?;
    let later = site.read_text("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let site = site.with_file("/data/later.json", later).with_clock_at("2026-03-10T12:00:00+01:00");
    let fault = "replaceFetch(async () => new Response('', { status: 503 }));";
    let site = site.with_file("/host.html", host_page(fault, "agreements=\"/data/later.json\" notices=\"none\""));
    Session::new(site).run(async |page| {
        for by_timer in [true, false] {
            page.open("/host.html").await?;
            page.wait_until("the failure is reported", async || {
                Ok(page.recording().await?.error_codes() == ["agreements"])
            })
            .await?;
            page.execute("window.faulty = false;", vec![]).await?;
            if by_timer {
                page.clock().advance(2 * MINUTE).await?;
            } else {
                page.clock().sleep_and_wake(WakeEvent::VisibilityChange, 2 * MINUTE).await?;
            }
            page.wait_until("the agreements of the file are shown", async || {
                Ok(page.channel("basis", "fault-report").await?.until.as_deref() == Some("2026-03-10T21:00:00+01:00"))
            })
            .await?;
            let known: Value =
                page.execute("return document.querySelector('aura-serviceaftale').dataset.state;", vec![]).await?;
            assert_eq!(known, json!("ready"));
        }
        Ok(())
    })
}
