//! Python and the pinned packages of PyPI.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::{self, Project};
use crate::setup::debian::{self, DebianPackage};

pub const DEBIAN_PACKAGES: [DebianPackage; 2] = [
    DebianPackage { program: "python3", package: "python3" },
    DebianPackage { program: "pip3", package: "python3-pip" },
];

/// The Python interpreter of a virtual environment in .tools with exactly the packages of xtask/requirements.txt.
/// Creates the environment if it is missing or out of date.
pub fn ensure(project: &Project) -> Outcome<PathBuf> {
    debian::ensure(&DEBIAN_PACKAGES)?;
    let requirements = project.root.join("xtask/requirements.txt");
    let wanted = fs::read(&requirements).map_err(Failure::at("read", &requirements))?;

    let folder = project.tools().join("python");
    let python = folder.join("bin/python");
    // A copy of the list is written after pip has finished. It shows whether the environment is complete and up to
    // date.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) && python.is_file() {
        return Ok(python);
    }
    println!("installing the Python packages of xtask/requirements.txt into .tools");
    project::empty_folder(&folder)?;
    // Without one more Debian package, Python can only create an environment without pip. The system's pip is used
    // instead.
    program::run(Command::new("python3").args(["-m", "venv", "--without-pip"]).arg(&folder))?;
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "--python"]).arg(&python).args(["install", "--quiet", "--disable-pip-version-check"]);
    program::run(pip.args(["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r"]).arg(&requirements))?;
    fs::write(&installed, wanted).map_err(Failure::at("write", &installed))?;
    Ok(python)
}
