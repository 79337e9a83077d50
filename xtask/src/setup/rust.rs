//! Are the Rust target, the components and the cargo-built tools there?

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;

/// The one target the widget is built for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The program must have exactly the version of the crate that Cargo.toml pins. Its TLS and its test runner stay out:
/// nothing here uses them.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: "0.2.129",
    options: &["--no-default-features", "--bin", "wasm-bindgen"],
    opt_level: "1",
};

/// Cuts the release's wasm in two. By the same people as yew.
const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    binary: "wasm-split-cli",
    version: "0.2.4",
    options: &["--features", "build-binary"],
    opt_level: "1",
};

/// The newest trunk that the pinned Rust compiles. It is only checked, never shipped: quick to build beats quick to run.
const TRUNK: Tool = Tool { package: "trunk", binary: "trunk", version: "0.21.14", options: &[], opt_level: "0" };

/// Runs the targets of fuzz/.
const CARGO_FUZZ: Tool =
    Tool { package: "cargo-fuzz", binary: "cargo-fuzz", version: "0.13.2", options: &[], opt_level: "0" };

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

/// Adds the wasm target to the toolchain.
pub fn wasm_target() -> Outcome {
    let libraries = program::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM_TARGET])
}

/// Adds the sources of the standard library, which the release compiles anew.
pub fn standard_library_sources() -> Outcome {
    let sysroot = program::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library").is_dir() {
        return Ok(());
    }
    rustup(&["component", "add", "rust-src"])
}

/// Adds rustfmt and clippy to the toolchain; rustup's minimal profile leaves them out.
pub fn components() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !program::succeeds(Command::new("cargo").args([subcommand, "--version"])) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The wasm-bindgen program, built into the project-local folder when it is not there.
pub fn wasm_bindgen(project: &Project) -> Outcome<PathBuf> {
    install(project, &WASM_BINDGEN)
}

/// The wasm-split program, built into the project-local folder when it is not there.
pub fn wasm_split(project: &Project) -> Outcome<PathBuf> {
    install(project, &WASM_SPLIT)
}

/// The cargo-fuzz program, built into the project-local folder when it is not there.
pub fn cargo_fuzz(project: &Project) -> Outcome<PathBuf> {
    install(project, &CARGO_FUZZ)
}

/// The trunk program, built into the project-local folder when it is not there.
pub fn trunk(project: &Project) -> Outcome<PathBuf> {
    install(project, &TRUNK)
}

/// The geckodriver program, built into the project-local folder when it is not there.
pub fn geckodriver(project: &Project) -> Outcome<PathBuf> {
    install(project, &GECKODRIVER)
}

/// The geckodriver that was built before, or one that PATH has.
pub fn built_geckodriver(project: &Project) -> Outcome<Option<PathBuf>> {
    let built = is_installed(project, &GECKODRIVER).then(|| project.tool(GECKODRIVER.binary));
    Ok(built.or_else(|| program::on_path(GECKODRIVER.binary)))
}

/// How geckodriver is had without this project's set-up.
pub fn geckodriver_advice() -> String {
    format!("cargo install --locked {}@={}", GECKODRIVER.package, GECKODRIVER.version)
}

fn rustup(arguments: &[&str]) -> Outcome {
    let line = arguments.join(" ");
    if program::on_path("rustup").is_none() {
        let error = format!("`rustup {line}` is needed, but there is no rustup: install it from https://rustup.rs");
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
    println!("building {} {} into .tools (once, some minutes)", tool.package, tool.version);
    let mut install = project.cargo(["install", "--locked", "--force", "--root"]);
    install.arg(project.tools()).arg("--target-dir").arg(project.target.join("tools"));
    // The tools' own release profiles take a quarter of an hour for what runs a few seconds.
    for (setting, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", tool.opt_level), ("DEBUG", "0")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    program::run(install.args(tool.options).arg(format!("{}@={}", tool.package, tool.version)))?;
    Ok(binary)
}

/// Whether the tool is there in its pinned version, by what cargo noted when it installed it.
fn is_installed(project: &Project, tool: &Tool) -> bool {
    let binary = project.tool(tool.binary);
    let installed = fs::read_to_string(project.tools().join(".crates.toml")).unwrap_or_default();
    binary.is_file() && installed.contains(&format!("\"{} {} (", tool.package, tool.version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_is_the_version_the_widget_uses() {
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(
            include_str!("../../../Cargo.lock").contains(&locked),
            "Cargo.lock has another version than WASM_BINDGEN"
        );
    }
}
