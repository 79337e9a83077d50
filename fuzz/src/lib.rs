//! What is asked of a data file that anybody may have written?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answer::{
    Announcements, Page, Question, Reference, Timeline, Whom, WorkUnderWay, one_off_rows,
};
use serviceaftale_core::calendar::{Timestamp, copenhagen};
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::Wanted;
use serviceaftale_core::notices::{Notices, Place};
use serviceaftale_core::wording::Language;

/// Before Easter, in both nights in which clocks are moved, and at the end of a year: seconds since 1970.
const TIMES: [i64; 4] = [1_775_048_400, 1_774_746_000, 1_792_890_000, 1_798_754_399];

/// Reads a text as agreements, and answers everything by those that are taken.
pub fn agreements(text: &str) {
    if let Some(catalogue) = Value::from_json(text).ok().and_then(|tree| Catalogue::read(&tree).ok()) {
        answer(&catalogue);
    }
}

/// Reads a text as announcements, and answers everything by those that are taken.
pub fn notices(text: &str) {
    let Some((notices, _)) = Value::from_json(text).ok().and_then(|tree| Notices::read(&tree).ok()) else { return };
    let file = include_str!("../../static/agreements.json");
    let Some(catalogue) = Value::from_json(file).ok().and_then(|tree| Catalogue::read(&tree).ok()) else { return };
    let catalogue = catalogue.with_one_off_hours(&notices);
    answer(&catalogue);
    for now in TIMES.map(Timestamp::from_unix_seconds) {
        for whom in [Whom::default(), Whom { place: Place::typed("8300 Odder"), agreement: Some("basis".to_owned()) }] {
            let all = Announcements::at(&notices, &whom, now);
            let _: Vec<_> = all.under_way.iter().chain(&all.coming).map(|row| row.notice(&catalogue)).collect();
            let _ = WorkUnderWay::at(&notices, &whom, now);
        }
        let today = copenhagen::date(now);
        let _ = one_off_rows(&catalogue, &notices, &Question::default(), today);
        for language in Language::ALL {
            let _ = Wanted::Announcements.file(&catalogue, Some(&notices), today, language);
        }
    }
}

fn answer(catalogue: &Catalogue) {
    let question = Question::default();
    for now in TIMES.map(Timestamp::from_unix_seconds) {
        let page = Page::at(catalogue, &question, now);
        let _ = Reference::at(catalogue, &question, now);
        let _ = Timeline::of(catalogue, &page.responses);
    }
}
