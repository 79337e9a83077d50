//! The most special hours, and the most agreements that they can apply to.

use serde_json::{Value, json};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value as Tree, value_at};
use serviceaftale_core::notices::Notices;

/// The catalogue of a file with the most agreements, and the most alternatives for each.
pub fn largest_catalogue() -> Catalogue {
    let mut root: Value = serde_json::from_str(include_str!("../../../static/agreements.json")).unwrap();
    let agreement = root["agreements"][0].clone();
    let named = |index: usize| {
        let mut agreement = agreement.clone();
        agreement["id"] = json!(format!("a{index}"));
        agreement
    };
    root["agreements"] = (0..10).map(named).collect();
    let mut paths =
        ["version", "source", "contact.name", "contact.press", "agreements[a0].name"].map(String::from).to_vec();
    paths.extend((1..8).map(|index| format!("agreements[a{index}].name")));
    let interpretation = |(index, path): (usize, &String)| {
        let text = json!({ "da": "d", "en": "e" });
        let current: Value = serde_json::from_str(&value_at(&tree(&root), path).unwrap().to_json()).unwrap();
        let value = |value: usize| {
            let put = if value == 0 { current.clone() } else { json!(format!("{value}")) };
            json!({ "id": format!("v{value}"), "text": text, "put": [{ "path": path, "value": put }] })
        };
        let values: Vec<Value> = (0..5).map(value).collect();
        json!({ "id": format!("i{index}"), "section": "1", "about": text, "value": "v0", "values": values })
    };
    let readings: Vec<Value> = paths.iter().enumerate().map(interpretation).collect();
    root["readings"] = readings.into();
    let catalogue = Catalogue::from_value(&tree(&root)).unwrap();
    assert_eq!((catalogue.agreements.len(), catalogue.alternatives.len()), (10, 48));
    catalogue
}

/// The most special hours, each of another date, for agreements that the catalogue has.
pub fn most_special_hours() -> Notices {
    let agreements: Vec<String> = (0..10).map(|index| format!("a{index}")).collect();
    let text = json!({ "da": "æ".repeat(80), "en": "e".repeat(80) });
    let hours = vec!["08:00-12:00"; 10];
    let item = |index: usize| {
        let (channel, date) = (["faultReports", "response"][index % 2], format!("20{:02}-12-23", 26 + index / 2));
        json!({ "channel": channel, "date": date, "hours": hours, "why": text, "agreements": agreements })
    };
    let root = json!({ "formatVersion": 1, "notices": [], "oneOffHours": (0..100).map(item).collect::<Vec<_>>() });
    let (notices, problems) = Notices::from_value(&tree(&root)).unwrap();
    assert_eq!((notices.special_hours.len(), problems.len()), (100, 0));
    notices
}

fn tree(root: &Value) -> Tree {
    Tree::from_json(&root.to_string()).unwrap()
}
