//! With how many cases is a property of a data format tried, and which?

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

const USUAL: u32 = 150;

/// The same cases in every run, unless proptest's own variables ask for other ones, or for more.
pub fn config() -> ProptestConfig {
    let asked_for = ProptestConfig::default();
    let rng_seed = match asked_for.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        chosen => chosen,
    };
    let cases = std::env::var_os("PROPTEST_CASES").map_or(USUAL, |_| asked_for.cases);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..asked_for }
}
