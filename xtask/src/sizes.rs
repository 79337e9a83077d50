//! How many bytes does a visitor fetch before the first answer, and is that few enough?

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;

/// More than this, after brotli, and the release is refused.
const GATE: u64 = 85_000;

/// What the project strives for.
const AIM: u64 = 70_000;

/// A file that is fetched before the first answer.
pub struct Fetched {
    /// Where it lies.
    pub file: PathBuf,
    /// What a reader of the table should know about it.
    pub remark: &'static str,
}

/// Prints what each file weighs, as it is and after brotli 11 (window 22), and holds the sum against the gate.
pub fn report(project: &Project, fetched: &[Fetched]) -> Outcome {
    let compressed = brotli(project, fetched)?;
    let mut total = 0;
    println!("{:<32}{:>10}{:>10}", "fetched before the first answer", "raw", "brotli");
    for (Fetched { file, remark }, compressed) in fetched.iter().zip(compressed) {
        let raw = fs::metadata(file).map_err(Failure::at("measure", file))?.len();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("{name:<32}{:>10}{:>10}  {remark}", grouped(raw), grouped(compressed));
        total += compressed;
    }
    println!("{:<42}{:>10}  gate {}, aim {}", "total", grouped(total), grouped(GATE), grouped(AIM));
    hold(total)
}

fn hold(total: u64) -> Outcome {
    if total <= GATE {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the first answer costs {} bytes after brotli, {} more than the gate of {}: make the wasm smaller, or raise GATE in \
         xtask/src/sizes.rs with a reason",
        grouped(total),
        grouped(total - GATE),
        grouped(GATE)
    )))
}

fn brotli(project: &Project, fetched: &[Fetched]) -> Outcome<Vec<u64>> {
    let script = project.root.join("xtask/brotli-sizes.mjs");
    let files = fetched.iter().map(|fetched| &fetched.file);
    let printed = program::output(Command::new("node").arg(script).args(files))?;
    let sizes: Vec<u64> = printed.lines().filter_map(|line| line.parse().ok()).collect();
    if sizes.len() == fetched.len() {
        Ok(sizes)
    } else {
        Err(Failure::new(format!("xtask/brotli-sizes.mjs printed {printed:?} for {} files", fetched.len())))
    }
}

/// `85000` as `85,000`.
fn grouped(number: u64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1_000), number % 1_000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gate_lets_its_own_number_through_and_no_more() {
        assert!(hold(GATE).is_ok());
        let message = hold(GATE + 1).map_err(|failure| failure.to_string());
        assert!(
            message.as_ref().is_err_and(|message| message.contains("85,001 bytes after brotli, 1 more")),
            "{message:?}"
        );
    }

    #[test]
    fn thousands_are_grouped() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (85_007, "85,007"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }
}
