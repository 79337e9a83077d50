//! Comparison of agreements and its messages.

// Tests may panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value as Json, json};
use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::{ComparedAgreement, Comparison, Page, Question, RepairPace};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, channels, comparison, times};
use serviceaftale_core::time::Timestamp;

/// The questions of the specification with a fault report, and the lead of Pro over Basis.
#[test]
fn the_lead_in_days_and_hours() {
    let catalogue = catalogue(|_| ());
    let check = |reported: &str, on_site: [&str; 2], remote: [&str; 2]| {
        let page = page(&catalogue, reported);
        let comparison = Comparison::compute(&catalogue, &page).unwrap();
        for (response, expected) in [(ServiceMode::OnSite, on_site), (ServiceMode::Remote, remote)] {
            let danish = format!("Med Pro er AURA i gang {} før.", expected[0]);
            let english = format!("With Pro, AURA starts {} sooner.", expected[1]);
            assert_eq!(lead_sentences(&comparison, response), [danish, english], "{reported}, {response:?}");
        }
    };
    check(
        "2026-04-03T15:00+02:00",
        ["3 dage og 22 timer", "3 days and 22 hours"],
        ["3 dage og 19 timer", "3 days and 19 hours"],
    );
    check(
        "2026-03-13T15:30+01:00",
        ["2 dage og 21 timer", "2 days and 21 hours"],
        ["2 dage og 18 timer", "2 days and 18 hours"],
    );
    check("2026-03-10T02:00+01:00", ["11 timer", "11 hours"], ["8 timer", "8 hours"]);
    check(
        "2026-03-14T11:00+01:00",
        ["2 dage og 2 timer", "2 days and 2 hours"],
        ["1 dag og 23 timer", "1 day and 23 hours"],
    );
    check("2026-12-23T14:00+01:00", ["21 timer", "21 hours"], ["18 timer", "18 hours"]);
    check(
        "2027-12-25T11:00+01:00",
        ["2 dage og 2 timer", "2 days and 2 hours"],
        ["1 dag og 23 timer", "1 day and 23 hours"],
    );
    check(
        "2026-05-25T03:00+02:00",
        ["1 dag og 10 timer", "1 day and 10 hours"],
        ["1 dag og 7 timer", "1 day and 7 hours"],
    );
    // Elapsed time across a clock change, from 5:30 on Sunday to 16:00 on Tuesday.
    check(
        "2027-03-28T01:30+01:00",
        ["2 dage og 10 timer", "2 days and 10 hours"],
        ["2 dage og 7 timer", "2 days and 7 hours"],
    );
    check(
        "2026-03-09T06:20+01:00",
        ["6 timer og 40 minutter", "6 hours and 40 minutes"],
        ["3 timer og 40 minutter", "3 hours and 40 minutes"],
    );
    check(
        "2026-04-01T15:10+02:00",
        ["5 dage og 21 timer", "5 days and 21 hours"],
        ["5 dage og 18 timer", "5 days and 18 hours"],
    );
}

#[test]
fn a_lead_of_days_is_also_given_in_hours() {
    let catalogue = catalogue(|_| ());
    let check = |reported: &str, danish: Option<&str>, english: Option<&str>| {
        let page = page(&catalogue, reported);
        let comparison = Comparison::compute(&catalogue, &page).unwrap();
        let difference = comparison.difference(ServiceMode::OnSite).unwrap();
        let actual = Language::ALL.map(|language| comparison::in_hours(language, difference));
        assert_eq!(
            actual.map(|words| words.map(|words| plain(&words))),
            [danish, english].map(|words| words.map(str::to_owned))
        );
    };
    let danish = Some("Der er 94 timer mellem fristerne.");
    check("2026-04-03T15:00+02:00", danish, Some("The deadlines are 94 hours apart."));
    let danish = Some("Der er 24 timer og 30 minutter mellem fristerne.");
    check("2026-03-09T12:30+01:00", None, None);
    check("2026-03-08T12:30+01:00", danish, Some("The deadlines are 24 hours and 30 minutes apart."));
}

#[test]
fn agreements_with_the_same_deadline() {
    let catalogue = catalogue(|file| file["agreements"][1]["response"] = file["agreements"][0]["response"].clone());
    let page = page(&catalogue, "2026-04-03T15:00+02:00");
    let comparison = Comparison::compute(&catalogue, &page).unwrap();
    let danish = "Fristen er den samme med begge aftaler.";
    let english = "The deadline is the same with both agreements.";
    assert_eq!(lead_sentences(&comparison, ServiceMode::OnSite), [danish, english]);
}

