//! The release behind nginx with the configuration in deploy/: policies, pinned versions, iframes and offline use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use browser_tests::{Failure, Outcome, Page, Session, Site};
use serde_json::json;
use server_tests::{Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

const QUERY: &str = "agreement=pro&at=2026-03-10T10:00:00%2B01:00";

/// Stores the height in every message to the page, from any source.
const LISTEN_JS: &str = "window.heights = []; addEventListener('message', ({ data }) => heights.push(data.height));";

/// A page in another frame that sends a height.
const EVIL_HTML: &str =
    "<!doctype html><script>parent.postMessage({ type: 'aura-serviceaftale-height', height: 77 }, '*')</script>";

#[test]
fn the_pages_work_with_their_policies_without_problems() -> Outcome {
    let nginx = nginx();
    Session::new(host(&nginx, "")?).run(async |page| {
        for url in [format!("?{QUERY}"), format!("embed.html?{QUERY}&host=http://127.0.0.1:1&lang=en")] {
            page.load(&nginx.url(&url)).await?;
            wait_until(page, "document.querySelector('[agreement=pro]')?.dataset.state === 'ready'").await?;
            page.choose("Erhverv Basis").await?;
            page.expand_all().await?;
            assert_eq!(page.problems().await?, Vec::<String>::new(), "{url}");
        }
        Ok(())
    })
}

#[test]
fn the_check_page_works_with_its_policy_without_problems() -> Outcome {
    let nginx = nginx();
    Session::new(host(&nginx, "")?).run(async |page| {
        page.load(&nginx.url("check.html")).await?;
        wait_until(page, "!document.querySelector('button').disabled").await?;
        let paste = "document.querySelector('#text').value = arguments[0]; document.querySelector('button').click();";
        for (file, verdict) in [("agreements", "Aftalerne: ingen fejl"), ("notices", "Meddelelserne: ingen fejl")] {
            page.execute(paste, vec![json!(Site::release()?.read_text(&format!("v1/{file}.json"))?)]).await?;
            wait_until(page, &format!("document.querySelector('#verdict').textContent === '{verdict}'")).await?;
        }
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_demonstration_is_cached_with_its_policy_without_problems() -> Outcome {
    let nginx = nginx();
    Session::new(host(&nginx, "")?).run(async |page| {
        page.load(&nginx.url("?view=demo")).await?;
        wait_until(page, "(await navigator.serviceWorker.ready) && (await (await caches.open('aura-serviceaftale-demo')).keys()).length > 5").await?;
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn markup_and_scripts_from_text_are_refused_by_the_policies() -> Outcome {
    let nginx = nginx();
    Session::new(host(&nginx, "")?).run(async |page| {
        // Sinks of scripts that a mistake in our code could reach.
        let refused = "const sinks = [
                () => { document.body.innerHTML = '<b>text</b>'; },
                () => { document.body.insertAdjacentHTML('beforeend', '<b>text</b>'); },
                () => { document.createElement('script').src = 'v1/page.js'; },
                () => { document.createElement('script').text = '1'; },
                () => { new DOMParser().parseFromString('<b>text</b>', 'text/html'); },
                () => { trustedTypes.createPolicy('another', {}); },
            ];
            return sinks.filter((sink) => { try { sink(); return true; } catch (error) { return error.name !== 'TypeError'; } }).map(String);";
        for path in ["", "embed.html", "check.html"] {
            page.load(&nginx.url(path)).await?;
            wait_until(page, "document.readyState === 'complete'").await?;
            assert_eq!(page.execute(refused, vec![]).await?, json!([]), "{path}");
        }
        Ok(())
    })
}

#[test]
fn the_demonstration_works_after_the_server_has_stopped() -> Outcome {
    let server = Mutex::new(Some(nginx()));
    let url = |query: &str| server.lock().unwrap().as_ref().unwrap().url(query);
    let (first, later) = (url("?view=demo"), url(&format!("?view=demo&{QUERY}")));
    let session = Session::new(Site::release()?).chromium_only("all engines share the server that is stopped");
    session.run(async |page| {
        page.load(&first).await?;
        wait_until(page, "(await navigator.serviceWorker.ready) && (await (await caches.open('aura-serviceaftale-demo')).keys()).length > 5").await?;
        assert_eq!(page.problems().await?, Vec::<String>::new());
        drop(server.lock().unwrap().take());
        page.load(&later).await?;
        wait_until(page, "document.querySelector('[agreement=pro]')?.dataset.state === 'ready'").await?;
        assert_eq!(page.answer("pro", "remote").await?, "2026-03-10T11:00:00+01:00");
        Ok(())
    })
}

#[test]
fn the_pinned_version_works_on_a_page_of_another_origin() -> Outcome {
    let nginx = nginx();
    let site = Site::release()?;
    let listed = site.read_text(concat!("v", env!("CARGO_PKG_VERSION"), "/integrity.txt"))?;
    let pasted = listed.lines().filter(|line| line.starts_with('<')).collect::<String>();
    let body = format!(
        "{}<aura-serviceaftale></aura-serviceaftale>",
        pasted.replace("https://HOST/serviceaftale/", &nginx.url(""))
    );
    Session::new(site.with_file("/host.html", page(&nginx, &body))).run(async |page| {
        page.open("/host.html").await?;
        assert_eq!(page.requests(), ["/host.html"]);
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_modified_wasm_is_not_run() -> Outcome {
    let site = Site::release()?;
    let loader = site.read_text("v1/aura-serviceaftale.js")?;
    let begin = loader.find("widget-").unwrap();
    let wasm = format!("v1/{}", &loader[begin..begin + loader[begin..].find('"').unwrap()]);
    // A valid module with an additional empty custom section.
    let mut tampered = Release::built()?.bytes(&wasm)?;
    tampered.extend([0, 2, 1, b'x']);
    Session::new(site.with_file(&format!("/{wasm}"), tampered))
        .run(async |page| page.open_until_state("/", "failed").await)
}

#[test]
fn an_iframe_gets_the_height_of_its_content_and_becomes_stable() -> Outcome {
    let nginx = nginx();
    Session::new(host(&nginx, "<iframe id=\"one\" data-aura-serviceaftale></iframe>")?).run(async |page| {
        page.open("/host.html").await?;
        let source = nginx.url(&format!("embed.html?{QUERY}&host="));
        page.execute("one.src = arguments[0] + location.origin;", vec![json!(source)]).await?;
        // The height with everything that is rendered after the first answers.
        wait_until(page, "one.clientHeight > 3000 && one.clientHeight === heights.at(-1)").await?;

        // A wider iframe is lower.
        let before = page.execute("const before = one.clientHeight; one.width = 1000; return before;", vec![]).await?;
        wait_until(page, &format!("one.clientHeight < {before} && one.clientHeight === heights.at(-1)")).await?;
        let count = page.execute("return heights.length;", vec![]).await?;
        page.execute_async("await new Promise((resolve) => setTimeout(resolve, 500));", vec![]).await?;
        assert_eq!(page.execute("return heights.length;", vec![]).await?, count, "the height does not become stable");

        // An iframe that is added later, outside the viewport.
        let later = "const two = document.createElement('iframe');
            two.id = 'two';
            two.dataset.auraServiceaftale = '';
            two.src = one.src;
            document.body.append(two);";
        page.execute(later, vec![]).await?;
        wait_until(page, "two.clientHeight > 600").await?;
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn height_messages_from_other_sources_are_ignored() -> Outcome {
    let nginx = nginx();
    Session::new(host(&nginx, "<iframe id=\"one\" data-aura-serviceaftale></iframe>")?).run(async |page| {
        page.open("/host.html").await?;
        let source = nginx.url(&format!("embed.html?{QUERY}&host="));
        page.execute("one.src = arguments[0] + location.origin;", vec![json!(source)]).await?;
        wait_until(page, "one.clientHeight > 3000 && one.clientHeight === heights.at(-1)").await?;
        // From the page itself, from another frame, and from the iframe after it has navigated to another page.
        let hostile = "window.settled = one.style.height;
            postMessage({ type: 'aura-serviceaftale-height', height: 77 }, '*');
            const evil = document.createElement('iframe');
            evil.src = '/evil.html';
            document.body.append(evil);
            one.contentWindow.location = `${location.origin}/evil.html`;";
        page.execute(hostile, vec![]).await?;
        wait_until(page, "heights.filter((height) => height === 77).length === 3").await?;
        assert_eq!(page.execute("return one.style.height === settled;", vec![]).await?, json!(true));
        Ok(())
    })
}

#[test]
fn the_full_page_cannot_be_framed_and_an_iframe_without_host_sends_no_height() -> Outcome {
    let nginx = nginx();
    let body = format!(
        "<iframe src=\"{}\"></iframe><iframe data-aura-serviceaftale src=\"{}\"></iframe>",
        nginx.url(""),
        nginx.url("embed.html")
    );
    let session =
        Session::new(host(&nginx, &body)?).chromium_only("only its driver has the console of cross-origin frames");
    session.run(async |page| {
        page.open("/host.html").await?;
        page.execute_async("await new Promise((resolve) => setTimeout(resolve, 1000));", vec![]).await?;
        let console = page.driver_log().await?;
        let count = |part: &str| console.iter().filter(|line| line.contains(part)).count();
        assert_eq!((count("frame-ancestors 'none'"), count("parameter host: found nothing"), console.len()), (1, 1, 2));
        assert_eq!(page.execute("return heights;", vec![]).await?, json!([]));
        Ok(())
    })
}

/// A copy of the release with the recorder in its pages, as a file that their policy allows.
static RELEASE_WITH_RECORDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let (release, copy) = (Release::built().unwrap(), Path::new(SCRATCH).join("recorded"));
    let _from_an_earlier_run = fs::remove_dir_all(&copy);
    for path in release.all_paths().unwrap() {
        let file = copy.join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let bytes = release.bytes(&path).unwrap();
        // Compressed pages are not copied, because they do not contain the recorder.
        match path.split_once(".html") {
            None => fs::write(file, bytes).unwrap(),
            Some((_, "")) => {
                let page = String::from_utf8(bytes).unwrap();
                fs::write(file, page.replacen("<head>", "<head><script src=\"v1/recorder.js\"></script>", 1)).unwrap();
            }
            Some(_) => {}
        }
    }
    fs::write(copy.join("v1/recorder.js"), include_str!("../js/recorder.js")).unwrap();
    copy
});

fn nginx() -> Nginx {
    Nginx::start(&RELEASE_WITH_RECORDER, Path::new(SCRATCH)).unwrap()
}

/// A site of another origin with the page /host.html, which embeds iframes.
fn host(nginx: &Nginx, body: &str) -> Outcome<Site> {
    let script = nginx.url("v1/embed-host.js");
    // `Page::open` waits for an element that is ready; this one has no loader.
    let body = format!(
        "<script src=\"/listen.js\"></script><script src=\"{script}\" defer></script>
         {body}<aura-serviceaftale data-state=\"ready\"></aura-serviceaftale>"
    );
    let site = Site::release()?.with_file("/host.html", page(nginx, &body));
    Ok(site.with_file("/listen.js", LISTEN_JS).with_file("/evil.html", EVIL_HTML))
}

/// A page whose policy allows no styles, and no other origin than this server.
fn page(nginx: &Nginx, body: &str) -> String {
    let server = nginx.url("");
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; frame-src 'self' {server};
               script-src 'self' {server} 'wasm-unsafe-eval'; connect-src {server}\">{body}"
    )
}

/// Waits for at most about ten seconds, also during a navigation.
async fn wait_until(page: &Page, condition: &str) -> Outcome {
    let script = format!(
        "for (let tries = 0; tries < 40; tries += 1) {{
           if ({condition}) return true;
           await new Promise((resolve) => setTimeout(resolve, 25));
         }}
         return false;"
    );
    for _ in 0..10 {
        if page.execute_async(&script, vec![]).await.ok() == Some(json!(true)) {
            return Ok(());
        }
    }
    Err(Failure::new(format!("timed out waiting until {condition}")))
}
