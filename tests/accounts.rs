//! Rendering of the accounts: each adds up to the target and ends at the deadline that its card shows.
//!
//! Everything is read back from the rendered page, as by a customer with a calculator.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../core/tests/account_parser/mod.rs"]
mod account_parser;
mod render;

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::{Timestamp, copenhagen};
use serviceaftale_widget::app::{Appearance, Attributes, View};

use account_parser::AccountParser;
use render::{Dom, Element};

const TIMES: i64 = 2000;

#[test]
fn accounts_in_danish_add_up_to_the_target_and_end_at_the_deadline() {
    check(Language::Danish, 0);
}

#[test]
fn accounts_in_english_add_up_to_the_target_and_end_at_the_deadline() {
    check(Language::English, 1);
}

/// Checks every second time, from the given one on. The two tests take turns, so that they share the work.
fn check(language: Language, first_number: i64) {
    let catalogue = render::catalogue();
    let [first, end] =
        ["2023-01-01T00:00+01:00", "2036-01-01T00:00+01:00"].map(|text| text.parse::<Timestamp>().unwrap());
    let mut read = 0;
    for number in (first_number..TIMES).step_by(2) {
        // Multiples of the golden ratio: every second is as likely, in the same order each time.
        let part = (number * 2_654_435_769) % (1 << 32);
        let report = first.plus_seconds((part * (end.seconds_since(first) >> 16)) >> 16);
        let page = page(report, language);
        for agreement in &catalogue.agreements {
            for (response, kind) in ServiceMode::ALL.into_iter().zip(["remote", "on-site"]) {
                let target = agreement.target(response);
                let card = page.one(&format!("[data-answer={kind}][data-agreement={}]", agreement.id));
                let shown = card.one("time");
                let deadline = target.deadline(report).unwrap().at.rounded_up_to_minute();
                assert_eq!(shown.attr("datetime"), Some(copenhagen::rfc3339(deadline).as_str()));
                let shown = shown.text();
                let asked = format!("{kind}, {}, {language:?}", agreement.id);
                let account = AccountParser::new(rows(card.one("details.account")), report, language);
                account.adds_up_to(target.working_seconds, &shown, &asked);
                let local = copenhagen::to_local(deadline);
                assert_eq!(account.shown_deadline(&shown), local.date.and_time(local.time), "{asked}");
                read += 1;
            }
        }
    }
    assert_eq!(read, 4 * TIMES / 2);
}

fn page(report: Timestamp, language: Language) -> Dom {
    let attributes = Attributes {
        question: Question { report: Report::At(report), ..Question::default() },
        frozen_at: Some(report),
        appearance: Appearance { language, view: View::Compact, ..Appearance::default() },
    };
    render::page(attributes, report)
}

/// The cells of an account's table.
fn rows(account: Element) -> Vec<[String; 3]> {
    let cells = |row: Element| -> Vec<String> { row.all("th, td").iter().map(Element::text).collect() };
    account.one("tbody").all("tr").into_iter().map(|row| cells(row).try_into().unwrap()).collect()
}
