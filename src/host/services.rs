//! Table of the functions of the second wasm file that are not views: reading files, writing calendars.

use chrono::NaiveDate;
use serviceaftale_core::addresses::{AddressChange, Addresses};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::ics::{CalendarFile, CalendarRequest};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;

use super::data_files::ParsedNotices;
use super::{addresses, data_files};

/// The functions that the first wasm file calls in the second; each is documented where it is defined.
#[derive(Debug)]
pub struct LazyServices {
    pub read_agreements: fn(&[u8]) -> Result<Catalogue, String>,
    pub read_notices: fn(&[u8]) -> Result<ParsedNotices, String>,
    pub check_file: fn(&[u8], &[u8], Language) -> String,
    pub with_special_hours: fn(&Catalogue, &Notices) -> Catalogue,
    pub read_addresses: fn(&str) -> Option<Addresses>,
    pub change_addresses: fn(Addresses, AddressChange) -> Addresses,
    pub addresses_to_json: fn(&Addresses) -> String,
    pub calendar: fn(&CalendarRequest, &Catalogue, Option<&Notices>, NaiveDate, Language) -> Option<CalendarFile>,
}

/// All of them.
pub static SERVICES: LazyServices = LazyServices {
    read_agreements: data_files::read_agreements,
    read_notices: data_files::read_notices,
    check_file: data_files::check_file,
    with_special_hours: Catalogue::with_special_hours,
    read_addresses: addresses::read,
    change_addresses: Addresses::apply,
    addresses_to_json: Addresses::to_json,
    calendar: CalendarRequest::create_file,
};
