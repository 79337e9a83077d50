//! How can a server answer otherwise than well?

use std::time::Duration;

use crate::site::Origins;

/// What is changed in the answer to a path. Several for one path are applied one after another.
#[derive(Debug, Clone)]
pub enum Answer {
    /// This status; unless it is a success, with a few words instead of the file.
    Status(u16),
    /// This MIME type.
    Type(&'static str),
    /// This header, instead of any of the same name; `{widget}` and `{host}` in it are the two origins.
    Header(&'static str, String),
    /// No leave for pages of other origins to read it.
    WithoutCors,
    /// These bytes instead of the file.
    Body(Vec<u8>),
    /// The file with spaces after it, so many bytes in all: JSON stays what it is, wasm does not.
    Padded(usize),
    /// Only so many bytes of what was promised; then the server hangs up.
    CutAfter(usize),
    /// Only so many bytes of what was promised; then nothing more, on an open connection.
    StallsAfter(usize),
    /// The whole, but so much later.
    Late(Duration),
    /// Nothing at all, on an open connection.
    Never,
}

/// What is sent, and how.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) late: Duration,
    pub(super) end: End,
}

/// How the sending ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    Whole,
    CutAfter(usize),
    StallsAfter(usize),
    Never,
}

impl Response {
    /// A file of this MIME type, which pages of any origin may read.
    pub(super) fn file(kind: &str, body: Vec<u8>) -> Self {
        let headers = [("Content-Type", kind), ("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-store")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self { status: 200, headers, body, late: Duration::ZERO, end: End::Whole }
    }

    /// No file, for this reason.
    pub(super) fn without_file(status: u16) -> Self {
        let mut response = Self::file("text/plain; charset=utf-8", b"not here".to_vec());
        response.status = status;
        response
    }

    /// The response with this answer's change.
    pub(super) fn change(&mut self, answer: &Answer, origins: &Origins) {
        match answer {
            Answer::Status(status) if (200..300).contains(status) => self.status = *status,
            Answer::Status(status) => {
                let without = Self::without_file(*status);
                (self.status, self.body) = (without.status, without.body);
                self.set("Content-Type", "text/plain; charset=utf-8");
            }
            Answer::Type(kind) => self.set("Content-Type", kind),
            Answer::Header(name, value) => self.set(name, &origins.named_in(value)),
            Answer::WithoutCors => self.headers.retain(|(name, _)| name != "Access-Control-Allow-Origin"),
            Answer::Body(body) => self.body.clone_from(body),
            Answer::Padded(bytes) => self.body.resize(*bytes, b' '),
            Answer::CutAfter(bytes) => self.end = End::CutAfter(*bytes),
            Answer::StallsAfter(bytes) => self.end = End::StallsAfter(*bytes),
            Answer::Late(late) => self.late = *late,
            Answer::Never => self.end = End::Never,
        }
    }

    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// The status line and the headers. The length is that of the whole, however much of it is sent.
    pub(super) fn head(&self) -> String {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        // Browsers do not read the words after the status.
        let (status, length) = (self.status, self.body.len());
        format!("HTTP/1.1 {status} -\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n")
    }
}
