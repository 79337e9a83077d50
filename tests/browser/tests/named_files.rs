//! Files that a link names: only those of the release are requested, and a demonstration keeps none of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Outcome, Page, Session, Site};
use serde_json::json;

/// The folder of the release, below the root of a server that has other files too.
const FOLDER: &str = "/serviceaftale";
/// Part of the path of every file outside the folder.
const OUTSIDE: &str = "uploads";
/// A valid announcement, which would be shown.
const NOTICES: &str = r#"{"formatVersion":1,"notices":[{"id":"x","kind":"emergencyWork","status":"planned",
    "what":{"da":"FREMMED TEKST","en":"FOREIGN TEXT"},"start":"2026-03-10T09:00","end":"2026-03-11T09:00",
    "areas":["Odder"],"postcodes":["8300"],"publishedAt":"2026-03-09T09:00"}],"oneOffHours":[]}"#;
const CACHE: &str = "aura-serviceaftale-demo";

fn server() -> Outcome<Site> {
    let other_files = Site::release()?.with_file("/uploads/evil.json", NOTICES);
    let release = Site::release()?
        .with_file("/v1/other.json", NOTICES)
        .with_file("/area/notices.json", NOTICES)
        // What a server would send that decodes the path once more, or passes it to a program.
        .with_file("/..%2fuploads/evil.json", NOTICES)
        .with_file("/v1/..%5c..%5cuploads/evil.json", NOTICES)
        .with_file("/..;/uploads/evil.json", NOTICES);
    Ok(other_files.mount(FOLDER, release))
}

/// Query values of files that are not below the folder, or whose path can be read in two ways.
const REFUSED: [&str; 22] = [
    "/uploads/evil.json",
    "../uploads/evil.json",
    "v1/../../uploads/evil.json",
    "%2e%2e/uploads/evil.json",
    ".%2e/uploads/evil.json",
    "..%2fuploads/evil.json",
    "v1/..%5c..%5cuploads/evil.json",
    "..\\uploads\\evil.json",
    "..;/uploads/evil.json",
    "%252e%252e/uploads/evil.json",
    "v1//uploads/evil.json",
    "/serviceaftale",
    "/serviceaftale-uploads/evil.json",
    "/Serviceaftale/uploads/evil.json",
    "//uploads.example/serviceaftale/v1/notices.json",
    "https://uploads.example/serviceaftale/v1/notices.json",
    "http://uploads@{host}/serviceaftale/v1/notices.json",
    "http://127.0.0.1:1/serviceaftale/uploads.json",
    "v1/notices.json?uploads",
    "data:application/json,{\"uploads\":1}",
    "blob:http://{host}/uploads",
    "https://[",
];

#[test]
fn a_link_cannot_name_a_file_outside_the_release() -> Outcome {
    Session::new(server()?).run(async |page| {
        for value in REFUSED {
            check_refused(page, "", value).await?;
        }
        // The same script.
        for value in REFUSED.into_iter().step_by(5) {
            check_refused(page, "embed.html", value).await?;
        }
        Ok(())
    })
}

async fn check_refused(page: &Page, path: &str, value: &str) -> Outcome {
    let about = format!("{path}, {value}");
    let value = value.replace("{host}", &page.widget_origin().replace("http://", ""));
    let value = page.execute("return encodeURIComponent(arguments[0]);", vec![json!(value)]).await?;
    let value = value.as_str().unwrap();
    let before = page.requests().len();
    page.open(&format!("{FOLDER}/{path}?at=2026-03-10T10:00%2B01:00&notices={value}&agreements={value}")).await?;
    let requests = page.requests().split_off(before);
    assert!(!requests.iter().any(|path| path.contains(OUTSIDE)), "{about}: {requests:?}");
    let element = "const { notices, agreements, dataset } = document.querySelector('aura-serviceaftale');
                   return [notices, agreements, dataset.link ?? null];";
    // The full page says so; the page for iframes does not, because its link belongs to the host page.
    let link = if path.is_empty() { json!("refused") } else { json!(null) };
    assert_eq!(page.execute(element, vec![]).await?, json!([null, null, link]), "{about}");
    assert!(!page.text().await?.contains("FREMMED"), "{about}");
    let recording = page.recording().await?;
    let warnings = format!("{:?}", recording.problems());
    assert_eq!(warnings.matches("parameter notices: found").count(), 1, "{about}: {warnings}");
    assert_eq!(warnings.matches("parameter agreements: found").count(), 1, "{about}: {warnings}");
    Ok(())
}

