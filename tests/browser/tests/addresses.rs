//! Stored addresses: localStorage, deletion, other tabs, and several elements.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Session, Site};
use serde_json::{Value, json};

const MORE: &str = "Flere adresser";
const REMEMBER: &str = "Husk på denne enhed";
const FORGET: &str = "Glem alle adresser";
const ON_DEVICE: &str = "Adresserne huskes på denne enhed.";
const THIS_VISIT: &str = "Adresserne er her kun under dette besøg";
const FORGOTTEN: &str = "Adresserne er glemt.";
const HARBOUR: &str = "Havnen · Erhverv Pro";
const SQUARE: &str = "Torvet · Erhverv Basis";
const NUMBER: &str = "Kundenummer AB-77";

/// Writes to localStorage from another document of the same origin, as another tab would.
const WRITE_FROM_ANOTHER_DOCUMENT: &str = "const frame = document.createElement('iframe');
    frame.src = 'about:blank';
    document.body.append(frame);
    new frame.contentWindow.Function('text', 'localStorage.setItem(\"aura-serviceaftale-addresses\", text)')(arguments[0]);
    frame.remove();";

/// Makes access to localStorage throw, as in browsers that block it.
const BLOCKED: &str = "<script>Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('blocked', 'SecurityError'); } });</script>";

/// A stored list of one address.
const STORED: &str = r#"{"formatVersion":1,"chosen":"Havnen","addresses":[
    {"label":"Havnen","agreement":"pro","customerNumber":"AB-77"}]}"#;

async fn add(page: &Page, label: &str, agreement: &str, number: &str) -> Outcome {
    page.fill("Adresse som »Havnen 4, Odder«", label).await?;
    let select =
        "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('select').value = arguments[0];";
    page.execute(select, vec![json!(agreement)]).await?;
    page.fill("Kundenummer kan udelades", number).await?;
    page.click_button(REMEMBER).await
}

async fn add_two(page: &Page) -> Outcome {
    page.click_button(MORE).await?;
    add(page, "Torvet", "basis", "12 34").await?;
    add(page, "Havnen", "pro", "AB-77").await
}

async fn wait_until_shows(page: &Page, text: &str) -> Outcome {
    page.wait_until(&format!("the page shows »{text}«"), async || {
        Ok(page.text().await?.replace('\u{a0}', " ").contains(text))
    })
    .await
}

async fn shows(page: &Page, text: &str) -> Outcome<bool> {
    Ok(page.text().await?.replace('\u{a0}', " ").contains(text))
}

async fn chosen(page: &Page) -> Outcome<Option<String>> {
    Ok(page.snapshot().await?.chosen())
}

async fn wait_until_chosen(page: &Page, agreement: &str) -> Outcome {
    page.wait_until(&format!("{agreement} is chosen"), async || Ok(chosen(page).await?.as_deref() == Some(agreement)))
        .await
}

async fn stored(page: &Page) -> Outcome<Value> {
    page.execute("return [{ ...localStorage }, { ...sessionStorage }, document.cookie];", vec![]).await
}

/// A host page with these elements and this code in its head.
fn host(head: &str, elements: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>Kontakt</title>{head}
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script></head><body>{elements}</body></html>"
    )
}

