//! How is a program that a test started listened to, and ended with all that it started itself?

use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{fs, io, thread};

const PATIENCE: Duration = Duration::from_secs(30);
const MOMENT: Duration = Duration::from_millis(20);

/// The first thing of interest that the program says; after it the program is still read, so that it never waits for a
/// reader. `None` when it says no such thing within 30 seconds, or ends.
pub(super) fn said<T: Send + 'static>(
    output: Option<impl Read + Send + 'static>,
    of_interest: impl Fn(&str) -> Option<T> + Send + 'static,
) -> Option<T> {
    let output = output?;
    let (tell, heard) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(found) = of_interest(&line) {
                let _ = tell.send(found);
            }
        }
    });
    heard.recv_timeout(PATIENCE).ok()
}

/// The number that follows these words.
pub(super) fn number_after(line: &str, words: &str) -> Option<u16> {
    let (_, rest) = line.split_once(words)?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// A port that nobody listens on at this moment.
pub(super) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Whether somebody listens on the port within 30 seconds.
pub(super) fn listens(port: u16) -> bool {
    (0..PATIENCE.as_millis() / MOMENT.as_millis()).any(|_| {
        let answered = TcpStream::connect(("127.0.0.1", port)).is_ok();
        if !answered {
            thread::sleep(MOMENT);
        }
        answered
    })
}

/// Asks the program to end, ends it after three seconds, and then whatever it started and left behind: geckodriver takes
/// Firefox with it only when asked, and nobody takes a browser with them that no longer answers.
pub(super) fn end(child: &mut Child) {
    let started = started_by(child.id());
    signal("TERM", &[child.id()]);
    for _ in 0..Duration::from_secs(3).as_millis() / MOMENT.as_millis() {
        match child.try_wait() {
            Ok(None) => thread::sleep(MOMENT),
            _ => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    signal("KILL", &started);
}

/// The processes that this one started and that still run. Linux says; elsewhere the list is empty.
fn started_by(id: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let lists = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()).collect()
}

/// Rust's library can only kill; every shell can send any signal.
fn signal(name: &str, ids: &[u32]) {
    for id in ids {
        let line = format!("kill -{name} {id}");
        let _ = Command::new("sh").args(["-c", &line]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}
