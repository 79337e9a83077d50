//! Bounds on data files: what a file may contain, so that no file of a permitted size takes long to read.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod samples;

use serde_json::{Value as Json, json};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::file_check::{FileKind, FileReport, agreement_ids, check};

const AGREEMENTS: &str = include_str!("../../../static/agreements.json");

#[test]
fn few_problems_of_a_full_file_are_listed() {
    for sample in samples::SAMPLES {
        let max = sample.kind.max_bytes();
        let file = sample.file(max);
        assert!((max - max / 10..=max).contains(&file.len()), "{}: {} bytes", sample.name, file.len());
        match check(&file, &[]) {
            FileReport::Syntax(error) => assert!(error.to_string().contains("too many fields"), "{error}"),
            FileReport::Checked { kind, problems, .. } => {
                assert_eq!(kind, Some(sample.kind), "{}", sample.name);
                // Those of the format, those of ids of unknown agreements, and the numbers of the others.
                assert!(problems.len() <= 202, "{}: {} problems", sample.name, problems.len());
            }
        }
    }
}

#[test]
fn every_list_of_both_formats_has_a_most_number_of_items() {
    fn check(path: &str, schema: &Json) {
        if schema["type"] == "array" {
            assert!(schema["maxItems"].is_number(), "{path}");
        }
        let children = match schema {
            Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
            Json::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
            _ => Vec::new(),
        };
        for (name, value) in children {
            check(&format!("{path}/{name}"), value);
        }
    }
    for schema in
        [include_str!("../../../static/agreements.schema.json"), include_str!("../../../static/notices.schema.json")]
    {
        check("", &serde_json::from_str(schema).unwrap());
    }
}

/// The problems of the published agreements with a list of so many items at the pointer.
fn problems_with(pointer: &str, items: &[Json]) -> Vec<String> {
    let mut root: Json = serde_json::from_str(AGREEMENTS).unwrap();
    *root.pointer_mut(pointer).unwrap() = items.into();
    let problems = Catalogue::from_value(&Value::from_json(&root.to_string()).unwrap()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn lists_of_an_agreements_file_are_limited() {
    fn check(pointer: &str, max: usize) {
        let root: Json = serde_json::from_str(AGREEMENTS).unwrap();
        let mut items = root.pointer(pointer).unwrap().as_array().unwrap().clone();
        let example =
            items.first().cloned().unwrap_or_else(|| json!({ "name": { "da": "d", "en": "e" }, "daysAfterEaster": 1 }));
        for index in items.len()..=max {
            let mut next = example.clone();
            if next.get("id").is_some() {
                next["id"] = json!(format!("item-{index}"));
            }
            items.push(next);
        }
        let limit = format!("a list [ … ] of at most {max}");
        let too_long = problems_with(pointer, &items);
        assert!(too_long.iter().any(|problem| problem.ends_with(&limit)), "{pointer}: {too_long:?}");
        let permitted = problems_with(pointer, &items[..max]);
        assert!(!permitted.iter().any(|problem| problem.contains("at most")), "{pointer}: {permitted:?}");
    }
    check("/agreements", 10);
    check("/calendars", 50);
    check("/calendars/0/weekly/mon", 10);
    check("/closedDays", 50);
    check("/coverage/covered", 50);
    check("/coverage/customerPays", 50);
    check("/coverage/notStated", 50);
    check("/readings", 12);
    check("/readings/0/values", 5);
    check("/readings/0/values/0/put", 10);
    let hours = vec![json!("08:00-09:00"); 11];
    let problems = problems_with("/calendars/0/publicHolidays/weekday", &hours);
    assert!(problems[0].ends_with("a list [ … ] of at most 10"), "{problems:?}");
}

/// Each alternative reads the whole file again.
#[test]
fn alternatives_are_not_evaluated_when_the_list_of_problems_is_full() {
    let mut root: Json = serde_json::from_str(AGREEMENTS).unwrap();
    root["readings"][0]["values"][1]["put"] = json!([{ "path": "version", "value": "" }]);
    let problems = |root: &Json| {
        let problems = Catalogue::from_value(&Value::from_json(&root.to_string()).unwrap()).unwrap_err();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let found = problems(&root);
    assert!(found.iter().any(|problem| problem.contains("puts \"\" at version")), "{found:?}");
    root["coverage"]["covered"] = vec![json!(0); 50].into();
    root["coverage"]["customerPays"] = vec![json!(0); 50].into();
    root["coverage"]["notStated"] = vec![json!(0); 3].into();
    let found = problems(&root);
    let last = found.last().unwrap();
    assert_eq!((found.len(), last.as_str()), (101, "(file): found 3 more problems, expected none"), "{found:?}");
}

#[test]
fn files_beyond_the_size_limit_are_not_parsed() {
    let too_large = |bytes: &[u8]| match check(bytes, &[]) {
        FileReport::Checked { problems, .. } => problems[0].to_string(),
        FileReport::Syntax(error) => error.to_string(),
    };
    let limit = FileKind::Notices.max_bytes();
    assert_eq!(
        too_large(&vec![b'['; limit + 1]),
        "(file): found 1000001 bytes, expected at most 1000000: no page takes more"
    );
    let spaces = " ".repeat(FileKind::Agreements.max_bytes() - AGREEMENTS.len());
    assert_eq!(agreement_ids(format!("{AGREEMENTS}{spaces}").as_bytes()), ["basis", "pro"]);
    assert_eq!(agreement_ids(format!("{AGREEMENTS}{spaces} ").as_bytes()), Vec::<String>::new());
}
