//! Node and the pinned npm packages.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::debian::{self, DebianPackage};

pub const DEBIAN_PACKAGES: [DebianPackage; 2] =
    [DebianPackage { program: "node", package: "nodejs" }, DebianPackage { program: "npm", package: "npm" }];

/// The installed packages of xtask/package-lock.json.
pub struct Packages {
    modules: PathBuf,
}

impl Packages {
    /// Installs the packages unless exactly those of the lock file are installed already.
    pub fn ensure(project: &Project) -> Outcome<Self> {
        debian::ensure(&DEBIAN_PACKAGES)?;
        let folder = project.root.join("xtask");
        let lock = folder.join("package-lock.json");
        let lock_text = fs::read(&lock).map_err(Failure::at("read", &lock))?;

        let modules = folder.join("node_modules");
        // A copy of the lock file is written after npm has finished. It shows whether the folder is complete and up to
        // date.
        let installed = modules.join(".installed-lock.json");
        if fs::read(&installed).is_ok_and(|installed| installed == lock_text) {
            return Ok(Self { modules });
        }
        println!("installing the npm packages of xtask/package-lock.json");
        // No package here needs its install script, so none is allowed to run.
        program::run(Command::new("npm").current_dir(&folder).args(["ci", "--ignore-scripts"]))?;
        fs::write(&installed, lock_text).map_err(Failure::at("write", &installed))?;
        Ok(Self { modules })
    }

    /// A command that runs the esbuild bundler.
    pub fn esbuild(&self) -> Command {
        Command::new(self.modules.join(".bin/esbuild"))
    }

    /// A command that runs the wasm optimizer of Binaryen.
    pub fn wasm_opt(&self) -> Command {
        Command::new(self.modules.join(".bin/wasm-opt"))
    }

    /// The path of the ical.js module, a calendar parser.
    pub fn ical(&self) -> PathBuf {
        self.modules.join("ical.js/dist/ical.js")
    }

    /// The path of the axe-core script, which the browser tests load into the page.
    pub fn axe(&self) -> PathBuf {
        self.modules.join("axe-core/axe.min.js")
    }
}
