//! Pre-compressed copies of the release's files, and their sizes.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;

/// The path of a file and its sizes in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct FileSize {
    pub file: PathBuf,
    /// Uncompressed.
    pub raw: u64,
    /// Compressed with gzip, level 9.
    pub gzip: u64,
    /// Compressed with brotli, quality 11 and window 22.
    pub brotli: u64,
}

/// Writes `FILE.br` and `FILE.gz` beside every file below the folder.
pub fn compress_all(project: &Project, folder: &Path) -> Outcome<Vec<FileSize>> {
    let script = project.root.join("xtask/compress.mjs");
    let printed = program::output(Command::new("node").arg(script).arg(folder))?;
    printed.lines().map(parse_line).collect()
}

fn parse_line(line: &str) -> Outcome<FileSize> {
    let mut words = line.splitn(4, ' ');
    let mut number = || words.next()?.parse().ok();
    let numbers = (number(), number(), number());
    match (numbers, words.next()) {
        ((Some(raw), Some(gzip), Some(brotli)), Some(file)) => Ok(FileSize { file: file.into(), raw, gzip, brotli }),
        _ => Err(Failure::new(format!("xtask/compress.mjs printed {line:?}, expected three sizes and a path"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_three_sizes_and_a_path_that_may_contain_spaces() {
        let expected = FileSize { file: "/my work/dist/a.js".into(), raw: 300, gzip: 200, brotli: 100 };
        assert_eq!(parse_line("300 200 100 /my work/dist/a.js").ok(), Some(expected));
        for line in ["", "300 200 100", "300 200 /dist/a.js", "300 200 many /dist/a.js"] {
            let message = parse_line(line).map_err(|failure| failure.to_string());
            assert!(message.as_ref().is_err_and(|message| message.contains("expected three sizes")), "{message:?}");
        }
    }
}
