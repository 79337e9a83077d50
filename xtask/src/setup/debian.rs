//! Programs from Debian packages: detection, installation with apt-get, and advice where that is not possible.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;

/// A program and the Debian package that contains it.
#[derive(Clone, Copy)]
pub struct DebianPackage {
    /// The program's name on PATH, or the absolute path of a file.
    pub program: &'static str,
    pub package: &'static str,
}

/// Installs those of the packages that are missing. Does nothing, without network access, if all are installed.
///
/// # Errors
/// When a package is missing and cannot be installed. The message says how to install it.
pub fn ensure(packages: &[DebianPackage]) -> Outcome {
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    if !is_root() || program::on_path("apt-get").is_none() {
        return Err(Failure::new(advice(&missing)));
    }
    println!("installing {}", names(&missing).join(", "));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    program::run(apt().args(["update", "--quiet"]))?;
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    program::run(apt().args(install).args(names(&missing)))?;

    let missing = self::missing(packages);
    if missing.is_empty() { Ok(()) } else { Err(Failure::new(advice(&missing))) }
}

/// The path of the program: on PATH, or in the folder of WebKitGTK's MiniBrowser, which Debian does not put on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    program::on_path(program).or_else(|| {
        // The folder between these two is named after the machine's architecture.
        let folders = fs::read_dir("/usr/lib").ok()?;
        let candidates = folders.flatten().map(|folder| folder.path().join("webkit2gtk-4.1").join(program));
        candidates.into_iter().find(|candidate| candidate.is_file())
    })
}

fn missing(packages: &[DebianPackage]) -> Vec<DebianPackage> {
    packages.iter().copied().filter(|package| find(package.program).is_none()).collect()
}

fn names(packages: &[DebianPackage]) -> Vec<&'static str> {
    packages.iter().map(|package| package.package).collect()
}

fn advice(missing: &[DebianPackage]) -> String {
    let programs = missing.iter().map(|package| package.program).collect::<Vec<_>>().join(", ");
    let packages = names(missing).join(" ");
    format!(
        "not found: {programs}. On Debian, run as root: apt-get install --no-install-recommends {packages}\n\
         On other systems, install the equivalent packages. Then run the command again."
    )
}

fn is_root() -> bool {
    program::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_each_program_and_package() {
        let missing = [
            DebianPackage { program: "chromium", package: "chromium" },
            DebianPackage { program: "chromedriver", package: "chromium-driver" },
        ];
        let advice = advice(&missing);
        assert!(advice.contains("not found: chromium, chromedriver."), "{advice}");
        assert!(advice.contains("apt-get install --no-install-recommends chromium chromium-driver\n"), "{advice}");
    }
}
