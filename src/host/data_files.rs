//! Parsing of data files, from their bytes.

use std::rc::Rc;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Problem, Value, json};
use serviceaftale_core::messages::{Language, data_files};
use serviceaftale_core::notices::Notices;

/// The announcements of a file.
pub struct ParsedNotices {
    pub notices: Rc<Notices>,
    /// The problems of what was left out, one a line.
    pub problems: String,
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
    Ok(ParsedNotices { notices: Rc::new(notices), problems: lines(problems) })
}

/// The error of a file that is not valid JSON.
pub fn syntax_error(bytes: &[u8], language: Language) -> Option<String> {
    json::parse(bytes).err().map(|error| data_files::json_error(language, &error))
}

fn parse(bytes: &[u8]) -> Result<Value, String> {
    json::parse(bytes).map_err(|error| error.to_string())
}

fn lines(problems: Vec<Problem>) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
