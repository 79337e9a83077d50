//! Tests of the built release: its scripts, its files, and nginx with the configuration in deploy/.

use std::process::Command;

use crate::failure::Outcome;
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::{self, Packages};
use crate::setup::{debian, nginx};

/// Runs tests/scripts with Node, then the server tests.
pub fn run(project: &Project) -> Outcome {
    debian::ensure(&[npm::DEBIAN_PACKAGES.as_slice(), &nginx::DEBIAN_PACKAGES].concat())?;
    Packages::ensure(project)?;
    let mut node = Command::new("node");
    // Each file is named, because not every supported Node version accepts a folder.
    node.arg("--test").args(project::files_below(&project.root.join("tests/scripts"))?);
    program::run(node.env("AURA_DIST", project.dist()))?;

    let mut tests = project.cargo(["test", "--package", "server-tests"]);
    program::run(tests.env("AURA_DIST", project.dist()))
}
