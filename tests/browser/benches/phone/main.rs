//! Benchmarks of the release on a simulated slow phone, run by `cargo xtask bench`. Names after `--` select benchmarks.

mod choices;
mod interactions;
mod loading;
mod loads;
mod notices;

use std::env;

use browser_tests::{Failure, Outcome};

/// The benchmarks by name, one module each.
const BENCHMARKS: [(&str, Benchmark); 3] =
    [("loading", loading::run), ("choices", choices::run), ("notices", notices::run)];

type Benchmark = fn() -> Outcome;

fn main() -> Outcome {
    // Cargo adds the argument --bench.
    let selected: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if let Some(unknown) = selected.iter().find(|name| BENCHMARKS.iter().all(|(known, _)| known != name)) {
        let known = BENCHMARKS.map(|(name, _)| name).join(", ");
        return Err(Failure::new(format!("unknown benchmark \"{unknown}\"; known benchmarks: {known}")));
    }
    for (name, run) in BENCHMARKS {
        if selected.is_empty() || selected.iter().any(|selected| selected == name) {
            run()?;
        }
    }
    Ok(())
}
