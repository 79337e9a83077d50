//! The pages on a server that does only what the README demands: MIME types, CORS and the policies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Host, Outcome, Page, ResponseOverride, Session, Site, readme};
use serde_json::json;

/// A valid announcement, which would be shown.
const NOTICES: &str = r#"{"formatVersion":1,"notices":[{"id":"x","kind":"emergencyWork","status":"planned",
    "what":{"da":"FREMMED TEKST","en":"FOREIGN TEXT"},"start":"2026-03-10T09:00","end":"2026-03-11T09:00",
    "areas":["Odder"],"postcodes":["8300"],"publishedAt":"2026-03-09T09:00"}],"oneOffHours":[]}"#;

const AT: &str = "at=2026-03-10T10:00%2B01:00";

/// The release with the README's policies, and below it a file that redirects to another origin.
fn server() -> Outcome<Host> {
    let with_policy = |site: Site, path: &str, page: &str| {
        let policy = readme::policy(page)?.to_owned();
        Outcome::Ok(site.with_override(path, ResponseOverride::Header("Content-Security-Policy", policy)))
    };
    // The first one is for the URL of the folder; the policy of a file that is no page has no effect.
    let mut site = with_policy(Site::release()?, "", "index.html")?;
    for page in ["index.html", "embed.html", "check.html"] {
        site = with_policy(site, page, page)?;
    }
    let elsewhere = Site::release()?.with_file("/v1/elsewhere.json", NOTICES);
    let mut host = Host::from(site.with_file("/v1/redirect.json", NOTICES));
    host = host.with_widget(elsewhere);
    let location = ResponseOverride::Header("Location", "{widget}/v1/elsewhere.json".to_owned());
    Ok(host.with_override("redirect.json", ResponseOverride::Status(302)).with_override("redirect.json", location))
}

#[test]
fn the_pages_work_with_the_policies_without_problems() -> Outcome {
    Session::new(server()?).run(async |page| {
        for path in ["/", "/index.html", "/embed.html?host=http://127.0.0.1:1", "/?view=demo"] {
            page.open(path).await?;
            page.expand_all().await?;
            assert_eq!(page.problems().await?, Vec::<String>::new(), "{path}");
        }
        let cached = "return (await (await caches.open('aura-serviceaftale-demo')).keys()).length > 5;";
        let is_cached = async || Ok(page.execute_async(cached, vec![]).await? == json!(true));
        page.wait_until("the demonstration is cached", is_cached).await?;

        page.load("/check.html").await?;
        let text = Site::release()?.read_text("v1/notices.json")?;
        let check = "document.querySelector('#text').value = arguments[0]; document.querySelector('button').click();";
        let enabled = "return !document.querySelector('button').disabled;";
        page.wait_until("the page is ready", async || Ok(page.execute(enabled, vec![]).await? == json!(true))).await?;
        page.execute(check, vec![json!(text)]).await?;
        let verdict = "return document.querySelector('#verdict').textContent;";
        let valid = async || Ok(page.execute(verdict, vec![]).await? == json!("Meddelelserne: ingen fejl"));
        page.wait_until("the file is valid", valid).await?;
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_redirect_shows_no_data_of_another_origin() -> Outcome {
    Session::new(server()?).run(async |page| {
        for path in ["/", "/embed.html"] {
            for parameter in ["notices", "agreements"] {
                let url = format!("{path}?{AT}&host=http://127.0.0.1:1&{parameter}=v1/redirect.json");
                page.open(&url).await?;
                let failed = async || Ok(page.recording().await?.error_codes() == [parameter]);
                page.wait_until(&format!("{url} has failed"), failed).await?;
                assert!(!page.text().await?.contains("FREMMED"), "{url}");
                assert!(!page.widget_requests().iter().any(|path| path.contains("elsewhere")), "{url}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_page_of_another_origin_cannot_frame_the_full_page() -> Outcome {
    let frame = "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
        <iframe src=\"{widget}/\"></iframe><iframe src=\"{widget}/check.html\"></iframe>";
    let policy = |page: &str| {
        let policy = readme::policy(page)?.to_owned();
        Outcome::Ok(ResponseOverride::Header("Content-Security-Policy", policy))
    };
    let framed =
        Site::release()?.with_override("", policy("index.html")?).with_override("check.html", policy("check.html")?);
    let host = Host::page("/framing.html", frame).with_widget(framed);
    Session::new(host).run(async |page| {
        page.load("/framing.html").await?;
        page.wait_until("the pages were requested", async || {
            let requests = page.widget_requests();
            Ok(["/", "/check.html"].iter().all(|path| requests.iter().any(|request| request == path)))
        })
        .await?;
        wait(page, 1_000).await?;
        // The pages have not run: they requested no script.
        let requests = page.widget_requests();
        assert!(!requests.iter().any(|path| path.ends_with(".js")), "{requests:?}");
        Ok(())
    })
}

async fn wait(page: &Page, milliseconds: u64) -> Outcome {
    let script = "await new Promise((resolve) => setTimeout(resolve, arguments[0]));";
    page.execute_async(script, vec![json!(milliseconds)]).await.map(|_| ())
}
