//! Table of the functions of the second wasm file that are not views: reading files, writing calendars.

use chrono::NaiveDate;
use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Problem, Value};
use serviceaftale_core::ics::{CalendarFile, CalendarRequest};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{Notices, NoticesParser};

/// The functions that the first wasm file calls in the second; each is documented where it is defined.
#[derive(Debug)]
pub struct LazyServices {
    pub read_agreements: fn(&Value) -> Result<Catalogue, Vec<Problem>>,
    pub begin_notices: fn(&Value, usize) -> Result<NoticesParser, Vec<Problem>>,
    pub push_notice: fn(&mut NoticesParser, &Value),
    pub finish_notices: fn(NoticesParser) -> (Notices, Vec<Problem>),
    pub with_special_hours: fn(&Catalogue, &Notices) -> Catalogue,
    pub read_addresses: fn(&Value) -> Option<Addresses>,
    pub change_addresses: fn(Addresses, AddressChange) -> Addresses,
    pub addresses_to_json: fn(&Addresses) -> String,
    pub calendar: fn(&CalendarRequest, &Catalogue, Option<&Notices>, NaiveDate, Language) -> Option<CalendarFile>,
}

/// All of them.
pub static SERVICES: LazyServices = LazyServices {
    read_agreements: Catalogue::from_value,
    begin_notices: NoticesParser::new,
    push_notice: NoticesParser::push,
    finish_notices: NoticesParser::finish,
    with_special_hours: Catalogue::with_special_hours,
    read_addresses: Addresses::from_value,
    change_addresses: Addresses::apply,
    addresses_to_json: Addresses::to_json,
    calendar: CalendarRequest::create_file,
};
