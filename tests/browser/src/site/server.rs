//! Who listens on an origin, and what has been asked for there?

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::Outcome;
use crate::site::answer::{End, Response};
use crate::site::{Origins, Site};

const MOMENT: Duration = Duration::from_millis(20);

/// A site that is being served; it stops when this is dropped.
pub(crate) struct Served {
    address: SocketAddr,
    notes: Arc<Notes>,
}

/// What the server's threads tell each other.
#[derive(Default)]
struct Notes {
    asked_for: Mutex<Vec<String>>,
    ended: AtomicBool,
}

/// A free port of 127.0.0.1 that is listened on but not yet answered.
pub(super) struct Address(TcpListener, SocketAddr);

impl Address {
    pub(super) fn take() -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        Ok(Self(listener, address))
    }

    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.1)
    }

    /// Serves the site here until the returned value is dropped.
    pub(super) fn serve(self, site: Site, origins: Origins) -> Served {
        let Self(listener, address) = self;
        let notes = Arc::new(Notes::default());
        let served = Served { address, notes: Arc::clone(&notes) };
        let site = Arc::new((site, origins));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if notes.ended.load(Ordering::SeqCst) {
                    break;
                }
                let (site, notes) = (Arc::clone(&site), Arc::clone(&notes));
                // A browser also opens connections that it never uses; each waits in a thread of its own.
                thread::spawn(move || {
                    let Some(path) = request_path(&stream) else { return };
                    // The browser itself asks for the one, the test for the others; the page does not.
                    if path != "/favicon.ico" && !path.starts_with("/__") {
                        notes.asked_for.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
                    }
                    notes.send(&site.0.response(&path, &site.1), stream);
                });
            }
        });
        served
    }
}

impl Notes {
    /// A browser that hangs up early is no failure of the site.
    fn send(&self, response: &Response, mut stream: TcpStream) {
        if response.end == End::Never {
            return self.wait(Duration::MAX);
        }
        self.wait(response.late);
        // Late must not become early because the test is over.
        if !response.late.is_zero() && self.ended.load(Ordering::SeqCst) {
            return;
        }
        let sent = match response.end {
            End::CutAfter(bytes) | End::StallsAfter(bytes) => response.body.get(..bytes).unwrap_or(&response.body),
            End::Whole | End::Never => &response.body,
        };
        let _ = stream.write_all(response.head().as_bytes()).and_then(|()| stream.write_all(sent));
        if matches!(response.end, End::StallsAfter(_)) {
            self.wait(Duration::MAX);
        }
    }

    /// Waits so long, or until the site is no longer served.
    fn wait(&self, time: Duration) {
        let mut left = time;
        while !left.is_zero() && !self.ended.load(Ordering::SeqCst) {
            let step = left.min(MOMENT);
            thread::sleep(step);
            left -= step;
        }
    }
}

impl Served {
    /// As `http://127.0.0.1:40123`.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every path asked for so far, in order, without queries.
    pub(crate) fn asked_for(&self) -> Vec<String> {
        self.notes.asked_for.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.notes.ended.store(true, Ordering::SeqCst);
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