#[test]
fn a_link_can_name_a_file_of_the_release() -> Outcome {
    Session::new(server()?).run(async |page| {
        page.open(&format!("{FOLDER}/?notices=none&agreements=")).await?;
        assert_eq!(page.problems().await?, Vec::<String>::new());
        for value in ["v1/other.json", "/serviceaftale/v1/other.json", "./area/notices.json", "v1/../area/notices.json"]
        {
            for path in ["", "index.html", "embed.html"] {
                page.open(&format!("{FOLDER}/{path}?at=2026-03-10T10:00%2B01:00&notices={value}")).await?;
                let shown = async || Ok(page.text().await?.contains("FREMMED TEKST"));
                page.wait_until(&format!("{path}?notices={value} is shown"), shown).await?;
                // Whoever fetches the file must not follow a redirect to another one.
                let redirect = "return document.querySelector('aura-serviceaftale').dataset.redirect;";
                assert_eq!(page.execute(redirect, vec![]).await?, json!("error"), "{path}?notices={value}");
            }
        }
        Ok(())
    })
}

#[test]
fn the_demonstration_keeps_the_files_of_the_release_whatever_a_link_names() -> Outcome {
    Session::new(server()?).run(async |page| {
        page.open(&format!("{FOLDER}/?view=demo")).await?;
        let own = wait_until_cached(page, |files| files.iter().any(|file| file.ends_with(".wasm"))).await?;
        assert!(own.iter().any(|file| file == "v1/notices.json") && own.iter().any(String::is_empty), "{own:?}");
        assert!(own.len() < 12, "{own:?}");
        // Entries of earlier releases, whose removal shows that the cache was updated.
        let outdated = "const cache = await caches.open(arguments[0]);
            for (const file of ['/uploads/old.json', 'v1/widget-0123456789abcdef.wasm']) await cache.put(file, new Response(''));";
        for query in [
            "notices=v1/other.json",
            "notices=none",
            "agreements=v1/other.json",
            "agreements=v1/page.js",
            "agreements=v1/missing.json",
            "notices=/uploads/evil.json",
        ] {
            page.execute_async(outdated, vec![json!(CACHE)]).await?;
            page.open(&format!("{FOLDER}/?view=demo&{query}")).await?;
            let now =
                wait_until_cached(page, |files| {
                !files.iter().any(|file| file.contains("0123456789abcdef"))
            }).await?;
            assert_eq!(now, own, "{query}");
        }
        // The page for iframes stores nothing, and removes nothing.
        page.open(&format!("{FOLDER}/embed.html?view=demo")).await?;
        page.execute_async("await new Promise((resolve) => setTimeout(resolve, 500));", vec![]).await?;
        assert_eq!(wait_until_cached(page, |_| true).await?, own);
        Ok(())
    })
}

/// The cached paths below the folder, sorted, once they fulfil the condition.
async fn wait_until_cached(page: &Page, is_complete: impl Fn(&[String]) -> bool) -> Outcome<Vec<String>> {
    let cached = "const keys = await (await caches.open(arguments[0])).keys();
                  return keys.map(({ url }) => url.replace(`${location.origin}/serviceaftale/`, '')).sort();";
    for _ in 0..200 {
        let files = page.execute_async(cached, vec![json!(CACHE)]).await?;
        let files: Vec<String> =
            files.as_array().unwrap().iter().map(|file| file.as_str().unwrap().to_owned()).collect();
        if is_complete(&files) {
            return Ok(files);
        }
        page.settle().await?;
    }
    Err(browser_tests::Failure::new("timed out waiting for the cache"))
}
