//! What does a server say to one request, to the byte?
//!
//! A client of its own, because the usual ones decompress, follow and tidy up paths, which is what is asked about here.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// What follows the headers, as it was sent.
    pub body: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Answer {
    /// Sends one request, whose target goes out exactly as it is written, and reads until the server hangs up.
    ///
    /// # Errors
    ///
    /// When the server cannot be reached, is silent for half a minute, or says something that is not HTTP.
    pub fn to(server: SocketAddr, method: &str, target: &str, headers: &[(&str, &str)]) -> io::Result<Self> {
        let mut stream = TcpStream::connect(server)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut request = format!("{method} {target} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{request}\r\n").as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Self::read(&bytes)
            .ok_or_else(|| io::Error::other(format!("{method} {target}: no HTTP in {} bytes", bytes.len())))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
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

    /// The value of a header; one that was sent twice has both values, with `" + "` between them.
    pub fn header(&self, name: &str) -> Option<String> {
        let wanted = name.to_ascii_lowercase();
        let values: Vec<&str> =
            self.headers.iter().filter(|(name, _)| *name == wanted).map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(" + "))
    }
}
