//! How does the widget become a wasm file and its JavaScript glue?

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::bundle;
use crate::check_data;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::setup::rust;

/// The release's panics end the instance at once instead of writing a message that no visitor reads: the element hears of
/// it all the same, and shows its fallback. With the places in the source and what `{:?}` would print left out too, this
/// is 13 KB less after brotli. These flags are not yet stable; the pinned toolchain takes them when asked to by name, and
/// everything but the release is built without them.
const SMALL: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// The standard library has to be compiled with the same flags, and may as well be asked for its smaller algorithms.
const SMALL_STANDARD_LIBRARY: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// What is compiled in of static/, by the variables that name it; .cargo/config.toml has them for every other build.
const STYLES: [(&str, &str); 4] = [
    ("AURA_STYLES", "widget.css"),
    ("AURA_DETAIL_STYLES", "details.css"),
    ("AURA_TIMELINE_STYLES", "timeline.css"),
    ("AURA_DEMO_STYLES", "demo.css"),
];

/// What else is.
const AGREEMENTS: &str = "static/agreements.json";

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Quick to build, names kept for stack traces.
    Serving,
    /// Small, and the same bytes from every checkout.
    Release,
    /// For the browser tests: as for serving, and it panics when asked to.
    Panicking,
}

impl Purpose {
    /// The cargo profile, which is also the name of its folder below the target folder.
    fn profile(self) -> &'static str {
        match self {
            Self::Serving | Self::Panicking => "serve",
            Self::Release => "release",
        }
    }
}

/// What wasm-split needs to know of the first file to cut the second off: which functions and data refer to which.
const WITH_RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// The second file of the release, as wasm-split names it and as the loader does.
const SPLIT_OFF: &str = "split_details.wasm";

/// Builds the widget and writes its glue, `widget_bg.js`, and `widget_bg.wasm` into the folder; for the release
/// `details_bg.wasm`, too.
pub fn build(project: &Project, purpose: Purpose, folder: &Path) -> Outcome {
    rust::wasm_target()?;
    let wasm_bindgen = rust::wasm_bindgen(project)?;
    // The wasm takes those that are compiled in as they are.
    check_data::validate_agreements(&project.root.join(AGREEMENTS))?;

    let profile = purpose.profile();
    let mut cargo = project.cargo(["build", "--bin", "widget", "--target", rust::WASM_TARGET, "--profile", profile]);
    if purpose == Purpose::Panicking {
        cargo.args(["--features", "panic-switch"]);
    }
    if purpose == Purpose::Release {
        rust::standard_library_sources()?;
        cargo.args(SMALL_STANDARD_LIBRARY).args(["--features", "in-two-files"]).env("RUSTC_BOOTSTRAP", "1");
        // This variable goes before every other source of flags, so that nobody's own settings reach the release.
        let flags =
            remappings(project)?.into_iter().chain(SMALL.map(str::to_owned)).chain([WITH_RELOCATIONS.to_owned()]);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"));
        for (variable, name) in STYLES {
            cargo.env(variable, styles(project, name, folder)?);
        }
        cargo.env("AURA_AGREEMENTS", agreements(project, folder)?);
    }
    program::run(&mut cargo)?;

    let mut wasm = project.target.join(rust::WASM_TARGET).join(profile).join("widget.wasm");
    if purpose == Purpose::Release {
        wasm = split(project, &wasm, folder)?;
    }
    let mut bindgen = Command::new(wasm_bindgen);
    // Of this target's files the loader uses the glue alone: it instantiates the wasm itself, so that it may guard it.
    bindgen.args(["--target", "bundler", "--no-typescript", "--out-name", "widget"]);
    if purpose == Purpose::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
        // Among them the table of functions, by which the two files call each other.
        bindgen.arg("--keep-lld-exports");
    }
    program::run(bindgen.arg("--out-dir").arg(folder).arg(wasm))?;
    if purpose == Purpose::Release {
        let script = project.root.join("xtask/shorten-names.mjs");
        let files = [bundle::WASM_NAME, "widget_bg.js", bundle::DETAILS_NAME].map(|name| folder.join(name));
        program::run(Command::new("node").arg(script).args(files))?;
    }
    Ok(())
}

/// Cuts what is shown beyond the first answers off the wasm, and returns what is left of that.
fn split(project: &Project, wasm: &Path, folder: &Path) -> Outcome<PathBuf> {
    let parts = folder.join("split");
    program::run(Command::new(rust::wasm_split(project)?).args(["--out-name", "widget"]).arg(wasm).arg(&parts))?;
    project::copy(&parts.join(SPLIT_OFF), &folder.join(bundle::DETAILS_NAME))?;
    Ok(parts.join("widget.wasm"))
}

/// The styles without comments and indentation.
fn styles(project: &Project, name: &str, folder: &Path) -> Outcome<PathBuf> {
    let compact = folder.join(format!("compiled-in-{name}"));
    bundle::minify(&Packages::ensure(project)?, &project.root.join("static").join(name), &compact)?;
    Ok(compact)
}

/// The agreements without line breaks and indentation.
fn agreements(project: &Project, folder: &Path) -> Outcome<PathBuf> {
    let (file, compact) = (project.root.join(AGREEMENTS), folder.join("compiled-in.json"));
    let text = fs::read_to_string(&file).map_err(Failure::at("read", &file))?;
    let data: Value =
        serde_json::from_str(&text).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    fs::write(&compact, data.to_string()).map_err(Failure::at("write", &compact))?;
    Ok(compact)
}

/// Panic messages hold the paths of source files. These flags replace what differs between machines, so that two checkouts
/// at different places yield identical bytes.
fn remappings(project: &Project) -> Outcome<Vec<String>> {
    let version = program::output(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let sysroot = program::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");

    // The last flag that fits a path wins, so the folders that may lie inside another come after it.
    let home = cargo_home()?;
    let mut flags = vec![remap(&project.root, "/project"), remap(&project.target, "/target"), remap(&home, "/cargo")];
    // One folder for each registry or mirror that crates came from; its name is nothing that the release should tell.
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    flags.extend(registries.map(|registry| remap(&registry.path(), "/crates")));
    // Where the standard library's sources are installed, rustc names them; elsewhere it names this folder.
    flags.push(remap(&sources, &format!("/rustc/{commit}")));
    Ok(flags)
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn cargo_home() -> Outcome<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(Into::into);
    let usual = || std::env::home_dir().map(|home| home.join(".cargo"));
    let message = "neither CARGO_HOME nor HOME is set: set CARGO_HOME to cargo's folder";
    named.or_else(usual).ok_or_else(|| Failure::new(message))
}
