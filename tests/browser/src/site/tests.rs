//! Does a client get what the test said that the server answers?

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use crate::site::{Answer, Host, Site};

const FILE: &str = "/a.json";

/// A request, and what has been answered.
struct Exchange(TcpStream, Vec<u8>);

impl Exchange {
    fn begin(origin: &str, path: &str) -> Self {
        let mut stream = TcpStream::connect(origin.trim_start_matches("http://")).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path}?query HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
        Self(stream, Vec::new())
    }

    /// Reads until so much of the body is there, or the server hangs up.
    fn until(&mut self, enough: usize) {
        let mut some = [0; 4096];
        while self.body().len() < enough {
            match self.0.read(&mut some).unwrap() {
                0 => break,
                read => self.1.extend_from_slice(&some[..read]),
            }
        }
    }

    /// Reads until the server hangs up.
    fn whole(mut self) -> (String, Vec<u8>) {
        self.0.read_to_end(&mut self.1).unwrap();
        (self.head(), self.body().to_vec())
    }

    fn end_of_head(&self) -> Option<usize> {
        self.1.windows(4).position(|four| four == b"\r\n\r\n")
    }

    /// In lower case.
    fn head(&self) -> String {
        String::from_utf8_lossy(&self.1[..self.end_of_head().unwrap_or(0)]).to_lowercase()
    }

    fn body(&self) -> &[u8] {
        self.end_of_head().map_or(&[], |end| &self.1[end + 4..])
    }
}

fn get(origin: &str, path: &str) -> (String, Vec<u8>) {
    Exchange::begin(origin, path).whole()
}

fn json() -> Site {
    Site::empty().with_file(FILE, "{}")
}

/// What must be in the head of the answer, and the body: all that is sent for as long as the site is served.
fn check(site: Site, lines: &[&str], body: &[u8]) {
    let servers = Host::from(site).serve().unwrap();
    let mut exchange = Exchange::begin(&servers.host.origin(), FILE);
    while servers.host.asked_for().is_empty() {
        thread::yield_now();
    }
    exchange.until(body.len());
    drop(servers);
    let (head, found) = exchange.whole();
    for line in lines {
        assert!(head.contains(line), "\"{line}\" is not in\n{head}");
    }
    assert_eq!(String::from_utf8_lossy(&found), String::from_utf8_lossy(body), "{head}");
}

#[test]
fn a_file_has_its_type_and_may_be_read_by_every_page() {
    let lines =
        ["http/1.1 200", "content-type: application/json", "access-control-allow-origin: *", "content-length: 2"];
    check(json(), &lines, b"{}");
}

#[test]
fn an_answer_is_as_the_test_says() {
    let answering = |answer: Answer| json().answering(".json", answer);
    check(answering(Answer::Status(503)), &["http/1.1 503", "content-type: text/plain"], b"not here");
    check(answering(Answer::Status(206)), &["http/1.1 206", "application/json"], b"{}");
    check(json().without("a.json"), &["http/1.1 404"], b"not here");
    check(answering(Answer::Type("text/html")), &["content-type: text/html"], b"{}");
    check(answering(Answer::Body(b"[]".to_vec())), &["application/json"], b"[]");
    check(answering(Answer::Padded(4)), &["content-length: 4"], b"{}  ");
    check(answering(Answer::CutAfter(1)), &["content-length: 2"], b"{");
    check(answering(Answer::StallsAfter(1)), &["content-length: 2"], b"{");
    check(answering(Answer::Never), &[], b"");
    check(answering(Answer::Late(Duration::from_secs(3600))), &[], b"");
    check(answering(Answer::Late(Duration::from_millis(1))), &["http/1.1 200"], b"{}");
    check(answering(Answer::Header("X-From", "{host}".to_owned())), &["x-from: http://127.0.0.1:"], b"{}");
    let both = answering(Answer::Type("text/plain")).answering("/a.json", Answer::Body(b"text".to_vec()));
    check(both, &["content-type: text/plain"], b"text");
}

#[test]
fn a_site_under_a_path_answers_in_its_own_way() {
    let servers = Host::from(json().with_site("/bad", json().without(".json"))).serve().unwrap();
    assert_eq!(get(&servers.host.origin(), FILE).1, b"{}");
    assert_eq!(get(&servers.host.origin(), "/bad/a.json").1, b"not here");
}

#[test]
fn without_cors_no_other_origin_may_read_it() {
    let servers = Host::from(json().without_cors()).serve().unwrap();
    let (head, _) = get(&servers.host.origin(), FILE);
    assert!(head.contains("http/1.1 200") && !head.contains("access-control"), "{head}");
}

#[test]
fn twenty_megabytes_arrive_whole() {
    let servers = Host::from(json().answering(".json", Answer::Padded(20_000_000))).serve().unwrap();
    assert_eq!(get(&servers.host.origin(), FILE).1.len(), 20_000_000);
}

#[test]
fn a_host_and_its_widget_are_two_origins_that_the_page_knows() {
    let host = Host::page("/cms.html", "<a href=\"{widget}/a.json\">{host}</a>").embedding(json());
    let servers = host.with_csp("script-src {widget}").serve().unwrap();
    let (host, widget) = (servers.host.origin(), servers.widget().origin());
    assert_ne!(host, widget);

    let (head, page) = get(&host, "/cms.html");
    let page = String::from_utf8(page).unwrap();
    assert!(page.ends_with(&format!("<a href=\"{widget}/a.json\">{host}</a>")), "{page}");
    let policy = format!("content-security-policy: script-src {widget} {host}/__recorder.js {host}/__clock.js");
    assert!(head.contains(&policy), "{head}");

    assert!(get(&host, FILE).0.contains("http/1.1 404"), "the host has the widget's file");
    assert_eq!(get(&widget, FILE).1, b"{}");
    assert_eq!(
        (servers.host.asked_for(), servers.widget().asked_for()),
        (vec!["/cms.html".to_owned(), FILE.to_owned()], vec![FILE.to_owned()])
    );
}

#[test]
fn however_the_site_answers_the_tests_own_scripts_are_there_and_not_counted() {
    let servers = Host::from(json().answering("", Answer::Status(500))).serve().unwrap();
    let (head, script) = get(&servers.host.origin(), "/__recorder.js");
    assert!(head.contains("http/1.1 200") && !script.is_empty(), "{head}");
    assert_eq!(servers.host.asked_for(), Vec::<String>::new());
}

#[test]
fn a_page_keeps_its_encoding() {
    let servers = Host::page("/latin1.html", b"<p>p\xe5 dansk".to_vec()).serve().unwrap();
    let page = get(&servers.host.origin(), "/latin1.html").1;
    assert!(page.ends_with(b"<p>p\xe5 dansk"), "{page:?}");
}
