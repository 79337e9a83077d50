//! Memory that data files take, measured by an allocator that counts.

// Tests fail by panicking. An allocator is unsafe code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, unsafe_code)]

#[path = "hostile_files/samples.rs"]
mod samples;
#[path = "hostile_files/special_hours.rs"]
mod special_hours;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use serviceaftale_core::data::Value;
use serviceaftale_core::file_check::check;
use serviceaftale_core::problem::{Expected, Problem};

/// No file may take more, in bytes. The tests have pointers of 64 bits, which take more than those of the widget.
const MAX_PEAK: usize = 32_000_000;

/// The most that twice the size may allocate, as a multiple. More means that the time grows faster than the size.
const MAX_GROWTH: usize = 3;

/// Counts what each thread allocates.
struct Counting;

thread_local! {
    static USAGE: Cell<Usage> = const { Cell::new(Usage { current: 0, peak: 0, total: 0 }) };
}

#[derive(Clone, Copy, Default)]
struct Usage {
    current: usize,
    peak: usize,
    total: usize,
}

impl Usage {
    fn allocate(size: usize) {
        let _ = USAGE.try_with(|usage| {
            let Self { current, peak, total } = usage.get();
            let current = current.saturating_add(size);
            usage.set(Self { current, peak: peak.max(current), total: total + size });
        });
    }

    fn free(size: usize) {
        let _ = USAGE.try_with(|usage| {
            let before = usage.get();
            usage.set(Self { current: before.current.saturating_sub(size), ..before });
        });
    }
}

/// Reallocation is by the provided method, which allocates before it frees: the peak is that of an allocator that cannot
/// extend in place.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Usage::allocate(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        Usage::free(layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What the work allocates, without what it returns.
fn measure<T>(work: impl FnOnce() -> T) -> Usage {
    USAGE.set(Usage::default());
    let result = work();
    let usage = USAGE.get();
    drop(result);
    usage
}

#[test]
fn memory_is_limited_and_grows_in_proportion_to_the_size() {
    for sample in samples::SAMPLES {
        let limit = sample.kind.max_bytes();
        let [half, full] = [limit / 2, limit].map(|bytes| {
            let file = sample.file(bytes);
            measure(|| check(&file, &[]))
        });
        let name = format!("{}, {}", sample.kind.name(), sample.name);
        println!("{name}: peak {} KB, total {} KB", full.peak / 1000, full.total / 1000);
        assert!(full.peak <= MAX_PEAK, "{name}: {} bytes at once", full.peak);
        let permitted = MAX_GROWTH * half.total;
        assert!(full.total <= permitted, "{name}: {} bytes, {} for half the size", full.total, half.total);
    }
}

#[test]
fn special_hours_are_shared_by_calendars() {
    let (catalogue, notices) = (special_hours::largest_catalogue(), special_hours::most_special_hours());
    let usage = measure(|| catalogue.with_special_hours(&notices));
    println!("special hours: peak {} KB, total {} KB", usage.peak / 1000, usage.total / 1000);
    assert!(usage.peak <= MAX_PEAK, "{} bytes at once", usage.peak);
}

#[test]
fn an_excerpt_takes_no_more_for_a_long_value() {
    for value in [Value::Array(vec![Value::Null; 100_000]), Value::Object(vec![("æ".repeat(300), Value::Null); 1000])]
    {
        let usage = measure(|| Problem::new(String::new(), &value, Expected::Boolean));
        assert!(usage.total < 4_000, "{} bytes", usage.total);
    }
}
