//! How is Chromium started?

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::driver::program;

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

pub(super) fn driver() -> Command {
    let mut driver = Command::new(program("CHROMEDRIVER", "/usr/bin/chromedriver"));
    driver.arg("--port=0");
    driver
}

pub(super) fn capabilities(downloads: &Path) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": program("CHROMIUM", "/usr/bin/chromium"),
            "args": FLAGS,
            "prefs": { "download": { "default_directory": downloads, "prompt_for_download": false } },
        },
    })
}
