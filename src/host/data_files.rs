//! Parsing of data files, from their bytes.

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, json};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;
use serviceaftale_core::problem::{Problem, to_value};

/// The announcements of a file.
pub struct ParsedNotices {
    pub notices: Rc<Notices>,
    pub problems: LeftOut,
}

/// The problems of what was left out of a file.
#[derive(Clone, Default)]
pub struct LeftOut {
    /// One a line.
    pub lines: String,
    /// The same as a JSON array.
    pub json: String,
}

/// Parses an agreements file.
///
/// # Errors
/// Every problem, one a line.
pub fn read_agreements(bytes: &[u8]) -> Result<Catalogue, String> {
    Catalogue::from_value(&parse(bytes)?).map_err(lines)
}

/// Parses a notices file.
///
/// # Errors
/// Every problem, one a line, when nothing of the file can be used.
pub fn read_notices(bytes: &[u8]) -> Result<ParsedNotices, String> {
    let (notices, problems) = Notices::from_value(&parse(bytes)?).map_err(lines)?;
    Ok(ParsedNotices { notices: Rc::new(notices), problems: left_out(problems) })
}

fn left_out(problems: Vec<Problem>) -> LeftOut {
    LeftOut { json: to_value(Language::English, &problems).to_json(), lines: lines(problems) }
}

fn parse(bytes: &[u8]) -> Result<Value, String> {
    json::parse(bytes).map_err(|error| error.to_string())
}

fn lines(problems: Vec<Problem>) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
