//! Do data files that nobody thought of end in anything but an answer or a refusal?

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::rust;

/// The targets of fuzz/, each with its corpus.
const TARGETS: [&str; 2] = ["agreements", "notices"];

/// How many seconds each target runs when none are asked for.
pub const USUAL_SECONDS: u32 = 60;

/// Cases of a property in the slow suite.
const SLOW_CASES: &str = "100000";

/// Lets each target run for so long; what it finds worth keeping is left in its corpus.
pub fn run(seconds: u32) -> Outcome {
    let project = Project::locate()?;
    let cargo_fuzz = rust::cargo_fuzz(&project)?;
    for target in TARGETS {
        // Sanitizers are not yet stable; the pinned toolchain takes them when asked to by name.
        let mut fuzz = Command::new(&cargo_fuzz);
        fuzz.current_dir(&project.root).args(["run", target, "--"]);
        fuzz.arg(format!("-max_total_time={seconds}")).args(["-max_len=40000", "-timeout=20"]);
        program::run(fuzz.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    println!("{} targets found nothing in {seconds} s each", TARGETS.len());
    Ok(())
}

/// The properties of both data formats, with many more cases than every change is tried with.
pub fn slow() -> Outcome {
    let project = Project::locate()?;
    let mut tests = project.cargo(["test", "--release", "--package", "serviceaftale-core"]);
    tests.args(["--test", "agreements_file", "--test", "notices", "properties"]).env("PROPTEST_CASES", SLOW_CASES);
    program::run(&mut tests).map_err(|failure| Failure::new(format!("with {SLOW_CASES} cases a property: {failure}")))
}