#[test]
fn addresses_are_stored_on_request_and_deleted_completely() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        let nothing = json!([{}, {}, ""]);
        page.open("/").await?;
        let requests = page.requests().len();
        page.click_button(MORE).await?;
        page.fill("Adresse som »Havnen 4, Odder«", "Havnen").await?;
        page.fill("Kundenummer kan udelades", "AB-77").await?;
        page.click_button(REMEMBER).await?;
        assert_eq!(stored(page).await?, nothing, "stored without an agreement");
        add(page, "Havnen", "pro", "AB-77").await?;
        wait_until_shows(page, ON_DEVICE).await?;
        let stored_data = stored(page).await?;
        let text = stored_data[0]["aura-serviceaftale-addresses"].as_str().unwrap();
        assert!(text.contains("AB-77") && stored_data[0].as_object().unwrap().len() == 1, "{stored_data}");
        assert_eq!((&stored_data[1], &stored_data[2]), (&nothing[1], &nothing[2]));
        page.click_button(FORGET).await?;
        wait_until_shows(page, FORGOTTEN).await?;
        assert_eq!(stored(page).await?, nothing);
        assert!(!shows(page, "AB-77").await?, "the number is still displayed");
        assert_eq!(page.requests().len(), requests, "unexpected requests");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn stored_addresses_are_restored_and_can_be_switched() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/").await?;
        add_two(page).await?;
        wait_until_chosen(page, "pro").await?;
        assert!(shows(page, NUMBER).await?);
        page.open("/").await?;
        wait_until_chosen(page, "pro").await?;
        wait_until_shows(page, NUMBER).await?;
        page.choose(SQUARE).await?;
        wait_until_chosen(page, "basis").await?;
        wait_until_shows(page, "Kundenummer 12 34").await?;
        assert!(!shows(page, NUMBER).await?, "two numbers are displayed");

        // With another agreement than that of the address, no address is selected.
        page.choose("Erhverv Pro").await?;
        wait_until_chosen(page, "pro").await?;
        assert!(!shows(page, "Kundenummer 12 34").await?, "the number of another agreement is displayed");
        page.choose(SQUARE).await?;
        wait_until_shows(page, "Kundenummer 12 34").await?;
        wait_until_chosen(page, "basis").await?;

        page.click_button(MORE).await?;
        page.click_button("Fjern Torvet").await?;
        page.wait_until("the address is removed", async || Ok(!shows(page, SQUARE).await?)).await?;
        assert!(shows(page, HARBOUR).await?);

        // The query parameter takes precedence over the stored selection.
        page.choose(HARBOUR).await?;
        wait_until_chosen(page, "pro").await?;
        page.open("/?agreement=basis").await?;
        wait_until_shows(page, HARBOUR).await?;
        assert_eq!(chosen(page).await?.as_deref(), Some("basis"));
        Ok(())
    })
}

