//! `cargo xtask fuzz` and `slow-test`: fuzzing of the data formats and of typed input, and long property tests.

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::rust;

/// The fuzz targets in fuzz/.
const TARGETS: [&str; 6] = ["agreements", "notices", "addresses", "attributes", "report_times", "places"];

/// How many seconds each target runs by default.
pub const DEFAULT_SECONDS: u32 = 60;

/// Number of cases for each property in `slow-test`.
const SLOW_CASES: &str = "100000";

/// Runs each target for `seconds`. Inputs that reach new code are added to its corpus.
pub fn run(seconds: u32) -> Outcome {
    let project = Project::locate()?;
    let cargo_fuzz = rust::cargo_fuzz(&project)?;
    for target in TARGETS {
        // Sanitizers are unstable; RUSTC_BOOTSTRAP below enables them on the pinned stable toolchain.
        let mut fuzz = Command::new(&cargo_fuzz);
        fuzz.current_dir(&project.root).args(["run", target, "--"]);
        fuzz.arg(format!("-max_total_time={seconds}")).args(["-max_len=40000", "-timeout=20"]);
        program::run(fuzz.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    println!("no failures: {} targets, {seconds} s each", TARGETS.len());
    Ok(())
}

/// Runs the property tests of both data formats with [`SLOW_CASES`] cases instead of proptest's default.
pub fn run_slow_tests() -> Outcome {
    let project = Project::locate()?;
    let mut tests = project.cargo(["test", "--release", "--package", "serviceaftale-core"]);
    tests.args(["--test", "agreements_file", "--test", "notices", "properties"]).env("PROPTEST_CASES", SLOW_CASES);
    program::run(&mut tests)
        .map_err(|failure| Failure::new(format!("with {SLOW_CASES} cases for each property: {failure}")))
}
