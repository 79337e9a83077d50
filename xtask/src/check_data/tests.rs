//! Is every mistake in a data file told, and does the core say of it what tests/data-files/README.md has it say?

use serde_json::Value as Json;

use super::*;

const AGREEMENTS: &str = include_str!("../../../static/agreements.json");
const ANNOUNCEMENTS: &str = include_str!("../../../core/tests/data/notices.json");
const CASES: &str = include_str!("../../../tests/data-files/cases.jsonl");

/// The verdict on a file that is checked alone.
fn check_alone(bytes: &[u8]) -> Result<Kind, Vec<Problem>> {
    check(bytes, &known_agreements(std::iter::empty()))
}

/// What is told of a file with that text.
fn told(text: &str) -> Vec<String> {
    check_alone(text.as_bytes()).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_is_known_by_its_fields() {
    for file in [AGREEMENTS, &format!("\u{feff}{AGREEMENTS}")] {
        assert_eq!(check_alone(file.as_bytes()), Ok(Kind::Agreements));
    }
    for file in [ANNOUNCEMENTS, include_str!("../../../static/notices.json")] {
        assert_eq!(check_alone(file.as_bytes()), Ok(Kind::Notices));
    }
    let fields = "the fields of agreements (formatVersion, version, lastChanged, reviewBy, source, contact, calendars, \
                  closedDays, agreements, maintenance, coverage, readings) or of announcements (formatVersion, lastChanged, \
                  notices, oneOffHours)";
    for neither in ["{}", "[]", r#"{"formatVersion": 1}"#, r#"{"lastChanged": "2026-12-01"}"#] {
        assert_eq!(told(neither), [format!("(file): found {neither}, expected {fields}")]);
    }
}

#[test]
fn every_mistake_is_told_with_its_place_its_value_and_what_was_expected() {
    assert_eq!(
        told(&AGREEMENTS.replacen("\"+4587925575\"", "\"8792 5575\"", 1).replacen(
            "\"minutes\": 180",
            "\"minutes\": 0",
            1
        )),
        [
            r#"contact.phone: found "8792 5575", expected a phone number as +4512345678"#,
            "agreements[basis].response.remote.minutes: found 0, expected a whole number from 1 to 525600",
        ]
    );
    assert_eq!(
        told(&ANNOUNCEMENTS.replacen("2026-04-13T06:00", "2026-04-12T06:00", 1)),
        [
            r#"notices[odder-core].end: found "2026-04-12T06:00", expected a time after the start, 2026-04-13T00:00, by a year at most"#
        ]
    );
}

#[test]
fn announcements_name_agreements_that_there_are() {
    let misspelt = r#"{"formatVersion": 1, "notices": [], "oneOffHours": [{"channel": "repair", "date": "2026-12-23",
        "hours": [], "why": {"da": "Jul", "en": "Christmas"}, "agreements": ["pro", "basic"]}]}"#;
    let expected = "expected an id of agreements: basis | pro";
    assert_eq!(told(misspelt), [format!("oneOffHours[0].agreements[1]: found \"basic\", {expected}")]);
    let of_work = ANNOUNCEMENTS.replacen("\"pro\"", "\"prø\"", 1);
    assert_eq!(told(&of_work).len(), 1, "an id that no agreement could have is told once: {:?}", told(&of_work));

    let others = AGREEMENTS.replace("\"basis\"", "\"basic\"");
    let known = known_agreements([misspelt.as_bytes(), others.as_bytes()].into_iter());
    assert_eq!(check(misspelt.as_bytes(), &known), Ok(Kind::Notices), "the file that is checked with it has them");
}

#[test]
fn only_sound_agreements_are_compiled_in() {
    let shared = |file: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    sound(&shared("static/agreements.json")).unwrap();
    let announcements = sound(&shared("static/notices.json")).unwrap_err().to_string();
    assert!(announcements.contains("static/notices.json: contact: found nothing"), "{announcements}");
    assert!(sound(&shared("README.md")).unwrap_err().to_string().contains("expected JSON"));
    assert!(sound(&shared("static/none.json")).is_err());
}

#[test]
fn what_is_no_json_or_too_much_of_it() {
    assert_eq!(told("{\n  \"notices\": [}"), ["(file): found expected value at line 2 column 15, expected JSON"]);
    let bytes = [b"{\"notices\": \"".as_slice(), &[0xe6], b"\"}"].concat();
    let problems = check_alone(&bytes).unwrap_err();
    assert_eq!(problems[0].expected, "text in UTF-8");
    let large = format!("{}{}", ANNOUNCEMENTS, " ".repeat(LARGEST_BYTES));
    let found = large.len();
    assert_eq!(
        told(&large),
        [format!("(file): found {found} bytes, expected at most {LARGEST_BYTES}: no page takes more")]
    );
}

#[test]
fn the_shared_cases() {
    for line in CASES.lines() {
        let case: Json = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let problems = told(&file_of(&case));
        match case["verdict"].as_str().unwrap() {
            "good" => assert_eq!(problems, Vec::<String>::new(), "{line}"),
            "schema" | "core" => assert!(!problems.is_empty(), "{line}"),
            other => panic!("{line}: {other} is no verdict"),
        }
    }
}

/// The text of a case's file: its own, or one of those above with a value put at a place or taken away.
fn file_of(case: &Json) -> String {
    if let Some(text) = case["text"].as_str() {
        return text.to_owned();
    }
    let file = match case["file"].as_str().unwrap() {
        "agreements" => AGREEMENTS,
        _ => ANNOUNCEMENTS,
    };
    let mut root: Json = serde_json::from_str(file).unwrap();
    let (parent, name) = case["at"].as_str().unwrap().rsplit_once('/').unwrap();
    let parent = root.pointer_mut(parent).unwrap_or_else(|| panic!("{case}: nothing stands there"));
    match (case.get("put"), parent) {
        (Some(value), Json::Array(items)) => items[name.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), Json::Object(fields)) => drop(fields.insert(name.to_owned(), value.clone())),
        (None, Json::Object(fields)) => assert!(fields.remove(name).is_some(), "{case}: nothing stands there"),
        _ => panic!("{case}: no place to put something"),
    }
    root.to_string()
}
