//! Properties of the answers at random current times and report times.
//!
//! Every run has the same times. `PROPTEST_RNG_SEED=2 cargo test --test answers` generates others.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, TestRunner};
use serviceaftale_core::agreement::{Agreement, Catalogue, Channel, ServiceMode};
use serviceaftale_core::answers::{
    AgreementResponse, AlternativeAnswer, Note, Page, PageDetails, PhoneState, Question, Report, WithAlternatives,
};
use serviceaftale_core::calendar::SpanKind;
use serviceaftale_core::data::Value;
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::{file, instant};

/// The number of generated times.
const TIMES: u32 = 500;
/// The number of generated times for the comparison under every interpretation.
const TIMES_PER_INTERPRETATION: u32 = 60;

#[test]
fn deadlines_match_the_calendars() {
    check_at_random_times(&without_alternatives(), TIMES, |catalogue, now, report| {
        let page = page(catalogue, now, report);
        let reported = page.responses.report;
        prop_assert_eq!(page.responses.agreements.len(), catalogue.agreements.len());
        for (agreement, actual) in catalogue.agreements.iter().zip(&page.responses.agreements) {
            prop_assert_eq!(&agreement.id, &actual.id, "in the order of the file");
            prop_assert_eq!(actual.deadlines.iter().map(|answer| answer.mode).collect::<Vec<_>>(), ServiceMode::ALL);
            for answer in &actual.deadlines {
                let target = agreement.target(answer.mode);
                let deadline = target.clock.deadline(reported, target.working_seconds).unwrap();
                prop_assert_eq!(answer.deadline, deadline.at.rounded_up_to_minute());
                prop_assert_eq!(answer.passed, answer.deadline <= page.now);
                prop_assert_eq!(answer.working_seconds, target.working_seconds);
                prop_assert_eq!(&answer.account, &deadline.account);
                let counted = answer.account.iter().map(|span| span.counted_seconds).sum::<i64>();
                prop_assert_eq!(counted, target.working_seconds, "{:?}", answer.account);
                let span = answer.span().unwrap();
                prop_assert_eq!((span.start, span.end), (reported, deadline.at));
            }
        }
        Ok(())
    });
}

#[test]
fn notes_match_the_calendars() {
    check_at_random_times(&without_alternatives(), TIMES, |catalogue, now, report| {
        let page = page(catalogue, now, report);
        let (reported, yet_to_report) = (page.responses.report, page.responses.report >= page.now);
        for (agreement, actual) in catalogue.agreements.iter().zip(&page.responses.agreements) {
            let takes = agreement.fault_reports.next_opening(reported).unwrap();
            prop_assert_eq!(answer(&actual.phone_report), Some(takes));
            let opens = note(actual, |note| if let Note::PhoneOpens(opens) = note { Some(*opens) } else { None });
            prop_assert_eq!(opens, Some(takes).filter(|takes| *takes > reported && yet_to_report));

            let visit = actual.deadlines[1].deadline;
            let work = agreement.repair.calendar.next_opening(visit).unwrap();
            prop_assert_eq!(answer(&actual.work_from), Some(work));
            let work_from = note(actual, |note| match note {
                Note::WorkFrom { from, deadline, .. } => Some((*from, *deadline)),
                _ => None,
            });
            let is_later = |_: &_| !agreement.repair.calendar.is_open(visit) && work > page.now;
            prop_assert_eq!(work_from, Some((work, visit)).filter(is_later));

            same_deadlines(agreement, actual, takes, yet_to_report)?;

            let passed = actual.notes.iter().filter(|note| matches!(note, Note::Passed(_))).count();
            prop_assert_eq!(passed, actual.deadlines.iter().filter(|answer| answer.passed).count());
            let changes = actual.notes.iter().filter(|note| matches!(note, Note::ClockChange { .. })).count();
            let while_counting = actual.deadlines.iter().any(|answer| {
                let pairs = answer.account.windows(2);
                let mut changes = pairs.filter(|pair| matches!(pair[0].kind, SpanKind::ClockChange { .. }));
                changes.any(|pair| pair[1].kind == SpanKind::Open)
            });
            prop_assert_eq!(changes, usize::from(while_counting));
        }
        Ok(())
    });
}

