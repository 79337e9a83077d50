//! How long do the core's answers take, how long does a visitor with a slow phone wait for the first and for what they do
//! then, and is any of it too long?

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;
use crate::setup::browser::{self, Browsers};
use crate::setup::{debian, nginx, npm};

/// The benchmark with a gate, and its gate in nanoseconds.
const GATED: (&str, f64) = ("page_of_answers", 100_000.0);

/// A benchmark and its mean in nanoseconds.
type Mean = (String, f64);

/// Measures all of it, prints what was found and holds it against the gates.
pub fn run() -> Outcome {
    let project = Project::locate()?;
    answers(&project)?;
    browser(&project)
}

/// Builds the release and has Chromium load and use it; the files of tests/browser/benches/phone hold the gates.
fn browser(project: &Project) -> Outcome {
    debian::ensure(&[browser::needs(), npm::NEEDS.to_vec(), nginx::NEEDS.to_vec()].concat())?;
    dist::run()?;
    let browsers = Browsers::installed(project)?;
    // What is measured is the browser, so that this needs no build but the tests' own.
    let mut bench = project.cargo(["bench", "--package", "browser-tests", "--bench", "phone", "--profile", "dev"]);
    browsers.tell(&mut bench);
    program::run(bench.env("AURA_DIST", project.dist()))
}

/// Runs the core's benchmarks, prints every mean, and holds the page of answers against its gate.
fn answers(project: &Project) -> Outcome {
    let folder = project.target.join("criterion");
    // Criterion compares with `base`. What an earlier run left in `new` goes, so that a benchmark that is no longer there
    // cannot pass the gate.
    for result in results(&folder) {
        fs::remove_dir_all(&result).map_err(Failure::at("empty", &result))?;
    }
    program::run(project.cargo(["bench", "--package", "serviceaftale-core"]).env("CRITERION_HOME", &folder))?;

    let means = results(&folder).iter().map(|result| mean(&folder, result)).collect::<Outcome<Vec<Mean>>>()?;
    for (name, nanoseconds) in &means {
        println!("{:>12.3} µs  {name}", nanoseconds / 1_000.0);
    }
    hold(&means)
}

/// Every `new` folder below this one, in the order of their names.
fn results(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    let below = |path: PathBuf| if path.ends_with("new") { vec![path] } else { results(&path) };
    folders.into_iter().flat_map(below).collect()
}

fn mean(folder: &Path, result: &Path) -> Outcome<Mean> {
    let file = result.join("estimates.json");
    let text = fs::read_to_string(&file).map_err(Failure::at("read", &file))?;
    let estimates: Option<Value> = serde_json::from_str(&text).ok();
    let mean = estimates.and_then(|estimates| estimates.pointer("/mean/point_estimate")?.as_f64());
    let name = result.parent().and_then(|parent| parent.strip_prefix(folder).ok()).unwrap_or(result);
    let mean = mean.ok_or_else(|| Failure::new(format!("{} holds no mean.point_estimate", file.display())))?;
    Ok((name.display().to_string(), mean))
}

fn hold(means: &[Mean]) -> Outcome {
    let (gated, gate) = GATED;
    let Some((_, mean)) = means.iter().find(|(name, _)| name == gated) else {
        return Err(Failure::new(format!("no benchmark is named {gated}: core/benches must have it")));
    };
    if *mean < gate {
        return Ok(());
    }
    let (mean, gate) = (mean / 1_000.0, gate / 1_000.0);
    Err(Failure::new(format!("{gated} takes {mean:.1} µs in the mean, its gate is {gate:.0} µs")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_answers_must_be_there_and_below_its_gate() {
        let check = |name: &str, nanoseconds: f64, expected: Option<&str>| {
            let message =
                hold(&[("is_open".to_owned(), 1.0), (name.to_owned(), nanoseconds)]).map_err(|error| error.to_string());
            assert_eq!(message.err().as_deref(), expected);
        };
        check("page_of_answers", 99_999.0, None);
        check("page_of_answers", 123_456.0, Some("page_of_answers takes 123.5 µs in the mean, its gate is 100 µs"));
        check("deadline", 1.0, Some("no benchmark is named page_of_answers: core/benches must have it"));
    }
}
