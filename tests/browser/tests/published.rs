//! Does the release work as the server of deploy/ publishes it: under its policy, pinned on another page, and in an iframe?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use browser_tests::{Failure, Outcome, Page, Site, Visit};
use serde_json::json;
use server_tests::{Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

const QUESTION: &str = "agreement=pro&at=2026-03-10T10:00:00%2B01:00";

/// Keeps the height of every message that reaches the page, from wherever it comes.
const HEARD_JS: &str = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data.height));";

/// A page in another frame that tells a height of its own.
const EVIL_HTML: &str =
    "<!doctype html><script>parent.postMessage({ type: 'aura-serviceaftale-height', height: 77 }, '*')</script>";

#[test]
fn the_full_page_works_under_its_policy_without_a_complaint() -> Outcome {
    let nginx = nginx();
    Visit::to(host(&nginx, "")?).run(async |page| {
        page.load(&nginx.url(&format!("?{QUESTION}"))).await?;
        until(page, "document.querySelector('[agreement=pro]')?.dataset.state === 'ready'").await?;
        page.choose("Erhverv Basis").await?;
        page.unfold().await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_file_is_checked_under_the_policy_of_that_page_without_a_complaint() -> Outcome {
    let nginx = nginx();
    Visit::to(host(&nginx, "")?).run(async |page| {
        page.load(&nginx.url("check.html")).await?;
        until(page, "!document.querySelector('button').disabled").await?;
        let paste = "document.querySelector('#text').value = arguments[0]; document.querySelector('button').click();";
        for (file, verdict) in [("agreements", "Aftalerne: ingen fejl"), ("notices", "Meddelelserne: ingen fejl")] {
            page.run(paste, vec![json!(Site::release()?.text_of(&format!("v1/{file}.json"))?)]).await?;
            until(page, &format!("document.querySelector('#verdict').textContent === '{verdict}'")).await?;
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_demonstration_that_was_opened_once_works_when_its_server_has_stopped() -> Outcome {
    let server = Mutex::new(Some(nginx()));
    let url = |query: &str| server.lock().unwrap().as_ref().unwrap().url(query);
    let (first, later) = (url("?view=demo"), url(&format!("?view=demo&{QUESTION}")));
    let visit = Visit::to(Site::release()?).in_chromium("each engine would stop the server of the others");
    visit.run(async |page| {
        page.load(&first).await?;
        until(page, "(await navigator.serviceWorker.ready) && (await (await caches.open('aura-serviceaftale-demo')).keys()).length > 5").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        drop(server.lock().unwrap().take());
        page.load(&later).await?;
        until(page, "document.querySelector('[agreement=pro]')?.dataset.state === 'ready'").await?;
        assert_eq!(page.answer("pro", "remote").await?, "2026-03-10T11:00:00+01:00");
        Ok(())
    })
}

#[test]
fn the_pinned_version_works_on_a_page_of_another_origin() -> Outcome {
    let nginx = nginx();
    let site = Site::release()?;
    let listed = site.text_of(concat!("v", env!("CARGO_PKG_VERSION"), "/integrity.txt"))?;
    let pasted = listed.lines().filter(|line| line.starts_with('<')).collect::<String>();
    let body = format!(
        "{}<aura-serviceaftale></aura-serviceaftale>",
        pasted.replace("https://HOST/serviceaftale/", &nginx.url(""))
    );
    Visit::to(site.with_file("/host.html", page(&nginx, &body))).run(async |page| {
        page.open("/host.html").await?;
        assert_eq!(page.asked_for(), ["/host.html"]);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_wasm_that_is_not_the_released_one_is_not_run() -> Outcome {
    let site = Site::release()?;
    let loader = site.text_of("v1/aura-serviceaftale.js")?;
    let begin = loader.find("widget-").unwrap();
    let wasm = format!("v1/{}", &loader[begin..begin + loader[begin..].find('"').unwrap()]);
    // As good a module as before: an empty section has been added that means nothing.
    let mut tampered = Release::built()?.bytes(&wasm)?;
    tampered.extend([0, 2, 1, b'x']);
    Visit::to(site.with_file(&format!("/{wasm}"), tampered)).run(async |page| page.open_until("/", "failed").await)
}

#[test]
fn an_iframe_gets_the_height_of_its_page_and_comes_to_rest() -> Outcome {
    let nginx = nginx();
    Visit::to(host(&nginx, "<iframe id=\"one\" data-aura-serviceaftale></iframe>")?).run(async |page| {
        page.open("/host.html").await?;
        let source = nginx.url(&format!("embed.html?{QUESTION}&host="));
        page.run("one.src = arguments[0] + location.origin;", vec![json!(source)]).await?;
        // With all that comes after the first answers.
        until(page, "one.clientHeight > 3000 && one.clientHeight === heard.at(-1)").await?;

        // Wider, it is lower.
        let before = page.run("const before = one.clientHeight; one.width = 1000; return before;", vec![]).await?;
        until(page, &format!("one.clientHeight < {before} && one.clientHeight === heard.at(-1)")).await?;
        let count = page.run("return heard.length;", vec![]).await?;
        page.run_async("await new Promise((done) => setTimeout(done, 500));", vec![]).await?;
        assert_eq!(page.run("return heard.length;", vec![]).await?, count, "a message brought another");

        // One that comes later, and stands below what the window shows.
        let later = "const two = document.createElement('iframe');
            two.id = 'two';
            two.dataset.auraServiceaftale = '';
            two.src = one.src;
            document.body.append(two);";
        page.run(later, vec![]).await?;
        until(page, "two.clientHeight > 600").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn an_iframe_believes_nobody_else() -> Outcome {
    let nginx = nginx();
    Visit::to(host(&nginx, "<iframe id=\"one\" data-aura-serviceaftale></iframe>")?).run(async |page| {
        page.open("/host.html").await?;
        let source = nginx.url(&format!("embed.html?{QUESTION}&host="));
        page.run("one.src = arguments[0] + location.origin;", vec![json!(source)]).await?;
        until(page, "one.clientHeight > 3000 && one.clientHeight === heard.at(-1)").await?;
        // The page itself, and a frame of somebody else's; then the iframe itself, once it holds another page.
        let hostile = "window.settled = one.style.height;
            postMessage({ type: 'aura-serviceaftale-height', height: 77 }, '*');
            const evil = document.createElement('iframe');
            evil.src = '/evil.html';
            document.body.append(evil);
            one.contentWindow.location = `${location.origin}/evil.html`;";
        page.run(hostile, vec![]).await?;
        until(page, "heard.filter((height) => height === 77).length === 3").await?;
        assert_eq!(page.run("return one.style.height === settled;", vec![]).await?, json!(true));
        Ok(())
    })
}

#[test]
fn the_full_page_is_in_nobodys_frame_and_an_iframe_without_a_host_tells_nothing() -> Outcome {
    let nginx = nginx();
    let body = format!(
        "<iframe src=\"{}\"></iframe><iframe data-aura-serviceaftale src=\"{}\"></iframe>",
        nginx.url(""),
        nginx.url("embed.html")
    );
    let visit = Visit::to(host(&nginx, &body)?).in_chromium("only its driver tells what other origins' frames say");
    visit.run(async |page| {
        page.open("/host.html").await?;
        page.run_async("await new Promise((done) => setTimeout(done, 1000));", vec![]).await?;
        let console = page.log().await?;
        let said = |part: &str| console.iter().filter(|line| line.contains(part)).count();
        assert_eq!((said("frame-ancestors 'none'"), said("parameter host: found nothing"), console.len()), (1, 1, 2));
        assert_eq!(page.run("return heard;", vec![]).await?, json!([]));
        Ok(())
    })
}

/// The release with a recorder first in its pages, as a file of the same folder, which their policy allows.
static RECORDED: LazyLock<PathBuf> = LazyLock::new(|| {
    let (release, copy) = (Release::built().unwrap(), Path::new(SCRATCH).join("recorded"));
    let _from_an_earlier_run = fs::remove_dir_all(&copy);
    for path in release.all_paths().unwrap() {
        let file = copy.join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let bytes = release.bytes(&path).unwrap();
        // What was compressed is without the recorder.
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
    Nginx::start(&RECORDED, Path::new(SCRATCH)).unwrap()
}

/// A site of another origin whose one page, /host.html, is around iframes.
fn host(nginx: &Nginx, body: &str) -> Outcome<Site> {
    let script = nginx.url("v1/embed-host.js");
    // The element without a script stands for one that is ready, which is what a page waits for before it is open.
    let body = format!(
        "<script src=\"/heard.js\"></script><script src=\"{script}\" defer></script>
         {body}<aura-serviceaftale data-state=\"ready\"></aura-serviceaftale>"
    );
    let site = Site::release()?.with_file("/host.html", page(nginx, &body));
    Ok(site.with_file("/heard.js", HEARD_JS).with_file("/evil.html", EVIL_HTML))
}

/// A page whose policy allows no styles at all, and of other origins this server alone.
fn page(nginx: &Nginx, body: &str) -> String {
    let server = nginx.url("");
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; frame-src 'self' {server};
               script-src 'self' {server} 'wasm-unsafe-eval'; connect-src {server}\">{body}"
    )
}

/// Waits, at most for about ten seconds, also while one page gives way to another.
async fn until(page: &Page, condition: &str) -> Outcome {
    let script = format!(
        "for (let tries = 0; tries < 40; tries += 1) {{
           if ({condition}) return true;
           await new Promise((done) => setTimeout(done, 25));
         }}
         return false;"
    );
    for _ in 0..10 {
        if page.run_async(&script, vec![]).await.ok() == Some(json!(true)) {
            return Ok(());
        }
    }
    Err(Failure::new(format!("waited in vain until {condition}")))
}
