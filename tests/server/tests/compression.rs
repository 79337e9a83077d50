//! Does each browser get the smallest form that it can read?

use std::path::Path;

use server_tests::{Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

#[test]
fn each_file_is_sent_as_the_browser_accepts_it() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let check = |path: &str, accepted: Option<&str>, encoding: Option<&str>, ending: &str| {
        let headers: Vec<_> = accepted.map(|accepted| ("Accept-Encoding", accepted)).into_iter().collect();
        let answer = nginx.get(path, &headers).unwrap();
        let about = format!("{path}, accepted: {accepted:?}");
        assert_eq!(answer.status, 200, "{about}");
        assert_eq!(answer.header("Content-Encoding").as_deref(), encoding, "{about}");
        assert!(answer.body == release.bytes(&format!("{path}{ending}")).unwrap(), "{about}: another body");
        // Without it a cache between would hand the one's form to the other.
        assert_eq!(answer.header("Vary").as_deref(), Some("Accept-Encoding"), "{about}");
        assert_eq!(answer.header("Content-Length"), Some(answer.body.len().to_string()), "{about}");
    };
    for path in release.paths().unwrap() {
        check(&path, Some("gzip, deflate, br, zstd"), Some("br"), ".br");
        check(&path, Some("br"), Some("br"), ".br");
        check(&path, Some("gzip, deflate"), Some("gzip"), ".gz");
        check(&path, Some("gzip, br;q=0"), Some("gzip"), ".gz");
        check(&path, Some("identity"), None, "");
        check(&path, Some("zstd"), None, "");
        check(&path, None, None, "");
    }
}

#[test]
fn the_kind_of_a_file_does_not_depend_on_its_form() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        let kind = |accepted| nginx.get(&path, &[("Accept-Encoding", accepted)]).unwrap().header("Content-Type");
        let plain = kind("identity");
        assert!(plain.is_some(), "{path}");
        assert_eq!((kind("br"), kind("gzip")), (plain.clone(), plain), "{path}");
    }
}
