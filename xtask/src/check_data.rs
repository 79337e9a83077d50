//! What is wrong in these data files, each of agreements or of announcements?

use std::fs;
use std::path::{Path, PathBuf};

use serviceaftale_core::agreement::{self, Catalogue};
use serviceaftale_core::data::{Field, Problem, Schema, Value};
use serviceaftale_core::notices::{self, Notices};

use crate::failure::{Failure, Outcome};

/// The agreements that are published, of which announcements speak where no others are checked with them.
const PUBLISHED: &str = include_str!("../../static/agreements.json");

/// Prints every problem of the files, each with its place, what stands there and what was expected.
///
/// # Errors
/// When a file has any problem, or cannot be read.
pub fn run(files: &[PathBuf]) -> Outcome {
    let mut read = Vec::new();
    for file in files {
        read.push((file, fs::read(file).map_err(Failure::at("read", file))?));
    }
    let known = known_agreements(read.iter().map(|(_, bytes)| bytes.as_slice()));
    let mut wrong = 0_usize;
    for (file, bytes) in &read {
        match check(bytes, &known) {
            Ok(kind) => println!("{}: {}, nothing wrong", file.display(), kind.name()),
            Err(problems) => {
                wrong += 1;
                println!("{}", lines(file, &problems));
            }
        }
    }
    if wrong == 0 { Ok(()) } else { Err(Failure::new(format!("{wrong} of {} files cannot be published", files.len()))) }
}

/// That nothing is wrong with a file of agreements.
///
/// # Errors
/// Every problem of it, or that it cannot be read.
pub fn sound(file: &Path) -> Outcome {
    let bytes = fs::read(file).map_err(Failure::at("read", file))?;
    let read = parsed(&bytes).map_err(|problem| vec![problem]).and_then(|root| Catalogue::from_value(&root));
    read.map(drop).map_err(|problems| Failure::new(lines(file, &problems)))
}

fn lines(file: &Path, problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{}: {problem}", file.display())).collect::<Vec<_>>().join("\n")
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
/// nobody should publish it. `known` has the `agreements` that announcements may name.
pub fn check(bytes: &[u8], known: &Value) -> Result<Kind, Vec<Problem>> {
    if bytes.len() > LARGEST_BYTES {
        let expected = format!("at most {LARGEST_BYTES}: no page takes more");
        return Err(vec![of_the_file(format!("{} bytes", bytes.len()), expected)]);
    }
    let root = parsed(bytes).map_err(|problem| vec![problem])?;
    let problems = match Kind::of(&root) {
        Some(Kind::Agreements) => Catalogue::from_value(&root).err().unwrap_or_default(),
        Some(Kind::Notices) => match Notices::from_value(&root) {
            Ok((_, problems)) => problems.into_iter().chain(of_unknown_agreements(&root, known)).collect(),
            Err(problems) => problems,
        },
        None => vec![Problem::new("(file)", &root, neither())],
    };
    if problems.is_empty() { Kind::of(&root).ok_or(problems) } else { Err(problems) }
}

fn parsed(bytes: &[u8]) -> Result<Value, Problem> {
    let text = str::from_utf8(bytes).map_err(|error| of_the_file(error.to_string(), "text in UTF-8"))?;
    // Some editors put a mark at the beginning, which browsers pass over.
    Value::from_json(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error| of_the_file(error, "JSON"))
}

/// What announcements may name: the agreements of all files among these, or else those that are published.
pub fn known_agreements<'a>(files: impl Iterator<Item = &'a [u8]>) -> Value {
    let roots = files.filter_map(|bytes| parsed(bytes).ok()).filter(|root| Kind::of(root) == Some(Kind::Agreements));
    let mut all: Vec<Value> = roots.flat_map(|root| root.field("agreements").items().to_vec()).collect();
    if all.is_empty() {
        all.extend(Value::from_json(PUBLISHED).iter().flat_map(|root| root.field("agreements").items().to_vec()));
    }
    Value::Object(vec![("agreements".to_owned(), Value::List(all))])
}

/// The id of one.
const AGREEMENT: Schema = Schema::IdIn("agreements");

/// Announcements and hours that name an agreement that is none: whoever it was meant for would see nothing of them, and
/// a page cannot tell that from an agreement which it only does not know yet.
fn of_unknown_agreements(root: &Value, known: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    for list in ["notices", "oneOffHours"] {
        for (index, item) in root.field(list).items().iter().enumerate() {
            let id = item.field("id");
            let name = if Schema::Id.matches(id, root) { id.text().to_owned() } else { index.to_string() };
            for (place, named) in item.field("agreements").items().iter().enumerate() {
                // Of what cannot be an id at all the core tells.
                if Schema::Id.matches(named, root) && !AGREEMENT.matches(named, known) {
                    let expected = AGREEMENT.expectation(named, known);
                    problems.push(Problem::new(&format!("{list}[{name}].agreements[{place}]"), named, expected));
                }
            }
        }
    }
    problems
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
