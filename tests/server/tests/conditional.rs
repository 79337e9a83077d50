//! Does a browser that has a file already get only the word that it is still good?

use std::path::Path;

use server_tests::{Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// What must come with every answer, also with one that has no body: it replaces what the browser has kept.
const KEPT: [&str; 8] = [
    "Cache-Control",
    "Access-Control-Allow-Origin",
    "Cross-Origin-Resource-Policy",
    "Content-Security-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "ETag",
    "Vary",
];

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        for accepted in ["br", "gzip", "identity"] {
            let whole = nginx.get(&path, &[("Accept-Encoding", accepted)]).unwrap();
            let (tag, date) = (whole.header("ETag").unwrap(), whole.header("Last-Modified").unwrap());
            for condition in [("If-None-Match", tag.as_str()), ("If-Modified-Since", date.as_str())] {
                let answer = nginx.get(&path, &[("Accept-Encoding", accepted), condition]).unwrap();
                assert_eq!((answer.status, answer.body.len()), (304, 0), "{path}, {accepted}, {condition:?}");
                for name in KEPT {
                    assert_eq!(answer.header(name), whole.header(name), "{name} of {path}, {accepted}, {condition:?}");
                }
            }
            for condition in [("If-None-Match", "\"another\""), ("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")]
            {
                let answer = nginx.get(&path, &[("Accept-Encoding", accepted), condition]).unwrap();
                assert!(answer.status == 200 && answer.body == whole.body, "{path}, {accepted}, {condition:?}");
            }
        }
    }
}

#[test]
fn each_form_of_a_file_has_a_tag_of_its_own() {
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
fn head_says_what_get_would_without_the_body() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        for accepted in ["br", "gzip", "identity"] {
            let headers = [("Accept-Encoding", accepted)];
            let get = nginx.get(&path, &headers).unwrap();
            let head = nginx.ask("HEAD", &format!("/serviceaftale/{path}"), &headers).unwrap();
            assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
            for name in KEPT.into_iter().chain(["Content-Type", "Content-Length", "Content-Encoding"]) {
                assert_eq!(head.header(name), get.header(name), "{name} of {path}, {accepted}");
            }
        }
    }
}
