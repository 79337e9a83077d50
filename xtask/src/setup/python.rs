//! Are Python and the pinned packages of PyPI there?

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::{self, Project};
use crate::setup::debian::{self, Need};

/// What the packages are installed with and run by.
pub const NEEDS: [Need; 2] =
    [Need { program: "python3", package: "python3" }, Need { program: "pip3", package: "python3-pip" }];

/// A Python that has exactly the packages of xtask/requirements.txt beside its own: a virtual environment below .tools,
/// which takes no part in what else is installed.
pub fn ensure(project: &Project) -> Outcome<PathBuf> {
    debian::ensure(&NEEDS)?;
    let requirements = project.root.join("xtask/requirements.txt");
    let wanted = fs::read(&requirements).map_err(Failure::at("read", &requirements))?;

    let folder = project.tools().join("python");
    let python = folder.join("bin/python");
    // A copy of the list, written after pip has finished: it tells a stale or half-made folder from a good one.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) && python.is_file() {
        return Ok(python);
    }
    println!("installing the Python packages of xtask/requirements.txt into .tools");
    project::empty_folder(&folder)?;
    // Debian's Python makes an environment without pip only, unless one more package is there; the pip outside will do.
    program::run(Command::new("python3").args(["-m", "venv", "--without-pip"]).arg(&folder))?;
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "--python"]).arg(&python).args(["install", "--quiet", "--disable-pip-version-check"]);
    program::run(pip.args(["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r"]).arg(&requirements))?;
    fs::write(&installed, wanted).map_err(Failure::at("write", &installed))?;
    Ok(python)
}
