//! Table of the functions of the second wasm file that are not views: reading files, writing calendars.

use chrono::NaiveDate;
use serviceaftale_core::addresses::{Addresses, Change};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Problem, Value};
use serviceaftale_core::ics::{CalendarFile, CalendarRequest};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{Notices, NoticesReader};

/// The functions that the first wasm file calls in the second; each is documented where it is defined.
#[derive(Debug)]
pub struct LazyServices {
    pub read_agreements: fn(&Value) -> Result<Catalogue, Vec<Problem>>,
    pub begin_notices: fn(&Value, usize) -> Result<NoticesReader, Vec<Problem>>,
    pub push_notice: fn(&mut NoticesReader, &Value),
    pub finish_notices: fn(NoticesReader) -> (Notices, Vec<Problem>),
    pub with_special_hours: fn(&Catalogue, &Notices) -> Catalogue,
    pub read_addresses: fn(&Value) -> Option<Addresses>,
    pub change_addresses: fn(Addresses, Change) -> Addresses,
    pub addresses_to_json: fn(&Addresses) -> String,
    pub calendar: fn(&CalendarRequest, &Catalogue, Option<&Notices>, NaiveDate, Language) -> Option<CalendarFile>,
}

/// All of them.
pub static SERVICES: LazyServices = LazyServices {
    read_agreements: Catalogue::from_value,
    begin_notices: NoticesReader::new,
    push_notice: NoticesReader::push,
    finish_notices: NoticesReader::finish,
    with_special_hours: Catalogue::with_special_hours,
    read_addresses: Addresses::from_value,
    change_addresses: Addresses::with,
    addresses_to_json: Addresses::to_json,
    calendar: CalendarRequest::file,
};