#[test]
fn without_storage_addresses_last_until_the_page_is_closed() -> Outcome {
    let element = "<aura-serviceaftale loading=\"eager\"></aura-serviceaftale>";
    let site = Site::release()?.with_file("/blocked.html", host(BLOCKED, element));
    Session::new(site).run(async |page| {
        page.open("/blocked.html").await?;
        add_two(page).await?;
        wait_until_shows(page, THIS_VISIT).await?;
        wait_until_shows(page, NUMBER).await?;
        page.choose(SQUARE).await?;
        wait_until_chosen(page, "basis").await?;
        page.click_button(FORGET).await?;
        wait_until_shows(page, FORGOTTEN).await?;
        add(page, "Torvet", "basis", "").await?;
        page.open("/blocked.html").await?;
        assert!(!shows(page, SQUARE).await?, "the address was restored without storage");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn changes_of_another_tab_are_applied_and_invalid_data_is_ignored() -> Outcome {
    Session::new(Site::release()?).run(async |page| {
        page.open("/").await?;
        add_two(page).await?;
        let nested = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        let large = format!("{{\"formatVersion\":1,\"addresses\":[],\"x\":\"{}\"}}", "x".repeat(1_000_000));
        for invalid in ["{", "null", "[]", "{\"formatVersion\":2,\"addresses\":[]}", &nested, &large] {
            page.execute(WRITE_FROM_ANOTHER_DOCUMENT, vec![json!(invalid)]).await?;
            page.settle().await?;
            assert!(shows(page, HARBOUR).await? && shows(page, SQUARE).await?, "{:.40}", invalid);
        }
        let other = json!({ "formatVersion": 1, "chosen": "Lager", "addresses": [
            { "label": "Lager", "agreement": "basis", "customerNumber": "<img src=x onerror=alert(1)>" },
            { "label": "Fjernlager", "agreement": "gold" },
            { "label": 7, "agreement": "pro" },
        ] });
        page.execute(WRITE_FROM_ANOTHER_DOCUMENT, vec![json!(other.to_string())]).await?;
        wait_until_chosen(page, "basis").await?;
        wait_until_shows(page, "Kundenummer <img src=x onerror=alert(1)>").await?;
        assert!(!shows(page, HARBOUR).await? && !shows(page, "Fjernlager ·").await?);
        let images = "return document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll('img').length;";
        assert_eq!(page.execute(images, vec![]).await?, json!(0));
        // An address with an unknown agreement stays in storage, because another page may know it.
        page.click_button("Fjern Lager").await?;
        page.wait_until("the address is removed", async || Ok(!shows(page, "Lager · Erhverv Basis").await?)).await?;
        let stored_data = stored(page).await?;
        assert!(stored_data[0]["aura-serviceaftale-addresses"].as_str().unwrap().contains("gold"), "{stored_data}");
        Ok(())
    })
}

#[test]
fn all_elements_without_a_fixed_agreement_are_synchronised() -> Outcome {
    let elements = "<aura-serviceaftale loading=\"eager\"></aura-serviceaftale>
                    <aura-serviceaftale loading=\"eager\" id=\"other\"></aura-serviceaftale>
                    <aura-serviceaftale loading=\"eager\" id=\"fixed\" agreement=\"basis\" picker=\"hidden\"></aura-serviceaftale>";
    let site = Site::release()?.with_file("/three.html", host("", elements));
    Session::new(site).run(async |page| {
        page.open("/three.html").await?;
        let all_ready = "return [...document.querySelectorAll('aura-serviceaftale')].every(({ dataset }) => dataset.state === 'ready');";
        page.wait_until("all are ready", async || Ok(page.execute(all_ready, vec![]).await? == json!(true))).await?;
        page.click_button(MORE).await?;
        add(page, "Havnen", "pro", "AB-77").await?;
        let state_of = |id: &str| {
            format!("const element = document.getElementById('{id}'); return [element.agreement, element.shadowRoot.textContent.includes('AB-77')];")
        };
        let other = state_of("other");
        page.wait_until("the other element is updated", async || Ok(page.execute(&other, vec![]).await? == json!(["pro", true]))).await?;
        assert_eq!(page.execute(&state_of("fixed"), vec![]).await?, json!(["basis", false]));
        let controls = "return document.getElementById('fixed').shadowRoot.querySelectorAll('.remembered, .at-hand').length;";
        assert_eq!(page.execute(controls, vec![]).await?, json!(0));
        Ok(())
    })
}

#[test]
fn an_iframe_offers_addresses_to_visitors_of_listed_hosts_only() -> Outcome {
    let framing = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>";
    let site = Site::release()?.with_file("/framing.html", framing);
    Session::new(site).run(async |page| {
        let own = page.widget_origin();
        // Not in the list, although browsers resolve it to this computer.
        let other = own.replace("127.0.0.1", "other.localhost");
        for (around, host, expected) in [
            (&own, own.as_str(), true),
            (&own, "https://www.aura.dk", true),
            (&own, "https://aura.dk", true),
            (&own, &other, false),
            (&own, "https://www.aura.dk.example", false),
            (&own, "", false),
            // The parameter does not say which page is around the iframe.
            (&other, "https://www.aura.dk", false),
            (&other, &own, false),
            (&other, &other, false),
        ] {
            page.load(&format!("{around}/framing.html")).await?;
            page.execute(WRITE_FROM_ANOTHER_DOCUMENT, vec![json!(STORED)]).await?;
            let frame = "const frame = document.createElement('iframe');
                frame.src = `/embed.html?agreement=pro&host=${encodeURIComponent(arguments[0])}`;
                document.body.append(frame);";
            page.execute(frame, vec![json!(host)]).await?;
            let state = "const element = frames[0].document.querySelector('aura-serviceaftale');
                const text = element?.dataset.state === 'ready' ? element.shadowRoot.textContent : null;
                return text && ['Flere adresser', 'AB-77'].map((part) => text.includes(part));";
            let ready = async || Ok(page.execute(state, vec![]).await? != json!(null));
            page.wait_until("the iframe is ready", ready).await?;
            page.execute_async("await new Promise((resolve) => setTimeout(resolve, 100));", vec![]).await?;
            let found = page.execute(state, vec![]).await?;
            assert_eq!(found, json!([expected, expected]), "in {around}, host={host}");
        }
        Ok(())
    })
}
