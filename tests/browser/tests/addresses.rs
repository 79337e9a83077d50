//! What is remembered of a customer's addresses, where, and until when?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Site, Visit};
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

/// Lets another document of the same origin do something to what is stored, as another tab would.
const ELSEWHERE: &str = "const frame = document.createElement('iframe');
    frame.src = 'about:blank';
    document.body.append(frame);
    new frame.contentWindow.Function('text', 'localStorage.setItem(\"aura-serviceaftale-addresses\", text)')(arguments[0]);
    frame.remove();";

/// Throws at whatever asks for storage, as browsers do that block it.
const BLOCKED: &str = "<script>Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('blocked', 'SecurityError'); } });</script>";

async fn add(page: &Page, label: &str, agreement: &str, number: &str) -> Outcome {
    page.fill("Adresse som »Havnen 4, Odder«", label).await?;
    let select =
        "document.querySelector('aura-serviceaftale').shadowRoot.querySelector('select').value = arguments[0];";
    page.run(select, vec![json!(agreement)]).await?;
    page.fill("Kundenummer kan udelades", number).await?;
    page.push(REMEMBER).await
}

async fn add_two(page: &Page) -> Outcome {
    page.push(MORE).await?;
    add(page, "Torvet", "basis", "12 34").await?;
    add(page, "Havnen", "pro", "AB-77").await
}

async fn until_said(page: &Page, words: &str) -> Outcome {
    page.until(&format!("it says »{words}«"), async || Ok(page.text().await?.replace('\u{a0}', " ").contains(words)))
        .await
}

async fn says(page: &Page, words: &str) -> Outcome<bool> {
    Ok(page.text().await?.replace('\u{a0}', " ").contains(words))
}

async fn chosen(page: &Page) -> Outcome<Option<String>> {
    Ok(page.shown().await?.chosen())
}

async fn until_chosen(page: &Page, agreement: &str) -> Outcome {
    page.until(&format!("{agreement} is chosen"), async || Ok(chosen(page).await?.as_deref() == Some(agreement))).await
}

async fn stored(page: &Page) -> Outcome<Value> {
    page.run("return [{ ...localStorage }, { ...sessionStorage }, document.cookie];", vec![]).await
}

/// A page that has those elements, and something in its head.
fn host(head: &str, elements: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>Kontakt</title>{head}
         <script type=\"module\" src=\"/v1/aura-serviceaftale.js\"></script></head><body>{elements}</body></html>"
    )
}

#[test]
fn nothing_is_stored_before_the_press_and_nothing_stays_once_forgotten() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        let nothing = json!([{}, {}, ""]);
        page.open("/").await?;
        let asked_for = page.asked_for().len();
        page.push(MORE).await?;
        page.fill("Adresse som »Havnen 4, Odder«", "Havnen").await?;
        page.fill("Kundenummer kan udelades", "AB-77").await?;
        page.push(REMEMBER).await?;
        assert_eq!(stored(page).await?, nothing, "before an agreement is chosen there is nothing to remember");
        add(page, "Havnen", "pro", "AB-77").await?;
        until_said(page, ON_DEVICE).await?;
        let kept = stored(page).await?;
        let text = kept[0]["aura-serviceaftale-addresses"].as_str().unwrap();
        assert!(text.contains("AB-77") && kept[0].as_object().unwrap().len() == 1, "{kept}");
        assert_eq!((&kept[1], &kept[2]), (&nothing[1], &nothing[2]));
        page.push(FORGET).await?;
        until_said(page, FORGOTTEN).await?;
        assert_eq!(stored(page).await?, nothing);
        assert!(!says(page, "AB-77").await?, "the number is still shown");
        assert_eq!(page.asked_for().len(), asked_for, "something was asked of a server");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn who_comes_back_finds_the_addresses_and_switches_between_them() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/").await?;
        add_two(page).await?;
        until_chosen(page, "pro").await?;
        assert!(says(page, NUMBER).await?);
        page.open("/").await?;
        until_chosen(page, "pro").await?;
        until_said(page, NUMBER).await?;
        page.choose(SQUARE).await?;
        until_chosen(page, "basis").await?;
        until_said(page, "Kundenummer 12 34").await?;
        assert!(!says(page, NUMBER).await?, "two numbers at once");

        // Another agreement than that of the address is not about the address.
        page.choose("Erhverv Pro").await?;
        until_chosen(page, "pro").await?;
        assert!(!says(page, "Kundenummer 12 34").await?, "the number of another agreement");
        page.choose(SQUARE).await?;
        until_said(page, "Kundenummer 12 34").await?;
        until_chosen(page, "basis").await?;

        page.push(MORE).await?;
        page.push("Fjern Torvet").await?;
        page.until("it is gone", async || Ok(!says(page, SQUARE).await?)).await?;
        assert!(says(page, HARBOUR).await?);

        // What the page asks for goes before what was chosen another day.
        page.choose(HARBOUR).await?;
        until_chosen(page, "pro").await?;
        page.open("/?agreement=basis").await?;
        until_said(page, HARBOUR).await?;
        assert_eq!(chosen(page).await?.as_deref(), Some("basis"));
        Ok(())
    })
}

