//! Size report and size gate of the release.

use std::path::{Path, PathBuf};

use crate::compress::FileSize;
use crate::failure::{Failure, Outcome};

/// Upper limit in bytes after brotli, for the files that are fetched before the first answer.
const GATE: u64 = 85_000;

/// The size to aim for, in bytes after brotli.
const TARGET: u64 = 70_000;

/// Prints the size of every file, and checks the sum of those that a page fetches before the first answer.
///
/// # Errors
/// When the sum exceeds [`GATE`].
pub fn report(dist: &Path, files: &[FileSize], fetched_first: &[&PathBuf]) -> Outcome {
    println!("{:<36}{:>10}{:>10}{:>10}", "", "raw", "gzip 9", "brotli 11");
    for FileSize { file, raw, gzip, brotli } in files {
        let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
        println!("{name:<36}{:>10}{:>10}{:>10}", grouped(*raw), grouped(*gzip), grouped(*brotli));
    }
    let first_sizes = fetched_first.iter().map(|file| {
        let size = files.iter().find(|size| size.file == **file);
        size.map(|size| size.brotli).ok_or_else(|| Failure::new(format!("the size of {} is unknown", file.display())))
    });
    let total = first_sizes.sum::<Outcome<u64>>()?;
    println!(
        "fetched before the first answer: {} bytes after brotli (gate {}, target {})",
        grouped(total),
        grouped(GATE),
        grouped(TARGET)
    );
    check_gate(total)
}

fn check_gate(total: u64) -> Outcome {
    if total <= GATE {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the files before the first answer have {} bytes after brotli, {} more than the gate of {}: reduce them, or raise GATE in \
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
    fn the_gate_is_inclusive() {
        assert!(check_gate(GATE).is_ok());
        let message = check_gate(GATE + 1).map_err(|failure| failure.to_string());
        assert!(
            message.as_ref().is_err_and(|message| message.contains("85,001 bytes after brotli, 1 more")),
            "{message:?}"
        );
    }

    #[test]
    fn only_files_fetched_before_the_first_answer_count() {
        let size = |file: &str, brotli| FileSize { file: file.into(), raw: 1, gzip: 1, brotli };
        let files = [size("dist/v1/a.js", GATE), size("dist/v1/page.js", 1), size("dist/v0.1.0/a.js", GATE)];
        let check = |first: &[&str]| {
            let first: Vec<PathBuf> = first.iter().map(PathBuf::from).collect();
            report(Path::new("dist"), &files, &first.iter().collect::<Vec<_>>()).is_ok()
        };
        assert!(check(&["dist/v1/a.js"]));
        assert!(!check(&["dist/v1/a.js", "dist/v1/page.js"]));
        assert!(!check(&["dist/v1/b.js"]), "a file without a size must fail");
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
