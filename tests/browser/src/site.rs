//! What does the browser get when it asks for a path?
//!
//! A server of about a hundred lines on a free port of 127.0.0.1: it hands out the files of one folder and remembers
//! what it was asked for. A test may add files, take files away, or put a clock of its own into every page.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use std::{env, fs, thread};

use crate::{Failure, Outcome};

const RECORDER_JS: &str = include_str!("../js/recorder.js");
const CLOCK_JS: &str = include_str!("../js/clock.js");

/// A folder to serve, with what the test adds to it and takes from it.
#[derive(Clone)]
pub struct Site {
    folder: PathBuf,
    added: BTreeMap<String, Vec<u8>>,
    missing: Vec<String>,
    clock_starts_at: Option<String>,
}

impl Site {
    /// The built release, in the folder that `AURA_DIST` names.
    ///
    /// # Errors
    ///
    /// When `AURA_DIST` is not set, or names no folder with an `index.html`.
    pub fn release() -> Outcome<Self> {
        let folder = env::var_os("AURA_DIST").ok_or_else(|| {
            Failure::new("AURA_DIST is not set: run `cargo xtask test`, which builds the release and sets it")
        })?;
        Self::folder(PathBuf::from(folder))
    }

    fn folder(folder: PathBuf) -> Outcome<Self> {
        if folder.join("index.html").is_file() {
            return Ok(Self { folder, added: BTreeMap::new(), missing: Vec::new(), clock_starts_at: None });
        }
        Err(Failure::new(format!(
            "AURA_DIST={}: there is no index.html in it; give an absolute path, or run `cargo xtask test`",
            folder.display()
        )))
    }

    /// The text of one file of the folder.
    ///
    /// # Errors
    ///
    /// When the file is not there or is no text.
    pub fn text_of(&self, path: &str) -> Outcome<String> {
        fs::read_to_string(self.folder.join(path)).map_err(|error| Failure::new(format!("{path}: {error}")))
    }

    /// Also serves `content` at `path`.
    #[must_use]
    pub fn with_file(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.added.insert(path.to_owned(), content.into());
        self
    }

    /// Answers 404 to every path that ends with `ending`.
    #[must_use]
    pub fn without(mut self, ending: &str) -> Self {
        self.missing.push(ending.to_owned());
        self
    }

    /// Puts the test's clock (`js/clock.js`) first into every page; it stands at `instant` until the test moves it.
    #[must_use]
    pub fn with_clock_at(mut self, instant: &str) -> Self {
        self.clock_starts_at = Some(instant.to_owned());
        self
    }

    /// Serves the site until the returned value is dropped.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub fn serve(self) -> Outcome<Served> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let asked_for = Arc::new(Mutex::new(Vec::new()));
        let ended = Arc::new(AtomicBool::new(false));
        let served = Served { address, asked_for: Arc::clone(&asked_for), ended: Arc::clone(&ended) };
        let site = Arc::new(self);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ended.load(Ordering::SeqCst) {
                    break;
                }
                let (site, asked_for) = (Arc::clone(&site), Arc::clone(&asked_for));
                // A browser also opens connections that it never uses; each waits in a thread of its own.
                thread::spawn(move || site.talk(stream, &asked_for));
            }
        });
        Ok(served)
    }

    /// Answers one request. A browser that hangs up early is no failure of the site.
    fn talk(&self, stream: TcpStream, asked_for: &Mutex<Vec<String>>) {
        let Some(path) = request_path(&stream) else { return };
        // The browser itself asks for the one, the test for the others; the page does not.
        if path != "/favicon.ico" && !path.starts_with("/__") {
            asked_for.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
        }
        let (status, kind, body) = match self.body(&path) {
            Some(body) => ("200 OK", kind_of(&path), body),
            None if path == "/favicon.ico" => ("204 No Content", "image/x-icon", Vec::new()),
            None => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len()
        );
        let mut stream = stream;
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
    }

    fn body(&self, path: &str) -> Option<Vec<u8>> {
        if self.missing.iter().any(|ending| path.ends_with(ending.as_str())) {
            return None;
        }
        match path {
            "/__recorder.js" => return Some(RECORDER_JS.as_bytes().to_vec()),
            "/__clock.js" => return Some(CLOCK_JS.as_bytes().to_vec()),
            _ => {}
        }
        let relative = match path.trim_start_matches('/') {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        };
        let stays_inside = Path::new(&relative).components().all(|part| matches!(part, Component::Normal(_)));
        let body = self
            .added
            .get(path)
            .cloned()
            .or_else(|| if stays_inside { fs::read(self.folder.join(&relative)).ok() } else { None })?;
        Some(if relative.ends_with(".html") { self.with_scripts(&body) } else { body })
    }

    /// The page with the recorder, and with the clock if it has one, before everything else.
    fn with_scripts(&self, page: &[u8]) -> Vec<u8> {
        let page = String::from_utf8_lossy(page);
        let (before, after) = page.split_at(beginning(&page));
        let recorder = "<script src=\"/__recorder.js\"></script>";
        let clock = self.clock_starts_at.as_ref().map_or_else(String::new, |instant| {
            format!("<script src=\"/__clock.js\" data-now=\"{instant}\"></script>")
        });
        format!("{before}{recorder}{clock}{after}").into_bytes()
    }
}

/// Where the first script of a page belongs: after the start of its head, or as far in as it goes. Before the doctype it
/// would bring up another way of laying out the page.
fn beginning(page: &str) -> usize {
    let end_of_tag = |tag: &str| {
        let start = page.to_ascii_lowercase().find(tag)?;
        let rest = page.get(start + tag.len()..)?;
        // Not <header> for <head>.
        rest.starts_with(|next: char| next == '>' || next.is_whitespace()).then_some(())?;
        Some(start + tag.len() + rest.find('>')? + 1)
    };
    ["<head", "<html", "<!doctype"].into_iter().find_map(end_of_tag).unwrap_or(0)
}

/// A site that is being served; it stops when this is dropped.
pub struct Served {
    address: SocketAddr,
    asked_for: Arc<Mutex<Vec<String>>>,
    ended: Arc<AtomicBool>,
}

impl Served {
    /// The full URL of `path` on this site.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Every path asked for so far, in order, without queries.
    pub fn asked_for(&self) -> Vec<String> {
        self.asked_for.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        // The listener waits for a connection; this one tells it to look at the flag.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}

/// The path of the request, without its query, once the whole head has been read.
fn request_path(stream: &TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let target = lines.next()?.split(' ').nth(1)?.to_owned();
    let _rest_of_head = lines.find(String::is_empty)?;
    target.split('?').next().map(str::to_owned)
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "text/html; charset=utf-8",
    }
}
