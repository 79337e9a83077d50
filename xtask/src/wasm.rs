//! Build of the widget: wasm files and JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::Packages;
use crate::setup::rust;

/// Compiler flags that save 13 KB after brotli in the release. A panic aborts at once without a message; the element
/// still detects it and shows its fallback. The flag is unstable and enabled by RUSTC_BOOTSTRAP; all other builds do
/// without it.
const SIZE_FLAGS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// The standard library must be compiled with the same flags. It then also uses its smaller algorithms.
const BUILD_STD_FLAGS: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Style sheets of static/ that are compiled in, with the environment variable for each path. For all builds but the
/// release, .cargo/config.toml sets these variables.
const STYLES: [(&str, &str); 4] = [
    ("AURA_STYLES", "widget.css"),
    ("AURA_DETAIL_STYLES", "details.css"),
    ("AURA_TIMELINE_STYLES", "timeline.css"),
    ("AURA_DEMO_STYLES", "demo.css"),
];

/// The kinds of builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BuildKind {
    /// For development: fast to build, with names for stack traces.
    Serve,
    /// Small and reproducible.
    Release,
    /// For the browser tests: like `Serve`, and it panics on request.
    PanicTest,
}

impl BuildKind {
    /// The cargo profile, which is also the name of its output folder.
    pub fn profile(self) -> &'static str {
        match self {
            Self::Serve | Self::PanicTest => "serve",
            Self::Release => "release",
        }
    }
}

/// Keeps the relocation sections, from which wasm-split computes what refers to what.
const EMIT_RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// Flags of wasm-opt, which saves 2.5 KB of the second file after brotli, and 50 KB before. The features are those of rustc's target wasm32-unknown-unknown.
const WASM_OPT: [&str; 8] = [
    "-Oz",
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The name that wasm-split gives the second wasm file.
const SPLIT_FILE: &str = "split_details.wasm";

/// Builds the widget and writes its glue `widget_bg.js`, `widget_bg.wasm` and, for the release, `details_bg.wasm` into
/// the folder.
///
/// # Errors
/// When the agreements in static/ are invalid, a tool is missing, or the build fails.
pub fn build(project: &Project, kind: BuildKind, folder: &Path) -> Outcome {
    rust::wasm_target()?;
    let wasm_bindgen = rust::wasm_bindgen(project)?;

    let profile = kind.profile();
    let mut cargo = project.cargo(["build", "--bin", "widget", "--target", rust::WASM_TARGET, "--profile", profile]);
    if kind == BuildKind::PanicTest {
        cargo.args(["--features", "panic-switch"]);
    }
    if kind == BuildKind::Release {
        rust::standard_library_sources()?;
        cargo.args(BUILD_STD_FLAGS).args(["--features", "in-two-files"]).env("RUSTC_BOOTSTRAP", "1");
        // This variable overrides every other source of flags, so the user's own settings do not affect the release.
        let flags =
            remap_flags(project)?.into_iter().chain(SIZE_FLAGS.map(str::to_owned)).chain([EMIT_RELOCATIONS.to_owned()]);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"));
        for (variable, name) in STYLES {
            cargo.env(variable, minified_styles(project, name, folder)?);
        }
    }
    program::run(&mut cargo)?;

    let mut wasm = project.target.join(rust::WASM_TARGET).join(profile).join("widget.wasm");
    if kind == BuildKind::Release {
        wasm = split_wasm(project, &wasm, folder)?;
    }
    let mut bindgen = Command::new(wasm_bindgen);
    // The loader uses only the glue of this target. It instantiates the wasm itself, so that it can guard all calls.
    bindgen.args(["--target", "bundler", "--no-typescript", "--out-name", "widget"]);
    if kind == BuildKind::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
        // The exports include the function table, through which the two files call each other.
        bindgen.arg("--keep-lld-exports");
    }
    program::run(bindgen.arg("--out-dir").arg(folder).arg(wasm))?;
    if kind == BuildKind::Release {
        let script = project.root.join("xtask/shorten-names.mjs");
        let files = [bundle::WASM_NAME, "widget_bg.js", bundle::DETAILS_NAME].map(|name| folder.join(name));
        program::run(Command::new("node").arg(script).args(files))?;
        let packages = Packages::ensure(project)?;
        for name in [bundle::WASM_NAME, bundle::DETAILS_NAME] {
            optimize(&packages, &folder.join(name))?;
        }
    }
    let script = project.root.join("xtask/glue-factory.mjs");
    program::run(Command::new("node").arg(script).arg(folder.join("widget_bg.js")))
}

/// Replaces the wasm file by a smaller one of wasm-opt.
pub fn optimize(packages: &Packages, file: &Path) -> Outcome {
    program::run(packages.wasm_opt().args(WASM_OPT).arg(file).arg("-o").arg(file))
}

/// Moves the code for everything but the first answers into a second wasm file. Returns the path of the first.
fn split_wasm(project: &Project, wasm: &Path, folder: &Path) -> Outcome<PathBuf> {
    let parts = folder.join("split");
    program::run(Command::new(rust::wasm_split(project)?).args(["--out-name", "widget"]).arg(wasm).arg(&parts))?;
    project::copy(&parts.join(SPLIT_FILE), &folder.join(bundle::DETAILS_NAME))?;
    Ok(parts.join("widget.wasm"))
}

/// Writes a minified copy of the style sheet and returns its path.
fn minified_styles(project: &Project, name: &str, folder: &Path) -> Outcome<PathBuf> {
    let compact = folder.join(format!("compiled-in-{name}"));
    bundle::minify(&Packages::ensure(project)?, &project.root.join("static").join(name), &compact)?;
    Ok(compact)
}

/// Flags that replace machine-dependent paths in the wasm, so that checkouts in different folders give identical bytes.
pub fn remap_flags(project: &Project) -> Outcome<Vec<String>> {
    let version = program::output(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let sysroot = program::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");

    // The last matching flag wins, so a folder that may be inside another comes after it.
    let home = cargo_home()?;
    let mut flags = vec![remap(&project.root, "/project"), remap(&project.target, "/target"), remap(&home, "/cargo")];
    // One folder for each registry or mirror. The release should not contain their names.
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    flags.extend(registries.map(|registry| remap(&registry.path(), "/crates")));
    // If the sources of the standard library are installed, rustc uses their path; otherwise it uses /rustc/COMMIT.
    flags.push(remap(&sources, &format!("/rustc/{commit}")));
    Ok(flags)
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn cargo_home() -> Outcome<PathBuf> {
    let configured = std::env::var_os("CARGO_HOME").map(Into::into);
    let default = || std::env::home_dir().map(|home| home.join(".cargo"));
    let message = "CARGO_HOME and HOME are not set: set CARGO_HOME to cargo's folder";
    configured.or_else(default).ok_or_else(|| Failure::new(message))
}
