//! Requests that the server must refuse.

use std::path::Path;

use server_tests::{Nginx, Release, Response};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

fn assert_refused(about: &str, response: &Response, status: u16) {
    assert_eq!(response.status, status, "{about}");
    assert_eq!(response.header("Server").as_deref(), Some("nginx"), "{about}");
    let body = String::from_utf8_lossy(&response.body);
    assert!(!body.contains("nginx/") && !body.contains("Index of"), "{about}: {body}");
}

#[test]
fn missing_files_have_status_404() {
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
        let response = nginx.get(path, &[]).unwrap();
        assert_refused(path, &response, 404);
        // A cached error would hide a file that is published later.
        assert_eq!(response.header("Cache-Control").as_deref(), Some("no-store"), "{path}");
        assert_eq!(response.header("X-Content-Type-Options").as_deref(), Some("nosniff"), "{path}");
        for name in ["Permissions-Policy", "Strict-Transport-Security"] {
            assert!(response.header(name).is_some(), "{name} of {path}");
        }
        let expected = "default-src 'none'; frame-ancestors 'none'";
        assert_eq!(response.header("Content-Security-Policy").as_deref(), Some(expected), "{path}");
    }
    // With a CORS header, a page of another origin sees the status instead of a network error.
    let response = nginx.get("v1/missing.json", &[("Origin", "https://www.aura.dk")]).unwrap();
    assert_eq!(response.header("Access-Control-Allow-Origin").as_deref(), Some("*"));
}

#[test]
fn compressed_files_cannot_be_requested_by_name() {
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
fn no_path_leaves_the_release_folder() {
    let release = Release::built().unwrap();
    // The server's configuration is two folders above the release.
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
        assert_eq!(nginx.request("GET", target, &[]).unwrap().status, status, "{target}");
    }
    // A path with .. that stays inside the release is valid.
    let response = nginx.request("GET", "/serviceaftale/v1/../index.html", &[]).unwrap();
    assert_eq!((response.status, response.body), (200, release.bytes("index.html").unwrap()));
}

#[test]
fn only_get_and_head_are_allowed() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        for path in ["", "index.html", "v1/aura-serviceaftale.js"] {
            let response =
                nginx.request(method, &format!("/serviceaftale/{path}"), &[("Content-Length", "0")]).unwrap();
            assert_refused(&format!("{method} {path}"), &response, 405);
            assert_eq!(response.header("Cache-Control").as_deref(), Some("no-store"), "{method} {path}");
        }
    }
}

#[test]
fn the_url_without_a_trailing_slash_redirects_with_its_query() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let response = nginx.request("GET", "/serviceaftale?agreement=pro", &[]).unwrap();
    assert_eq!(response.status, 301);
    assert_eq!(response.header("Location").as_deref(), Some("/serviceaftale/?agreement=pro"));
}
