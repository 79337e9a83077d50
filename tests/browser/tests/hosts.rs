//! Is it at home on a page of another origin, whatever its server and that page allow?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Answer, Engine, Host, Outcome, Page, Record, Site, Visit};

/// All that the widget asks of a page's policy.
const STRICT: &str = "default-src 'none'; script-src {widget} 'wasm-unsafe-eval'; connect-src {widget}";
/// A page that lets its scripts start no wasm.
const WITHOUT_WASM: &str = "script-src {widget}; connect-src {widget}";

const FALLBACK: &str = "Ring til Erhverv Support på 87 92 55 75, tast 2";

/// Does something to a site.
type Breaks = fn(Site) -> Site;

/// What may be wrong with the wasm, each under a path of its own.
const BROKEN: [(&str, Breaks); 5] = [
    ("/gone", |site| site.without(".wasm")),
    ("/down", |site| site.answering(".wasm", Answer::Status(503))),
    ("/cut", |site| site.answering(".wasm", Answer::CutAfter(10_000))),
    ("/padded", |site| site.answering(".wasm", Answer::Padded(1_000_000))),
    ("/replaced", |site| site.answering(".wasm", Answer::Body(b"<h1>Log ind</h1>".to_vec()))),
];

#[test]
fn the_strictest_policy_that_names_it_is_enough() -> Outcome {
    let host = Host::page("/cms.html", page_from("{widget}")).with_csp(STRICT).embedding(Site::release()?);
    Visit::to(host).run(async |page| {
        page.open("/cms.html").await?;
        assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00");
        assert!(!page.sees("#fallback").await?, "the fallback is still to be seen");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_policy_without_wasm_leaves_the_fallback() -> Outcome {
    let host = Host::page("/cms.html", page_from("{widget}")).with_csp(WITHOUT_WASM).embedding(Site::release()?);
    Visit::to(host).run(async |page| {
        failed(page, "/cms.html").await?;
        let recorded = page.recorded().await?;
        let blocked = recorded.0.iter().filter(|record| matches!(record, Record::Blocked(_))).count();
        // WebKit throws, but sends the page no event.
        assert_eq!(blocked, usize::from(page.engine() != Engine::WebKit), "{recorded:?}");
        Ok(())
    })
}

#[test]
fn whatever_is_wrong_with_the_wasm_the_fallback_stays() -> Outcome {
    let mut host = Host::page("/", "");
    let mut widget = Site::release()?;
    for (path, broken) in BROKEN {
        host = host.with_file(&format!("{path}.html"), page_from(&format!("{{widget}}{path}")));
        widget = widget.with_site(path, broken(Site::release()?));
    }
    Visit::to(host.embedding(widget)).run(async |page| {
        for (path, _) in BROKEN {
            failed(page, &format!("{path}.html")).await?;
        }
        Ok(())
    })
}

#[test]
fn a_wrong_mime_type_is_survived() -> Outcome {
    let widget = Site::release()?.answering(".wasm", Answer::Type("text/plain"));
    let host = Host::page("/cms.html", page_from("{widget}")).embedding(widget);
    Visit::to(host).run(async |page| {
        page.open("/cms.html").await?;
        assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00");
        Ok(())
    })
}

#[test]
fn without_leave_to_read_the_loader_the_page_stays_as_it_was() -> Outcome {
    let host = Host::page("/cms.html", page_from("{widget}")).embedding(Site::release()?.without_cors());
    Visit::to(host).run(async |page| {
        page.load("/cms.html").await?;
        page.settle().await?;
        assert!(page.sees("#fallback").await?, "the fallback is not to be seen");
        assert_eq!(page.asked_of_widget(), ["/v1/aura-serviceaftale.js"]);
        assert_eq!(page.recorded().await?.told("error").len(), 0);
        Ok(())
    })
}

/// The widget failed, said so once, and left the page what it had.
async fn failed(page: &Page, path: &str) -> Outcome {
    page.open_until(path, "failed").await?;
    assert!(page.sees("#fallback").await?, "{path}: the fallback is not to be seen");
    let recorded = page.recorded().await?;
    assert_eq!(recorded.codes(), ["wasm"], "{path}: {recorded:?}");
    let errors = recorded.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::Rejection(_)));
    assert_eq!(errors.count(), 0, "{path}: errors reached the page: {recorded:?}");
    Ok(())
}

/// A page of somebody else's; half past eight on a Tuesday evening.
fn page_from(widget: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script type=\"module\" src=\"{widget}/v1/aura-serviceaftale.js\"></script>
         <aura-serviceaftale at=\"2026-03-10T20:30:00+01:00\"><p id=\"fallback\">{FALLBACK}</p></aura-serviceaftale>"
    )
}
