//! Benchmarks of parsing and filtering the largest permitted file of notices.
//!
//! `cargo bench --package serviceaftale-core --bench notices`

// Invalid input of a benchmark may panic.
#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use serviceaftale_core::answers::{AnnouncementFilter, Announcements};
use serviceaftale_core::data::Value;
use serviceaftale_core::notices::{Notices, PlaceQuery};
use serviceaftale_core::time::Timestamp;

criterion_group!(benches, most_notices);
criterion_main!(benches);

/// The permitted number of notices in reverse order, which takes longest to sort.
fn most_notices(criterion: &mut Criterion) {
    let item = |index: i64| {
        let (day, postcode) = (1 + index % 28, 1000 + index);
        format!(
            r#"{{"id": "work-{index}", "kind": "serviceWindow", "status": "planned", "what": {{"da": "Opgradering af software i centralen", "en": "Software upgrade at the exchange"}}, "start": "20{:02}-04-{day:02}T00:00", "end": "20{:02}-04-{day:02}T06:00", "areas": ["Odder", "Hov"], "postcodes": ["{postcode}"], "publishedAt": "2026-03-26T10:00", "link": "https://aura.dk/drift/{index}"}}"#,
            index / 60,
            index / 60,
        )
    };
    let items: Vec<_> = (0..500).rev().map(item).collect();
    let file = format!(r#"{{"formatVersion": 1, "notices": [{}], "oneOffHours": []}}"#, items.join(","));
    let file = Value::from_json(&file).unwrap();
    let (notices, problems) = Notices::from_value(&file).unwrap();
    assert_eq!((notices.announcements.len(), problems.len()), (500, 0));
    criterion.bench_function("read_500_notices", |bencher| bencher.iter(|| Notices::from_value(black_box(&file))));

    let now: Timestamp = "2026-04-01T15:10+02:00".parse().unwrap();
    for typed in ["", "hov"] {
        let filter = AnnouncementFilter { place: PlaceQuery::parse(typed), agreement: None };
        criterion.bench_function(&format!("announcements_of_500_for_{typed:?}"), |bencher| {
            bencher.iter(|| Announcements::compute(black_box(&notices), &filter, now));
        });
    }
}
