//! Content negotiation: brotli, gzip and uncompressed responses.

use std::path::Path;

use server_tests::{Nginx, Release};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

#[test]
fn each_file_is_sent_in_the_best_accepted_encoding() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    let check = |path: &str, accepted: Option<&str>, encoding: Option<&str>, extension: &str| {
        let headers: Vec<_> = accepted.map(|accepted| ("Accept-Encoding", accepted)).into_iter().collect();
        let response = nginx.get(path, &headers).unwrap();
        let about = format!("{path}, Accept-Encoding: {accepted:?}");
        assert_eq!(response.status, 200, "{about}");
        assert_eq!(response.header("Content-Encoding").as_deref(), encoding, "{about}");
        assert!(response.body == release.bytes(&format!("{path}{extension}")).unwrap(), "{about}: wrong body");
        // Without it, a shared cache could send an encoding that the browser does not accept.
        assert_eq!(response.header("Vary").as_deref(), Some("Accept-Encoding"), "{about}");
        assert_eq!(response.header("Content-Length"), Some(response.body.len().to_string()), "{about}");
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
fn the_mime_type_does_not_depend_on_the_encoding() {
    let release = Release::built().unwrap();
    let nginx = Nginx::start(release.folder(), Path::new(SCRATCH)).unwrap();
    for path in release.paths().unwrap() {
        let mime_type = |accepted| nginx.get(&path, &[("Accept-Encoding", accepted)]).unwrap().header("Content-Type");
        let plain = mime_type("identity");
        assert!(plain.is_some(), "{path}");
        assert_eq!((mime_type("br"), mime_type("gzip")), (plain.clone(), plain), "{path}");
    }
}
