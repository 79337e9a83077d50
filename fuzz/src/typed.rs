//! Fuzz targets of what others write in fields, links, attributes and storage.

use serviceaftale_core::addresses::{Address, AddressChange, Addresses, MAX_ADDRESSES};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::ShareLink;
use serviceaftale_core::data::json;
use serviceaftale_core::messages::{Language, report_time};
use serviceaftale_core::notices::{Notices, PlaceQuery};
use serviceaftale_core::report_input::{ParsedReport, ReportDraft};
use serviceaftale_core::time::{Timestamp, copenhagen};

use crate::app::attributes::{Attributes, RawAttributes};
use crate::{TIMES, catalogue};

/// Parses a stored address book, changes it, and parses what would be stored.
pub fn addresses(bytes: &[u8]) {
    let Some(addresses) = json::parse(bytes).ok().as_ref().and_then(Addresses::from_value) else { return };
    assert_eq!(reloaded(&addresses), addresses);
    let text = String::from_utf8_lossy(bytes);
    let added = Address::parse(text.get(..20).unwrap_or(&text), "pro", text.get(20..40).unwrap_or_default());
    let changes = added.into_iter().map(AddressChange::Add).chain([AddressChange::Remove("Odder".to_owned())]);
    let changed = changes.fold(addresses, Addresses::apply);
    assert!(changed.all.len() <= MAX_ADDRESSES);
    assert_eq!(reloaded(&changed), changed);
}

/// What the stored form contains; nothing is stored of an empty address book.
fn reloaded(addresses: &Addresses) -> Addresses {
    let stored = addresses.to_json();
    json::parse(stored.as_bytes()).ok().as_ref().and_then(Addresses::from_value).unwrap_or_default()
}

/// Parses the query string of a link as attributes. The link to what they ask for asks for the same.
pub fn attributes(bytes: &[u8]) {
    thread_local! {
        // Parsed once, because it takes longer than everything else here.
        static PUBLISHED: Catalogue = catalogue(include_bytes!("../../static/agreements.json")).unwrap();
    }
    PUBLISHED.with(|catalogue| {
        let first = link(&String::from_utf8_lossy(bytes), catalogue);
        assert_eq!(link(&first, catalogue), first);
    });
}

/// The query string of a link that reproduces what the attributes in a query string ask for.
fn link(query: &str, catalogue: &Catalogue) -> String {
    let present = form_urlencoded::parse(query.trim_start_matches('?').as_bytes()).into_owned().collect();
    let raw = RawAttributes { present, ..RawAttributes::default() };
    let (Attributes { question, frozen_at, appearance }, problems) = Attributes::parse(&raw, catalogue);
    assert!(problems.len() <= raw.present.len());
    assert!((2..=5).contains(&appearance.heading_level));
    let query = ShareLink::new(&question, Timestamp::from_unix_seconds(TIMES[0]), frozen_at).query();
    assert!(query.bytes().all(|byte| byte.is_ascii_graphic()), "{query}");
    query
}

/// Parses a typed date and a typed time of day, which a line break separates.
pub fn report_times(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (date, time) = text.split_once('\n').unwrap_or((&text, ""));
    let draft = ReportDraft { date: date.to_owned(), time: time.to_owned(), occurrence: None, entered: true };
    for language in Language::ALL {
        for today in TIMES.map(|now| copenhagen::date(Timestamp::from_unix_seconds(now))) {
            let parsed = draft.parse(&report_time::vocabulary(language), today);
            if let ParsedReport::Invalid { date: wrong_date, time: wrong_time } = parsed {
                let _ = wrong_date.map(|error| report_time::wrong_date(language, date, error));
                let _ = wrong_time.map(|error| report_time::wrong_time(language, time, error));
            }
            if let Some(report) = parsed.report() {
                assert_eq!(ParsedReport::from_instant(report).report(), Some(report));
                let again = report_time::draft(language, report).parse(&report_time::vocabulary(language), today);
                let minutes = |parsed: ParsedReport| parsed.report().map(|at| at.unix_seconds().div_euclid(60));
                assert_eq!(minutes(again), minutes(parsed));
            }
        }
    }
}

/// Searches announcements for a typed place.
pub fn places(bytes: &[u8]) {
    let root = json::parse(include_bytes!("../../core/tests/data/notices.json")).unwrap();
    let (notices, _) = Notices::from_value(&root).unwrap();
    let query = PlaceQuery::parse(&String::from_utf8_lossy(bytes));
    for announcement in &notices.announcements {
        let found = query.area_match(announcement);
        assert!(found.is_some() || !query.is_empty());
    }
}
