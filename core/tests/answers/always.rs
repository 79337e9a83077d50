//! What is true of the page at any time, whatever is reported when?
//!
//! The times are the same in every run; other ones are tried with `PROPTEST_RNG_SEED=2 cargo test --test answers`.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, TestRunner};
use serviceaftale_core::agreement::{Agreement, Catalogue, Channel, ServiceMode};
use serviceaftale_core::answers::{
    AgreementResponse, AlternativeAnswer, Note, Page, Phone, Question, Reference, Report, WithAlternatives,
};
use serviceaftale_core::calendar::SpanKind;
use serviceaftale_core::data::Value;
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::{file, instant};

/// Times that are tried.
const TIMES: u32 = 500;
/// Times at which every other reading is put in force and asked.
const TIMES_IN_EVERY_READING: u32 = 60;

#[test]
fn deadlines_are_those_of_the_calendars() {
    at_any_time(&as_in_force(), TIMES, |catalogue, now, report| {
        let page = page(catalogue, now, report);
        let reported = page.responses.report;
        prop_assert_eq!(page.responses.agreements.len(), catalogue.agreements.len());
        for (agreement, told) in catalogue.agreements.iter().zip(&page.responses.agreements) {
            prop_assert_eq!(&agreement.id, &told.id, "in the order of the file");
            prop_assert_eq!(told.answers.iter().map(|answer| answer.response).collect::<Vec<_>>(), ServiceMode::ALL);
            for answer in &told.answers {
                let target = agreement.target(answer.response);
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
fn notes_are_true_of_the_calendars() {
    at_any_time(&as_in_force(), TIMES, |catalogue, now, report| {
        let page = page(catalogue, now, report);
        let (reported, yet_to_report) = (page.responses.report, page.responses.report >= page.now);
        for (agreement, told) in catalogue.agreements.iter().zip(&page.responses.agreements) {
            let takes = agreement.fault_reports.next_opening(reported).unwrap();
            prop_assert_eq!(answer(&told.phone_takes), Some(takes));
            let opens = note(told, |note| if let Note::PhoneOpens(opens) = note { Some(*opens) } else { None });
            prop_assert_eq!(opens, Some(takes).filter(|takes| *takes > reported && yet_to_report));

            let visit = told.answers[1].deadline;
            let work = agreement.repair.calendar.next_opening(visit).unwrap();
            prop_assert_eq!(answer(&told.work_from), Some(work));
            let work_from = note(told, |note| match note {
                Note::WorkFrom { from, deadline, .. } => Some((*from, *deadline)),
                _ => None,
            });
            let waits = |_: &_| !agreement.repair.calendar.is_open(visit) && work > page.now;
            prop_assert_eq!(work_from, Some((work, visit)).filter(waits));

            same_deadlines(agreement, told, takes, yet_to_report)?;

            let passed = told.notes.iter().filter(|note| matches!(note, Note::Passed(_))).count();
            prop_assert_eq!(passed, told.answers.iter().filter(|answer| answer.passed).count());
            let changes = told.notes.iter().filter(|note| matches!(note, Note::ClockChange { .. })).count();
            let while_counting = told.answers.iter().any(|answer| {
                let pairs = answer.account.windows(2);
                let mut changes = pairs.filter(|pair| matches!(pair[0].kind, SpanKind::ClockChange { .. }));
                changes.any(|pair| pair[1].kind == SpanKind::Open)
            });
            prop_assert_eq!(changes, usize::from(while_counting));
        }
        Ok(())
    });
}

/// To report at any time that the note names has the same deadlines, and to report later has not.
fn same_deadlines(
    agreement: &Agreement,
    told: &AgreementResponse,
    takes: Timestamp,
    yet_to_report: bool,
) -> Result<(), TestCaseError> {
    let deadlines = |report| ServiceMode::ALL.map(|response| agreement.target(response).deadline(report).unwrap().at);
    let same = note(told, |note| match note {
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
    prop_assert_eq!(deadlines(from).map(Timestamp::rounded_up_to_minute), [0, 1].map(|way| told.answers[way].deadline));
    prop_assert!(deadlines(to.plus_seconds(1)) != deadlines(to));
    Ok(())
}

#[test]
fn channels_hold_until_they_change() {
    at_any_time(&as_in_force(), TIMES, |catalogue, now, report| {
        let page = page(catalogue, now, report);
        prop_assert!(page.now <= now && now < page.holds_until);
        prop_assert_eq!(page.holds_until, page.now.plus_seconds(60));
        let lines = &page.right_now.lines;
        for channel in Channel::ALL {
            let of = lines.iter().filter(|line| line.channel == channel);
            let told: Vec<_> =
                of.flat_map(|line| line.agreements.iter().map(move |agreement| (agreement, line))).collect();
            prop_assert_eq!(told.len(), catalogue.agreements.len(), "each agreement once");
            for (name, line) in told {
                let hours = catalogue.agreement(&name.id).unwrap().hours(channel);
                let phone = line.phone.answer;
                prop_assert_eq!(phone.is_open(), hours.is_open(page.now));
                let Some(change) = phone.changes() else {
                    prop_assert_eq!(phone, Phone::Open { until: None });
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
fn windows_come_in_order_and_none_is_left_out() {
    at_any_time(&as_in_force(), TIMES, |catalogue, now, report| {
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
        prop_assert!(weeks.windows(2).all(|pair| pair[1] == pair[0] + 1), "every week has one");
        Ok(())
    });
}

/// An answer names another reading exactly where the page answers otherwise once that reading is in force.
#[test]
fn other_readings_are_those_that_answer_otherwise() {
    let file = file();
    let values = other_values(&file);
    let catalogues = values.iter().map(|value| (value, Catalogue::from_value_with(&file, &[*value]).unwrap()));
    let catalogues: Vec<_> = catalogues.collect();
    at_any_time(&Catalogue::from_value(&file).unwrap(), TIMES_IN_EVERY_READING, |catalogue, now, report| {
        let in_force = page(catalogue, now, report);
        let pages: Vec<_> = catalogues.iter().map(|(value, other)| (**value, page(other, now, report))).collect();
        for (at, agreement) in in_force.responses.agreements.iter().enumerate() {
            let told = |page: &Page| page.responses.agreements[at].clone();
            for (way, answer) in agreement.answers.iter().enumerate() {
                names(&answer.readings, &pages, |page| Some(told(page).answers[way].deadline))?;
            }
            let asked = [&agreement.phone_takes, &agreement.work_from];
            let [takes, works] = asked.map(|asked| asked.as_ref().unwrap());
            names(takes, &pages, |page| answer(&told(page).phone_takes))?;
            // What moves the deadline is told of that.
            let same = |page: &Page| told(page).answers[1].deadline == agreement.answers[1].deadline;
            names(works, &pages, |page| answer(&told(page).work_from).filter(|_| same(page)))?;
        }
        for line in &in_force.right_now.lines {
            for name in &line.agreements {
                names(&line.phone, &pages, |page| {
                    let mut of_channel = page.right_now.lines.iter().filter(|other| other.channel == line.channel);
                    Some(of_channel.find(|other| other.agreements.contains(name))?.phone.answer)
                })?;
            }
        }
        let references: Vec<_> = catalogues.iter().map(|(value, other)| (**value, reference(other, now))).collect();
        for window in &reference(catalogue, now).maintenance.windows {
            names(&window.last_day_of_notice, &references, |reference| {
                let same = reference.maintenance.windows.iter().find(|other| other.interval == window.interval);
                Some(same.and_then(|window| window.last_day_of_notice.answer))
            })?;
        }
        Ok(())
    });
}

/// The readings' other values, as reading and value.
fn other_values(file: &Value) -> Vec<(&str, &str)> {
    let readings = file.field("readings").items().iter();
    let values = readings.flat_map(|reading| {
        let others = reading.field("values").items().iter().filter(|value| value.field("id") != reading.field("value"));
        others.map(|value| (reading.field("id").text(), value.field("id").text()))
    });
    values.collect()
}

fn names<A: Clone + PartialEq + std::fmt::Debug, P>(
    asked: &WithAlternatives<A>,
    pages: &[((&str, &str), P)],
    answer: impl Fn(&P) -> Option<A>,
) -> Result<(), TestCaseError> {
    let answers = pages.iter().filter_map(|(value, page)| Some((*value, answer(page)?)));
    let expected: Vec<_> = answers.filter(|(_, answer)| *answer != asked.answer).collect();
    let named = |other: &AlternativeAnswer<A>| (super::told::value_of(other), other.answer.clone());
    let got: Vec<_> = asked.others.iter().map(named).collect();
    let expected = expected.into_iter().map(|((reading, value), answer)| (format!("{reading}={value}"), answer));
    prop_assert_eq!(got, expected.collect::<Vec<_>>());
    Ok(())
}

fn answer<A: Copy>(asked: &Option<WithAlternatives<A>>) -> Option<A> {
    asked.as_ref().map(|asked| asked.answer)
}

fn note<T>(told: &AgreementResponse, of: impl Fn(&Note) -> Option<T>) -> Option<T> {
    told.notes.iter().find_map(of)
}

/// The agreements without what other readings make of them.
fn as_in_force() -> Catalogue {
    Catalogue::from_value_with(&file(), &[]).unwrap()
}

/// The page of both agreements; `report` is so many seconds from now, or now.
fn page(catalogue: &Catalogue, now: Timestamp, report: Option<i64>) -> Page {
    let report = report.map_or(Report::Now, |seconds| Report::At(now.plus_seconds(seconds)));
    Page::compute(catalogue, &Question { agreement: None, compare: false, report }, now)
}

/// What there is to look up beside both agreements.
fn reference(catalogue: &Catalogue, now: Timestamp) -> Reference {
    Reference::compute(catalogue, &Question::default(), now)
}

/// Tries times from 2023 to 2035 at which a fault is reported, or was, or will be.
fn at_any_time(
    catalogue: &Catalogue,
    times: u32,
    holds: impl Fn(&Catalogue, Timestamp, Option<i64>) -> Result<(), TestCaseError>,
) {
    let [from, to] = ["2023-01-01T00:00+01:00", "2036-01-01T00:00+01:00"].map(|text| instant(text).unix_seconds());
    let anywhere = from..to;
    // A full hour in Greenwich is one in Denmark.
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
    let asked_for = ProptestConfig::default();
    let rng_seed = match asked_for.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        chosen => chosen,
    };
    let config = ProptestConfig { cases: times, rng_seed, failure_persistence: None, ..asked_for };
    TestRunner::new(config).run(&(now, report), |(now, report)| holds(catalogue, now, report)).unwrap();
}
