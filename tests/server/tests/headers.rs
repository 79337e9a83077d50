//! Does every kind of file come with the headers that make it safe, fresh and usable from any page?

use std::path::Path;

use server_tests::{Answer, Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLES: &str = "text/css; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const DATA: &str = "application/json";
const CALENDAR: &str = "text/calendar; charset=utf-8";
const WASM: &str = "application/wasm";

/// How long may a copy be used?
const ASKED_EACH_TIME: &str = "no-cache";
const WITHIN_THE_HOUR: &str = "public, max-age=300, stale-while-revalidate=3600";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Who may use a file?
#[derive(Clone, Copy, Debug)]
enum Reach {
    /// The page that nobody may frame.
    FullPage,
    /// The page that anybody may frame.
    Framed,
    /// The page for editors, which shows what they give it.
    Checking,
    /// The worker that fetches for the full page.
    Worker,
    /// What any page may fetch and run.
    Anywhere,
}

fn assert_headers(path: &str, answer: &Answer, kind: &str, lifetime: &str, reach: Reach) {
    let page = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors";
    let (allow_origin, resource_policy, policy) = match reach {
        Reach::FullPage => (None, "same-origin", format!("{page} 'none'")),
        Reach::Framed => (None, "cross-origin", format!("{page} *")),
        Reach::Checking => {
            let page = page.replace("connect-src 'self'", "connect-src 'self' blob:");
            (None, "same-origin", format!("{page} 'none'"))
        }
        Reach::Worker => {
            (None, "same-origin", "default-src 'none'; connect-src 'self'; frame-ancestors 'none'".to_owned())
        }
        Reach::Anywhere => (Some("*"), "cross-origin", "default-src 'none'; frame-ancestors 'none'".to_owned()),
    };
    for (name, expected) in [
        ("Content-Type", Some(kind)),
        ("Cache-Control", Some(lifetime)),
        ("Access-Control-Allow-Origin", allow_origin),
        ("Cross-Origin-Resource-Policy", Some(resource_policy)),
        ("Content-Security-Policy", Some(&policy)),
        ("Referrer-Policy", Some("no-referrer")),
        ("X-Content-Type-Options", Some("nosniff")),
        ("Server", Some("nginx")),
        ("Set-Cookie", None),
        ("Transfer-Encoding", None),
    ] {
        assert_eq!(answer.header(name).as_deref(), expected, "{name} of {path}");
    }
    assert_eq!(answer.status, 200, "{path}");
    for name in ["ETag", "Last-Modified"] {
        assert!(answer.header(name).is_some(), "{path} has no {name}");
    }
}

#[test]
fn each_file_of_the_release_has_its_headers() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let mut paths = release.paths().unwrap();
    // The folder itself is the full page.
    paths.push(String::new());
    let mut kinds = Vec::new();
    for path in &paths {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let kind = match name.rsplit('.').next().unwrap() {
            "" | "html" => HTML,
            "js" => SCRIPT,
            "css" => STYLES,
            "txt" => TEXT,
            "json" => DATA,
            "wasm" => WASM,
            "ics" => CALENDAR,
            ending => panic!("{path}: nobody has said what the server makes of .{ending}"),
        };
        let lifetime = match (folder, name) {
            ("v1", "aura-serviceaftale.js" | "embed-host.js") => WITHIN_THE_HOUR,
            ("v1", name) if name.ends_with(".wasm") => FOR_EVER,
            ("v1" | "calendar" | "", _) => ASKED_EACH_TIME,
            _ => FOR_EVER,
        };
        let reach = match path.as_str() {
            "" | "index.html" => Reach::FullPage,
            "embed.html" => Reach::Framed,
            "check.html" => Reach::Checking,
            "offline.js" => Reach::Worker,
            _ => Reach::Anywhere,
        };
        assert_headers(path, &nginx.get(path, &[]).unwrap(), kind, lifetime, reach);
        kinds.push(kind);
    }
    // A release that lacks what this test is about would pass too easily.
    for kind in [HTML, SCRIPT, STYLES, TEXT, DATA, WASM, CALENDAR] {
        assert!(kinds.contains(&kind), "no file of kind {kind}");
    }
}

#[test]
fn a_query_changes_no_header() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let check = |path, reach| {
        let answer = nginx.get(path, &[]).unwrap();
        assert_headers(path, &answer, HTML, ASKED_EACH_TIME, reach);
    };
    check("?agreement=pro&reported=2026-04-03T15:00", Reach::FullPage);
    check("index.html?agreement=basis", Reach::FullPage);
    check("embed.html?agreement=pro&host=https://www.aura.dk", Reach::Framed);
}

#[test]
fn calendars_announcements_and_schemas_are_ready_to_be_published() {
    let release = Path::new(SCRATCH).join(format!("data-{}", std::process::id()));
    for (path, text) in [
        ("v1/support.ics", "BEGIN:VCALENDAR"),
        ("v1/notices.json", "today's"),
        ("v1/agreements.schema.json", "{}"),
        ("v2.10.3/agreements.json", "{}"),
        ("v2.10.3/notices.json", "of long ago"),
    ] {
        let file = release.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    let nginx = Nginx::start(&release, Path::new(SCRATCH)).unwrap();
    let check = |path, kind, lifetime| {
        let answer = nginx.get(path, &[]).unwrap();
        assert_headers(path, &answer, kind, lifetime, Reach::Anywhere);
        String::from_utf8(answer.body).unwrap()
    };
    check("v1/support.ics", CALENDAR, ASKED_EACH_TIME);
    check("v1/agreements.schema.json", DATA, ASKED_EACH_TIME);
    check("v2.10.3/agreements.json", DATA, FOR_EVER);
    assert_eq!(check("v1/notices.json", DATA, ASKED_EACH_TIME), "today's");
    // Who has pinned a version still hears of what is announced today.
    assert_eq!(check("v2.10.3/notices.json", DATA, ASKED_EACH_TIME), "today's");
    std::fs::remove_dir_all(release).unwrap();
}
