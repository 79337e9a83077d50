//! `cargo xtask test`: dependencies, formatting, lints, all tests and the size gate, in order.
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
use crate::dependencies;
use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::release_tests;
use crate::setup::browser::{self, Browsers};
use crate::setup::npm::{self, Packages};
use crate::setup::{debian, nginx, python, rust};

struct Step {
    name: &'static str,
    /// Part of `test --quick`: needs neither a release build nor a browser.
    quick: bool,
    run: fn(&Project) -> Outcome,
}

/// Which steps run, and in which browsers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TestScope {
    /// No release build and no browser tests.
    Quick,
    /// All steps, with the browser tests in every installed engine.
    InstalledBrowsers,
    /// All steps, with the browser tests in all three engines, which are installed first.
    AllBrowsers,
}

const ALL_BROWSERS: Step = Step { name: "installation of all browsers", quick: false, run: browser::install_all };

const STEPS: [Step; 13] = [
    Step { name: "installation of Chromium", quick: false, run: |project| install_chromium(project).map(|_| ()) },
    Step { name: "installation of Rust components and tools", quick: true, run: install_rust_tools },
    Step { name: "lock files", quick: true, run: dependencies::check_lock_files },
    Step { name: "licences and sources of dependencies", quick: false, run: dependencies::check_licences },
    Step { name: "formatting", quick: true, run: formatting },
    Step { name: "clippy", quick: true, run: clippy },
    Step { name: "clippy for wasm", quick: true, run: clippy_for_wasm },
    Step { name: "native tests", quick: true, run: native_tests },
    Step { name: "conformance", quick: true, run: conformance },
    Step { name: "calendars, with two other parsers", quick: false, run: calendars::check },
    Step { name: "release and its size", quick: false, run: |_| dist::run() },
    Step { name: "tests of the release files and the server", quick: false, run: release_tests::run },
    Step { name: "browser tests", quick: false, run: browser_tests },
];

/// Runs the steps in order and stops at the first failure.
pub fn run(scope: TestScope) -> Outcome {
    let project = Project::locate()?;
    let first = (scope == TestScope::AllBrowsers).then_some(&ALL_BROWSERS);
    let steps = first.into_iter().chain(&STEPS).filter(|step| step.quick || scope != TestScope::Quick);
    let steps: Vec<&Step> = steps.collect();

    let mut timings: Vec<(&str, Duration)> = Vec::new();
    for (number, step) in (1..).zip(&steps) {
        println!("[{number}/{}] {}", steps.len(), step.name);
        let start = Instant::now();
        (step.run)(&project).map_err(|failure| Failure::new(format!("{}: {failure}", step.name)))?;
        timings.push((step.name, start.elapsed()));
    }
    println!("all {} steps passed", steps.len());
    for (name, duration) in timings {
        println!("{:>7.1} s  {name}", duration.as_secs_f64());
    }
    Ok(())
}

/// Builds the release and runs the browser tests while every core is busy, to find tests that depend on an idle
/// machine.
///
/// # Errors
/// When the release cannot be built or a test fails.
pub fn run_under_load() -> Outcome {
    let project = Project::locate()?;
    dist::run()?;
    let stop = AtomicBool::new(false);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            });
        }
        let outcome = browser_tests(&project);
        stop.store(true, Ordering::Relaxed);
        outcome
    })
}

fn install_rust_tools(project: &Project) -> Outcome {
    rust::components()?;
    rust::wasm_target()?;
    rust::wasm_bindgen(project).map(|_| ())
}

fn install_chromium(project: &Project) -> Outcome<(Browsers, Packages)> {
    // In one call, so that one message names all missing packages.
    let packages = [npm::DEBIAN_PACKAGES, nginx::DEBIAN_PACKAGES, python::DEBIAN_PACKAGES].concat();
    debian::ensure(&[browser::chromium_packages(), packages].concat())?;
    Ok((Browsers::installed(project)?, Packages::ensure(project)?))
}

fn formatting(project: &Project) -> Outcome {
    program::run(&mut project.cargo(["fmt", "--all", "--check"]))
}

fn clippy(project: &Project) -> Outcome {
    program::run(&mut project.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Some of the code is compiled for wasm only.
fn clippy_for_wasm(project: &Project) -> Outcome {
    for package in ["aura-serviceaftale-widget", "serviceaftale-editor"] {
        let target = ["--package", package, "--target", rust::WASM_TARGET];
        program::run(project.cargo(["clippy"]).args(target).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn native_tests(project: &Project) -> Outcome {
    program::run(&mut project.cargo(["test", "--workspace", "--exclude", "browser-tests", "--exclude", "server-tests"]))
}

fn conformance(project: &Project) -> Outcome {
    let folder = project.root.join("tests/cases");
    let entries = fs::read_dir(&folder).map_err(Failure::at("read", &folder))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    conformance::run(&files)
}

fn browser_tests(project: &Project) -> Outcome {
    let (browsers, packages) = install_chromium(project)?;
    browsers.print();
    let mut tests = project.cargo(["test", "--no-fail-fast", "--package", "browser-tests"]);
    tests.env("AURA_DIST", project.dist()).env("AURA_AXE", packages.axe());
    tests.env("AURA_DIST_PANIC", dist::build_panicking(project, &packages)?);
    browsers.set_env(&mut tests);
    program::run(&mut tests)
}
