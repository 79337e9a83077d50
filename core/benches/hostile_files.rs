//! Benchmark of data files that take as long as files of their size can, at the limit of size and at a tenth of it.
//!
//! `cargo bench --package serviceaftale-core --bench hostile_files`
//!
//! `cargo xtask bench` fails if ten times the size takes more than 20 times the time, or if a file takes longer than a
//! page may stand still.

// Invalid input of a benchmark may panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../tests/hostile_files/samples.rs"]
mod samples;
#[path = "../tests/hostile_files/special_hours.rs"]
mod special_hours;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use serviceaftale_core::file_check::check;

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(300));
    targets = hostile_files, most_special_hours
}
criterion_main!(benches);

fn hostile_files(criterion: &mut Criterion) {
    for sample in samples::SAMPLES {
        let mut group = criterion.benchmark_group(format!("hostile_{}_{}", sample.kind.name(), sample.name));
        let limit = sample.kind.max_bytes();
        let known = ["basis".to_owned(), "pro".to_owned()];
        for (name, bytes) in [("tenth", limit / 10), ("limit", limit)] {
            let file = sample.file(bytes);
            group.bench_with_input(BenchmarkId::from_parameter(name), &file, |bencher, file| {
                bencher.iter(|| check(black_box(file), &known));
            });
        }
        group.finish();
    }
}

/// The most special hours, applied to the most agreements with the most alternatives.
fn most_special_hours(criterion: &mut Criterion) {
    let (catalogue, notices) = (special_hours::largest_catalogue(), special_hours::most_special_hours());
    criterion.bench_function("hostile_special_hours", |bencher| {
        bencher.iter(|| black_box(&catalogue).with_special_hours(black_box(&notices)));
    });
}
