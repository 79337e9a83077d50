//! Does the release hold what it says, and does the server of deploy/ publish it so?

use std::process::Command;

use crate::failure::Outcome;
use crate::program;
use crate::project::{self, Project};
use crate::setup::npm::{self, Packages};
use crate::setup::{debian, nginx};

/// Runs the tests of the scripts and of the release's files, then those of the release behind nginx.
pub fn check(project: &Project) -> Outcome {
    debian::ensure(&[npm::NEEDS.as_slice(), &nginx::NEEDS].concat())?;
    Packages::ensure(project)?;
    let mut node = Command::new("node");
    // Named one by one: not every Node that runs here takes a folder.
    node.arg("--test").args(project::files_below(&project.root.join("tests/scripts"))?);
    program::run(node.env("AURA_DIST", project.dist()))?;

    let mut tests = project.cargo(["test", "--package", "server-tests"]);
    program::run(tests.env("AURA_DIST", project.dist()))
}