/// A report at any time in the note has the same deadlines, and a later report has others.
fn same_deadlines(
    agreement: &Agreement,
    actual: &AgreementResponse,
    takes: Timestamp,
    yet_to_report: bool,
) -> Result<(), TestCaseError> {
    let deadlines = |report| ServiceMode::ALL.map(|response| agreement.target(response).deadline(report).unwrap().at);
    let same = note(actual, |note| match note {
        Note::SameDeadlines { from, to } => Some((*from, *to)),
        _ => None,
    });
    let Some((from, to)) = same else {
        prop_assert!(!yet_to_report || deadlines(takes) != deadlines(takes.plus_seconds(60)), "from {:?}", takes);
        return Ok(());
    };
    prop_assert!(yet_to_report && from < to);
    prop_assert_eq!(from, takes);
    let middle = from.plus_seconds(to.seconds_since(from) / 2);
    prop_assert_eq!(deadlines(from), deadlines(to));
    prop_assert_eq!(deadlines(middle), deadlines(to));
    prop_assert_eq!(
        deadlines(from).map(Timestamp::rounded_up_to_minute),
        [0, 1].map(|way| actual.deadlines[way].deadline)
    );
    prop_assert!(deadlines(to.plus_seconds(1)) != deadlines(to));
    Ok(())
}

#[test]
fn channel_states_last_until_their_next_change() {
    check_at_random_times(&without_alternatives(), TIMES, |catalogue, now, report| {
        let page = page(catalogue, now, report);
        prop_assert!(page.now <= now && now < page.holds_until);
        prop_assert_eq!(page.holds_until, page.now.plus_seconds(60));
        let lines = &page.right_now.lines;
        for channel in Channel::ALL {
            let of = lines.iter().filter(|line| line.channel == channel);
            let actual: Vec<_> =
                of.flat_map(|line| line.agreements.iter().map(move |agreement| (agreement, line))).collect();
            prop_assert_eq!(actual.len(), catalogue.agreements.len(), "each agreement once");
            for (name, line) in actual {
                let hours = catalogue.agreement(&name.id).unwrap().hours(channel);
                let phone = line.phone.answer;
                prop_assert_eq!(phone.is_open(), hours.is_open(page.now));
                let Some(change) = phone.next_change() else {
                    prop_assert_eq!(phone, PhoneState::Open { until: None });
                    continue;
                };
                prop_assert!(change > page.now);
                prop_assert_eq!(hours.is_open(change.plus_seconds(-1)), phone.is_open());
                prop_assert_eq!(hours.is_open(change), !phone.is_open());
            }
        }
        let order = |channel| Channel::ALL.iter().position(|one| *one == channel);
        prop_assert!(lines.is_sorted_by_key(|line| order(line.channel)));
        Ok(())
    });
}

#[test]
fn windows_are_complete_and_in_order() {
    check_at_random_times(&without_alternatives(), TIMES, |catalogue, now, report| {
        let now = page(catalogue, now, report).now;
        let windows = reference(catalogue, now).maintenance.windows;
        prop_assert_eq!(windows.len(), 3);
        prop_assert!(windows[0].interval.end > now);
        for (index, window) in windows.iter().enumerate() {
            prop_assert_eq!(window.under_way, index == 0 && catalogue.maintenance.windows.is_open(now));
            prop_assert_eq!(window.interval.seconds(), 6 * 3600, "no clock is moved on a Monday");
        }
        let dates = windows.iter().map(|window| copenhagen::date(window.interval.start));
        let weeks: Vec<_> =
            dates.map(|monday| monday.signed_duration_since(NaiveDate::default()).num_days() / 7).collect();
        prop_assert!(weeks.windows(2).all(|pair| pair[1] == pair[0] + 1), "one in every week");
        Ok(())
    });
}

/// An answer has an alternative exactly where the page has another answer with that value in force.
#[test]
fn alternatives_are_the_values_that_change_the_answer() {
    let file = file();
    let values = values_not_in_force(&file);
    let catalogues = values.iter().map(|value| (value, Catalogue::from_value_with(&file, &[*value]).unwrap()));
    let catalogues: Vec<_> = catalogues.collect();
    check_at_random_times(
        &Catalogue::from_value(&file).unwrap(),
        TIMES_PER_INTERPRETATION,
        |catalogue, now, report| {
            let in_force = page(catalogue, now, report);
            let pages: Vec<_> = catalogues.iter().map(|(value, other)| (**value, page(other, now, report))).collect();
            for (at, agreement) in in_force.responses.agreements.iter().enumerate() {
                let actual = |page: &Page| page.responses.agreements[at].clone();
                for (way, answer) in agreement.deadlines.iter().enumerate() {
                    check_alternatives(&answer.interpreted, &pages, |page| Some(actual(page).deadlines[way].deadline))?;
                }
                let [takes, works] =
                    [&agreement.phone_report, &agreement.work_from].map(|answer| answer.as_ref().unwrap());
                check_alternatives(takes, &pages, |page| answer(&actual(page).phone_report))?;
                // A value that changes the deadline is an alternative of the deadline only.
                let same = |page: &Page| actual(page).deadlines[1].deadline == agreement.deadlines[1].deadline;
                check_alternatives(works, &pages, |page| answer(&actual(page).work_from).filter(|_| same(page)))?;
            }
            for line in &in_force.right_now.lines {
                for name in &line.agreements {
                    check_alternatives(&line.phone, &pages, |page| {
                        let mut of_channel = page.right_now.lines.iter().filter(|other| other.channel == line.channel);
                        Some(of_channel.find(|other| other.agreements.contains(name))?.phone.answer)
                    })?;
                }
            }
            let references: Vec<_> = catalogues.iter().map(|(value, other)| (**value, reference(other, now))).collect();
            for window in &reference(catalogue, now).maintenance.windows {
                check_alternatives(&window.last_day_of_notice, &references, |reference| {
                    let same = reference.maintenance.windows.iter().find(|other| other.interval == window.interval);
                    Some(same.and_then(|window| window.last_day_of_notice.answer))
                })?;
            }
            Ok(())
        },
    );
}

