//! What is asked of a data file that anybody may have written?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{
    AnnouncementFilter, Announcements, Page, PageDetails, Question, Timeline, WorkUnderWay, special_hours_rows,
};
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::{Notices, Place};
use serviceaftale_core::time::{Timestamp, copenhagen};

/// Before Easter, in both nights in which clocks are moved, and at the end of a year: seconds since 1970.
const TIMES: [i64; 4] = [1_775_048_400, 1_774_746_000, 1_792_890_000, 1_798_754_399];

/// Reads a text as agreements, and answers everything by those that are taken.
pub fn agreements(text: &str) {
    if let Some(catalogue) = Value::from_json(text).ok().and_then(|tree| Catalogue::from_value(&tree).ok()) {
        answer(&catalogue);
    }
}

/// Reads a text as announcements, and answers everything by those that are taken.
pub fn notices(text: &str) {
    let Some((notices, _)) = Value::from_json(text).ok().and_then(|tree| Notices::from_value(&tree).ok()) else {
        return;
    };
    let file = include_str!("../../static/agreements.json");
    let Some(catalogue) = Value::from_json(file).ok().and_then(|tree| Catalogue::from_value(&tree).ok()) else {
        return;
    };
    let catalogue = catalogue.with_special_hours(&notices);
    answer(&catalogue);
    for now in TIMES.map(Timestamp::from_unix_seconds) {
        for whom in [
            AnnouncementFilter::default(),
            AnnouncementFilter { place: Place::typed("8300 Odder"), agreement: Some("basis".to_owned()) },
        ] {
            let all = Announcements::compute(&notices, &whom, now);
            let _: Vec<_> =
                all.under_way.iter().chain(&all.upcoming).map(|row| row.notice_timing(&catalogue)).collect();
            let _ = WorkUnderWay::compute(&notices, &whom, now);
        }
        let today = copenhagen::date(now);
        let _ = special_hours_rows(&catalogue, &notices, &Question::default(), today);
        for language in Language::ALL {
            let _ = CalendarRequest::Announcements.file(&catalogue, Some(&notices), today, language);
        }
    }
}

fn answer(catalogue: &Catalogue) {
    let question = Question::default();
    for now in TIMES.map(Timestamp::from_unix_seconds) {
        let page = Page::compute(catalogue, &question, now);
        let _ = PageDetails::compute(catalogue, &question, now);
        let _ = Timeline::compute(catalogue, &page.responses);
    }
}
