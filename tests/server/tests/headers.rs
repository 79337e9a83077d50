//! Response headers of every file: MIME type, caching, CORS and content security policy.

use std::path::Path;

use server_tests::{Nginx, Release, Response};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLES: &str = "text/css; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const DATA: &str = "application/json";
const CALENDAR: &str = "text/calendar; charset=utf-8";
const WASM: &str = "application/wasm";

/// Values of Cache-Control.
const REVALIDATED: &str = "no-cache";
const UP_TO_AN_HOUR: &str = "public, max-age=300, stale-while-revalidate=3600";
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// What no page here needs. Copying and sharing do need their permissions.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
    microphone=(), midi=(), payment=(), usb=()";
/// A year with TLS only.
const TLS: &str = "max-age=31536000";

/// Which pages may use a file.
#[derive(Clone, Copy, Debug)]
enum Access {
    /// The full page, which cannot be framed.
    FullPage,
    /// The page for iframes.
    IframePage,
    /// The validation page for editors, which may load blob URLs.
    CheckPage,
    /// The service worker of the full page.
    ServiceWorker,
    /// A file for pages of any origin.
    AnyOrigin,
}

fn assert_headers(path: &str, response: &Response, mime_type: &str, lifetime: &str, access: Access) {
    let page = |connect: &str, ancestors: &str, types: &str| {
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
             connect-src {connect}; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; \
             require-trusted-types-for 'script'; trusted-types {types}"
        )
    };
    // Only the script of the full page creates a policy of trusted types, for the service worker.
    let (allow_origin, resource_policy, policy) = match access {
        Access::FullPage => (None, "same-origin", page("'self'", "'none'", "aura-serviceaftale")),
        Access::IframePage => (None, "cross-origin", page("'self'", "*", "'none'")),
        Access::CheckPage => (None, "same-origin", page("'self' blob:", "'none'", "'none'")),
        Access::ServiceWorker => {
            (None, "same-origin", "default-src 'none'; connect-src 'self'; frame-ancestors 'none'".to_owned())
        }
        Access::AnyOrigin => (Some("*"), "cross-origin", "default-src 'none'; frame-ancestors 'none'".to_owned()),
    };
    // In an iframe the header has no effect, and files are not documents.
    let opener_policy = matches!(access, Access::FullPage | Access::CheckPage).then_some("same-origin");
    for (name, expected) in [
        ("Content-Type", Some(mime_type)),
        ("Cache-Control", Some(lifetime)),
        ("Access-Control-Allow-Origin", allow_origin),
        ("Cross-Origin-Resource-Policy", Some(resource_policy)),
        ("Content-Security-Policy", Some(&policy)),
        ("Cross-Origin-Opener-Policy", opener_policy),
        ("Permissions-Policy", Some(PERMISSIONS)),
        ("Referrer-Policy", Some("no-referrer")),
        ("Strict-Transport-Security", Some(TLS)),
        ("X-Content-Type-Options", Some("nosniff")),
        ("Server", Some("nginx")),
        ("Set-Cookie", None),
        ("Transfer-Encoding", None),
    ] {
        assert_eq!(response.header(name).as_deref(), expected, "{name} of {path}");
    }
    assert_eq!(response.status, 200, "{path}");
    for name in ["ETag", "Last-Modified"] {
        assert!(response.header(name).is_some(), "{path} has no {name}");
    }
}

#[test]
fn each_file_of_the_release_has_the_expected_headers() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let mut paths = release.paths().unwrap();
    // The URL of the folder is the full page.
    paths.push(String::new());
    let mut mime_types = Vec::new();
    for path in &paths {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mime_type = match name.rsplit('.').next().unwrap() {
            "" | "html" => HTML,
            "js" => SCRIPT,
            "css" => STYLES,
            "txt" => TEXT,
            "json" => DATA,
            "wasm" => WASM,
            "ics" => CALENDAR,
            extension => panic!("{path}: no expected MIME type for .{extension}"),
        };
        let lifetime = match (folder, name) {
            ("v1", "aura-serviceaftale.js" | "embed-host.js") => UP_TO_AN_HOUR,
            ("v1", name) if name.ends_with(".wasm") => IMMUTABLE,
            ("v1" | "calendar" | "", _) => REVALIDATED,
            _ => IMMUTABLE,
        };
        let access = match path.as_str() {
            "" | "index.html" => Access::FullPage,
            "embed.html" => Access::IframePage,
            "check.html" => Access::CheckPage,
            "offline.js" => Access::ServiceWorker,
            _ => Access::AnyOrigin,
        };
        assert_headers(path, &nginx.get(path, &[]).unwrap(), mime_type, lifetime, access);
        mime_types.push(mime_type);
    }
    // The test must have checked every type of file.
    for mime_type in [HTML, SCRIPT, STYLES, TEXT, DATA, WASM, CALENDAR] {
        assert!(mime_types.contains(&mime_type), "no file of type {mime_type}");
    }
}

#[test]
fn a_query_string_does_not_change_headers() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let check = |path, access| {
        let response = nginx.get(path, &[]).unwrap();
        assert_headers(path, &response, HTML, REVALIDATED, access);
    };
    check("?agreement=pro&reported=2026-04-03T15:00", Access::FullPage);
    check("index.html?agreement=basis", Access::FullPage);
    check("embed.html?agreement=pro&host=https://www.aura.dk", Access::IframePage);
}

#[test]
fn calendars_announcements_and_schemas_have_the_expected_headers() {
    let release = Path::new(SCRATCH).join(format!("data-{}", std::process::id()));
    for (path, text) in [
        ("v1/support.ics", "BEGIN:VCALENDAR"),
        ("v1/notices.json", "current"),
        ("v1/agreements.schema.json", "{}"),
        ("v2.10.3/agreements.json", "{}"),
        ("v2.10.3/notices.json", "outdated"),
    ] {
        let file = release.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    let nginx = Nginx::start(&release, Path::new(SCRATCH)).unwrap();
    let check = |path, mime_type, lifetime| {
        let response = nginx.get(path, &[]).unwrap();
        assert_headers(path, &response, mime_type, lifetime, Access::AnyOrigin);
        String::from_utf8(response.body).unwrap()
    };
    check("v1/support.ics", CALENDAR, REVALIDATED);
    check("v1/agreements.schema.json", DATA, REVALIDATED);
    check("v2.10.3/agreements.json", DATA, IMMUTABLE);
    assert_eq!(check("v1/notices.json", DATA, REVALIDATED), "current");
    // Pages with a pinned version get the current announcements.
    assert_eq!(check("v2.10.3/notices.json", DATA, REVALIDATED), "current");
    std::fs::remove_dir_all(release).unwrap();
}

#[test]
fn the_redirect_has_the_headers_of_every_response() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let redirect = nginx.request("GET", "/serviceaftale?agreement=pro", &[]).unwrap();
    assert_eq!(redirect.status, 301);
    for (name, expected) in [
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", PERMISSIONS),
        ("Referrer-Policy", "no-referrer"),
        ("Server", "nginx"),
        ("Strict-Transport-Security", TLS),
        ("X-Content-Type-Options", "nosniff"),
    ] {
        assert_eq!(redirect.header(name).as_deref(), Some(expected), "{name}");
    }
    // The same names as a file that is not in the release, so that a new header is added to both locations.
    let missing = nginx.get("missing.html", &[]).unwrap();
    let unrelated = |name: &&str| ["location", "vary"].contains(name);
    let names = |response: &Response| -> Vec<String> {
        response.names().into_iter().filter(|name| !unrelated(name)).map(str::to_owned).collect()
    };
    assert_eq!(names(&redirect), names(&missing));
}
