//! Messages on report times and on errors of typed report times.

use serviceaftale_core::messages::Language::{Danish, English};
use serviceaftale_core::messages::{Language, report_time};
use serviceaftale_core::report_input::{DateInputError, ParsedReport, TimeInputError, presets};

use super::{TODAY, draft, instant, parse};

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "")
}

#[test]
fn the_report_time_of_the_answers() {
    fn check(report: &str, danish: [&str; 2], english: [&str; 2]) {
        for (language, expected) in [(Danish, danish), (English, english)] {
            let (report, now) = (instant(report), instant("2026-04-03T15:00+02:00"));
            let actual = [report_time::reported_at(language, report, now), report_time::still(language, report)];
            assert_eq!(actual.map(|words| plain(&words)), expected);
        }
    }
    check(
        "2026-04-03T09:12+02:00",
        [
            "Fejlen er meldt fredag 3. april 2026 kl. 9.12, dansk tid.",
            "Svarene gælder stadig fredag 3. april 2026 kl. 9.12, dansk tid.",
        ],
        [
            "The fault was reported on Friday 3 April 2026, 09:12, Danish time.",
            "The answers are still for Friday 3 April 2026, 09:12, Danish time.",
        ],
    );
    check(
        "2026-10-25T02:30+02:00",
        [
            "Fejlen meldes søndag 25. oktober 2026 kl. 2.30, dansk sommertid.",
            "Svarene gælder stadig søndag 25. oktober 2026 kl. 2.30, dansk sommertid.",
        ],
        [
            "The fault will be reported on Sunday 25 October 2026, 02:30, Danish summer time.",
            "The answers are still for Sunday 25 October 2026, 02:30, Danish summer time.",
        ],
    );
    check(
        "2026-10-25T02:30+01:00",
        [
            "Fejlen meldes søndag 25. oktober 2026 kl. 2.30, dansk vintertid.",
            "Svarene gælder stadig søndag 25. oktober 2026 kl. 2.30, dansk vintertid.",
        ],
        [
            "The fault will be reported on Sunday 25 October 2026, 02:30, Danish winter time.",
            "The answers are still for Sunday 25 October 2026, 02:30, Danish winter time.",
        ],
    );
}

#[test]
fn errors_and_clock_changes() {
    fn check(language: Language, typed: (&str, &str), expected: &[&str]) {
        let draft = draft(typed.0, typed.1);
        let messages = match parse(language, typed.0, typed.1, TODAY) {
            ParsedReport::Invalid { date, time } => {
                let date = date.map(|why: DateInputError| report_time::wrong_date(language, &draft.date, why));
                let time = time.map(|why: TimeInputError| report_time::wrong_time(language, &draft.time, why));
                date.into_iter().chain(time).collect()
            }
            ParsedReport::Gap { time, hour_later: taken } => vec![report_time::skipped(language, time, taken)],
            ParsedReport::Fold { first, .. } => report_time::which(language, first).to_vec(),
            ParsedReport::Unambiguous(_) => Vec::new(),
        };
        let messages: Vec<_> = messages.iter().map(|words| plain(words)).collect();
        assert_eq!(messages, expected);
    }
    check(
        Danish,
        ("", ""),
        &[
            "Datoen mangler. Skriv den som 3/4, 3. april 2026 eller i morgen.",
            "Klokkeslættet mangler. Skriv det som 9.12, 15 eller kl. 15.00.",
        ],
    );
    check(
        Danish,
        ("næste uge", "halv ni"),
        &[
            "»næste uge« kan ikke læses som en dato. Skriv den som 3/4, 3. april 2026 eller i morgen.",
            "»halv ni« kan ikke læses som et klokkeslæt. Skriv det som 9.12, 15 eller kl. 15.00.",
        ],
    );
    check(
        Danish,
        ("31/4", "25.70"),
        &[
            "»31/4« findes ikke i kalenderen. Skriv en dato som 3/4 eller 3. april 2026.",
            "»25.70« er intet klokkeslæt. Skriv et fra 0.00 til 24.00.",
        ],
    );
    check(Danish, ("lør 3/4", "15"), &["»lør 3/4« passer ikke: 3. april 2026 er en fredag."]);
    check(Danish, ("3/4 1889", "15"), &["»3/4 1889« ligger for langt væk. Skriv en dato fra 1990 til 2099."]);
    check(
        Danish,
        ("29/3", "2.30"),
        &["Klokken bliver ikke 2.30 den nat, for uret stilles en time frem. Svarene gælder i stedet kl. 3.30."],
    );
    check(
        Danish,
        ("25/10", "2.30"),
        &[
            "Klokken bliver 2.30 to gange den nat, for uret stilles tilbage. Hvilken mener du?",
            "Kl. 2.30 sommertid, første gang",
            "Kl. 2.30 vintertid, en time senere",
        ],
    );
    check(English, ("Sat 3/4", "15"), &["“Sat 3/4” does not fit: 3 April 2026 is a Friday."]);
    check(
        English,
        ("29/3", "2:30"),
        &["It is never 02:30 that night, since clocks go forward an hour. The answers are for 03:30 instead."],
    );
}

#[test]
fn presets_and_typed_dates_in_english() {
    let now = instant("2026-04-02T22:00+02:00");
    let names: Vec<_> =
        presets(now).iter().map(|(preset, at)| plain(&report_time::preset(English, *preset, *at, now))).collect();
    assert_eq!(names, ["Tomorrow evening, 22:00", "Saturday, 11:00", "Good Friday, 15:00"]);
    let draft = report_time::draft(English, now);
    assert_eq!((draft.date.as_str(), draft.time.as_str()), ("Thu 2 Apr 2026", "22:00"));
    let draft = report_time::draft(Danish, now);
    assert_eq!((draft.date.as_str(), draft.time.as_str()), ("tor 2/4 2026", "22.00"));
}
