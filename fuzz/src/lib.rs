//! Fuzz targets: untrusted data files are parsed, and every answer is computed from those that are accepted; and what
//! customers, links and host pages write is parsed.

/// The parser of attributes, which needs nothing else of the widget.
#[path = "../../src/app"]
pub mod app {
    pub mod attributes;
}
pub mod typed;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{
    AnnouncementFilter, Announcements, Page, PageDetails, Question, Timeline, WorkUnderWay, special_hours_rows,
};
use serviceaftale_core::data::json;
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{Notices, PlaceQuery};
use serviceaftale_core::time::{Timestamp, copenhagen};

/// Before Easter, in the nights of both clock changes, and at the end of a year, in Unix seconds.
const TIMES: [i64; 4] = [1_775_048_400, 1_774_746_000, 1_792_890_000, 1_798_754_399];

/// Parses an agreements file and computes every answer.
pub fn agreements(bytes: &[u8]) {
    if let Some(catalogue) = catalogue(bytes) {
        compute_answers(&catalogue);
    }
}

/// Parses a notices file and computes every answer.
pub fn notices(bytes: &[u8]) {
    let Some(root) = json::parse(bytes).ok() else { return };
    let Ok((notices, _)) = Notices::from_value(&root) else { return };
    let Some(catalogue) = catalogue(include_bytes!("../../static/agreements.json")) else { return };
    let catalogue = catalogue.with_special_hours(&notices);
    compute_answers(&catalogue);
    let odder = AnnouncementFilter { place: PlaceQuery::parse("8300 Odder"), agreement: Some("basis".to_owned()) };
    for now in TIMES.map(Timestamp::from_unix_seconds) {
        for filter in [&AnnouncementFilter::default(), &odder] {
            let all = Announcements::compute(&notices, filter, now);
            let _: Vec<_> =
                all.under_way.iter().chain(&all.upcoming).map(|row| row.notice_timing(&catalogue)).collect();
            let _ = WorkUnderWay::compute(&notices, filter, now);
        }
        let today = copenhagen::date(now);
        let _ = special_hours_rows(&catalogue, &notices, &Question::default(), today);
        for language in Language::ALL {
            let _ = CalendarRequest::Announcements.create_file(&catalogue, Some(&notices), today, language);
        }
    }
}

fn catalogue(bytes: &[u8]) -> Option<Catalogue> {
    Catalogue::from_value(&json::parse(bytes).ok()?).ok()
}

fn compute_answers(catalogue: &Catalogue) {
    let question = Question::default();
    for now in TIMES.map(Timestamp::from_unix_seconds) {
        let page = Page::compute(catalogue, &question, now);
        let _ = PageDetails::compute(catalogue, &question, now);
        let _ = Timeline::compute(catalogue, &page.responses);
    }
}
