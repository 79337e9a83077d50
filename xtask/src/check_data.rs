//! `cargo xtask check-data`: validation of data files before publication.

use std::fs;
use std::path::{Path, PathBuf};

use serviceaftale_core::file_check::{self, FileKind, FileReport};

use crate::failure::{Failure, Outcome};

/// The published agreements, which notices refer to if no agreements file is checked with them.
const PUBLISHED: &[u8] = include_bytes!("../../static/agreements.json");

/// Prints every problem of the files.
///
/// # Errors
/// If a file has a problem or cannot be read.
pub fn run(files: &[PathBuf]) -> Outcome {
    let mut contents = Vec::new();
    for file in files {
        contents.push((file, fs::read(file).map_err(Failure::at("read", file))?));
    }
    let known = known_agreements(contents.iter().map(|(_, bytes)| bytes.as_slice()));
    let mut invalid = 0_usize;
    for (file, bytes) in &contents {
        match check(bytes, &known) {
            Ok(kind) => println!("{}: {}, nothing wrong", file.display(), name(kind)),
            Err(problems) => {
                invalid += 1;
                println!("{}", lines(file, &problems));
            }
        }
    }
    if invalid == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("{invalid} of {} files cannot be published", files.len())))
    }
}

fn lines(file: &Path, problems: &[String]) -> String {
    problems.iter().map(|problem| format!("{}: {problem}", file.display())).collect::<Vec<_>>().join("\n")
}

const fn name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Agreements => "agreements",
        FileKind::Notices => "announcements",
    }
}

/// The format of a valid file, or every problem of an invalid one. An invalid notice counts, although a page would only
/// leave it out. Notices may refer to the agreements in `known`.
pub fn check(bytes: &[u8], known: &[String]) -> Result<FileKind, Vec<String>> {
    match file_check::check(bytes, known) {
        FileReport::Checked { kind: Some(kind), problems, .. } if problems.is_empty() => Ok(kind),
        FileReport::Checked { problems, .. } => Err(problems.iter().map(ToString::to_string).collect()),
        FileReport::Syntax(error) => Err(vec![error.to_string()]),
    }
}

/// The ids of the agreements that notices may refer to: those of the given files, or the published ones if there are
/// none.
pub fn known_agreements<'a>(files: impl Iterator<Item = &'a [u8]>) -> Vec<String> {
    let ids: Vec<String> = files.flat_map(file_check::agreement_ids).collect();
    if ids.is_empty() { file_check::agreement_ids(PUBLISHED) } else { ids }
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