#[test]
fn of_three_agreements_the_earliest_deadline_is_compared_with_the_latest() {
    let catalogue = catalogue(|file| {
        let mut third = file["agreements"][0].clone();
        (third["id"], third["name"]) = (json!("plus"), json!("Erhverv Plus"));
        third["response"]["onSite"]["minutes"] = json!(240);
        file["agreements"].as_array_mut().unwrap().insert(0, third);
    });
    let page = page(&catalogue, "2026-04-03T15:00+02:00");
    let comparison = Comparison::compute(&catalogue, &page).unwrap();
    let danish = "Med Pro er AURA i gang 3 dage og 22 timer før end med Basis.";
    let english = "With Pro, AURA starts 3 days and 22 hours sooner than with Basis.";
    assert_eq!(lead_sentences(&comparison, ServiceMode::OnSite), [danish, english]);
}

#[test]
fn distinctive_names_omit_the_common_first_words() {
    fn check(names: [&str; 2], expected: [&str; 2]) {
        let catalogue = catalogue(|file| {
            for (index, name) in names.into_iter().enumerate() {
                file["agreements"][index]["name"] = json!(name);
            }
        });
        let page = page(&catalogue, "2026-04-03T15:00+02:00");
        let comparison = Comparison::compute(&catalogue, &page).unwrap();
        let names: Vec<_> = comparison.agreements.iter().map(|of| of.name).collect();
        assert_eq!(names, expected);
    }
    check(["Erhverv Basis", "Erhverv Pro"], ["Basis", "Pro"]);
    check(["Erhverv Fiber Basis", "Erhverv Fiber Pro Plus"], ["Basis", "Pro Plus"]);
    check(["Erhverv Basis", "Fiber Basis"], ["Erhverv Basis", "Fiber Basis"]);
    check(["Erhverv", "Erhverv Pro"], ["Erhverv", "Erhverv Pro"]);
    check(["Basis", "Pro"], ["Basis", "Pro"]);
}

#[test]
fn a_selected_agreement_is_not_compared() {
    let (catalogue, question) = (catalogue(|_| ()), Question::default().with_agreement(Some("pro".to_owned())));
    let page = Page::compute(&catalogue, &question, instant("2026-04-03T15:00+02:00"));
    assert_eq!(Comparison::compute(&catalogue, &page), None);
}

#[test]
fn a_comparison_exists_before_it_is_requested() {
    let (catalogue, now) = (catalogue(|_| ()), instant("2026-04-03T15:00+02:00"));
    let requested =
        |question| Comparison::compute(&catalogue, &Page::compute(&catalogue, &question, now)).unwrap().requested;
    assert!(requested(Question::default().with_comparison()) && !requested(Question::default()));
}

#[test]
fn cells_of_each_agreement() {
    let now = instant("2026-04-03T15:00+02:00");
    let catalogue = catalogue(|_| ());
    let page = page(&catalogue, "2026-04-03T15:00+02:00");
    let comparison = Comparison::compute(&catalogue, &page).unwrap();
    let cells = |language: Language| {
        let of = |of: &ComparedAgreement| {
            [
                times::moment(language, of.deadlines[1].1.answer, now),
                comparison::repair_pace(language, of.repair),
                comparison::has_status_updates(language, of.status_updates).to_owned(),
                channels::whole_state(language, of.phone.unwrap().answer, now),
                comparison::takes_email(language, of.by_email).to_owned(),
            ]
            .map(|words| plain(&words))
        };
        [of(&comparison.agreements[0]), of(&comparison.agreements[1])]
    };
    assert!(matches!(comparison.agreements[0].repair, RepairPace::Within(_)));
    assert_eq!(
        cells(Language::Danish),
        [
            [
                "tirsdag 7. april kl. 16.00",
                "hverdage kl. 7–15",
                "står ikke i aftalen",
                "lukket til i morgen kl. 10.00",
                "står ikke i aftalen",
            ],
            [
                "i dag kl. 18.00",
                "uafbrudt, til fejlen er rettet",
                "ja",
                "åben hele døgnet, alle dage",
                "ja, døgnet rundt"
            ],
        ]
    );
    assert_eq!(
        cells(Language::English),
        [
            [
                "Tuesday 7 April at 16:00",
                "weekdays 7–15",
                "not in the agreement",
                "closed until 10:00 tomorrow",
                "not in the agreement",
            ],
            [
                "18:00 today",
                "without a break until the fault is repaired",
                "yes",
                "open round the clock, every day",
                "yes, round the clock",
            ],
        ]
    );
}

/// The page without a selected agreement.
fn page(catalogue: &Catalogue, reported: &str) -> Page {
    Page::compute(catalogue, &Question::default(), instant(reported))
}

/// The sentence on the lead, in Danish and in English.
fn lead_sentences(comparison: &Comparison, response: ServiceMode) -> [String; 2] {
    let difference = comparison.difference(response).unwrap();
    Language::ALL.map(|language| plain(&comparison::difference(language, difference, comparison).concat()))
}

/// The published agreements with a change.
fn catalogue(change: impl FnOnce(&mut Json)) -> Catalogue {
    let mut file: Json = serde_json::from_str(include_str!("../../static/agreements.json")).unwrap();
    change(&mut file);
    Catalogue::from_value(&Value::from_json(&file.to_string()).unwrap()).unwrap()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ").replace('\u{2060}', "")
}
