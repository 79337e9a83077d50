//! Minimal HTTP client that returns responses unchanged.
//!
//! Ordinary clients decompress bodies, follow redirects and normalise paths, which these tests check.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An HTTP response.
#[derive(Debug)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The body as it was sent, without decompression.
    pub body: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Response {
    /// Sends a request with an unmodified target, and reads until the server closes the connection.
    ///
    /// # Errors
    ///
    /// When the server cannot be reached, sends nothing for 30 seconds, or does not send valid HTTP.
    pub fn fetch(server: SocketAddr, method: &str, target: &str, headers: &[(&str, &str)]) -> io::Result<Self> {
        let mut stream = TcpStream::connect(server)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut request = format!("{method} {target} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{request}\r\n").as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Self::parse(&bytes).ok_or_else(|| {
            io::Error::other(format!("{method} {target}: no valid HTTP response in {} bytes", bytes.len()))
        })
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let (head, body) = (std::str::from_utf8(bytes.get(..end)?).ok()?, bytes.get(end + 4..)?);
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let header = |line: &str| {
            let (name, value) = line.split_once(": ")?;
            Some((name.to_ascii_lowercase(), value.to_owned()))
        };
        Some(Self { status, body: body.to_vec(), headers: lines.map(header).collect::<Option<_>>()? })
    }

    /// The names of the headers, in lower case.
    pub fn names(&self) -> BTreeSet<&str> {
        self.headers.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The value of a header. Repeated headers are joined with `" + "`.
    pub fn header(&self, name: &str) -> Option<String> {
        let lower_name = name.to_ascii_lowercase();
        let values: Vec<&str> =
            self.headers.iter().filter(|(name, _)| *name == lower_name).map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(" + "))
    }
}
