//! What must hold before a change is taken, and in which order is it asked?
#![allow(clippy::disallowed_methods, reason = "the steps are timed; the rule is for the core and the widget")]

use std::fs;
use std::hint;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::calendars;
use crate::conformance;
use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::publishing;
use crate::setup::browser::{self, Browsers};
use crate::setup::npm::{self, Packages};
use crate::setup::{debian, nginx, python, rust};

struct Step {
    name: &'static str,
    /// Whether the quick run has it too: it needs neither a release build nor a browser.
    quick: bool,
    run: fn(&Project) -> Outcome,
}

/// How much is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Without the release and without a browser.
    Quick,
    /// The browser tests in every engine that is installed.
    Usual,
    /// The browser tests in all three engines, which are installed first.
    AllBrowsers,
}

const ALL_BROWSERS: Step = Step { name: "set-up of all browsers", quick: false, run: browser::install_all };

const STEPS: [Step; 11] = [
    Step { name: "set-up of the browser", quick: false, run: |project| set_up_browser(project).map(|_| ()) },
    Step { name: "set-up", quick: true, run: set_up },
    Step { name: "formatting", quick: true, run: formatting },
    Step { name: "clippy", quick: true, run: clippy },
    Step { name: "clippy of the widget for wasm", quick: true, run: clippy_for_wasm },
    Step { name: "native tests", quick: true, run: native_tests },
    Step { name: "conformance", quick: true, run: conformance },
    Step { name: "calendars, as others read them", quick: false, run: calendars::check },
    Step { name: "release, with its size", quick: false, run: |_| dist::run() },
    Step { name: "release, as it is published", quick: false, run: publishing::check },
    Step { name: "browser tests", quick: false, run: browser_tests },
];

/// Runs the steps in order and stops at the first that fails; the quick run has only those marked so.
pub fn run(extent: Extent) -> Outcome {
    let project = Project::locate()?;
    let first = (extent == Extent::AllBrowsers).then_some(&ALL_BROWSERS);
    let steps = first.into_iter().chain(&STEPS).filter(|step| step.quick || extent != Extent::Quick);
    let steps: Vec<&Step> = steps.collect();

    let mut taken: Vec<(&str, Duration)> = Vec::new();
    for (number, step) in (1..).zip(&steps) {
        println!("[{number}/{}] {}", steps.len(), step.name);
        let begun = Instant::now();
        (step.run)(&project).map_err(|failure| Failure::new(format!("{}: {failure}", step.name)))?;
        taken.push((step.name, begun.elapsed()));
    }
    println!("all {} steps passed", steps.len());
    for (name, duration) in taken {
        println!("{:>7.1} s  {name}", duration.as_secs_f64());
    }
    Ok(())
}

/// Runs the browser tests while each core has something else to do: what only holds on a quiet machine fails here first.
///
/// # Errors
/// When one fails, or there is no release to test.
pub fn busy() -> Outcome {
    let project = Project::locate()?;
    dist::run()?;
    let ended = AtomicBool::new(false);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while !ended.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            });
        }
        let outcome = browser_tests(&project);
        ended.store(true, Ordering::Relaxed);
        outcome
    })
}

fn set_up(project: &Project) -> Outcome {
    rust::components()?;
    rust::wasm_target()?;
    rust::wasm_bindgen(project).map(|_| ())
}

fn set_up_browser(project: &Project) -> Outcome<(Browsers, Packages)> {
    // All at once, so that one message names every package that is missing.
    debian::ensure(&[browser::needs(), npm::NEEDS.to_vec(), nginx::NEEDS.to_vec(), python::NEEDS.to_vec()].concat())?;
    Ok((Browsers::installed(project)?, Packages::ensure(project)?))
}

fn formatting(project: &Project) -> Outcome {
    program::run(&mut project.cargo(["fmt", "--all", "--check"]))
}

fn clippy(project: &Project) -> Outcome {
    program::run(&mut project.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Some of the widget is compiled for wasm alone.
fn clippy_for_wasm(project: &Project) -> Outcome {
    let target = ["--package", "aura-serviceaftale-widget", "--target", rust::WASM_TARGET];
    program::run(project.cargo(["clippy"]).args(target).args(["--", "-D", "warnings"]))
}

fn native_tests(project: &Project) -> Outcome {
    program::run(&mut project.cargo(["test", "--workspace", "--exclude", "browser-tests", "--exclude", "server-tests"]))
}

fn conformance(project: &Project) -> Outcome {
    let folder = project.root.join("tests/cases");
    let entries = fs::read_dir(&folder).map_err(Failure::at("read", &folder))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    conformance::run(&files)
}

fn browser_tests(project: &Project) -> Outcome {
    let (browsers, packages) = set_up_browser(project)?;
    browsers.announce();
    let mut tests = project.cargo(["test", "--no-fail-fast", "--package", "browser-tests"]);
    tests.env("AURA_DIST", project.dist()).env("AURA_AXE", packages.axe());
    tests.env("AURA_DIST_PANIC", dist::panicking(project, &packages)?);
    browsers.tell(&mut tests);
    program::run(&mut tests)
}
