//! `cargo xtask check-data`: validation of data files before publication.

use std::fs;
use std::path::{Path, PathBuf};

use serviceaftale_core::agreement::{self, Catalogue};
use serviceaftale_core::data::{Field, Problem, Schema, Value, json};
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

fn lines(file: &Path, problems: &[String]) -> String {
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

    /// The maximum size of a file, as in `src/host/feed/kind.rs`.
    const fn max_bytes(self) -> usize {
        match self {
            Self::Agreements => 5_000_000,
            Self::Notices => 1_000_000,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Notices => "announcements",
        }
    }
}

/// The format of a valid file, or every problem of an invalid one. An invalid notice counts, although a page would only
/// leave it out. Notices may refer to the `agreements` in `known`.
pub fn check(bytes: &[u8], known: &Value) -> Result<Kind, Vec<String>> {
    let root = json::parse(bytes).map_err(|error| vec![error.to_string()])?;
    let Some(kind) = Kind::detect(&root) else {
        return Err(vec![Problem::new("(file)", &root, expected_fields()).to_string()]);
    };
    let (found, most) = (bytes.len(), kind.max_bytes());
    if found > most {
        return Err(vec![format!("(file): found {found} bytes, expected at most {most}: no page takes more")]);
    }
    let problems = match kind {
        Kind::Agreements => Catalogue::from_value(&root).err().unwrap_or_default(),
        Kind::Notices => match Notices::from_value(&root) {
            Ok((_, problems)) => problems.into_iter().chain(unknown_agreements(&root, known)).collect(),
            Err(problems) => problems,
        },
    };
    if problems.is_empty() { Ok(kind) } else { Err(to_strings(problems)) }
}

fn to_strings(problems: Vec<Problem>) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The agreements that notices may refer to: those of the given files, or the published ones if there are none.
pub fn known_agreements<'a>(files: impl Iterator<Item = &'a [u8]>) -> Value {
    let roots =
        files.filter_map(|bytes| json::parse(bytes).ok()).filter(|root| Kind::detect(root) == Some(Kind::Agreements));
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

fn expected_fields() -> String {
    let names = |fields: &[Field]| fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    format!("the fields of agreements ({}) or of announcements ({})", names(agreement::FIELDS), names(notices::FIELDS))
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
