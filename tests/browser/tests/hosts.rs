//! Cross-origin embedding: content security policies, CORS, and failures of the widget's server.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use browser_tests::{Engine, Host, Outcome, Page, Record, ResponseOverride, Session, Site};

/// The minimal policy for a host page.
const STRICT: &str = "default-src 'none'; script-src {widget} 'wasm-unsafe-eval'; connect-src {widget}";
/// A policy without 'wasm-unsafe-eval'.
const WITHOUT_WASM: &str = "script-src {widget}; connect-src {widget}";

const FALLBACK: &str = "Ring til Erhverv Support på 87 92 55 75, tast 2";

/// A fault of the server.
type Fault = fn(Site) -> Site;

/// Faults in the delivery of the wasm, with the path prefix of each site.
const FAULTS: [(&str, Fault); 5] = [
    ("/gone", |site| site.without(".wasm")),
    ("/down", |site| site.with_override(".wasm", ResponseOverride::Status(503))),
    ("/cut", |site| site.with_override(".wasm", ResponseOverride::CloseAfter(10_000))),
    ("/padded", |site| site.with_override(".wasm", ResponseOverride::PadTo(1_000_000))),
    ("/replaced", |site| site.with_override(".wasm", ResponseOverride::Body(b"<h1>Log ind</h1>".to_vec()))),
];

