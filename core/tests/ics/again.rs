//! What happens when a customer takes a file for the second time?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::{service_window, support_hours};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;

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
        assert_eq!(number(after) - number(before), 32 * 24 * 60, "minutes");
        for name in ["DTSTAMP", "LAST-MODIFIED"] {
            assert_eq!(value(after, name), Some(":20261223T230000Z"));
        }
    }
}

/// Hours that differ once come and go by the time that their file tells, which is later than that of the agreements.
#[test]
fn hours_that_differ_once_are_a_newer_telling_also_when_they_are_taken_back() {
    let base = catalogue(&[]);
    let closed = r#"[{"channel": "general", "date": "2026-12-23", "hours": "closed", "why": {"da": "a", "en": "a"}}]"#;
    let told = |changed: &str, hours: &str| {
        let file =
            format!(r#"{{"formatVersion": 1, "lastChanged": "{changed}", "notices": [], "oneOffHours": {hours}}}"#);
        let (notices, problems) = Notices::from_value(&Value::from_json(&file).unwrap()).unwrap();
        assert_eq!(problems, []);
        assert!(notices.tell_of_hours());
        let catalogue = base.with_special_hours(&notices);
        let file = support_hours(&catalogue, &[&catalogue.agreements[0]], from(), Language::Danish);
        let editions = events(&file).into_iter().filter(|event| uid(event).contains("general"));
        let edition = |event: Vec<String>| {
            let number: i32 = value(&event, "SEQUENCE").unwrap()[1..].parse().unwrap();
            (number, value(&event, "LAST-MODIFIED").unwrap().to_owned())
        };
        let editions: Vec<_> = editions.map(edition).collect();
        assert!(editions.iter().all(|edition| *edition == editions[0]));
        (editions[0].clone(), file.text.contains("20261223T"))
    };
    let ((before, _), with_hours) = told("2026-12-01T10:00", closed);
    assert!(with_hours);
    let ((after, changed), with_hours) = told("2026-12-01T10:30", "[]");
    assert_eq!((after - before, changed.as_str(), with_hours), (30, ":20261201T093000Z", false));
    let ((long_ago, changed), _) = told("2026-01-01T10:00", closed);
    assert!(long_ago < before, "the agreements were changed later");
    assert_eq!(changed, ":20261121T230000Z");
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
