//! Stable UIDs and growing revisions of calendar events.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::ics::{service_window, support_hours};
use serviceaftale_core::messages::Language;
use serviceaftale_core::notices::Notices;

use super::{catalogue, date, events, from, uid, value};

#[test]
fn newer_data_has_the_same_uids_and_a_higher_sequence_number() {
    let (before, mut after) = (catalogue(&[]), catalogue(&[]));
    after.last_changed = date("2026-12-24");
    let all_events = |catalogue: &Catalogue| {
        let agreements: Vec<_> = catalogue.agreements.iter().collect();
        let files = [
            service_window(catalogue, from(), Language::Danish),
            support_hours(catalogue, &agreements, from(), Language::Danish),
        ];
        files.iter().flat_map(events).collect::<Vec<_>>()
    };
    let (before, after) = (all_events(&before), all_events(&after));
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(uid(before), uid(after));
        let sequence = |event| value(event, "SEQUENCE").unwrap()[1..].parse::<i32>().unwrap();
        assert_eq!(sequence(after) - sequence(before), 32 * 24 * 60, "minutes");
        for name in ["DTSTAMP", "LAST-MODIFIED"] {
            assert_eq!(value(after, name), Some(":20261223T230000Z"));
        }
    }
}

/// The revision is the last change of the notices file, if it is later than that of the agreements.
#[test]
fn special_hours_raise_the_revision_also_when_they_are_withdrawn() {
    let base = catalogue(&[]);
    let closed = r#"[{"channel": "general", "date": "2026-12-23", "hours": "closed", "why": {"da": "a", "en": "a"}}]"#;
    let revision = |changed: &str, hours: &str| {
        let file =
            format!(r#"{{"formatVersion": 1, "lastChanged": "{changed}", "notices": [], "oneOffHours": {hours}}}"#);
        let (notices, problems) = Notices::from_value(&Value::from_json(&file).unwrap()).unwrap();
        assert_eq!(problems, []);
        assert!(notices.specifies_hours());
        let catalogue = base.with_special_hours(&notices);
        let file = support_hours(&catalogue, &[&catalogue.agreements[0]], from(), Language::Danish);
        let general = events(&file).into_iter().filter(|event| uid(event).contains("general"));
        let revision = |event: Vec<String>| {
            let sequence: i32 = value(&event, "SEQUENCE").unwrap()[1..].parse().unwrap();
            (sequence, value(&event, "LAST-MODIFIED").unwrap().to_owned())
        };
        let revisions: Vec<_> = general.map(revision).collect();
        assert!(revisions.iter().all(|revision| *revision == revisions[0]));
        (revisions[0].clone(), file.text.contains("20261223T"))
    };
    let ((before, _), with_hours) = revision("2026-12-01T10:00", closed);
    assert!(with_hours);
    let ((after, changed), with_hours) = revision("2026-12-01T10:30", "[]");
    assert_eq!((after - before, changed.as_str(), with_hours), (30, ":20261201T093000Z", false));
    let ((earlier, changed), _) = revision("2026-01-01T10:00", closed);
    assert!(earlier < before, "the agreements changed later");
    assert_eq!(changed, ":20261121T230000Z");
}

#[test]
fn shared_hours_have_the_same_events_in_every_file() {
    let catalogue = catalogue(&[]);
    let all: Vec<_> = catalogue.agreements.iter().collect();
    let events_of = |agreements: &[_]| events(&support_hours(&catalogue, agreements, from(), Language::Danish));
    let every = events_of(&all);
    for agreement in &all {
        for event in events_of(&[agreement]) {
            assert!(every.contains(&event), "{event:#?}");
        }
    }
    assert_eq!([events_of(&all[..1]).len(), events_of(&all[1..]).len(), every.len()], [6, 5, 7]);
}

#[test]
fn uids_are_unique() {
    let catalogue = catalogue(&[("weekday_holiday_phone", "weekend"), ("extra_closed_days", "bank")]);
    let all: Vec<_> = catalogue.agreements.iter().collect();
    let events = events(&support_hours(&catalogue, &all, from(), Language::Danish));
    let mut ids: Vec<_> = events.iter().map(|event| (uid(event), value(event, "RECURRENCE-ID"))).collect();
    assert!(ids.len() > 100);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), events.len());
}
