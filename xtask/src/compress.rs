//! What does each file of the release weigh once it is compressed for the web?

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program;
use crate::project::Project;

/// A file of the release and its weight in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Where it lies.
    pub file: PathBuf,
    /// As it is.
    pub raw: u64,
    /// After gzip 9.
    pub gzip: u64,
    /// After brotli 11, window 22.
    pub brotli: u64,
}

/// Writes `FILE.br` and `FILE.gz` beside every file below the folder.
pub fn every_file(project: &Project, folder: &Path) -> Outcome<Vec<Weighed>> {
    let script = project.root.join("xtask/compress.mjs");
    let printed = program::output(Command::new("node").arg(script).arg(folder))?;
    printed.lines().map(weighed).collect()
}

fn weighed(line: &str) -> Outcome<Weighed> {
    let mut words = line.splitn(4, ' ');
    let mut number = || words.next()?.parse().ok();
    let numbers = (number(), number(), number());
    match (numbers, words.next()) {
        ((Some(raw), Some(gzip), Some(brotli)), Some(file)) => Ok(Weighed { file: file.into(), raw, gzip, brotli }),
        _ => Err(Failure::new(format!("xtask/compress.mjs printed {line:?}, expected three sizes and a path"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_three_sizes_and_a_path_that_may_hold_spaces() {
        let expected = Weighed { file: "/my work/dist/a.js".into(), raw: 300, gzip: 200, brotli: 100 };
        assert_eq!(weighed("300 200 100 /my work/dist/a.js").ok(), Some(expected));
        for line in ["", "300 200 100", "300 200 /dist/a.js", "300 200 many /dist/a.js"] {
            let message = weighed(line).map_err(|failure| failure.to_string());
            assert!(message.as_ref().is_err_and(|message| message.contains("expected three sizes")), "{message:?}");
        }
    }
}
