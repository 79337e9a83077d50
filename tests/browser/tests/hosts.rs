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

/// The first answers stay, the page says what is missing below them, and the customer can ask for it again.
#[test]
fn whatever_is_wrong_with_the_second_wasm_the_first_answers_stay() -> Outcome {
    let mut host = Host::page("/", "");
    let mut widget = Site::release()?;
    for (path, _) in BROKEN {
        host = host.with_file(&format!("{path}.html"), page_from(&format!("{{widget}}{path}")));
    }
    for (path, site) in [
        ("/gone", Site::release()?.without("details")),
        ("/down", Site::release()?.answering("details", Answer::Status(503))),
        ("/cut", Site::release()?.answering("details", Answer::CutAfter(1_000))),
        ("/padded", Site::release()?.answering("details", Answer::Padded(1_000_000))),
        ("/replaced", Site::release()?.answering("details", Answer::Body(b"<h1>Log ind</h1>".to_vec()))),
    ] {
        widget = widget.with_site(path, site);
    }
    Visit::to(host.embedding(widget)).run(async |page| {
        for (path, _) in BROKEN {
            page.open(&format!("{path}.html")).await?;
            assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00", "{path}");
            assert_eq!(page.recorded().await?.codes(), ["details"], "{path}");
            let asked = || page.asked_of_widget().iter().filter(|file| file.contains("details")).count();
            let before = asked();
            page.push("Prøv igen").await?;
            page.until("the second wasm is asked for again", async || Ok(asked() > before)).await?;
        }
        Ok(())
    })
}

/// Agreements that a page names are read by the second wasm: without it the built-in ones stay, and they are asked for
/// once more when it comes after all.
#[test]
fn a_page_s_own_agreements_come_with_the_second_wasm() -> Outcome {
    let cutting = "<script>
        const whole = fetch;
        window.fetch = (...asked) =>
          document.title === 'Kontakt' && String(asked[0]).includes('details')
            ? Promise.reject(new TypeError('cut'))
            : whole(...asked);
      </script>";
    let widget = Site::release()?;
    let later = widget.text_of("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let page = page_from("{widget}")
        .replace("<aura-serviceaftale ", &format!("{cutting}<aura-serviceaftale agreements=\"/later.json\" "));
    let host = Host::page("/cms.html", page).with_file("/later.json", later).embedding(widget);
    Visit::to(host).run(async |page| {
        page.open("/cms.html").await?;
        page.until("the failures are told", async || Ok(page.recorded().await?.codes() == ["details", "agreements"]))
            .await?;
        assert_eq!(page.channel("basis", "fault-report").await?.until.as_deref(), Some("2026-03-11T08:00:00+01:00"));
        page.run("document.title = 'whole again';", vec![]).await?;
        page.push("Prøv igen").await?;
        page.until("the page's own agreements are shown", async || {
            Ok(page.channel("basis", "fault-report").await?.until.as_deref() == Some("2026-03-10T21:00:00+01:00"))
        })
        .await
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

#[test]
fn without_a_loader_the_page_stays_as_it_was() -> Outcome {
    let widget = Site::release()?.without("/aura-serviceaftale.js");
    Visit::to(Host::page("/cms.html", page_from("{widget}")).embedding(widget)).run(async |page| {
        page.load("/cms.html").await?;
        page.settle().await?;
        assert!(page.sees("#fallback").await?, "the fallback is not to be seen");
        let loader = format!("{}/v1/aura-serviceaftale.js", page.widget_origin());
        assert_eq!(page.recorded().await?.0, [Record::Missing(loader)]);
        assert_eq!((page.shown().await?.state(), page.asked_of_widget().len()), ("", 1));
        Ok(())
    })
}

#[test]
fn without_memory_the_fallback_stays() -> Outcome {
    let release = Site::release()?;
    let loader = release.text_of("v1/aura-serviceaftale.js")?;
    let name = &loader[loader.find("widget-").unwrap()..][.."widget-0123456789abcdef.wasm".len()];
    let folder = std::env::var_os("AURA_DIST").unwrap();
    let wasm = std::fs::read(std::path::Path::new(&folder).join("v1").join(name)).unwrap();
    // It is not the released one, so the loader must not ask for that.
    let loader = loader.replace("sha384-", "not-");
    let widget = release
        .with_file(&format!("/v1/{name}"), with_no_more_memory(&wasm))
        .with_file("/v1/aura-serviceaftale.js", loader);
    Visit::to(Host::page("/cms.html", page_from("{widget}")).embedding(widget)).run(async |page| {
        page.open_until("/cms.html", "failed").await?;
        assert!(page.sees("#fallback").await?, "the fallback is not to be seen");
        let recorded = page.recorded().await?;
        assert!(matches!(recorded.codes().as_slice(), ["wasm" | "panic"]), "{recorded:?}");
        let errors = recorded.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::Rejection(_)));
        assert!(errors.count() <= 1, "{recorded:?}");
        // It was started: what fails is the first thing that wants memory.
        assert!(!format!("{recorded:?}").contains("CompileError"), "{recorded:?}");
        Ok(())
    })
}

/// The module, whose memory may not grow beyond what it has at first: the memory section (5) of one memory gets its
/// least number of pages as its greatest, too.
fn with_no_more_memory(wasm: &[u8]) -> Vec<u8> {
    let mut at = 8;
    loop {
        let id = wasm[at];
        let (size, length) = leb128(&wasm[at + 1..]);
        let content = at + 1 + length;
        if id != 5 {
            at = content + size;
            continue;
        }
        assert_eq!(wasm[content..content + 2], [1, 0], "one memory without a greatest size");
        let least = &wasm[content + 2..content + size];
        let section = [&[5, u8::try_from(2 + 2 * least.len()).unwrap(), 1, 1], least, least].concat();
        return [&wasm[..at], &section, &wasm[content + size..]].concat();
    }
}

/// An unsigned number and how many bytes it takes.
fn leb128(bytes: &[u8]) -> (usize, usize) {
    let length = 1 + bytes.iter().position(|byte| byte & 0x80 == 0).unwrap();
    (bytes[..length].iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f)), length)
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
