//! Size report and size gates of the release.

use std::path::{Path, PathBuf};

use crate::compress::FileSize;
use crate::failure::{Failure, Outcome};

/// Upper limit in bytes after brotli, for the files that are fetched before the first answer.
const GATE: u64 = 85_000;

/// Upper limit in bytes after brotli, for the wasm file of the editors' page.
const EDITOR_GATE: u64 = 250_000;

/// The size to aim for, in bytes after brotli.
const TARGET: u64 = 70_000;

/// Prints the size of every file. Checks the sum of those that a page fetches before the first answer, and the wasm file
/// of the editors' page.
///
/// # Errors
/// When the sum exceeds [`GATE`], or that file [`EDITOR_GATE`].
pub fn report(dist: &Path, files: &[FileSize], fetched_first: &[&PathBuf], editor: &PathBuf) -> Outcome {
    println!("{:<36}{:>10}{:>10}{:>10}", "", "raw", "gzip 9", "brotli 11");
    for FileSize { file, raw, gzip, brotli } in files {
        let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
        println!("{name:<36}{:>10}{:>10}{:>10}", grouped(*raw), grouped(*gzip), grouped(*brotli));
    }
    let brotli = |file: &PathBuf| {
        let size = files.iter().find(|size| size.file == *file);
        size.map(|size| size.brotli).ok_or_else(|| Failure::new(format!("the size of {} is unknown", file.display())))
    };
    let total = fetched_first.iter().copied().map(brotli).sum::<Outcome<u64>>()?;
    let editor = brotli(editor)?;
    println!(
        "fetched before the first answer: {} bytes after brotli (gate {}, target {})",
        grouped(total),
        grouped(GATE),
        grouped(TARGET)
    );
    println!("wasm file of check.html: {} bytes after brotli (gate {})", grouped(editor), grouped(EDITOR_GATE));
    check_gate("the files before the first answer have", total, ("GATE", GATE))?;
    check_gate("the wasm file of check.html has", editor, ("EDITOR_GATE", EDITOR_GATE))
}

fn check_gate(what: &str, bytes: u64, (name, gate): (&str, u64)) -> Outcome {
    if bytes <= gate {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{what} {} bytes after brotli, {} more than the gate of {}: reduce the size, or raise {name} in xtask/src/sizes.rs \
         with a reason",
        grouped(bytes),
        grouped(bytes - gate),
        grouped(gate)
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
        let check = |bytes| check_gate("the files have", bytes, ("GATE", 85_000));
        assert!(check(85_000).is_ok());
        let message = check(85_001).map_err(|failure| failure.to_string());
        assert!(
            message.as_ref().is_err_and(|message| message.contains("85,001 bytes after brotli, 1 more")),
            "{message:?}"
        );
    }

    #[test]
    fn only_files_with_a_gate_count() {
        let size = |file: &str, brotli| FileSize { file: file.into(), raw: 1, gzip: 1, brotli };
        let files = [
            size("dist/v1/a.js", GATE),
            size("dist/v1/page.js", 1),
            size("dist/v0.1.0/a.js", GATE),
            size("dist/v1/editor.wasm", EDITOR_GATE),
            size("dist/v1/large.wasm", EDITOR_GATE + 1),
        ];
        let check = |first: &[&str], editor: &str| {
            let first: Vec<PathBuf> = first.iter().map(PathBuf::from).collect();
            report(Path::new("dist"), &files, &first.iter().collect::<Vec<_>>(), &editor.into()).is_ok()
        };
        assert!(check(&["dist/v1/a.js"], "dist/v1/editor.wasm"));
        assert!(!check(&["dist/v1/a.js", "dist/v1/page.js"], "dist/v1/editor.wasm"));
        assert!(!check(&["dist/v1/a.js"], "dist/v1/large.wasm"));
        assert!(!check(&["dist/v1/b.js"], "dist/v1/editor.wasm"), "a file without a size must fail");
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
