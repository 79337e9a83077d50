//! Start of Firefox and geckodriver.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::driver::program;

/// The path to which `cargo xtask test --all-browsers` builds geckodriver.
const GECKODRIVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.tools/bin/geckodriver");

pub(super) fn driver(folder: &Path) -> Command {
    let mut driver = Command::new(program("GECKODRIVER", GECKODRIVER));
    // Needed for scripts in the browser window, which set the viewport width and the colour scheme (browser.rs).
    driver.args(["--port", "0", "--allow-system-access"]);
    // As root, Firefox refuses a home folder of another user, and /root belongs to another user in some containers.
    driver.env("HOME", folder);
    driver.env("MOZ_HEADLESS_WIDTH", "1280").env("MOZ_HEADLESS_HEIGHT", "986");
    driver
}

pub(super) fn capabilities(downloads: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program("FIREFOX", "/usr/bin/firefox-esr"),
            "args": ["-headless"],
            "prefs": {
                // Scrollbars take no width, as on a phone.
                "ui.useOverlayScrollbars": 1,
                // No requests to Mozilla for updates of Firefox's own lists.
                "services.settings.server": "data:,#none",
                // Downloads go into this folder without a dialog.
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
            },
        },
    })
}
