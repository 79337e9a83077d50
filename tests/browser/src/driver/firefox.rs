//! How is Firefox started?

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::driver::program;

/// Where `cargo xtask test --all-browsers` builds it.
const GECKODRIVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.tools/bin/geckodriver");

pub(super) fn driver(folder: &Path) -> Command {
    let mut driver = Command::new(program("GECKODRIVER", GECKODRIVER));
    // The width of the page and the reader's preferences are set in Firefox's own window (`run_in_window` of browser.rs), which
    // geckodriver allows only when asked to.
    driver.args(["--port", "0", "--allow-system-access"]);
    // As root Firefox refuses a home that belongs to somebody else, as /root does in some containers.
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
                // Firefox keeps lists of its own up to date; it is not to ask Mozilla for them.
                "services.settings.server": "data:,#none",
                // What is kept goes into this folder, without a question.
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
            },
        },
    })
}
