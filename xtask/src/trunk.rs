//! `cargo xtask trunk`: check of `trunk build`.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::rust;

/// Files that `trunk build` must write for the page to work.
const EXPECTED: [&str; 21] = [
    "index.html",
    "embed.html",
    "check.html",
    "v1/aura-serviceaftale.js",
    "v1/instance.js",
    "v1/attributes.js",
    "v1/controls.js",
    "v1/file-requests.js",
    "v1/retry.js",
    "v1/div-form.js",
    "v1/own-files.js",
    "v1/page.js",
    "v1/page.css",
    "v1/check.js",
    "v1/check.css",
    "v1/agreements.json",
    "v1/notices.json",
    "v1/widget_bg.js",
    "v1/widget_bg.wasm",
    "v1/editor.js",
    "v1/editor_bg.wasm",
];

/// Runs `trunk build` offline and checks that all expected files exist, and that it refuses invalid agreements.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    rust::wasm_target()?;
    rust::wasm_bindgen(&project)?;
    let trunk = rust::trunk(&project)?;

    let folder = project.target.join("trunk");
    let mut build = Command::new(trunk);
    build.current_dir(&project.root).args(["build", "--offline", "--skip-version-check", "--dist"]).arg(&folder);
    // Trunk uses the wasm-bindgen on PATH if its version matches, and would download one otherwise.
    build.env("PATH", path_starting_with(&project.tools().join("bin"))?);
    refuses_invalid_agreements(&project, &mut build)?;
    program::run(build.env_remove(AGREEMENTS))?;

    let missing: Vec<&str> = EXPECTED.into_iter().filter(|file| !folder.join(file).is_file()).collect();
    if missing.is_empty() {
        println!("`trunk build` wrote all {} files to {}", EXPECTED.len(), folder.display());
        return Ok(());
    }
    let missing = missing.join(", ");
    Err(Failure::new(format!("`trunk build` did not write {missing}: see the data-trunk links of index.html")))
}

/// The variable with the path of the agreements that are compiled in.
const AGREEMENTS: &str = "AURA_AGREEMENTS";

/// Runs the build with two problems in the agreements, and checks that it fails with both of them.
fn refuses_invalid_agreements(project: &Project, build: &mut Command) -> Outcome {
    let source = project.root.join("static/agreements.json");
    let text = fs::read_to_string(&source).map_err(Failure::at("read", &source))?;
    let invalid = project.target.join("invalid-agreements.json");
    let text = text.replacen("\"formatVersion\": 1", "\"formatVersion\": 2", 1).replacen("08:00-", "8-", 1);
    fs::write(&invalid, text).map_err(Failure::at("write", &invalid))?;

    let output = build.env(AGREEMENTS, &invalid).output().map_err(Failure::at("build with", &invalid))?;
    let messages = String::from_utf8_lossy(&output.stderr);
    let expected = ["formatVersion: found 2, expected 1", "expected hours as 08:00-16:00"];
    if !output.status.success() && expected.iter().all(|problem| messages.contains(problem)) {
        println!("`trunk build` refused invalid agreements with all their problems");
        return Ok(());
    }
    Err(Failure::new(format!("`trunk build` did not refuse {} with all its problems:\n{messages}", invalid.display())))
}

fn path_starting_with(first: &Path) -> Outcome<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_owned()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders)
        .map_err(|error| Failure::new(format!("cannot put {} on PATH: {error}", first.display())))
}
