//! Configuration of the property tests of data formats.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

const DEFAULT_CASES: u32 = 150;

/// The same cases in every run, unless the environment variables of proptest set a seed or a number of cases.
pub fn config() -> ProptestConfig {
    let from_environment = ProptestConfig::default();
    let rng_seed = match from_environment.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        seed => seed,
    };
    let cases = std::env::var_os("PROPTEST_CASES").map_or(DEFAULT_CASES, |_| from_environment.cases);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..from_environment }
}
