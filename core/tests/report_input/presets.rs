//! Suggested report times and their labels.

use chrono::{Datelike, Timelike, Weekday};
use serviceaftale_core::calendar::public_holiday;
use serviceaftale_core::messages::{Language, report_time};
use serviceaftale_core::report_input::{Preset, presets};
use serviceaftale_core::time::copenhagen;

use super::instant;

fn check(now: &str, labels: [&str; 3], times: [&str; 3]) {
    let now = instant(now);
    let offered = presets(now);
    let at: Vec<_> = offered.iter().map(|(_, at)| copenhagen::rfc3339(*at)).collect();
    assert_eq!(at, times, "after {now:?}");
    let names: Vec<_> =
        offered.iter().map(|(preset, at)| report_time::preset(Language::Danish, *preset, *at, now)).collect();
    let names: Vec<_> = names.iter().map(|name| name.replace('\u{a0}', " ")).collect();
    assert_eq!(names, labels, "after {now:?}");
}

#[test]
fn presets_around_easter_and_clock_changes() {
    check(
        "2026-04-01T15:10+02:00",
        ["I aften kl. 22", "Lørdag kl. 11", "Skærtorsdag kl. 15"],
        ["2026-04-01T22:00:00+02:00", "2026-04-04T11:00:00+02:00", "2026-04-02T15:00:00+02:00"],
    );
    check(
        "2026-04-03T14:59+02:00",
        ["I aften kl. 22", "Lørdag kl. 11", "Langfredag kl. 15"],
        ["2026-04-03T22:00:00+02:00", "2026-04-04T11:00:00+02:00", "2026-04-03T15:00:00+02:00"],
    );
    check(
        "2026-04-03T15:00+02:00",
        ["I aften kl. 22", "Lørdag kl. 11", "Påskedag kl. 15"],
        ["2026-04-03T22:00:00+02:00", "2026-04-04T11:00:00+02:00", "2026-04-05T15:00:00+02:00"],
    );
    check(
        "2026-03-28T22:00+01:00",
        ["I morgen aften kl. 22", "Lørdag kl. 11", "Skærtorsdag kl. 15"],
        ["2026-03-29T22:00:00+02:00", "2026-04-04T11:00:00+02:00", "2026-04-02T15:00:00+02:00"],
    );
    check(
        "2026-10-25T02:30+02:00",
        ["I aften kl. 22", "Lørdag kl. 11", "Juledag kl. 15"],
        ["2026-10-25T22:00:00+01:00", "2026-10-31T11:00:00+01:00", "2026-12-25T15:00:00+01:00"],
    );
    check(
        "2026-12-26T23:59+01:00",
        ["I morgen aften kl. 22", "Lørdag kl. 11", "Nytårsdag kl. 15"],
        ["2026-12-27T22:00:00+01:00", "2027-01-02T11:00:00+01:00", "2027-01-01T15:00:00+01:00"],
    );
    check(
        "2026-05-25T16:00+02:00",
        ["I aften kl. 22", "Lørdag kl. 11", "Juledag kl. 15"],
        ["2026-05-25T22:00:00+02:00", "2026-05-30T11:00:00+02:00", "2026-12-25T15:00:00+01:00"],
    );
    check(
        "2026-05-13T00:00+02:00",
        ["I aften kl. 22", "Lørdag kl. 11", "Kristi himmelfartsdag kl. 15"],
        ["2026-05-13T22:00:00+02:00", "2026-05-16T11:00:00+02:00", "2026-05-14T15:00:00+02:00"],
    );
}

#[test]
fn presets_are_the_next_of_their_kind() {
    let first = instant("2023-01-01T00:00+01:00");
    for step in 0..8_000 {
        let now = first.plus_seconds(step * 39_600 + step % 3_600);
        let offered = presets(now);
        assert_eq!(offered.len(), 3);
        for (preset, at) in offered {
            let local = copenhagen::to_local(at);
            let (hour, days) = match preset {
                Preset::Evening => (22, 1),
                Preset::Saturday => (11, 7),
                // From the earliest Whit Monday to Christmas.
                Preset::Holiday(_) => (15, 229),
            };
            assert!(at > now && at.seconds_since(now) <= days * 86_400 + 3_600, "{preset:?} after {now:?}");
            assert_eq!((local.time.hour(), local.time.minute()), (hour, 0));
            match preset {
                Preset::Evening => {}
                Preset::Saturday => assert_eq!(local.date.weekday(), Weekday::Sat),
                Preset::Holiday(holiday) => {
                    assert_eq!(public_holiday(local.date), Some(holiday));
                    let days = copenhagen::date(now).iter_days().take_while(|day| *day < local.date);
                    let skipped = days.filter(|day| public_holiday(*day).is_some());
                    assert!(skipped.count() <= usize::from(public_holiday(copenhagen::date(now)).is_some()));
                }
            }
        }
    }
}
