//! Child processes: waiting for output, and termination with their own children.

use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{fs, io, thread};

const TIMEOUT: Duration = Duration::from_secs(30);
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Waits for the first line for which `parse` returns a value. `None` when there is none within 30 seconds, or when the
/// program exits. The output is read to its end, so that the program never blocks on a full pipe.
pub(super) fn wait_for_output<T: Send + 'static>(
    output: Option<impl Read + Send + 'static>,
    parse: impl Fn(&str) -> Option<T> + Send + 'static,
) -> Option<T> {
    let output = output?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(found) = parse(&line) {
                let _ = sender.send(found);
            }
        }
    });
    receiver.recv_timeout(TIMEOUT).ok()
}

/// The number after this prefix.
pub(super) fn number_after(line: &str, prefix: &str) -> Option<u16> {
    let (_, rest) = line.split_once(prefix)?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// A port that is free at this moment.
pub(super) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Waits until the port accepts connections. `false` after 30 seconds.
pub(super) fn wait_for_listener(port: u16) -> bool {
    (0..TIMEOUT.as_millis() / POLL_INTERVAL.as_millis()).any(|_| {
        let connected = TcpStream::connect(("127.0.0.1", port)).is_ok();
        if !connected {
            thread::sleep(POLL_INTERVAL);
        }
        connected
    })
}

/// Sends SIGTERM, kills the program after three seconds, then kills its remaining child processes: geckodriver ends
/// Firefox only on SIGTERM, and no driver ends a browser that hangs.
pub(super) fn terminate(child: &mut Child) {
    let children = child_processes(child.id());
    signal("TERM", &[child.id()]);
    for _ in 0..Duration::from_secs(3).as_millis() / POLL_INTERVAL.as_millis() {
        match child.try_wait() {
            Ok(None) => thread::sleep(POLL_INTERVAL),
            _ => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    signal("KILL", &children);
}

/// The running child processes of a process. Empty on systems other than Linux.
fn child_processes(id: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let lists = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()).collect()
}

/// Sends a signal with the shell's `kill`, because Rust's standard library can only send SIGKILL.
fn signal(name: &str, ids: &[u32]) {
    for id in ids {
        let line = format!("kill -{name} {id}");
        let _ = Command::new("sh").args(["-c", &line]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}
