//! How many bytes does a visitor fetch before the first answer, and is that few enough?

use std::path::{Path, PathBuf};

use crate::compress::Weighed;
use crate::failure::{Failure, Outcome};

/// More than this, after brotli, and the release is refused.
const GATE: u64 = 85_000;

/// What the project strives for.
const AIM: u64 = 70_000;

/// Prints what every file weighs, and holds the sum of those that a host page fetches before the first answer against the
/// gate.
pub fn report(dist: &Path, release: &[Weighed], fetched_first: &[&PathBuf]) -> Outcome {
    println!("{:<36}{:>10}{:>10}{:>10}", "", "raw", "gzip 9", "brotli 11");
    for Weighed { file, raw, gzip, brotli } in release {
        let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
        println!("{name:<36}{:>10}{:>10}{:>10}", grouped(*raw), grouped(*gzip), grouped(*brotli));
    }
    let weights = fetched_first.iter().map(|file| {
        let weighed = release.iter().find(|weighed| weighed.file == **file);
        weighed.map(|weighed| weighed.brotli).ok_or_else(|| Failure::new(format!("{} was not weighed", file.display())))
    });
    let total = weights.sum::<Outcome<u64>>()?;
    println!(
        "before the first answer: {} bytes after brotli (gate {}, aim {})",
        grouped(total),
        grouped(GATE),
        grouped(AIM)
    );
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
    fn only_what_is_fetched_first_counts() {
        let weighed = |file: &str, brotli| Weighed { file: file.into(), raw: 1, gzip: 1, brotli };
        let release = [weighed("dist/v1/a.js", GATE), weighed("dist/v1/page.js", 1), weighed("dist/v0.1.0/a.js", GATE)];
        let check = |first: &[&str]| {
            let first: Vec<PathBuf> = first.iter().map(PathBuf::from).collect();
            report(Path::new("dist"), &release, &first.iter().collect::<Vec<_>>()).is_ok()
        };
        assert!(check(&["dist/v1/a.js"]));
        assert!(!check(&["dist/v1/a.js", "dist/v1/page.js"]));
        assert!(!check(&["dist/v1/b.js"]), "what was not weighed cannot pass");
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
