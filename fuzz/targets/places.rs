#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| serviceaftale_fuzz::typed::places(bytes));
