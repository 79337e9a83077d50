//! Can what docs/editing-data.md tells editors to write be published?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, put, select};
use serviceaftale_core::notices::{Notices, WorkStatus};

const PAGE: &str = include_str!("../../../docs/editing-data.md");

/// Both files as the examples so far have made them.
struct Files {
    agreements: Value,
    notices: Value,
}

impl Files {
    fn published() -> Self {
        let read = |text| Value::from_json(text).unwrap();
        Self {
            agreements: read(include_str!("../../../static/agreements.json")),
            notices: read(include_str!("../../../static/notices.json")),
        }
    }

    /// The file that has that place.
    fn with(&mut self, path: &str) -> &mut Value {
        if ["notices", "oneOffHours", "the file of announcements"].iter().any(|of| path.starts_with(of)) {
            &mut self.notices
        } else {
            &mut self.agreements
        }
    }

    fn take(&mut self, example: &Example) {
        let root = self.with(example.place);
        if example.adds {
            let mut items = select(root, example.place).unwrap().items().to_vec();
            items.push(example.value.clone());
            assert!(put(root, example.place, &Value::List(items)));
        } else if example.place.starts_with("the file of ") {
            let before = root.field("lastChanged").text().to_owned();
            *root = changed(root, &example.value);
            assert!(root.field("lastChanged").text() > before.as_str(), "lastChanged after {before}");
        } else {
            let new = changed(select(root, example.place).unwrap(), &example.value);
            assert!(put(root, example.place, &new));
        }
    }

    fn announced(&self) -> Notices {
        let (notices, problems) = Notices::from_value(&self.notices).unwrap();
        assert_eq!(problems, []);
        notices
    }

    fn catalogue(&self) -> Catalogue {
        Catalogue::from_value(&self.agreements).unwrap_or_else(|problems| panic!("{problems:?}"))
    }
}

/// The object where it has these fields.
fn changed(object: &Value, fields: &Value) -> Value {
    let kept = object.fields().iter().filter(|(name, _)| fields.get(name).is_none());
    Value::Object(kept.chain(fields.fields()).cloned().collect())
}

struct Example {
    /// The heading under which it stands.
    heading: &'static str,
    /// Whether it is a new item of a list, or changes fields of what is there.
    adds: bool,
    place: &'static str,
    value: Value,
}

fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    for section in PAGE.split("\n## ").skip(1) {
        let heading = section.lines().next().unwrap();
        for block in section.split("\n```json ").skip(1) {
            let (line, rest) = block.split_once('\n').unwrap();
            let (adds, place) = match line.strip_prefix("add to ") {
                Some(list) => (true, list),
                None => (false, line.strip_prefix("change in ").unwrap_or_else(|| panic!("{line}"))),
            };
            let json = rest.split("\n```").next().unwrap();
            let value = Value::from_json(json).unwrap_or_else(|problem| panic!("{heading}: {problem}\n{json}"));
            examples.push(Example { heading, adds, place, value });
        }
    }
    assert_eq!(examples.len(), PAGE.matches("\n```json").count(), "each says where it belongs");
    examples
}

/// The files once the sections up to that one have been followed.
fn after(heading: &str) -> Files {
    let examples = examples();
    let last = examples.iter().rposition(|example| example.heading == heading);
    let mut files = Files::published();
    for example in &examples[..=last.unwrap_or_else(|| panic!("{heading} has no example"))] {
        files.take(example);
        files.announced();
        files.catalogue();
    }
    files
}

#[test]
fn work_is_announced_moved_and_cancelled() {
    for (heading, status, start, updates) in [
        ("Announce work", WorkStatus::Planned, "2026-12-07T00:00:00+01:00", 0),
        ("Move it", WorkStatus::Moved, "2026-12-14T00:00:00+01:00", 1),
        ("Cancel it", WorkStatus::Cancelled, "2026-12-14T00:00:00+01:00", 2),
    ] {
        let announced = after(heading).announced();
        let [work] = announced.announcements.as_slice() else { panic!("{heading}: {announced:?}") };
        assert_eq!(
            (work.status, serviceaftale_core::time::copenhagen::rfc3339(work.start).as_str(), work.updates.len()),
            (status, start, updates),
            "{heading}"
        );
    }
}

#[test]
fn hours_differ_on_one_date() {
    let announced = after("Close early on 23 December").announced();
    let hours: Vec<String> = announced
        .special_hours
        .iter()
        .map(|one| {
            format!("{:?} {} {:?}", one.of, one.date, one.hours.iter().map(ToString::to_string).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(hours, [r#"General 2026-12-23 ["08:00-12:00"]"#, "Billing 2026-12-23 []"]);
}

#[test]
fn a_reading_is_changed_and_an_agreement_added_and_the_date_grows() {
    let files = after("Change a reading");
    let reading = files.catalogue().readings.iter().find(|reading| reading.id == "notice_count").unwrap().clone();
    assert_eq!(reading.value.id, "clear");
    assert_ne!(files.catalogue().maintenance.notice, Files::published().catalogue().maintenance.notice);

    let catalogue = after("Add a third agreement").catalogue();
    let names: Vec<_> = catalogue.agreements.iter().map(|agreement| agreement.name.as_str()).collect();
    assert_eq!(names, ["Erhverv Basis", "Erhverv Pro", "Erhverv Premium"]);
    assert!(catalogue.alternatives.iter().any(|other| other.reading.id == "premium_technician_clock"));

    assert_eq!(after("Go back to yesterday's file").catalogue().version, "2026.4");
}
