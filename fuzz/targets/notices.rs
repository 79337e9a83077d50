#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| serviceaftale_fuzz::notices(text));
