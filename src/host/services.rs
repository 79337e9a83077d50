//! Table of the functions of the second wasm file that are not views: reading files, writing calendars.
//!
//! They take JSON as text or as the browser parsed it, so the first file contains no conversion of JSON.

use chrono::NaiveDate;
use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Problem;
use serviceaftale_core::ics::{CalendarFile, CalendarRequest};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{Notices, NoticesParser};
use wasm_bindgen::JsValue;

use super::{addresses, json};

/// The functions that the first wasm file calls in the second; each is documented where it is defined.
#[derive(Debug)]
pub struct LazyServices {
    pub read_agreements: fn(&str) -> Result<Catalogue, String>,
    pub begin_notices: fn(&JsValue, usize) -> Result<NoticesParser, String>,
    pub push_notice: fn(&mut NoticesParser, &JsValue) -> Result<(), String>,
    pub finish_notices: fn(NoticesParser) -> (Notices, String),
    pub with_special_hours: fn(&Catalogue, &Notices) -> Catalogue,
    pub read_addresses: fn(&str) -> Option<Addresses>,
    pub change_addresses: fn(Addresses, AddressChange) -> Addresses,
    pub addresses_to_json: fn(&Addresses) -> String,
    pub calendar: fn(&CalendarRequest, &Catalogue, Option<&Notices>, NaiveDate, Language) -> Option<CalendarFile>,
}

/// All of them.
pub static SERVICES: LazyServices = LazyServices {
    read_agreements,
    begin_notices,
    push_notice,
    finish_notices,
    with_special_hours: Catalogue::with_special_hours,
    read_addresses: addresses::read,
    change_addresses: Addresses::apply,
    addresses_to_json: Addresses::to_json,
    calendar: CalendarRequest::create_file,
};

/// Reads an agreements file.
///
/// # Errors
/// Every problem of the file, one a line.
fn read_agreements(text: &str) -> Result<Catalogue, String> {
    Catalogue::from_value(&json::parse(text)?).map_err(lines)
}

/// Starts a parser from a notices file without its list of notices, and the length of that list.
///
/// # Errors
/// Every problem, one a line, when nothing of the file can be used.
fn begin_notices(root: &JsValue, count: usize) -> Result<NoticesParser, String> {
    NoticesParser::new(&json::convert(root)?, count).map_err(lines)
}

/// Parses the next notice of the file.
///
/// # Errors
/// When it is nested too deeply.
fn push_notice(parser: &mut NoticesParser, notice: &JsValue) -> Result<(), String> {
    parser.push(&json::convert(notice)?);
    Ok(())
}

/// The announcements, and the problems of notices that were left out, one a line.
fn finish_notices(parser: NoticesParser) -> (Notices, String) {
    let (notices, problems) = parser.finish();
    (notices, lines(problems))
}

/// One line for each problem.
fn lines(problems: Vec<Problem>) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
