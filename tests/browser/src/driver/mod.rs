//! WebDriver servers: start, capabilities and termination.

mod chromium;
mod display;
mod firefox;
mod process;
mod webkit;

use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, io, thread};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::driver::display::VirtualDisplay;
use crate::{ColorScheme, Engine, Failure, Outcome};

/// A WebDriver server for one test, with its own time zone and temporary folder.
pub(crate) struct Driver {
    engine: Engine,
    child: Child,
    port: u16,
    folder: PathBuf,
    /// For a browser without a headless mode.
    display: Option<VirtualDisplay>,
}

impl Driver {
    /// Starts the engine's driver. Its browsers use the time zone `zone`.
    pub(crate) fn start(engine: Engine, zone: &str) -> Outcome<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("browser-tests-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("downloads"))?;

        let mut display = None;
        let mut port = 0;
        let mut command = match engine {
            Engine::Chromium => chromium::driver(),
            Engine::Firefox => firefox::driver(&folder),
            Engine::WebKit => {
                port = process::free_port()?;
                webkit::driver(port, &folder, display.insert(VirtualDisplay::start()?))?
            }
        };
        command.env("TZ", zone).env("TMPDIR", &folder);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| not_started(command.get_program().display(), &error))?;
        let output = child.stdout.take();
        let mut driver = Self { engine, child, port, folder, display };

        // Two of the drivers choose a free port and print it. WebKitWebDriver uses the given port and prints nothing.
        let ready = match engine {
            Engine::Chromium => {
                process::wait_for_output(output, |line| process::number_after(line, "successfully on port "))
            }
            Engine::Firefox => {
                process::wait_for_output(output, |line| process::number_after(line, "Listening on 127.0.0.1:"))
            }
            Engine::WebKit => process::wait_for_listener(port).then_some(port),
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

    /// The folder for downloads.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// The capabilities of a new session.
    pub(crate) fn capabilities(&self, scheme: ColorScheme) -> Capabilities {
        let capabilities = match self.engine {
            Engine::Chromium => chromium::capabilities(&self.downloads()),
            Engine::Firefox => firefox::capabilities(&self.downloads()),
            Engine::WebKit => webkit::capabilities(scheme),
        };
        let mut capabilities = match capabilities {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        };
        // WebKit's driver implements the script time-out with the page's setTimeout, which the fake clock replaces.
        let script_timeout = (self.engine != Engine::WebKit).then_some(90_000);
        capabilities.insert("timeouts".to_owned(), json!({ "script": script_timeout, "pageLoad": 60_000 }));
        capabilities
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        process::terminate(&mut self.child);
        drop(self.display.take());
        // Retry, because the browser may still have open files.
        for _ in 0..30 {
            match fs::remove_dir_all(&self.folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => thread::sleep(Duration::from_millis(100)),
                _ => break,
            }
        }
    }
}

/// The program in the environment variable, or the default.
fn program(variable: &str, default: &str) -> String {
    env::var(variable).unwrap_or_else(|_| default.to_owned())
}

fn not_started(program: impl std::fmt::Display, error: &io::Error) -> Failure {
    Failure::new(format!(
        "{program}: {error}. `cargo xtask test --all-browsers` installs every browser; tests/browser/README.md lists the \
         environment variables for other paths"
    ))
}
