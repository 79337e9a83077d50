//! Benchmark of all answers on the page.
//!
//! `cargo bench --package serviceaftale-core --bench page`

// Invalid input of a benchmark may panic.
#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, PageDetails, Question};
use serviceaftale_core::data::Value;
use serviceaftale_core::time::Timestamp;

criterion_group!(benches, page_of_answers);
criterion_main!(benches);

/// Both agreements on the afternoon before Easter, whose deadlines have the most days to step over. The answers are
/// measured with and without the alternative interpretations, each of which computes every answer once more.
fn page_of_answers(criterion: &mut Criterion) {
    let file = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
    let before_easter: Timestamp = "2026-04-01T15:10+02:00".parse().unwrap();
    let mut bench = |name: &str, catalogue: &Catalogue| {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| {
                let (catalogue, question, now) = (black_box(catalogue), Question::default(), black_box(before_easter));
                (Page::compute(catalogue, &question, now), PageDetails::compute(catalogue, &question, now))
            });
        });
    };
    bench("page_of_answers", &Catalogue::from_value_with(&file, &[]).unwrap());
    bench("page_of_answers_with_readings", &Catalogue::from_value(&file).unwrap());
}
