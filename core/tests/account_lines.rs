//! Lines of deadline accounts, parsed back from their text in both languages.
//!
//! The parsed lines must add up to the response time, to the second, and end at the deadline.

// Tests may panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod account_parser;

use chrono::NaiveDate;
use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::{Page, Question, Report, ResponseDeadline, account_lines};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, account, times};
use serviceaftale_core::time::{DayTime, Timestamp, copenhagen};

use account_parser::AccountParser;

#[test]
fn parsed_accounts_add_up_to_the_target_and_end_at_the_deadline() {
    let catalogue = catalogue();
    let mut random = Random(1);
    let mut checked = 0;
    for _ in 0..2000 {
        let report = random.report();
        for (agreement, answer) in answers(&catalogue, report) {
            let target = catalogue.agreement(&agreement).unwrap().target(answer.mode).working_seconds;
            for language in Language::ALL {
                let case = format!("{agreement}, {:?}, {language:?}", answer.mode);
                let account = account_of(&catalogue, &agreement, &answer, report, language);
                let of = answer.deadline;
                let shows = format!(
                    "{} {}",
                    times::near_day(language, copenhagen::date(of), copenhagen::date(report)),
                    times::clock(language, of)
                );
                account.adds_up_to(target, &shows, &case);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 2000 * 2 * 2 * 2);
}

#[test]
fn an_account_has_a_line_for_each_date_and_names_the_causes_of_pauses() {
    use ServiceMode::{OnSite, Remote};
    let catalogue = catalogue();
    let check = |report: &str, id: &str, response: ServiceMode, danish: &[&str], english: &[&str]| {
        let report: Timestamp = report.parse().unwrap();
        let answers = answers(&catalogue, report);
        let matches = |(of, answer): &&(String, ResponseDeadline)| of == id && answer.mode == response;
        let (_, answer) = answers.iter().find(matches).unwrap();
        for (language, expected) in Language::ALL.into_iter().zip([danish, english]) {
            let rows = account_of(&catalogue, id, answer, report, language).rows;
            let rows: Vec<_> = rows.iter().map(|row| row.join(" | ")).collect();
            assert_eq!(rows, expected, "{id}, {response:?}, {report:?}");
        }
    };
    // Across Easter.
    check(
        "2026-04-01T15:10+02:00",
        "basis",
        OnSite,
        &[
            "ons. 1/4 | kl. 15.10–16.00 | 50 min.",
            "tor. 2/4–man. 6/4 | skærtorsdag, langfredag, weekend og 2. påskedag, lukket | 0 t.",
            "tir. 7/4 | kl. 8.00–15.10 | 7 t. 10 min.",
            "I alt | frist tir. 7/4 kl. 15.10 | 8 t.",
        ],
        &[
            "Wed 1 Apr | 15:10–16:00 | 50 min",
            "Thu 2 Apr–Mon 6 Apr | Maundy Thursday, Good Friday, the weekend and Easter Monday, closed | 0 h",
            "Tue 7 Apr | 08:00–15:10 | 7 h 10 min",
            "Total | deadline Tue 7 Apr, 15:10 | 8 h",
        ],
    );
    // Reported on a public holiday.
    check(
        "2026-04-03T15:00+02:00",
        "basis",
        Remote,
        &[
            "fre. 3/4–man. 6/4 | langfredag, weekend og 2. påskedag, lukket | 0 t.",
            "tir. 7/4 | kl. 8.00–11.00 | 3 t.",
            "I alt | frist tir. 7/4 kl. 11.00 | 3 t.",
        ],
        &[
            "Fri 3 Apr–Mon 6 Apr | Good Friday, the weekend and Easter Monday, closed | 0 h",
            "Tue 7 Apr | 08:00–11:00 | 3 h",
            "Total | deadline Tue 7 Apr, 11:00 | 3 h",
        ],
    );
    // After hours, before a weekend.
    check(
        "2026-03-13T17:00+01:00",
        "basis",
        Remote,
        &[
            "fre. 13/3–søn. 15/3 | uden for tidsrummet og weekend, lukket | 0 t.",
            "man. 16/3 | kl. 8.00–11.00 | 3 t.",
            "I alt | frist man. 16/3 kl. 11.00 | 3 t.",
        ],
        &[
            "Fri 13 Mar–Sun 15 Mar | outside these hours and the weekend, closed | 0 h",
            "Mon 16 Mar | 08:00–11:00 | 3 h",
            "Total | deadline Mon 16 Mar, 11:00 | 3 h",
        ],
    );
    // Before hours, and across a night.
    check(
        "2026-03-10T02:00+01:00",
        "basis",
        Remote,
        &[
            "tir. 10/3 | kl. 2.00–8.00, uden for tidsrummet | 0 t.",
            "tir. 10/3 | kl. 8.00–11.00 | 3 t.",
            "I alt | frist tir. 10/3 kl. 11.00 | 3 t.",
        ],
        &[
            "Tue 10 Mar | 02:00–08:00, outside these hours | 0 h",
            "Tue 10 Mar | 08:00–11:00 | 3 h",
            "Total | deadline Tue 10 Mar, 11:00 | 3 h",
        ],
    );
    check(
        "2026-03-10T15:10:30+01:00",
        "basis",
        Remote,
        &[
            "tir. 10/3 | kl. 15.10.30–16.00 | 49 min. 30 sek.",
            "tir. 10/3–ons. 11/3 | kl. 16.00–8.00, uden for tidsrummet | 0 t.",
            "ons. 11/3 | kl. 8.00–10.10.30 | 2 t. 10 min. 30 sek.",
            "I alt | frist ons. 11/3 kl. 10.11 (rundet op) | 3 t.",
        ],
        &[
            "Tue 10 Mar | 15:10:30–16:00 | 49 min 30 s",
            "Tue 10 Mar–Wed 11 Mar | 16:00–08:00, outside these hours | 0 h",
            "Wed 11 Mar | 08:00–10:10:30 | 2 h 10 min 30 s",
            "Total | deadline Wed 11 Mar, 10:11 (rounded up) | 3 h",
        ],
    );
    // A clock that never pauses, across midnight.
    check(
        "2026-04-03T22:30+02:00",
        "pro",
        OnSite,
        &[
            "fre. 3/4 | kl. 22.30–24.00 | 1 t. 30 min.",
            "lør. 4/4 | kl. 0.00–1.30 | 1 t. 30 min.",
            "I alt | frist lør. 4/4 kl. 1.30 | 3 t.",
        ],
        &[
            "Fri 3 Apr | 22:30–24:00 | 1 h 30 min",
            "Sat 4 Apr | 00:00–01:30 | 1 h 30 min",
            "Total | deadline Sat 4 Apr, 01:30 | 3 h",
        ],
    );
    // Both clock changes while the response clock runs.
    check(
        "2027-03-28T01:30+01:00",
        "pro",
        OnSite,
        &[
            "søn. 28/3 | kl. 1.30–2.00 | 30 min.",
            "søn. 28/3 | natten er en time kortere | 0 t.",
            "søn. 28/3 | kl. 3.00–5.30 | 2 t. 30 min.",
            "I alt | frist søn. 28/3 kl. 5.30 | 3 t.",
        ],
        &[
            "Sun 28 Mar | 01:30–02:00 | 30 min",
            "Sun 28 Mar | the night is one hour shorter | 0 h",
            "Sun 28 Mar | 03:00–05:30 | 2 h 30 min",
            "Total | deadline Sun 28 Mar, 05:30 | 3 h",
        ],
    );
    check(
        "2026-10-25T01:30+02:00",
        "pro",
        OnSite,
        &[
            "søn. 25/10 | kl. 1.30–3.00 | 1 t. 30 min.",
            "søn. 25/10 | natten er en time længere | 0 t.",
            "søn. 25/10 | kl. 2.00–3.30 | 1 t. 30 min.",
            "I alt | frist søn. 25/10 kl. 3.30 | 3 t.",
        ],
        &[
            "Sun 25 Oct | 01:30–03:00 | 1 h 30 min",
            "Sun 25 Oct | the night is one hour longer | 0 h",
            "Sun 25 Oct | 02:00–03:30 | 1 h 30 min",
            "Total | deadline Sun 25 Oct, 03:30 | 3 h",
        ],
    );
    // A clock change during a pause has no line.
    check(
        "2026-10-23T15:00+02:00",
        "basis",
        Remote,
        &[
            "fre. 23/10 | kl. 15.00–16.00 | 1 t.",
            "lør. 24/10–søn. 25/10 | weekend, lukket | 0 t.",
            "man. 26/10 | kl. 8.00–10.00 | 2 t.",
            "I alt | frist man. 26/10 kl. 10.00 | 3 t.",
        ],
        &[
            "Fri 23 Oct | 15:00–16:00 | 1 h",
            "Sat 24 Oct–Sun 25 Oct | the weekend, closed | 0 h",
            "Mon 26 Oct | 08:00–10:00 | 2 h",
            "Total | deadline Mon 26 Oct, 10:00 | 3 h",
        ],
    );
}

/// The deadlines of a report, with the ids of their agreements.
fn answers(catalogue: &Catalogue, report: Timestamp) -> Vec<(String, ResponseDeadline)> {
    let question = Question { report: Report::At(report), ..Question::default() };
    let agreements = Page::compute(catalogue, &question, report).responses.agreements.into_iter();
    agreements.flat_map(|of| of.deadlines.into_iter().map(move |answer| (of.id.clone(), answer))).collect()
}

fn account_of(
    catalogue: &Catalogue,
    id: &str,
    answer: &ResponseDeadline,
    report: Timestamp,
    of: Language,
) -> AccountParser {
    let clock = &catalogue.agreement(id).unwrap().target(answer.mode).clock;
    let lines = account_lines(&answer.account, clock.weekly());
    AccountParser::new(lines.iter().map(|line| account::line(of, line)).chain([account::total(of, answer)]), report, of)
}

fn catalogue() -> Catalogue {
    let file = include_str!("../../static/agreements.json");
    Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
}

/// Pseudorandom numbers, the same in every run (SplitMix64 by Steele, Lea and Flood).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 1) as i64 % bound
    }

    /// A second from 2023 to 2035.
    fn report(&mut self) -> Timestamp {
        let midnight = |year| copenhagen::from_local(NaiveDate::from_ymd_opt(year, 1, 1).unwrap(), DayTime::MIDNIGHT);
        let (first, end) = (midnight(2023), midnight(2036));
        first.plus_seconds(self.below(end.seconds_since(first)))
    }
}
