//! Build of the editors' page check.html: its wasm file and JavaScript glue.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle;
use crate::failure::Outcome;
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::setup::rust;
use crate::wasm::{self, BuildKind};

/// The script of the page. It imports the glue.
const SCRIPT: &str = "check.js";

/// The name that wasm-bindgen gives the wasm file. The glue contains it once.
const WASM_NAME: &str = "editor_bg.wasm";

/// Builds the wasm file and writes it with its glue `editor.js` into the folder. Editors have a good line, so stable
/// compiler flags will do.
///
/// # Errors
/// When a tool is missing or the build fails.
pub fn build(project: &Project, kind: BuildKind, folder: &Path) -> Outcome {
    rust::wasm_target()?;
    let wasm_bindgen = rust::wasm_bindgen(project)?;
    let profile = kind.profile();
    let package = ["--package", "serviceaftale-editor", "--target", rust::WASM_TARGET];
    let mut cargo = project.cargo(["build", "--profile", profile]);
    cargo.args(package);
    if kind == BuildKind::Release {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", wasm::remap_flags(project)?.join("\u{1f}"));
    }
    program::run(&mut cargo)?;

    let wasm = project.target.join(rust::WASM_TARGET).join(profile).join("editor.wasm");
    let mut bindgen = Command::new(wasm_bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "editor"]);
    if kind == BuildKind::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    program::run(bindgen.arg("--out-dir").arg(folder).arg(wasm))?;
    if kind == BuildKind::Release {
        wasm::optimize(&Packages::ensure(project)?, &folder.join(WASM_NAME))?;
    }
    Ok(())
}

/// Writes the script with the glue, and the wasm file under a content-hashed name, into the folder of the release.
/// Returns the path of the wasm file.
///
/// # Errors
/// When the build fails.
pub fn publish(project: &Project, packages: &Packages, folder: &Path) -> Outcome<PathBuf> {
    let parts = project.target.join("editor-parts");
    project::empty_folder(&parts)?;
    build(project, BuildKind::Release, &parts)?;
    let source = parts.join(SCRIPT);
    project::copy(&project.root.join("static").join(SCRIPT), &source)?;
    let script = folder.join(SCRIPT);
    bundle::minify(packages, &source, &script)?;
    bundle::add_hashed_editor(&parts.join(WASM_NAME), &script)
}
