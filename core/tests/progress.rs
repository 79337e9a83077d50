//! Progress of the response clock and its message.

// Tests may panic.
#![allow(clippy::unwrap_used)]

use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::Progress;
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, account};
use serviceaftale_core::time::Timestamp;

#[test]
fn counted_time_of_past_reports() {
    fn check(id: &str, reported: &str, now: &str, expected: Option<[&str; 2]>) {
        let file = include_str!("../../static/agreements.json");
        let catalogue = Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap();
        let [reported, now] = [reported, now].map(|text| text.parse::<Timestamp>().unwrap());
        let target = catalogue.agreement(id).unwrap().target(ServiceMode::OnSite);
        let progress = Progress::compute(target, reported, now);
        let words = progress.map(|progress| {
            Language::ALL.map(|language| account::progress(language, progress, now).replace('\u{a0}', " "))
        });
        assert_eq!(words, expected.map(|words| words.map(str::to_owned)), "{id}, {now:?}");
    }
    let wednesday = "2026-04-01T15:10+02:00";
    check("basis", wednesday, "2026-04-01T15:00+02:00", None);
    check("basis", wednesday, "2026-04-01T15:10+02:00", None);
    check(
        "basis",
        wednesday,
        "2026-04-01T15:40+02:00",
        Some([
            "Der er gået 30 minutter af reaktionstiden på 8 timer.",
            "The clock has counted 30 minutes of the response time of 8 hours.",
        ]),
    );
    // The clock is paused.
    check(
        "basis",
        wednesday,
        "2026-04-03T12:00+02:00",
        Some([
            "Der er gået 50 minutter af reaktionstiden på 8 timer. Den tæller videre fra tirsdag 7. april kl. 8.00.",
            "The clock has counted 50 minutes of the response time of 8 hours. It goes on from Tuesday 7 April at 08:00.",
        ]),
    );
    check(
        "basis",
        wednesday,
        "2026-04-07T12:22+02:00",
        Some([
            "Der er gået 5 timer og 12 minutter af reaktionstiden på 8 timer.",
            "The clock has counted 5 hours and 12 minutes of the response time of 8 hours.",
        ]),
    );
    // The clock has not started.
    check(
        "basis",
        "2026-04-04T11:00+02:00",
        "2026-04-06T20:00+02:00",
        Some([
            "Reaktionstiden på 8 timer er ikke begyndt. Den tæller fra i morgen kl. 8.00.",
            "The response time of 8 hours has not begun. It counts from 08:00 tomorrow.",
        ]),
    );
    // The deadline has passed.
    for now in ["2026-04-07T15:10+02:00", "2026-04-07T23:00+02:00", "2026-05-01T12:00+02:00"] {
        check("basis", wednesday, now, None);
    }
    check(
        "pro",
        wednesday,
        "2026-04-01T16:40+02:00",
        Some([
            "Der er gået 1 time og 30 minutter af reaktionstiden på 3 timer.",
            "The clock has counted 1 hour and 30 minutes of the response time of 3 hours.",
        ]),
    );
}
