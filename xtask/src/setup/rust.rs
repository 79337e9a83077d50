//! Rust target and components, and the tools that cargo builds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;

/// The target of the widget.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Must have exactly the version of the crate that Cargo.toml pins. Built without TLS and the test runner, which are
/// not used here.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: "0.2.129",
    options: &["--no-default-features", "--bin", "wasm-bindgen"],
    opt_level: "1",
};

/// Splits the release's wasm into two files. From the authors of yew.
const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    binary: "wasm-split-cli",
    version: "0.2.4",
    options: &["--features", "build-binary"],
    opt_level: "1",
};

/// The newest trunk that the pinned Rust version compiles. Not optimised, because it only runs in a check.
const TRUNK: Tool = Tool { package: "trunk", binary: "trunk", version: "0.21.14", options: &[], opt_level: "0" };

/// Runs the fuzz targets in fuzz/.
const CARGO_FUZZ: Tool =
    Tool { package: "cargo-fuzz", binary: "cargo-fuzz", version: "0.13.2", options: &[], opt_level: "0" };

/// Checks licences and sources of dependencies.
const CARGO_DENY: Tool =
    Tool { package: "cargo-deny", binary: "cargo-deny", version: "0.20.2", options: &[], opt_level: "0" };

/// Firefox's WebDriver server, which Debian does not package.
const GECKODRIVER: Tool =
    Tool { package: "geckodriver", binary: "geckodriver", version: "0.37.1", options: &[], opt_level: "0" };

struct Tool {
    package: &'static str,
    binary: &'static str,
    version: &'static str,
    options: &'static [&'static str],
    opt_level: &'static str,
}

/// Adds the wasm target to the toolchain if it is missing.
pub fn wasm_target() -> Outcome {
    let libraries = program::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM_TARGET])
}

/// Adds the sources of the standard library, which the release build compiles.
pub fn standard_library_sources() -> Outcome {
    let sysroot = program::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library").is_dir() {
        return Ok(());
    }
    rustup(&["component", "add", "rust-src"])
}

/// Adds rustfmt and clippy to the toolchain, which rustup's minimal profile does not include.
pub fn components() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !program::succeeds(Command::new("cargo").args([subcommand, "--version"])) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The path of wasm-bindgen, which is built into .tools if it is missing.
pub fn wasm_bindgen(project: &Project) -> Outcome<PathBuf> {
    install(project, &WASM_BINDGEN)
}

/// The path of wasm-split, which is built into .tools if it is missing.
pub fn wasm_split(project: &Project) -> Outcome<PathBuf> {
    install(project, &WASM_SPLIT)
}

/// The path of cargo-fuzz, which is built into .tools if it is missing.
pub fn cargo_fuzz(project: &Project) -> Outcome<PathBuf> {
    install(project, &CARGO_FUZZ)
}

/// The path of cargo-deny, which is built into .tools if it is missing.
pub fn cargo_deny(project: &Project) -> Outcome<PathBuf> {
    install(project, &CARGO_DENY)
}

/// The path of trunk, which is built into .tools if it is missing.
pub fn trunk(project: &Project) -> Outcome<PathBuf> {
    install(project, &TRUNK)
}

/// The path of geckodriver, which is built into .tools if it is missing.
pub fn geckodriver(project: &Project) -> Outcome<PathBuf> {
    install(project, &GECKODRIVER)
}

/// The path of geckodriver in .tools or on PATH, if there is one.
pub fn find_geckodriver(project: &Project) -> Outcome<Option<PathBuf>> {
    let built = is_installed(project, &GECKODRIVER).then(|| project.tool(GECKODRIVER.binary));
    Ok(built.or_else(|| program::on_path(GECKODRIVER.binary)))
}

/// The command that installs geckodriver.
pub fn geckodriver_advice() -> String {
    format!("cargo install --locked {}@={}", GECKODRIVER.package, GECKODRIVER.version)
}

fn rustup(arguments: &[&str]) -> Outcome {
    let line = arguments.join(" ");
    if program::on_path("rustup").is_none() {
        let error = format!("`rustup {line}` is needed, but rustup is not installed: see https://rustup.rs");
        return Err(Failure::new(error));
    }
    println!("rustup {line}");
    program::run(Command::new("rustup").args(arguments))
}

fn install(project: &Project, tool: &Tool) -> Outcome<PathBuf> {
    let binary = project.tool(tool.binary);
    if is_installed(project, tool) {
        return Ok(binary);
    }
    println!("building {} {} into .tools (only once, takes some minutes)", tool.package, tool.version);
    let mut install = project.cargo(["install", "--locked", "--force", "--root"]);
    install.arg(project.tools()).arg("--target-dir").arg(project.target.join("tools"));
    // With their own release profiles the tools would take a quarter of an hour to build.
    for (setting, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", tool.opt_level), ("DEBUG", "0")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    program::run(install.args(tool.options).arg(format!("{}@={}", tool.package, tool.version)))?;
    Ok(binary)
}

/// Whether the pinned version of the tool is installed, according to cargo's .crates.toml.
fn is_installed(project: &Project, tool: &Tool) -> bool {
    let binary = project.tool(tool.binary);
    let installed = fs::read_to_string(project.tools().join(".crates.toml")).unwrap_or_default();
    binary.is_file() && installed.contains(&format!("\"{} {} (", tool.package, tool.version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_has_the_version_of_the_crate() {
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(
            include_str!("../../../Cargo.lock").contains(&locked),
            "Cargo.lock and WASM_BINDGEN have different versions"
        );
    }
}
