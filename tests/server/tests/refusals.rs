//! Is nothing published but the release?

use std::path::Path;

use server_tests::{Answer, Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

fn assert_refused(about: &str, answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{about}");
    assert_eq!(answer.header("Server").as_deref(), Some("nginx"), "{about}");
    let body = String::from_utf8_lossy(&answer.body);
    assert!(!body.contains("nginx/") && !body.contains("Index of"), "{about}: {body}");
}

#[test]
fn what_is_not_there_is_said_not_to_be_there() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in [
        "v1",
        "v1/",
        "v1/missing.js",
        "v1/widget-0123456789abcdef.wasm",
        "v9.9.9/aura-serviceaftale.js",
        "v0.1/aura-serviceaftale.js",
        "missing.html",
        "index.htm",
        "v1/.htaccess",
        ".git/config",
        "v1/aura-serviceaftale.js/",
        "v1/aura-serviceaftale.js/more",
    ] {
        let answer = nginx.get(path, &[]).unwrap();
        assert_refused(path, &answer, 404);
        // Kept by a cache, it would outlive the file's arrival.
        assert_eq!(answer.header("Cache-Control").as_deref(), Some("no-store"), "{path}");
        assert_eq!(answer.header("X-Content-Type-Options").as_deref(), Some("nosniff"), "{path}");
        let expected = "default-src 'none'; frame-ancestors 'none'";
        assert_eq!(answer.header("Content-Security-Policy").as_deref(), Some(expected), "{path}");
    }
    // A page of another origin is to learn that the file is missing, not that it may not know.
    let answer = nginx.get("v1/missing.json", &[("Origin", "https://www.aura.dk")]).unwrap();
    assert_eq!(answer.header("Access-Control-Allow-Origin").as_deref(), Some("*"));
}

#[test]
fn the_compressed_forms_have_no_address_of_their_own() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let published = release.paths().unwrap();
    let mut compressed = release.all_paths().unwrap();
    compressed.retain(|path| !published.contains(path));
    assert_eq!(compressed.len(), 2 * published.len(), "a .br and a .gz for each file");
    for path in compressed {
        assert_refused(&path, &nginx.get(&path, &[]).unwrap(), 404);
    }
}

#[test]
fn no_path_leads_out_of_the_release() {
    let release = Release::built().unwrap();
    // The server's own settings lie two folders above the release.
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for (target, status) in [
        ("/serviceaftale/../../nginx.conf", 400),
        ("/serviceaftale/%2e%2e/%2e%2e/nginx.conf", 400),
        ("/serviceaftale/..%2f..%2fnginx.conf", 400),
        ("/serviceaftale/v1/../../../nginx.conf", 400),
        ("/serviceaftale/../nginx.conf", 404),
        ("/serviceaftale/v1/..%5c..%5cnginx.conf", 404),
        ("/serviceaftale/v1/%252e%252e/index.html", 404),
        ("/serviceaftale//etc/passwd", 404),
        ("/serviceaftale/v1/page.js%00.txt", 400),
        ("/etc/passwd", 404),
        ("/v1/aura-serviceaftale.js", 404),
    ] {
        assert_eq!(nginx.ask("GET", target, &[]).unwrap().status, status, "{target}");
    }
    // The way back in is no way out.
    let answer = nginx.ask("GET", "/serviceaftale/v1/../index.html", &[]).unwrap();
    assert_eq!((answer.status, answer.body), (200, release.bytes("index.html").unwrap()));
}

#[test]
fn files_are_only_read() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        for path in ["", "index.html", "v1/aura-serviceaftale.js"] {
            let answer = nginx.ask(method, &format!("/serviceaftale/{path}"), &[("Content-Length", "0")]).unwrap();
            assert_refused(&format!("{method} {path}"), &answer, 405);
            assert_eq!(answer.header("Cache-Control").as_deref(), Some("no-store"), "{method} {path}");
        }
    }
}

#[test]
fn the_address_without_its_slash_leads_to_the_page_and_keeps_the_question() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let answer = nginx.ask("GET", "/serviceaftale?agreement=pro", &[]).unwrap();
    assert_eq!(answer.status, 301);
    assert_eq!(answer.header("Location").as_deref(), Some("/serviceaftale/?agreement=pro"));
}