#[test]
fn the_minimal_policy_is_sufficient() -> Outcome {
    let host = Host::page("/cms.html", page_from("{widget}")).with_csp(STRICT).with_widget(Site::release()?);
    Session::new(host).run(async |page| {
        page.open("/cms.html").await?;
        assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00");
        assert!(!page.is_visible("#fallback").await?, "the fallback is still visible");
        assert_eq!(page.problems().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_fallback_stays_if_the_policy_forbids_wasm() -> Outcome {
    let host = Host::page("/cms.html", page_from("{widget}")).with_csp(WITHOUT_WASM).with_widget(Site::release()?);
    Session::new(host).run(async |page| {
        expect_failure(page, "/cms.html").await?;
        let recording = page.recording().await?;
        let blocked = recording.0.iter().filter(|record| matches!(record, Record::CspViolation(_))).count();
        // WebKit throws, but does not dispatch a violation event.
        assert_eq!(blocked, usize::from(page.engine() != Engine::WebKit), "{recording:?}");
        Ok(())
    })
}

#[test]
fn the_fallback_stays_with_every_fault_of_the_wasm() -> Outcome {
    let mut host = Host::page("/", "");
    let mut widget = Site::release()?;
    for (path, add_fault) in FAULTS {
        host = host.with_file(&format!("{path}.html"), page_from(&format!("{{widget}}{path}")));
        widget = widget.mount(path, add_fault(Site::release()?));
    }
    Session::new(host.with_widget(widget)).run(async |page| {
        for (path, _) in FAULTS {
            expect_failure(page, &format!("{path}.html")).await?;
        }
        Ok(())
    })
}

/// The first answers stay, the page shows a message below them, and the customer can retry.
#[test]
fn the_first_answers_stay_with_every_fault_of_the_second_wasm() -> Outcome {
    let mut host = Host::page("/", "");
    let mut widget = Site::release()?;
    for (path, _) in FAULTS {
        host = host.with_file(&format!("{path}.html"), page_from(&format!("{{widget}}{path}")));
    }
    for (path, site) in [
        ("/gone", Site::release()?.without("details")),
        ("/down", Site::release()?.with_override("details", ResponseOverride::Status(503))),
        ("/cut", Site::release()?.with_override("details", ResponseOverride::CloseAfter(1_000))),
        ("/padded", Site::release()?.with_override("details", ResponseOverride::PadTo(1_000_000))),
        ("/replaced", Site::release()?.with_override("details", ResponseOverride::Body(b"<h1>Log ind</h1>".to_vec()))),
    ] {
        widget = widget.mount(path, site);
    }
    Session::new(host.with_widget(widget)).run(async |page| {
        for (path, _) in FAULTS {
            page.open(&format!("{path}.html")).await?;
            assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00", "{path}");
            assert_eq!(page.recording().await?.error_codes(), ["details"], "{path}");
            let request_count = || page.widget_requests().iter().filter(|file| file.contains("details")).count();
            let before = request_count();
            page.click_button("Prøv igen").await?;
            page.wait_until("the second wasm is requested again", async || Ok(request_count() > before)).await?;
        }
        Ok(())
    })
}

/// The second wasm parses agreements that are given by URL. Without it the built-in ones stay. After a successful retry
/// the file is requested again.
#[test]
fn agreements_by_url_are_loaded_after_the_second_wasm() -> Outcome {
    let failing_fetch = "<script>
        const original = fetch;
        window.fetch = (...args) =>
          document.title === 'Kontakt' && String(args[0]).includes('details')
            ? Promise.reject(new TypeError('failed'))
            : original(...args);
      </script>";
    let widget = Site::release()?;
    let later = widget.read_text("v1/agreements.json")?.replace("-20:00\"", "-21:00\"");
    let page = page_from("{widget}")
        .replace("<aura-serviceaftale ", &format!("{failing_fetch}<aura-serviceaftale agreements=\"/later.json\" "));
    let host = Host::page("/cms.html", page).with_file("/later.json", later).with_widget(widget);
    Session::new(host).run(async |page| {
        page.open("/cms.html").await?;
        page.wait_until("the failures are reported", async || {
            Ok(page.recording().await?.error_codes() == ["details", "agreements"])
        })
        .await?;
        assert_eq!(page.channel("basis", "fault-report").await?.until.as_deref(), Some("2026-03-11T08:00:00+01:00"));
        page.execute("document.title = 'no more failures';", vec![]).await?;
        page.click_button("Prøv igen").await?;
        page.wait_until("the agreements of the page are displayed", async || {
            Ok(page.channel("basis", "fault-report").await?.until.as_deref() == Some("2026-03-10T21:00:00+01:00"))
        })
        .await
    })
}

#[test]
fn a_wrong_mime_type_is_tolerated() -> Outcome {
    let widget = Site::release()?.with_override(".wasm", ResponseOverride::ContentType("text/plain"));
    let host = Host::page("/cms.html", page_from("{widget}")).with_widget(widget);
    Session::new(host).run(async |page| {
        page.open("/cms.html").await?;
        assert_eq!(page.answer("basis", "remote").await?, "2026-03-11T11:00:00+01:00");
        Ok(())
    })
}

#[test]
fn without_cors_the_page_is_unchanged() -> Outcome {
    let host = Host::page("/cms.html", page_from("{widget}")).with_widget(Site::release()?.without_cors());
    Session::new(host).run(async |page| {
        page.load("/cms.html").await?;
        page.settle().await?;
        assert!(page.is_visible("#fallback").await?, "the fallback is not visible");
        assert_eq!(page.widget_requests(), ["/v1/aura-serviceaftale.js"]);
        assert_eq!(page.recording().await?.events("error").len(), 0);
        Ok(())
    })
}

#[test]
fn without_the_loader_the_page_is_unchanged() -> Outcome {
    let widget = Site::release()?.without("/aura-serviceaftale.js");
    Session::new(Host::page("/cms.html", page_from("{widget}")).with_widget(widget)).run(async |page| {
        page.load("/cms.html").await?;
        page.settle().await?;
        assert!(page.is_visible("#fallback").await?, "the fallback is not visible");
        let loader = format!("{}/v1/aura-serviceaftale.js", page.widget_origin());
        assert_eq!(page.recording().await?.0, [Record::LoadError(loader)]);
        assert_eq!((page.snapshot().await?.state(), page.widget_requests().len()), ("", 1));
        Ok(())
    })
}

#[test]
fn the_fallback_stays_if_wasm_memory_cannot_grow() -> Outcome {
    let release = Site::release()?;
    let loader = release.read_text("v1/aura-serviceaftale.js")?;
    let name = &loader[loader.find("widget-").unwrap()..][.."widget-0123456789abcdef.wasm".len()];
    let folder = std::env::var_os("AURA_DIST").unwrap();
    let wasm = std::fs::read(std::path::Path::new(&folder).join("v1").join(name)).unwrap();
    // The wasm is modified, so the loader must not check its hash.
    let loader = loader.replace("sha384-", "not-");
    let widget = release
        .with_file(&format!("/v1/{name}"), with_fixed_memory(&wasm))
        .with_file("/v1/aura-serviceaftale.js", loader);
    Session::new(Host::page("/cms.html", page_from("{widget}")).with_widget(widget)).run(async |page| {
        page.open_until_state("/cms.html", "failed").await?;
        assert!(page.is_visible("#fallback").await?, "the fallback is not visible");
        let recording = page.recording().await?;
        assert!(matches!(recording.error_codes().as_slice(), ["wasm" | "panic"]), "{recording:?}");
        let errors =
            recording.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::UnhandledRejection(_)));
        assert!(errors.count() <= 1, "{recording:?}");
        // The module was compiled and started; the first allocation fails.
        assert!(!format!("{recording:?}").contains("CompileError"), "{recording:?}");
        Ok(())
    })
}

/// The wasm module with a memory that cannot grow: in the memory section (5), the minimum is also set as the maximum.
fn with_fixed_memory(wasm: &[u8]) -> Vec<u8> {
    let mut at = 8;
    loop {
        let id = wasm[at];
        let (size, length) = leb128(&wasm[at + 1..]);
        let content = at + 1 + length;
        if id != 5 {
            at = content + size;
            continue;
        }
        assert_eq!(wasm[content..content + 2], [1, 0], "expected one memory without a maximum size");
        let minimum = &wasm[content + 2..content + size];
        let section = [&[5, u8::try_from(2 + 2 * minimum.len()).unwrap(), 1, 1], minimum, minimum].concat();
        return [&wasm[..at], &section, &wasm[content + size..]].concat();
    }
}

/// Decodes an unsigned LEB128 number. Returns the number and its length in bytes.
fn leb128(bytes: &[u8]) -> (usize, usize) {
    let length = 1 + bytes.iter().position(|byte| byte & 0x80 == 0).unwrap();
    (bytes[..length].iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f)), length)
}

/// Loads the page and checks that the widget fails with one error event and keeps the fallback.
async fn expect_failure(page: &Page, path: &str) -> Outcome {
    page.open_until_state(path, "failed").await?;
    assert!(page.is_visible("#fallback").await?, "{path}: the fallback is not visible");
    let recording = page.recording().await?;
    assert_eq!(recording.error_codes(), ["wasm"], "{path}: {recording:?}");
    let errors = recording.0.iter().filter(|record| matches!(record, Record::Error(_) | Record::UnhandledRejection(_)));
    assert_eq!(errors.count(), 0, "{path}: uncaught errors: {recording:?}");
    Ok(())
}

/// A host page, on a Tuesday evening at 20:30.
fn page_from(widget: &str) -> String {
    format!(
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Kontakt</title>
         <script type=\"module\" src=\"{widget}/v1/aura-serviceaftale.js\"></script>
         <aura-serviceaftale at=\"2026-03-10T20:30:00+01:00\"><p id=\"fallback\">{FALLBACK}</p></aura-serviceaftale>"
    )
}
