//! `cargo xtask trunk`: check of `trunk build`.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::rust;

/// Files that `trunk build` must write for the page to work.
const EXPECTED: [&str; 19] = [
    "index.html",
    "embed.html",
    "check.html",
    "v1/aura-serviceaftale.js",
    "v1/addresses.js",
    "v1/instance.js",
    "v1/outside.js",
    "v1/div-form.js",
    "v1/feeds.js",
    "v1/files.js",
    "v1/page.js",
    "v1/page.css",
    "v1/check.js",
    "v1/check-words.js",
    "v1/check.css",
    "v1/agreements.json",
    "v1/notices.json",
    "v1/widget_bg.js",
    "v1/widget_bg.wasm",
];

/// Runs `trunk build` offline and checks that all expected files exist.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    rust::wasm_target()?;
    rust::wasm_bindgen(&project)?;
    let trunk = rust::trunk(&project)?;

    let folder = project.target.join("trunk");
    let mut build = std::process::Command::new(trunk);
    build.current_dir(&project.root).args(["build", "--offline", "--skip-version-check", "--dist"]).arg(&folder);
    // Trunk uses the wasm-bindgen on PATH if its version matches, and would download one otherwise.
    build.env("PATH", path_starting_with(&project.tools().join("bin"))?);
    program::run(&mut build)?;

    let missing: Vec<&str> = EXPECTED.into_iter().filter(|file| !folder.join(file).is_file()).collect();
    if missing.is_empty() {
        println!("`trunk build` wrote all {} files to {}", EXPECTED.len(), folder.display());
        return Ok(());
    }
    let missing = missing.join(", ");
    Err(Failure::new(format!("`trunk build` did not write {missing}: see the data-trunk links of index.html")))
}

fn path_starting_with(first: &Path) -> Outcome<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_owned()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders)
        .map_err(|error| Failure::new(format!("cannot put {} on PATH: {error}", first.display())))
}
