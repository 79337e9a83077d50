//! Who starts the browser, and who makes sure that it is gone afterwards?

mod chromium;
mod firefox;
mod process;
mod screen;
mod webkit;

use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, io, thread};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::driver::screen::Screen;
use crate::{Engine, Failure, Outcome, Scheme};

/// A WebDriver server of this test's own, in its own time zone and with its own folder for temporary files.
pub(crate) struct Driver {
    engine: Engine,
    child: Child,
    port: u16,
    folder: PathBuf,
    /// What a browser without a headless mode draws on.
    screen: Option<Screen>,
}

impl Driver {
    /// Starts the engine's driver; every browser it starts lives in `zone`.
    pub(crate) fn start(engine: Engine, zone: &str) -> Outcome<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("browser-tests-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("downloads"))?;

        let mut screen = None;
        let mut port = 0;
        let mut command = match engine {
            Engine::Chromium => chromium::driver(),
            Engine::Firefox => firefox::driver(&folder),
            Engine::WebKit => {
                port = process::free_port()?;
                webkit::driver(port, &folder, screen.insert(Screen::open()?))?
            }
        };
        command.env("TZ", zone).env("TMPDIR", &folder);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| not_started(command.get_program().display(), &error))?;
        let said = child.stdout.take();
        let mut driver = Self { engine, child, port, folder, screen };

        // Two of the drivers choose a port themselves, and say it; the third takes the one it is given, and says nothing.
        let ready = match engine {
            Engine::Chromium => process::said(said, |line| process::number_after(line, "successfully on port ")),
            Engine::Firefox => process::said(said, |line| process::number_after(line, "Listening on 127.0.0.1:")),
            Engine::WebKit => process::listens(port).then_some(port),
        };
        driver.port = ready.ok_or_else(|| Failure::new(format!("{engine}'s driver was not ready within 30 s")))?;
        Ok(driver)
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the browser puts what a visitor keeps.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// What a session asks of the driver, for a visitor who prefers these colours.
    pub(crate) fn capabilities(&self, scheme: Scheme) -> Capabilities {
        let wanted = match self.engine {
            Engine::Chromium => chromium::capabilities(&self.downloads()),
            Engine::Firefox => firefox::capabilities(&self.downloads()),
            Engine::WebKit => webkit::capabilities(scheme),
        };
        let mut wanted = match wanted {
            Value::Object(wanted) => wanted,
            _ => Capabilities::new(),
        };
        // WebKit's driver takes the script's time with the page's own setTimeout, and with the test's clock in the page
        // that time is soon over.
        let script = (self.engine != Engine::WebKit).then_some(90_000);
        wanted.insert("timeouts".to_owned(), json!({ "script": script, "pageLoad": 60_000 }));
        wanted
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        process::end(&mut self.child);
        drop(self.screen.take());
        // The browser may still be closing its files.
        for _ in 0..30 {
            match fs::remove_dir_all(&self.folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => thread::sleep(Duration::from_millis(100)),
                _ => break,
            }
        }
    }
}

/// The program that the variable names, otherwise the usual one.
fn program(variable: &str, usual: &str) -> String {
    env::var(variable).unwrap_or_else(|_| usual.to_owned())
}

fn not_started(program: impl std::fmt::Display, error: &io::Error) -> Failure {
    Failure::new(format!(
        "{program}: {error}; `cargo xtask test --all-browsers` installs every browser, and tests/browser/README.md lists \
         the variables that name other programs"
    ))
}
