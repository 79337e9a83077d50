//! What happens when a customer takes a file for the second time?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::ics::{service_window, support_hours};
use serviceaftale_core::wording::Language;

use super::{catalogue, date, events, from, uid, value};

#[test]
fn newer_data_has_the_same_names_and_a_higher_number() {
    let (before, mut after) = (catalogue(&[]), catalogue(&[]));
    after.last_changed = date("2026-12-24");
    let told = |catalogue: &Catalogue| {
        let agreements: Vec<_> = catalogue.agreements.iter().collect();
        let files = [
            service_window(catalogue, from(), Language::Danish),
            support_hours(catalogue, &agreements, from(), Language::Danish),
        ];
        files.iter().flat_map(events).collect::<Vec<_>>()
    };
    let (before, after) = (told(&before), told(&after));
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(uid(before), uid(after));
        let number = |event| value(event, "SEQUENCE").unwrap()[1..].parse::<i32>().unwrap();
        assert_eq!(number(after) - number(before), 32, "days");
        for name in ["DTSTAMP", "LAST-MODIFIED"] {
            assert_eq!(value(after, name), Some(":20261223T230000Z"));
        }
    }
}

#[test]
fn hours_read_alike_in_every_file_that_has_them() {
    let catalogue = catalogue(&[]);
    let all: Vec<_> = catalogue.agreements.iter().collect();
    let told = |agreements: &[_]| events(&support_hours(&catalogue, agreements, from(), Language::Danish));
    let every = told(&all);
    for agreement in &all {
        for event in told(&[agreement]) {
            assert!(every.contains(&event), "{event:#?}");
        }
    }
    assert_eq!([told(&all[..1]).len(), told(&all[1..]).len(), every.len()], [6, 5, 7]);
}

#[test]
fn each_event_has_a_name_of_its_own() {
    let catalogue = catalogue(&[("weekday_holiday_phone", "weekend"), ("extra_closed_days", "bank")]);
    let all: Vec<_> = catalogue.agreements.iter().collect();
    let events = events(&support_hours(&catalogue, &all, from(), Language::Danish));
    let mut names: Vec<_> = events.iter().map(|event| (uid(event), value(event, "RECURRENCE-ID"))).collect();
    assert!(names.len() > 100);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), events.len());
}
