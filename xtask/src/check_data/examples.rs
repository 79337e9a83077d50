//! Tests that the examples of docs/editing-data.md are valid.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, replace_at, value_at};
use serviceaftale_core::notices::{Notices, WorkStatus};

const PAGE: &str = include_str!("../../../docs/editing-data.md");

/// Both data files, changed by examples.
struct Files {
    agreements: Value,
    notices: Value,
}

impl Files {
    fn published() -> Self {
        let parse = |json| Value::from_json(json).unwrap();
        Self {
            agreements: parse(include_str!("../../../static/agreements.json")),
            notices: parse(include_str!("../../../static/notices.json")),
        }
    }

    /// The file that an example changes.
    fn file_with(&mut self, path: &str) -> &mut Value {
        if ["notices", "oneOffHours", "the file of announcements"].iter().any(|start| path.starts_with(start)) {
            &mut self.notices
        } else {
            &mut self.agreements
        }
    }

    fn apply(&mut self, example: &Example) {
        let root = self.file_with(example.path);
        if example.adds {
            let mut items = value_at(root, example.path).unwrap().items().to_vec();
            items.push(example.value.clone());
            assert!(replace_at(root, example.path, &Value::Array(items)));
        } else if example.path.starts_with("the file of ") {
            let before = root.field("lastChanged").text().to_owned();
            *root = with_fields(root, &example.value);
            assert!(root.field("lastChanged").text() > before.as_str(), "lastChanged after {before}");
        } else {
            let new = with_fields(value_at(root, example.path).unwrap(), &example.value);
            assert!(replace_at(root, example.path, &new));
        }
    }

    fn notices(&self) -> Notices {
        let (notices, problems) = Notices::from_value(&self.notices).unwrap();
        assert_eq!(problems, []);
        notices
    }

    fn catalogue(&self) -> Catalogue {
        Catalogue::from_value(&self.agreements).unwrap_or_else(|problems| panic!("{problems:?}"))
    }
}

/// A copy of the object with these fields added or replaced.
fn with_fields(object: &Value, fields: &Value) -> Value {
    let kept = object.fields().iter().filter(|(name, _)| fields.get(name).is_none());
    Value::Object(kept.chain(fields.fields()).cloned().collect())
}

struct Example {
    /// The heading of its section.
    heading: &'static str,
    /// Whether the value is added to a list. Otherwise its fields are changed in an object.
    adds: bool,
    path: &'static str,
    value: Value,
}

fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    for section in PAGE.split("\n## ").skip(1) {
        let heading = section.lines().next().unwrap();
        for block in section.split("\n```json ").skip(1) {
            let (line, rest) = block.split_once('\n').unwrap();
            let (adds, path) = match line.strip_prefix("add to ") {
                Some(list) => (true, list),
                None => (false, line.strip_prefix("change in ").unwrap_or_else(|| panic!("{line}"))),
            };
            let json = rest.split("\n```").next().unwrap();
            let value = Value::from_json(json).unwrap_or_else(|problem| panic!("{heading}: {problem}\n{json}"));
            examples.push(Example { heading, adds, path, value });
        }
    }
    assert_eq!(examples.len(), PAGE.matches("\n```json").count(), "every example has a path");
    examples
}

/// The files after the examples up to the end of that section.
fn after(heading: &str) -> Files {
    let examples = examples();
    let last = examples.iter().rposition(|example| example.heading == heading);
    let mut files = Files::published();
    for example in &examples[..=last.unwrap_or_else(|| panic!("{heading} has no example"))] {
        files.apply(example);
        files.notices();
        files.catalogue();
    }
    files
}

#[test]
fn announced_work_is_moved_and_cancelled() {
    for (heading, status, start, updates) in [
        ("Announce work", WorkStatus::Planned, "2026-12-07T00:00:00+01:00", 0),
        ("Move it", WorkStatus::Moved, "2026-12-14T00:00:00+01:00", 1),
        ("Cancel it", WorkStatus::Cancelled, "2026-12-14T00:00:00+01:00", 2),
    ] {
        let notices = after(heading).notices();
        let [work] = notices.announcements.as_slice() else { panic!("{heading}: {notices:?}") };
        assert_eq!(
            (work.status, serviceaftale_core::time::copenhagen::rfc3339(work.start).as_str(), work.updates.len()),
            (status, start, updates),
            "{heading}"
        );
    }
}

#[test]
fn special_hours_replace_those_of_one_date() {
    let notices = after("Close early on 23 December").notices();
    let hours: Vec<String> = notices
        .special_hours
        .iter()
        .map(|hours| {
            format!(
                "{:?} {} {:?}",
                hours.kind,
                hours.date,
                hours.hours.iter().map(ToString::to_string).collect::<Vec<_>>()
            )
        })
        .collect();
    assert_eq!(hours, [r#"General 2026-12-23 ["08:00-12:00"]"#, "Billing 2026-12-23 []"]);
}

#[test]
fn an_interpretation_is_changed_and_an_agreement_is_added() {
    let files = after("Change a reading");
    let interpretation = files
        .catalogue()
        .interpretations
        .iter()
        .find(|interpretation| interpretation.id == "notice_count")
        .unwrap()
        .clone();
    assert_eq!(interpretation.value.id, "clear");
    assert_ne!(files.catalogue().maintenance.notice_period, Files::published().catalogue().maintenance.notice_period);

    let catalogue = after("Add a third agreement").catalogue();
    let names: Vec<_> = catalogue.agreements.iter().map(|agreement| agreement.name.as_str()).collect();
    assert_eq!(names, ["Erhverv Basis", "Erhverv Pro", "Erhverv Premium"]);
    assert!(catalogue.alternatives.iter().any(|other| other.interpretation.id == "premium_technician_clock"));

    assert_eq!(after("Go back to yesterday's file").catalogue().version, "2026.4");
}
