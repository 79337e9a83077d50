//! Tests of `cargo xtask check-data`, also with the shared cases of tests/data-files.

use serde_json::Value as Json;

use super::*;

#[path = "../../../tests/data-files/syntax.rs"]
mod syntax;

const AGREEMENTS: &str = include_str!("../../../static/agreements.json");
const ANNOUNCEMENTS: &str = include_str!("../../../core/tests/data/notices.json");
const CASES: &str = include_str!("../../../tests/data-files/cases.jsonl");

/// Checks a single file.
fn check_alone(bytes: &[u8]) -> Result<FileKind, Vec<String>> {
    check(bytes, &known_agreements(std::iter::empty()))
}

/// The problems of a single file with that text.
fn problems(text: &str) -> Vec<String> {
    check_alone(text.as_bytes()).err().unwrap_or_default()
}

#[test]
fn the_format_is_detected_by_the_fields() {
    for file in [AGREEMENTS, &format!("\u{feff}{AGREEMENTS}")] {
        assert_eq!(check_alone(file.as_bytes()), Ok(FileKind::Agreements));
    }
    for file in [ANNOUNCEMENTS, include_str!("../../../static/notices.json")] {
        assert_eq!(check_alone(file.as_bytes()), Ok(FileKind::Notices));
    }
    let fields = "the fields of agreements, as agreements, or of announcements, as notices";
    for neither in ["{}", "[]", r#"{"formatVersion": 1}"#, r#"{"lastChanged": "2026-12-01"}"#] {
        assert_eq!(problems(neither), [format!("(file): found {neither}, expected {fields}")]);
    }
}

#[test]
fn problems_have_a_path_a_value_and_an_expectation() {
    assert_eq!(
        problems(&AGREEMENTS.replacen("\"+4587925575\"", "\"8792 5575\"", 1).replacen(
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
        problems(&ANNOUNCEMENTS.replacen("2026-04-13T06:00", "2026-04-12T06:00", 1)),
        [
            r#"notices[odder-core].end: found "2026-04-12T06:00", expected a time after the start, 2026-04-13T00:00, by a year at most"#
        ]
    );
}

#[test]
fn notices_refer_to_existing_agreements() {
    let misspelt = r#"{"formatVersion": 1, "notices": [], "oneOffHours": [{"channel": "repair", "date": "2026-12-23",
        "hours": [], "why": {"da": "Jul", "en": "Christmas"}, "agreements": ["pro", "basic"]}]}"#;
    let expected = "expected an id of agreements: basis | pro";
    assert_eq!(problems(misspelt), [format!("oneOffHours[0].agreements[1]: found \"basic\", {expected}")]);
    let invalid_id = ANNOUNCEMENTS.replacen("\"pro\"", "\"prø\"", 1);
    assert_eq!(problems(&invalid_id).len(), 1, "an invalid id is reported once: {:?}", problems(&invalid_id));

    let others = AGREEMENTS.replace("\"basis\"", "\"basic\"");
    let known = known_agreements([misspelt.as_bytes(), others.as_bytes()].into_iter());
    assert_eq!(
        check(misspelt.as_bytes(), &known),
        Ok(FileKind::Notices),
        "the agreements file beside it has the agreement"
    );
}

#[test]
fn files_that_are_not_json_or_too_large() {
    assert_eq!(problems("{\n  \"notices\": [}"), ["line 2, column 15: expected a value"]);
    for (file, most) in [(ANNOUNCEMENTS, 1_000_000), (AGREEMENTS, 150_000)] {
        let spaces = " ".repeat(most - file.len());
        assert_eq!(problems(&format!("{file}{spaces}")), Vec::<String>::new());
        let found = most + 1;
        let problem = format!("(file): found {found} bytes, expected at most {most}: no page takes more");
        assert_eq!(problems(&format!("{file}{spaces} ")), [problem]);
    }
}

#[test]
fn files_as_editors_save_them() {
    for case in syntax::cases() {
        let found = check_alone(&case.bytes).err().unwrap_or_default();
        let expected: Vec<String> = case.error.into_iter().map(|[_, english]| english).collect();
        assert_eq!(found, expected, "{}, {}", case.name, case.kind);
    }
}

#[test]
fn shared_cases() {
    for line in CASES.lines() {
        let case: Json = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let found = problems(&file_of(&case));
        match case["verdict"].as_str().unwrap() {
            "good" => assert_eq!(found, Vec::<String>::new(), "{line}"),
            "schema" | "core" => assert!(!found.is_empty(), "{line}"),
            other => panic!("{line}: {other} is not a verdict"),
        }
    }
}

/// The file of a case: its own text, or one of the files above with a value replaced, inserted or removed.
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
    let parent = root.pointer_mut(parent).unwrap_or_else(|| panic!("{case}: no value at the pointer"));
    match (case.get("put"), parent) {
        (Some(value), Json::Array(items)) => items[name.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), Json::Object(fields)) => drop(fields.insert(name.to_owned(), value.clone())),
        (None, Json::Object(fields)) => assert!(fields.remove(name).is_some(), "{case}: no value at the pointer"),
        _ => panic!("{case}: no object or array at the pointer"),
    }
    root.to_string()
}