/// All values that are not in force, as the ids of interpretation and value.
fn values_not_in_force(file: &Value) -> Vec<(&str, &str)> {
    let interpretations = file.field("readings").items().iter();
    let values = interpretations.flat_map(|interpretation| {
        let others = interpretation
            .field("values")
            .items()
            .iter()
            .filter(|value| value.field("id") != interpretation.field("value"));
        others.map(|value| (interpretation.field("id").text(), value.field("id").text()))
    });
    values.collect()
}

fn check_alternatives<A: Clone + PartialEq + std::fmt::Debug, P>(
    actual: &WithAlternatives<A>,
    pages: &[((&str, &str), P)],
    answer: impl Fn(&P) -> Option<A>,
) -> Result<(), TestCaseError> {
    let answers = pages.iter().filter_map(|(value, page)| Some((*value, answer(page)?)));
    let expected: Vec<_> = answers.filter(|(_, answer)| *answer != actual.answer).collect();
    let value_and_answer = |other: &AlternativeAnswer<A>| (super::transcript::value_of(other), other.answer.clone());
    let got: Vec<_> = actual.alternatives.iter().map(value_and_answer).collect();
    let expected =
        expected.into_iter().map(|((interpretation, value), answer)| (format!("{interpretation}={value}"), answer));
    prop_assert_eq!(got, expected.collect::<Vec<_>>());
    Ok(())
}

fn answer<A: Copy>(answer: &Option<WithAlternatives<A>>) -> Option<A> {
    answer.as_ref().map(|with_alternatives| with_alternatives.answer)
}

fn note<T>(actual: &AgreementResponse, of: impl Fn(&Note) -> Option<T>) -> Option<T> {
    actual.notes.iter().find_map(of)
}

/// The catalogue without alternatives.
fn without_alternatives() -> Catalogue {
    Catalogue::from_value_with(&file(), &[]).unwrap()
}

/// The page for both agreements; `report` is in seconds after `now`, or `None` for a report now.
fn page(catalogue: &Catalogue, now: Timestamp, report: Option<i64>) -> Page {
    let report = report.map_or(Report::Now, |seconds| Report::At(now.plus_seconds(seconds)));
    Page::compute(catalogue, &Question { agreement: None, compare: false, report }, now)
}

fn reference(catalogue: &Catalogue, now: Timestamp) -> PageDetails {
    PageDetails::compute(catalogue, &Question::default(), now)
}

/// Checks a property at times from 2023 to 2035, with reports in the past, in the future or now.
fn check_at_random_times(
    catalogue: &Catalogue,
    times: u32,
    holds: impl Fn(&Catalogue, Timestamp, Option<i64>) -> Result<(), TestCaseError>,
) {
    let [from, to] = ["2023-01-01T00:00+01:00", "2036-01-01T00:00+01:00"].map(|text| instant(text).unix_seconds());
    let anywhere = from..to;
    // A whole hour of UTC is a whole hour of Danish time.
    let around_the_hour = (from / 3600..to / 3600, -60..=60i64).prop_map(|(hour, off)| hour * 3600 + off);
    let around_a_landmark = (
        select(vec![
            "2026-03-29T00:00Z",
            "2026-10-25T00:00Z",
            "2026-04-02T12:00Z",
            "2026-12-23T12:00Z",
            "2027-12-25T12:00Z",
            "2028-06-05T12:00Z",
        ]),
        -5 * 1440..=5 * 1440i64,
    )
        .prop_map(|(landmark, minutes)| instant(landmark).unix_seconds() + 60 * minutes);
    let now = prop_oneof![anywhere, around_the_hour, around_a_landmark].prop_map(Timestamp::from_unix_seconds);
    let report = prop_oneof![Just(None), (-200_000..200_000i64).prop_map(Some)];
    let default = ProptestConfig::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        chosen => chosen,
    };
    let config = ProptestConfig { cases: times, rng_seed, failure_persistence: None, ..default };
    TestRunner::new(config).run(&(now, report), |(now, report)| holds(catalogue, now, report)).unwrap();
}
