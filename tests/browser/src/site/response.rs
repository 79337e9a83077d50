//! HTTP responses of the test server, and overrides that simulate faults.

use std::time::Duration;

use crate::site::Origins;

/// A change to the response for a path. Several overrides for one path are applied in order.
#[derive(Debug, Clone)]
pub enum ResponseOverride {
    /// Sets the status, and replaces the file by a short text unless the status is a success.
    Status(u16),
    /// Sets the MIME type.
    ContentType(&'static str),
    /// Sets a header. `{widget}` and `{host}` in the value are replaced by the two origins.
    Header(&'static str, String),
    /// Removes the CORS header, so that pages of other origins cannot read the response.
    NoCors,
    /// Replaces the body.
    Body(Vec<u8>),
    /// Appends spaces up to this size in bytes. JSON stays valid, wasm does not.
    PadTo(usize),
    /// Closes the connection after this many bytes of the body.
    CloseAfter(usize),
    /// Sends only this many bytes of the body and keeps the connection open.
    StallAfter(usize),
    /// Delays the response.
    Delay(Duration),
    /// Sends nothing and keeps the connection open.
    NoResponse,
}

/// A response, and how it is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) delay: Duration,
    pub(super) delivery: Delivery,
}

/// How much of a response is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    Complete,
    CloseAfter(usize),
    StallAfter(usize),
    Nothing,
}

impl Response {
    /// A file that pages of any origin may read.
    pub(super) fn file(content_type: &str, body: Vec<u8>) -> Self {
        let headers =
            [("Content-Type", content_type), ("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-store")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self { status: 200, headers, body, delay: Duration::ZERO, delivery: Delivery::Complete }
    }

    /// A short text with this status.
    pub(super) fn without_file(status: u16) -> Self {
        let mut response = Self::file("text/plain; charset=utf-8", b"not here".to_vec());
        response.status = status;
        response
    }

    pub(super) fn apply(&mut self, change: &ResponseOverride, origins: &Origins) {
        match change {
            ResponseOverride::Status(status) if (200..300).contains(status) => self.status = *status,
            ResponseOverride::Status(status) => {
                let replacement = Self::without_file(*status);
                (self.status, self.body) = (replacement.status, replacement.body);
                self.set("Content-Type", "text/plain; charset=utf-8");
            }
            ResponseOverride::ContentType(content_type) => self.set("Content-Type", content_type),
            ResponseOverride::Header(name, value) => self.set(name, &origins.substitute(value)),
            ResponseOverride::NoCors => self.headers.retain(|(name, _)| name != "Access-Control-Allow-Origin"),
            ResponseOverride::Body(body) => self.body.clone_from(body),
            ResponseOverride::PadTo(bytes) => self.body.resize(*bytes, b' '),
            ResponseOverride::CloseAfter(bytes) => self.delivery = Delivery::CloseAfter(*bytes),
            ResponseOverride::StallAfter(bytes) => self.delivery = Delivery::StallAfter(*bytes),
            ResponseOverride::Delay(delay) => self.delay = *delay,
            ResponseOverride::NoResponse => self.delivery = Delivery::Nothing,
        }
    }

    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// The status line and the headers. Content-Length is always that of the complete body.
    pub(super) fn head(&self) -> String {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        // Browsers ignore the reason phrase.
        let (status, length) = (self.status, self.body.len());
        format!("HTTP/1.1 {status} -\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n")
    }
}
