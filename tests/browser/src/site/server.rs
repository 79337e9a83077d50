//! HTTP server for one origin, with a log of the requests.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::Outcome;
use crate::site::response::{Delivery, Response};
use crate::site::{Origins, Site};

const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// A running server, which stops when this is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    state: Arc<ServerState>,
}

/// State shared by the server's threads.
#[derive(Default)]
struct ServerState {
    requests: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

/// A listener on a free port of 127.0.0.1 that does not accept connections yet.
pub(super) struct Listener(TcpListener, SocketAddr);

impl Listener {
    pub(super) fn bind() -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        Ok(Self(listener, address))
    }

    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.1)
    }

    /// Serves the site until the returned value is dropped.
    pub(super) fn serve(self, site: Site, origins: Origins) -> Server {
        let Self(listener, address) = self;
        let state = Arc::new(ServerState::default());
        let server = Server { address, state: Arc::clone(&state) };
        let site = Arc::new((site, origins));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if state.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let (site, state) = (Arc::clone(&site), Arc::clone(&state));
                // Browsers open connections that they never use, so each connection gets its own thread.
                thread::spawn(move || {
                    let Some(path) = request_path(&stream) else { return };
                    // These requests come from the browser itself and from the test scripts.
                    if path != "/favicon.ico" && !path.starts_with("/__") {
                        state.requests.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
                    }
                    state.send(&site.0.response(&path, &site.1), stream);
                });
            }
        });
        server
    }
}

impl ServerState {
    /// Sends the response. Ignores errors, because a browser may close the connection early.
    fn send(&self, response: &Response, mut stream: TcpStream) {
        if response.delivery == Delivery::Nothing {
            return self.wait(Duration::MAX);
        }
        self.wait(response.delay);
        // At the end of the test, do not send a delayed response too early.
        if !response.delay.is_zero() && self.stopped.load(Ordering::SeqCst) {
            return;
        }
        let sent = match response.delivery {
            Delivery::CloseAfter(bytes) | Delivery::StallAfter(bytes) => {
                response.body.get(..bytes).unwrap_or(&response.body)
            }
            Delivery::Complete | Delivery::Nothing => &response.body,
        };
        let _ = stream.write_all(response.head().as_bytes()).and_then(|()| stream.write_all(sent));
        if matches!(response.delivery, Delivery::StallAfter(_)) {
            self.wait(Duration::MAX);
        }
    }

    /// Waits for this time, or until the server stops.
    fn wait(&self, time: Duration) {
        let mut left = time;
        while !left.is_zero() && !self.stopped.load(Ordering::SeqCst) {
            let step = left.min(POLL_INTERVAL);
            thread::sleep(step);
            left -= step;
        }
    }
}

impl Server {
    /// The origin, for example `http://127.0.0.1:40123`.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The paths of all requests so far, in order, without queries.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.state.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stopped.store(true, Ordering::SeqCst);
        // The accept loop checks the flag only after a connection.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}

/// Reads the request head and returns the path without the query.
fn request_path(stream: &TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let target = lines.next()?.split(' ').nth(1)?.to_owned();
    let _rest_of_head = lines.find(String::is_empty)?;
    target.split('?').next().map(str::to_owned)
}
