//! Who starts the browser, and who makes sure that it is gone afterwards?

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::time::Duration;
use std::{env, fs, io, process, thread};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::{Failure, Outcome};

/// Quiet on a closed network, and content to run as root in a container. Scrollbars take no width, as on a phone.
///
/// With the pipe Chromium ends itself when chromedriver is gone, however chromedriver went.
const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--remote-debugging-pipe",
];

/// A chromedriver of this test's own, in its own time zone and with its own folder for temporary files.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    folder: PathBuf,
}

impl Driver {
    /// Starts chromedriver; every browser it starts lives in `zone`.
    pub(crate) fn start(zone: &str) -> Outcome<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("browser-tests-{}-{number}", process::id()));
        fs::create_dir_all(&folder)?;
        let program = program("CHROMEDRIVER", "/usr/bin/chromedriver");
        let mut child = Command::new(&program)
            .arg("--port=0")
            .env("TZ", zone)
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Failure::new(format!(
                    "{program}: {error}; install it (Debian: apt-get install chromium chromium-driver) or set CHROMEDRIVER and CHROMIUM"
                ))
            })?;
        let said = child.stdout.take();
        let mut driver = Self { child, port: 0, folder };
        driver.port =
            port_from(said).ok_or_else(|| Failure::new(format!("{program} did not say its port within 30 s")))?;
        Ok(driver)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Chromium may still be closing its files.
        for _ in 0..30 {
            match fs::remove_dir_all(&self.folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => thread::sleep(Duration::from_millis(100)),
                _ => break,
            }
        }
    }
}

/// What a session asks of chromedriver.
pub(crate) fn capabilities() -> Capabilities {
    let wanted = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "binary": program("CHROMIUM", "/usr/bin/chromium"), "args": FLAGS },
        "timeouts": { "script": 60_000, "pageLoad": 60_000 },
    });
    match wanted {
        Value::Object(wanted) => wanted,
        _ => Capabilities::new(),
    }
}

fn program(variable: &str, default: &str) -> String {
    env::var(variable).unwrap_or_else(|_| default.to_owned())
}

/// Reads "… started successfully on port 40123.", then keeps reading so that chromedriver never waits for a reader.
fn port_from(said: Option<impl Read + Send + 'static>) -> Option<u16> {
    let said = said?;
    let (tell, port) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            if let Some((_, port)) = line.split_once("successfully on port ") {
                let _ = tell.send(port.trim_end_matches('.').parse().ok());
            }
        }
    });
    port.recv_timeout(Duration::from_secs(30)).ok()?
}
