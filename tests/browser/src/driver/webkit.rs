//! How is WebKitGTK started?
//!
//! As root nothing more is needed: MiniBrowser starts its processes without a sandbox, and without D-Bus.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use serde_json::{Value, json};

use crate::driver::program;
use crate::driver::screen::Screen;
use crate::{Outcome, Scheme};

/// MiniBrowser's toolbar would keep its window 447 px wide; with nothing in it that takes room the limit is 290.
/// Pages are not drawn with GTK, so they look the same.
const NARROW: &str = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }
                      image { -gtk-icon-transform: scale(0); }";

/// GTK's settings, read when the browser starts: nobody looks at half a transition, which has half its contrast.
const STILL: &str = "[Settings]\ngtk-enable-animations=0\n";

/// Where a desktop's programs put what is kept.
const DOWNLOADS: &str = "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n";

pub(super) fn driver(port: u16, folder: &Path, screen: &Screen) -> Outcome<Command> {
    let config = folder.join("config");
    let gtk = config.join("gtk-3.0");
    fs::create_dir_all(&gtk)?;
    fs::write(gtk.join("gtk.css"), NARROW)?;
    fs::write(gtk.join("settings.ini"), STILL)?;
    fs::write(config.join("user-dirs.dirs"), DOWNLOADS)?;

    let mut driver = Command::new(program("WEBKITWEBDRIVER", "/usr/bin/WebKitWebDriver"));
    driver.arg(format!("--port={port}"));
    // A home of its own: what one test leaves in caches and storage, the next does not find.
    driver.env("HOME", folder).env("XDG_CONFIG_HOME", config);
    // Its own screen, also where a desktop's is there; and no search for that desktop's accessibility bus.
    driver.env("DISPLAY", screen.name()).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
    Ok(driver)
}

pub(super) fn capabilities(scheme: Scheme) -> Value {
    let args = match scheme {
        Scheme::Light => &["--automation"][..],
        Scheme::Dark => &["--automation", "--dark-mode"],
    };
    let usual = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", env::consts::ARCH);
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": program("MINIBROWSER", &usual),
            "args": args,
        },
    })
}
