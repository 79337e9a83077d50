//! Tests of the test web server.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use crate::site::{Host, ResponseOverride, Site};

const FILE: &str = "/a.json";

/// A connection and the bytes received so far.
struct Exchange(TcpStream, Vec<u8>);

impl Exchange {
    fn start(origin: &str, path: &str) -> Self {
        let mut stream = TcpStream::connect(origin.trim_start_matches("http://")).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path}?query HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
        Self(stream, Vec::new())
    }

    /// Reads until the body has this length, or the server closes the connection.
    fn read_body(&mut self, length: usize) {
        let mut buffer = [0; 4096];
        while self.body().len() < length {
            match self.0.read(&mut buffer).unwrap() {
                0 => break,
                read => self.1.extend_from_slice(&buffer[..read]),
            }
        }
    }

    /// Reads until the server closes the connection. Returns the head and the body.
    fn read_to_end(mut self) -> (String, Vec<u8>) {
        self.0.read_to_end(&mut self.1).unwrap();
        (self.head(), self.body().to_vec())
    }

    fn end_of_head(&self) -> Option<usize> {
        self.1.windows(4).position(|four| four == b"\r\n\r\n")
    }

    /// The status line and headers in lower case.
    fn head(&self) -> String {
        String::from_utf8_lossy(&self.1[..self.end_of_head().unwrap_or(0)]).to_lowercase()
    }

    fn body(&self) -> &[u8] {
        self.end_of_head().map_or(&[], |end| &self.1[end + 4..])
    }
}

fn get(origin: &str, path: &str) -> (String, Vec<u8>) {
    Exchange::start(origin, path).read_to_end()
}

fn json() -> Site {
    Site::empty().with_file(FILE, "{}")
}

/// Checks lines of the head, and the body, which is all that is sent while the server runs.
fn check(site: Site, lines: &[&str], body: &[u8]) {
    let servers = Host::from(site).serve().unwrap();
    let mut exchange = Exchange::start(&servers.host.origin(), FILE);
    while servers.host.requests().is_empty() {
        thread::yield_now();
    }
    exchange.read_body(body.len());
    drop(servers);
    let (head, found) = exchange.read_to_end();
    for line in lines {
        assert!(head.contains(line), "\"{line}\" is not in\n{head}");
    }
    assert_eq!(String::from_utf8_lossy(&found), String::from_utf8_lossy(body), "{head}");
}

#[test]
fn a_file_has_a_mime_type_and_a_cors_header() {
    let lines =
        ["http/1.1 200", "content-type: application/json", "access-control-allow-origin: *", "content-length: 2"];
    check(json(), &lines, b"{}");
}

#[test]
fn overrides_change_the_response() {
    let overriding = |change: ResponseOverride| json().with_override(".json", change);
    check(overriding(ResponseOverride::Status(503)), &["http/1.1 503", "content-type: text/plain"], b"not here");
    check(overriding(ResponseOverride::Status(206)), &["http/1.1 206", "application/json"], b"{}");
    check(json().without("a.json"), &["http/1.1 404"], b"not here");
    check(overriding(ResponseOverride::ContentType("text/html")), &["content-type: text/html"], b"{}");
    check(overriding(ResponseOverride::Body(b"[]".to_vec())), &["application/json"], b"[]");
    check(overriding(ResponseOverride::PadTo(4)), &["content-length: 4"], b"{}  ");
    check(overriding(ResponseOverride::CloseAfter(1)), &["content-length: 2"], b"{");
    check(overriding(ResponseOverride::StallAfter(1)), &["content-length: 2"], b"{");
    check(overriding(ResponseOverride::NoResponse), &[], b"");
    check(overriding(ResponseOverride::Delay(Duration::from_secs(3600))), &[], b"");
    check(overriding(ResponseOverride::Delay(Duration::from_millis(1))), &["http/1.1 200"], b"{}");
    check(overriding(ResponseOverride::Header("X-From", "{host}".to_owned())), &["x-from: http://127.0.0.1:"], b"{}");
    let both = overriding(ResponseOverride::ContentType("text/plain"))
        .with_override("/a.json", ResponseOverride::Body(b"text".to_vec()));
    check(both, &["content-type: text/plain"], b"text");
}

#[test]
fn a_mounted_site_has_its_own_overrides() {
    let servers = Host::from(json().mount("/bad", json().without(".json"))).serve().unwrap();
    assert_eq!(get(&servers.host.origin(), FILE).1, b"{}");
    assert_eq!(get(&servers.host.origin(), "/bad/a.json").1, b"not here");
}

#[test]
fn without_cors_there_is_no_cors_header() {
    let servers = Host::from(json().without_cors()).serve().unwrap();
    let (head, _) = get(&servers.host.origin(), FILE);
    assert!(head.contains("http/1.1 200") && !head.contains("access-control"), "{head}");
}

#[test]
fn twenty_megabytes_are_sent_completely() {
    let servers = Host::from(json().with_override(".json", ResponseOverride::PadTo(20_000_000))).serve().unwrap();
    assert_eq!(get(&servers.host.origin(), FILE).1.len(), 20_000_000);
}

#[test]
fn host_and_widget_have_two_origins_that_are_substituted_in_the_page() {
    let host = Host::page("/cms.html", "<a href=\"{widget}/a.json\">{host}</a>").with_widget(json());
    let servers = host.with_csp("script-src {widget}").serve().unwrap();
    let (host, widget) = (servers.host.origin(), servers.widget().origin());
    assert_ne!(host, widget);

    let (head, page) = get(&host, "/cms.html");
    let page = String::from_utf8(page).unwrap();
    assert!(page.ends_with(&format!("<a href=\"{widget}/a.json\">{host}</a>")), "{page}");
    let policy = format!("content-security-policy: script-src {widget} {host}/__recorder.js {host}/__clock.js");
    assert!(head.contains(&policy), "{head}");

    assert!(get(&host, FILE).0.contains("http/1.1 404"), "the host serves the widget's file");
    assert_eq!(get(&widget, FILE).1, b"{}");
    assert_eq!(
        (servers.host.requests(), servers.widget().requests()),
        (vec!["/cms.html".to_owned(), FILE.to_owned()], vec![FILE.to_owned()])
    );
}

#[test]
fn test_scripts_are_not_overridden_and_not_recorded() {
    let servers = Host::from(json().with_override("", ResponseOverride::Status(500))).serve().unwrap();
    let (head, script) = get(&servers.host.origin(), "/__recorder.js");
    assert!(head.contains("http/1.1 200") && !script.is_empty(), "{head}");
    assert_eq!(servers.host.requests(), Vec::<String>::new());
}

#[test]
fn a_page_keeps_its_encoding() {
    let servers = Host::page("/latin1.html", b"<p>p\xe5 dansk".to_vec()).serve().unwrap();
    let page = get(&servers.host.origin(), "/latin1.html").1;
    assert!(page.ends_with(b"<p>p\xe5 dansk"), "{page:?}");
}
