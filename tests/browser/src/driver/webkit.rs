//! Start of WebKitGTK's MiniBrowser and WebKitWebDriver.
//!
//! Runs as root without special flags: MiniBrowser uses neither a sandbox nor D-Bus.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use serde_json::{Value, json};

use crate::driver::display::VirtualDisplay;
use crate::driver::program;
use crate::{ColorScheme, Outcome};

/// GTK styles that shrink MiniBrowser's toolbar, so that the minimum width of the window is 290 px instead of 447. They
/// have no effect on pages.
const NARROW: &str = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }
                      image { -gtk-icon-transform: scale(0); }";

/// GTK settings, read at the start of the browser: no animations, because contrast is wrong during a transition.
const NO_ANIMATIONS: &str = "[Settings]\ngtk-enable-animations=0\n";

/// The download folder, in the format of user-dirs.dirs.
const DOWNLOADS: &str = "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n";

pub(super) fn driver(port: u16, folder: &Path, display: &VirtualDisplay) -> Outcome<Command> {
    let config = folder.join("config");
    let gtk = config.join("gtk-3.0");
    fs::create_dir_all(&gtk)?;
    fs::write(gtk.join("gtk.css"), NARROW)?;
    fs::write(gtk.join("settings.ini"), NO_ANIMATIONS)?;
    fs::write(config.join("user-dirs.dirs"), DOWNLOADS)?;

    let mut driver = Command::new(program("WEBKITWEBDRIVER", "/usr/bin/WebKitWebDriver"));
    driver.arg(format!("--port={port}"));
    // Its own home folder, so that tests do not share caches and storage.
    driver.env("HOME", folder).env("XDG_CONFIG_HOME", config);
    // Its own display, even on a desktop, and no connection to that desktop's accessibility bus.
    driver.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
    Ok(driver)
}

pub(super) fn capabilities(scheme: ColorScheme) -> Value {
    let args = match scheme {
        ColorScheme::Light => &["--automation"][..],
        ColorScheme::Dark => &["--automation", "--dark-mode"],
    };
    let default = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", env::consts::ARCH);
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": program("MINIBROWSER", &default),
            "args": args,
        },
    })
}
