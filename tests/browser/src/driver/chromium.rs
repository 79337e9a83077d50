//! Start of Chromium and chromedriver.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::driver::program;

/// No background network requests; runs as root in a container; scrollbars take no width, as on a phone.
///
/// With `--remote-debugging-pipe` Chromium exits when chromedriver exits, even if chromedriver was killed.
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
