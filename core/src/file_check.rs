//! Checks of a data file before publication.
//!
//! A page takes a file only if this check finds no problem, except that it leaves out single invalid notices. Beyond
//! that, the check knows the agreements that notices may refer to.

use crate::agreement::{AgreementsFile, Catalogue};
use crate::data::json::{self, JsonError};
use crate::data::{Value, read};
use crate::notices::{Notices, NoticesFile};
use crate::problem::{Expected, Found, Problem, Problems};

/// The format of a data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Agreements,
    Notices,
}

impl FileKind {
    pub const ALL: [Self; 2] = [Self::Agreements, Self::Notices];

    /// The format whose fields the file has. `None` if both fit equally well.
    fn detect(root: &Value) -> Option<Self> {
        let has = |names: &[&str]| names.iter().filter(|name| root.get(name).is_some()).count();
        match has(Self::Agreements.own_fields()).cmp(&has(Self::Notices.own_fields())) {
            std::cmp::Ordering::Greater => Some(Self::Agreements),
            std::cmp::Ordering::Less => Some(Self::Notices),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The name of the file, of the attribute that names it, and in events.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Notices => "notices",
        }
    }

    /// Fields by which the format is recognised: those of no other.
    const fn own_fields(self) -> &'static [&'static str] {
        match self {
            Self::Agreements => &["contact", "calendars", "agreements", "maintenance", "coverage"],
            Self::Notices => &["notices", "oneOffHours"],
        }
    }

    /// The size of the largest file that a page reads, in bytes.
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::Agreements => 150_000,
            Self::Notices => MAX_BYTES,
        }
    }
}

/// The size of the largest file of any kind. A larger one is not parsed.
const MAX_BYTES: usize = 1_000_000;

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileReport {
    /// The file is not JSON.
    Syntax(JsonError),
    /// The file is JSON.
    Checked {
        /// `None` if it has no known format.
        kind: Option<FileKind>,
        /// Whether a page shows it, perhaps without some of its notices.
        is_usable: bool,
        problems: Vec<Problem>,
    },
}

impl FileReport {
    const fn unusable(kind: Option<FileKind>, problems: Vec<Problem>) -> Self {
        Self::Checked { kind, is_usable: false, problems }
    }

    fn too_large(kind: Option<FileKind>, bytes: &[u8], max: usize) -> Self {
        let (found, expected) = (Found::Bytes(bytes.len()), Expected::BytesAtMost(max));
        Self::unusable(kind, vec![Problem { path: String::new(), found, expected }])
    }
}

/// Checks the bytes of a file. `known` are the ids of the agreements that notices may refer to.
pub fn check(bytes: &[u8], known: &[String]) -> FileReport {
    if bytes.len() > MAX_BYTES {
        return FileReport::too_large(None, bytes, MAX_BYTES);
    }
    let root = match json::parse(bytes) {
        Ok(root) => root,
        Err(error) => return FileReport::Syntax(error),
    };
    let Some(kind) = FileKind::detect(&root) else {
        return FileReport::unusable(None, vec![Problem::new(String::new(), &root, Expected::DataFile)]);
    };
    if bytes.len() > kind.max_bytes() {
        return FileReport::too_large(Some(kind), bytes, kind.max_bytes());
    }
    match kind {
        FileKind::Agreements => match Catalogue::from_value(&root) {
            Ok(_) => FileReport::Checked { kind: Some(kind), is_usable: true, problems: Vec::new() },
            Err(problems) => FileReport::unusable(Some(kind), problems),
        },
        FileKind::Notices => match Notices::from_value(&root) {
            Ok((_, mut problems)) => {
                problems.extend(unknown_agreements(&root, known));
                FileReport::Checked { kind: Some(kind), is_usable: true, problems }
            }
            Err(problems) => FileReport::unusable(Some(kind), problems),
        },
    }
}

/// The valid ids of agreements in a file; none if it is no agreements file, or too large.
pub fn agreement_ids(bytes: &[u8]) -> Vec<String> {
    if bytes.len() > FileKind::Agreements.max_bytes() {
        return Vec::new();
    }
    let Ok(root) = json::parse(bytes) else { return Vec::new() };
    match read::<AgreementsFile<'_>>(&root, &mut Problems::default()) {
        Some(file) if FileKind::detect(&root) == Some(FileKind::Agreements) => file.agreement_ids(),
        _ => Vec::new(),
    }
}

/// Problems of notices and special hours that refer to an unknown agreement. A page would not show them to anybody, and
/// does not report them, since its agreements may be older than the notices.
fn unknown_agreements(root: &Value, known: &[String]) -> Vec<Problem> {
    let Some(file) = read::<NoticesFile<'_>>(root, &mut Problems::default()) else { return Vec::new() };
    let mut problems = Problems::default();
    for (path, id) in file.agreement_references() {
        if !known.iter().any(|known| known == id.0) {
            problems.add(|| {
                let expected = Expected::IdOf { list: "agreements", ids: known.to_vec() };
                Problem::of_text(path, id.0, expected)
            });
        }
    }
    problems.into_vec()
}