#[test]
fn where_storage_is_blocked_they_are_here_for_this_visit() -> Outcome {
    let element = "<aura-serviceaftale loading=\"eager\"></aura-serviceaftale>";
    let site = Site::release()?.with_file("/blocked.html", host(BLOCKED, element));
    Visit::to(site).run(async |page| {
        page.open("/blocked.html").await?;
        add_two(page).await?;
        until_said(page, THIS_VISIT).await?;
        until_said(page, NUMBER).await?;
        page.choose(SQUARE).await?;
        until_chosen(page, "basis").await?;
        page.push(FORGET).await?;
        until_said(page, FORGOTTEN).await?;
        add(page, "Torvet", "basis", "").await?;
        page.open("/blocked.html").await?;
        assert!(!says(page, SQUARE).await?, "it came back from nowhere");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn what_another_tab_writes_is_followed_and_what_cannot_be_read_is_not() -> Outcome {
    Visit::to(Site::release()?).run(async |page| {
        page.open("/").await?;
        add_two(page).await?;
        let nested = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        let large = format!("{{\"formatVersion\":1,\"addresses\":[],\"x\":\"{}\"}}", "x".repeat(1_000_000));
        for nonsense in ["{", "null", "[]", "{\"formatVersion\":2,\"addresses\":[]}", &nested, &large] {
            page.run(ELSEWHERE, vec![json!(nonsense)]).await?;
            page.settle().await?;
            assert!(says(page, HARBOUR).await? && says(page, SQUARE).await?, "{:.40}", nonsense);
        }
        let other = json!({ "formatVersion": 1, "chosen": "Lager", "addresses": [
            { "label": "Lager", "agreement": "basis", "customerNumber": "<img src=x onerror=alert(1)>" },
            { "label": "Fjernlager", "agreement": "gold" },
            { "label": 7, "agreement": "pro" },
        ] });
        page.run(ELSEWHERE, vec![json!(other.to_string())]).await?;
        until_chosen(page, "basis").await?;
        until_said(page, "Kundenummer <img src=x onerror=alert(1)>").await?;
        assert!(!says(page, HARBOUR).await? && !says(page, "Fjernlager ·").await?);
        let images = "return document.querySelector('aura-serviceaftale').shadowRoot.querySelectorAll('img').length;";
        assert_eq!(page.run(images, vec![]).await?, json!(0));
        // Its agreement is not known here, and may be elsewhere: it stays until it is removed.
        page.push("Fjern Lager").await?;
        page.until("it is gone", async || Ok(!says(page, "Lager · Erhverv Basis").await?)).await?;
        let kept = stored(page).await?;
        assert!(kept[0]["aura-serviceaftale-addresses"].as_str().unwrap().contains("gold"), "{kept}");
        Ok(())
    })
}

#[test]
fn all_elements_follow_but_those_whose_page_decides() -> Outcome {
    let elements = "<aura-serviceaftale loading=\"eager\"></aura-serviceaftale>
                    <aura-serviceaftale loading=\"eager\" id=\"other\"></aura-serviceaftale>
                    <aura-serviceaftale loading=\"eager\" id=\"decided\" agreement=\"basis\" picker=\"hidden\"></aura-serviceaftale>";
    let site = Site::release()?.with_file("/three.html", host("", elements));
    Visit::to(site).run(async |page| {
        page.open("/three.html").await?;
        let all_ready = "return [...document.querySelectorAll('aura-serviceaftale')].every(({ dataset }) => dataset.state === 'ready');";
        page.until("all are ready", async || Ok(page.run(all_ready, vec![]).await? == json!(true))).await?;
        page.push(MORE).await?;
        add(page, "Havnen", "pro", "AB-77").await?;
        let of = |id: &str| {
            format!("const it = document.getElementById('{id}'); return [it.agreement, it.shadowRoot.textContent.includes('AB-77')];")
        };
        let other = of("other");
        page.until("the other element follows", async || Ok(page.run(&other, vec![]).await? == json!(["pro", true]))).await?;
        assert_eq!(page.run(&of("decided"), vec![]).await?, json!(["basis", false]));
        let decided = "return document.getElementById('decided').shadowRoot.querySelectorAll('.remembered, .at-hand').length;";
        assert_eq!(page.run(decided, vec![]).await?, json!(0));
        Ok(())
    })
}
