//! Are Node and the pinned npm packages there?

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::debian::{self, Need};

/// What the packages are installed with and run by.
pub const NEEDS: [Need; 2] = [Need { program: "node", package: "nodejs" }, Need { program: "npm", package: "npm" }];

/// The packages of xtask/package-lock.json, installed.
pub struct Packages {
    modules: PathBuf,
}

impl Packages {
    /// Installs the packages unless exactly those of the lock file are there already.
    pub fn ensure(project: &Project) -> Outcome<Self> {
        debian::ensure(&NEEDS)?;
        let folder = project.root.join("xtask");
        let lock = folder.join("package-lock.json");
        let wanted = fs::read(&lock).map_err(Failure::at("read", &lock))?;

        let modules = folder.join("node_modules");
        // A copy of the lock file, written after npm has finished: it tells a stale or half-made folder from a good one.
        let installed = modules.join(".installed-lock.json");
        if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
            return Ok(Self { modules });
        }
        println!("installing the npm packages of xtask/package-lock.json");
        // No package here needs its install script, and what does not run cannot do harm.
        program::run(Command::new("npm").current_dir(&folder).args(["ci", "--ignore-scripts"]))?;
        fs::write(&installed, wanted).map_err(Failure::at("write", &installed))?;
        Ok(Self { modules })
    }

    /// The bundler.
    pub fn esbuild(&self) -> Command {
        Command::new(self.modules.join(".bin/esbuild"))
    }

    /// A reader of calendars.
    pub fn ical(&self) -> PathBuf {
        self.modules.join("ical.js/dist/ical.js")
    }

    /// The accessibility rules that the browser tests load into the page.
    pub fn axe(&self) -> PathBuf {
        self.modules.join("axe-core/axe.min.js")
    }
}
