//! What is wrong in these data files, each of agreements or of announcements?

use std::fs;
use std::path::PathBuf;

use serviceaftale_core::agreement::{self, Catalogue};
use serviceaftale_core::data::{Field, Problem, Value};
use serviceaftale_core::notices::{self, Notices};

use crate::failure::{Failure, Outcome};

/// Prints every problem of the files, each with its place, what stands there and what was expected.
///
/// # Errors
/// When a file has any problem, or cannot be read.
pub fn run(files: &[PathBuf]) -> Outcome {
    let mut wrong = 0_usize;
    for file in files {
        let bytes = fs::read(file).map_err(Failure::at("read", file))?;
        match check(&bytes) {
            Ok(kind) => println!("{}: {}, nothing wrong", file.display(), kind.name()),
            Err(problems) => {
                wrong += 1;
                for problem in problems {
                    println!("{}: {problem}", file.display());
                }
            }
        }
    }
    if wrong == 0 { Ok(()) } else { Err(Failure::new(format!("{wrong} of {} files cannot be published", files.len()))) }
}

/// What a file is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Agreements,
    Notices,
}

impl Kind {
    /// By the fields that a file of the kind alone has; none where it has none of either, or as many of both.
    fn of(root: &Value) -> Option<Self> {
        let has = |fields: &[Field]| fields.iter().filter(|field| root.get(field.name).is_some()).count();
        match has(agreement::FIELDS).cmp(&has(notices::FIELDS)) {
            std::cmp::Ordering::Greater => Some(Self::Agreements),
            std::cmp::Ordering::Less => Some(Self::Notices),
            std::cmp::Ordering::Equal => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Notices => "announcements",
        }
    }
}

/// More than the loader takes of a data file, in bytes (static/files.js).
const LARGEST_BYTES: usize = 5_000_000;

/// Of which kind a file is, or every problem with it. That of announcements, too: a page leaves out what is wrong, but
/// nobody should publish it.
pub fn check(bytes: &[u8]) -> Result<Kind, Vec<Problem>> {
    if bytes.len() > LARGEST_BYTES {
        let expected = format!("at most {LARGEST_BYTES}: no page takes more");
        return Err(vec![of_the_file(format!("{} bytes", bytes.len()), expected)]);
    }
    let text = str::from_utf8(bytes).map_err(|error| vec![of_the_file(error.to_string(), "text in UTF-8")])?;
    // Some editors put a mark at the beginning, which browsers pass over.
    let root = Value::from_json(text.strip_prefix('\u{feff}').unwrap_or(text));
    let root = root.map_err(|error| vec![of_the_file(error, "JSON")])?;
    let problems = match Kind::of(&root) {
        Some(Kind::Agreements) => Catalogue::read(&root).err().unwrap_or_default(),
        Some(Kind::Notices) => Notices::read(&root).map_or_else(|problems| problems, |(_, problems)| problems),
        None => vec![Problem::new("(file)", &root, neither())],
    };
    if problems.is_empty() { Kind::of(&root).ok_or(problems) } else { Err(problems) }
}

fn of_the_file(found: String, expected: impl Into<String>) -> Problem {
    Problem { path: "(file)".to_owned(), found, expected: expected.into() }
}

fn neither() -> String {
    let names = |fields: &[Field]| fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    format!("the fields of agreements ({}) or of announcements ({})", names(agreement::FIELDS), names(notices::FIELDS))
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
