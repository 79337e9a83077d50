//! What does a visitor with a slow phone wait for, and for how long? `cargo xtask bench` builds the release, and runs this on
//! it; with names after `--` only those are measured.

mod choices;
mod loading;
mod loads;
mod notices;
mod steps;

use std::env;

use browser_tests::{Failure, Outcome};

/// What can be measured, and how. For another line a module.
const MEASURED: [(&str, Measure); 3] =
    [("loading", loading::run), ("choices", choices::run), ("notices", notices::run)];

type Measure = fn() -> Outcome;

fn main() -> Outcome {
    // Cargo itself adds a word with dashes.
    let asked_for: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if let Some(unknown) = asked_for.iter().find(|name| MEASURED.iter().all(|(known, _)| known != name)) {
        let known = MEASURED.map(|(name, _)| name).join(", ");
        return Err(Failure::new(format!("\"{unknown}\" cannot be measured, only {known}")));
    }
    for (name, run) in MEASURED {
        if asked_for.is_empty() || asked_for.iter().any(|asked| asked == name) {
            run()?;
        }
    }
    Ok(())
}
