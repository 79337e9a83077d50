//! `cargo xtask bench`: benchmarks of the core and of the release in Chromium, with upper limits.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::browser::{self, Browsers};
use crate::setup::{debian, nginx, npm};

/// The core benchmark that has a gate, and the gate in nanoseconds.
const GATED: (&str, f64) = ("page_of_answers", 100_000.0);

/// The most time that reading a hostile file may take, in nanoseconds: half a second of a browser that is eight times
/// slower than this machine.
const HOSTILE_LIMIT: f64 = 60_000_000.0;

/// The most time for a hostile file at the limit of its size, as a multiple of that for a tenth of the size.
const HOSTILE_GROWTH: f64 = 20.0;

/// Times below this, in nanoseconds, are those of the published file that a hostile one extends.
const HOSTILE_FLOOR: f64 = 1_000_000.0;

/// A benchmark's name and its mean in nanoseconds.
type Mean = (String, f64);

/// Runs all benchmarks, prints the results and compares them with the gates.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    run_core_benchmarks(&project)?;
    run_browser_benchmarks(&project)
}

/// Builds the release and measures it in Chromium. The gates are in tests/browser/benches/phone.
fn run_browser_benchmarks(project: &Project) -> Outcome {
    debian::ensure(
        &[browser::chromium_packages(), npm::DEBIAN_PACKAGES.to_vec(), nginx::DEBIAN_PACKAGES.to_vec()].concat(),
    )?;
    dist::run()?;
    let browsers = Browsers::installed(project)?;
    // The browser is measured, not this program, so the dev profile that the tests use will do.
    let mut bench = project.cargo(["bench", "--package", "browser-tests", "--bench", "phone", "--profile", "dev"]);
    browsers.set_env(&mut bench);
    program::run(bench.env("AURA_DIST", project.dist()))
}

/// Runs the core's benchmarks, prints the means and checks the gates.
fn run_core_benchmarks(project: &Project) -> Outcome {
    let folder = project.target.join("criterion");
    // Remove the `new` folders of earlier runs, so that a benchmark that no longer exists cannot pass the gate.
    // Criterion itself compares with `base`.
    for result in result_folders(&folder) {
        fs::remove_dir_all(&result).map_err(Failure::at("empty", &result))?;
    }
    program::run(project.cargo(["bench", "--package", "serviceaftale-core"]).env("CRITERION_HOME", &folder))?;

    let means = result_folders(&folder).iter().map(|result| mean(&folder, result)).collect::<Outcome<Vec<Mean>>>()?;
    for (name, nanoseconds) in &means {
        println!("{:>12.3} µs  {name}", nanoseconds / 1_000.0);
    }
    check_gate(&means)?;
    check_hostile_files(&means)
}

/// Every `new` folder below this one, sorted by path.
fn result_folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    let below = |path: PathBuf| if path.ends_with("new") { vec![path] } else { result_folders(&path) };
    folders.into_iter().flat_map(below).collect()
}

fn mean(folder: &Path, result: &Path) -> Outcome<Mean> {
    let file = result.join("estimates.json");
    let text = fs::read_to_string(&file).map_err(Failure::at("read", &file))?;
    let estimates: Option<Value> = serde_json::from_str(&text).ok();
    let mean = estimates.and_then(|estimates| estimates.pointer("/mean/point_estimate")?.as_f64());
    let name = result.parent().and_then(|parent| parent.strip_prefix(folder).ok()).unwrap_or(result);
    let mean = mean.ok_or_else(|| Failure::new(format!("{} has no mean.point_estimate", file.display())))?;
    Ok((name.display().to_string(), mean))
}

fn check_gate(means: &[Mean]) -> Outcome {
    let (gated, gate) = GATED;
    let Some((_, mean)) = means.iter().find(|(name, _)| name == gated) else {
        return Err(Failure::new(format!("core/benches has no benchmark named {gated}")));
    };
    if *mean < gate {
        return Ok(());
    }
    let (mean, gate) = (mean / 1_000.0, gate / 1_000.0);
    Err(Failure::new(format!("{gated} takes {mean:.1} µs on average; the gate is {gate:.0} µs")))
}

/// Compares the times of core/benches/hostile_files.rs with the limit and with each other.
fn check_hostile_files(means: &[Mean]) -> Outcome {
    let mut compared = 0;
    for (name, limit) in means {
        let Some(kind) = name.strip_suffix("/limit") else { continue };
        let tenth = means.iter().find(|(name, _)| name.strip_suffix("/tenth") == Some(kind));
        let Some((_, tenth)) = tenth else { return Err(Failure::new(format!("{kind} has no benchmark for a tenth"))) };
        let (milliseconds, growth) = (limit / 1_000_000.0, limit / tenth.max(HOSTILE_FLOOR));
        if *limit > HOSTILE_LIMIT || growth > HOSTILE_GROWTH {
            let message =
                format!("{kind} takes {milliseconds:.1} ms, {growth:.1} times as much as a tenth of the size");
            let gates = format!("the gates are {:.0} ms and {HOSTILE_GROWTH:.0} times", HOSTILE_LIMIT / 1_000_000.0);
            return Err(Failure::new(format!("{message}; {gates}")));
        }
        compared += 1;
    }
    if compared == 0 { Err(Failure::new("core/benches has no benchmark of hostile files".to_owned())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_files_must_take_time_in_proportion_to_their_size() {
        let check = |tenth: f64, limit: f64, expected: Option<&str>| {
            let means = [("ids/tenth".to_owned(), tenth * 1e6), ("ids/limit".to_owned(), limit * 1e6)];
            let message = check_hostile_files(&means).map_err(|error| error.to_string());
            assert_eq!(message.err().as_deref(), expected);
        };
        let gates = "the gates are 60 ms and 20 times";
        check(2.0, 39.0, None);
        check(0.1, 19.0, None);
        check(2.0, 50.0, Some(&format!("ids takes 50.0 ms, 25.0 times as much as a tenth of the size; {gates}")));
        check(6.0, 61.0, Some(&format!("ids takes 61.0 ms, 10.2 times as much as a tenth of the size; {gates}")));
        assert!(check_hostile_files(&[("ids/limit".to_owned(), 1.0)]).is_err());
        assert!(check_hostile_files(&[("deadline".to_owned(), 1.0)]).is_err());
    }

    #[test]
    fn the_gated_benchmark_must_exist_and_stay_below_its_gate() {
        let check = |name: &str, nanoseconds: f64, expected: Option<&str>| {
            let message = check_gate(&[("is_open".to_owned(), 1.0), (name.to_owned(), nanoseconds)])
                .map_err(|error| error.to_string());
            assert_eq!(message.err().as_deref(), expected);
        };
        check("page_of_answers", 99_999.0, None);
        check("page_of_answers", 123_456.0, Some("page_of_answers takes 123.5 µs on average; the gate is 100 µs"));
        check("deadline", 1.0, Some("core/benches has no benchmark named page_of_answers"));
    }
}
