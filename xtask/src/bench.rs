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

/// Runs the core's benchmarks, prints the means and checks the gate.
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
    check_gate(&means)
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

#[cfg(test)]
mod tests {
    use super::*;

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
