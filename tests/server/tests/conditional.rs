//! Conditional requests: ETag, Last-Modified and status 304.

use std::path::Path;

use server_tests::{Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// Headers that every response must have, also with status 304, because they replace the headers in the browser's
/// cache.
const CACHED_HEADERS: [&str; 11] = [
    "Cache-Control",
    "Access-Control-Allow-Origin",
    "Cross-Origin-Resource-Policy",
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "ETag",
    "Vary",
];

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        for accepted in ["br", "gzip", "identity"] {
            let full = nginx.get(&path, &[("Accept-Encoding", accepted)]).unwrap();
            let (tag, date) = (full.header("ETag").unwrap(), full.header("Last-Modified").unwrap());
            for condition in [("If-None-Match", tag.as_str()), ("If-Modified-Since", date.as_str())] {
                let response = nginx.get(&path, &[("Accept-Encoding", accepted), condition]).unwrap();
                assert_eq!((response.status, response.body.len()), (304, 0), "{path}, {accepted}, {condition:?}");
                for name in CACHED_HEADERS {
                    assert_eq!(response.header(name), full.header(name), "{name} of {path}, {accepted}, {condition:?}");
                }
            }
            for condition in [("If-None-Match", "\"another\""), ("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")]
            {
                let response = nginx.get(&path, &[("Accept-Encoding", accepted), condition]).unwrap();
                assert!(response.status == 200 && response.body == full.body, "{path}, {accepted}, {condition:?}");
            }
        }
    }
}

#[test]
fn each_encoding_has_its_own_etag() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        let mut tags = ["br", "gzip", "identity"]
            .map(|accepted| nginx.get(&path, &[("Accept-Encoding", accepted)]).unwrap().header("ETag").unwrap());
        tags.sort();
        assert!(tags[0] != tags[1] && tags[1] != tags[2], "{path}: {tags:?}");
    }
}

#[test]
fn head_has_the_headers_of_get_without_the_body() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        for accepted in ["br", "gzip", "identity"] {
            let headers = [("Accept-Encoding", accepted)];
            let get = nginx.get(&path, &headers).unwrap();
            let head = nginx.request("HEAD", &format!("/serviceaftale/{path}"), &headers).unwrap();
            assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
            for name in CACHED_HEADERS.into_iter().chain(["Content-Type", "Content-Length", "Content-Encoding"]) {
                assert_eq!(head.header(name), get.header(name), "{name} of {path}, {accepted}");
            }
        }
    }
}
