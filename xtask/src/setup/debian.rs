//! Which programs come from Debian's packages, and what is said when they cannot be installed?

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;

/// A program, and the Debian package that brings it.
#[derive(Clone, Copy)]
pub struct Need {
    /// The program's name on PATH, or the full path of a file.
    pub program: &'static str,
    /// The package that brings it.
    pub package: &'static str,
}

/// Installs what is missing of these; touches nothing, and needs no network, when all are there.
pub fn ensure(needs: &[Need]) -> Outcome {
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    if !is_root() || program::on_path("apt-get").is_none() {
        return Err(Failure::new(advice(&missing)));
    }
    println!("installing {}", packages(&missing).join(", "));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    program::run(apt().args(["update", "--quiet"]))?;
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    program::run(apt().args(install).args(packages(&missing)))?;

    let missing = self::missing(needs);
    if missing.is_empty() { Ok(()) } else { Err(Failure::new(advice(&missing))) }
}

/// The program of this name: on PATH, or where Debian keeps WebKitGTK's browser, which is meant for tests alone.
pub fn find(program: &str) -> Option<PathBuf> {
    program::on_path(program).or_else(|| {
        // The folder between these two is named for the machine's architecture.
        let folders = fs::read_dir("/usr/lib").ok()?;
        let candidates = folders.flatten().map(|folder| folder.path().join("webkit2gtk-4.1").join(program));
        candidates.into_iter().find(|candidate| candidate.is_file())
    })
}

fn missing(needs: &[Need]) -> Vec<Need> {
    needs.iter().copied().filter(|need| find(need.program).is_none()).collect()
}

fn packages(needs: &[Need]) -> Vec<&'static str> {
    needs.iter().map(|need| need.package).collect()
}

fn advice(missing: &[Need]) -> String {
    let programs = missing.iter().map(|need| need.program).collect::<Vec<_>>().join(", ");
    let packages = packages(missing).join(" ");
    format!(
        "not found: {programs}. On Debian, run as root: apt-get install --no-install-recommends {packages}\n\
         (elsewhere, install them as your system does) and give the command again"
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
            Need { program: "chromium", package: "chromium" },
            Need { program: "chromedriver", package: "chromium-driver" },
        ];
        let advice = advice(&missing);
        assert!(advice.contains("not found: chromium, chromedriver."), "{advice}");
        assert!(advice.contains("apt-get install --no-install-recommends chromium chromium-driver\n"), "{advice}");
    }
}
