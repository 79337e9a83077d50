//! `cargo xtask check-data`: validation of data files before publication.

use std::fs;
use std::path::{Path, PathBuf};

use serviceaftale_core::agreement::{self, Catalogue};
use serviceaftale_core::data::{Field, Problem, Schema, Value};
use serviceaftale_core::notices::{self, Notices};

use crate::failure::{Failure, Outcome};

/// The published agreements, which notices refer to if no agreements file is checked with them.
const PUBLISHED: &str = include_str!("../../static/agreements.json");

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
            Ok(kind) => println!("{}: {}, nothing wrong", file.display(), kind.name()),
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

fn lines(file: &Path, problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{}: {problem}", file.display())).collect::<Vec<_>>().join("\n")
}

/// The format of a data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Agreements,
    Notices,
}

impl Kind {
    /// Detects the format by the names of fields. `None` if both formats fit equally well.
    fn detect(root: &Value) -> Option<Self> {
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

/// The maximum size of a data file, as in `static/files.js`.
const MAX_BYTES: usize = 5_000_000;

/// The format of a valid file, or every problem of an invalid one. An invalid notice counts, although a page would only
/// leave it out. Notices may refer to the `agreements` in `known`.
pub fn check(bytes: &[u8], known: &Value) -> Result<Kind, Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        let expected = format!("at most {MAX_BYTES}: no page takes more");
        return Err(vec![file_problem(format!("{} bytes", bytes.len()), expected)]);
    }
    let root = parse(bytes).map_err(|problem| vec![problem])?;
    let problems = match Kind::detect(&root) {
        Some(Kind::Agreements) => Catalogue::from_value(&root).err().unwrap_or_default(),
        Some(Kind::Notices) => match Notices::from_value(&root) {
            Ok((_, problems)) => problems.into_iter().chain(unknown_agreements(&root, known)).collect(),
            Err(problems) => problems,
        },
        None => vec![Problem::new("(file)", &root, expected_fields())],
    };
    if problems.is_empty() { Kind::detect(&root).ok_or(problems) } else { Err(problems) }
}

fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let text = str::from_utf8(bytes).map_err(|error| file_problem(error.to_string(), "text in UTF-8"))?;
    // Browsers skip a byte order mark, too.
    Value::from_json(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error| file_problem(error, "JSON"))
}

/// The agreements that notices may refer to: those of the given files, or the published ones if there are none.
pub fn known_agreements<'a>(files: impl Iterator<Item = &'a [u8]>) -> Value {
    let roots = files.filter_map(|bytes| parse(bytes).ok()).filter(|root| Kind::detect(root) == Some(Kind::Agreements));
    let mut all: Vec<Value> = roots.flat_map(|root| root.field("agreements").items().to_vec()).collect();
    if all.is_empty() {
        all.extend(Value::from_json(PUBLISHED).iter().flat_map(|root| root.field("agreements").items().to_vec()));
    }
    Value::Object(vec![("agreements".to_owned(), Value::Array(all))])
}

const AGREEMENT: Schema = Schema::IdIn("agreements");

/// Problems of notices and special hours that refer to an unknown agreement. A page would not show them to anybody, and
/// does not report them, since its agreements may be older than the notices.
fn unknown_agreements(root: &Value, known: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    for list in ["notices", "oneOffHours"] {
        for (index, item) in root.field(list).items().iter().enumerate() {
            let id = item.field("id");
            let name = if Schema::Id.matches_shallow(id, root) { id.text().to_owned() } else { index.to_string() };
            for (position, agreement) in item.field("agreements").items().iter().enumerate() {
                // The core reports invalid ids.
                if Schema::Id.matches_shallow(agreement, root) && !AGREEMENT.matches_shallow(agreement, known) {
                    let expected = AGREEMENT.expected(agreement, known);
                    let path = format!("{list}[{name}].agreements[{position}]");
                    problems.push(Problem::new(&path, agreement, expected));
                }
            }
        }
    }
    problems
}

fn file_problem(found: String, expected: impl Into<String>) -> Problem {
    Problem { path: "(file)".to_owned(), found, expected: expected.into() }
}

fn expected_fields() -> String {
    let names = |fields: &[Field]| fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    format!("the fields of agreements ({}) or of announcements ({})", names(agreement::FIELDS), names(notices::FIELDS))
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
