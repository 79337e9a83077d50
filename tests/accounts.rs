//! Does the account on the page add up, and end at the deadline that the page shows?
//!
//! It is read back from the page's HTML, as a customer with a calculator would.

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../core/tests/account_parser/mod.rs"]
mod account_parser;
mod drawn;

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::{Timestamp, copenhagen};
use serviceaftale_widget::app::{Appearance, Attributes, View};

use account_parser::AccountParser;

const TIMES: i64 = 2000;

#[test]
fn accounts_on_the_page_read_back_to_the_target_and_the_deadline() {
    let catalogue = drawn::catalogue();
    let [first, end] =
        ["2023-01-01T00:00+01:00", "2036-01-01T00:00+01:00"].map(|text| text.parse::<Timestamp>().unwrap());
    let mut read = 0;
    for number in 0..TIMES {
        // Multiples of the golden ratio: every second is as likely, in the same order each time.
        let part = (number * 2_654_435_769) % (1 << 32);
        let report = first.plus_seconds((part * (end.seconds_since(first) >> 16)) >> 16);
        let language = Language::ALL[usize::from(number % 2 == 1)];
        let html = page(report, language);
        for agreement in &catalogue.agreements {
            for (response, kind) in ServiceMode::ALL.into_iter().zip(["remote", "on-site"]) {
                let target = agreement.target(response);
                let card = format!("data-answer=\"{kind}\" data-agreement=\"{}\"", agreement.id);
                let card = html.split_once(&card).unwrap().1.split("data-answer").next().unwrap();
                let shows = card.split_once("<time ").unwrap().1.split("</time>").next().unwrap();
                let (machine, shows) = shows.split_once('>').unwrap();
                let deadline = target.deadline(report).unwrap().at.rounded_up_to_minute();
                assert_eq!(machine, format!("datetime=\"{}\"", copenhagen::rfc3339(deadline)));
                let shows = shows.replace("<span>", "").replace("</span>", "");
                let account = card.split_once("<details class=\"account\"").unwrap().1;
                let asked = format!("{kind}, {}, {language:?}", agreement.id);
                let account = AccountParser::new(rows(account), report, language);
                account.adds_up_to(target.working_seconds, &shows, &asked);
                let local = copenhagen::to_local(deadline);
                assert_eq!(
                    account.shown_deadline(&shows.replace('\u{a0}', " ")),
                    local.date.and_time(local.time),
                    "{asked}"
                );
                read += 1;
            }
        }
    }
    assert_eq!(read, 4 * TIMES);
}

fn page(report: Timestamp, language: Language) -> String {
    let attributes = Attributes {
        question: Question { report: Report::At(report), ..Question::default() },
        frozen_at: Some(report),
        appearance: Appearance { language, view: View::Compact, ..Appearance::default() },
    };
    drawn::page(attributes, report)
}

/// What stands in the cells of the first table.
fn rows(html: &str) -> Vec<[String; 3]> {
    let table = html.split_once("<tbody>").unwrap().1.split("</tbody>").next().unwrap();
    let cells = |row: &str| {
        let cells = row.split("</t").filter_map(|cell| Some(cell.rsplit_once('>')?.1.to_owned()));
        cells.take(3).collect::<Vec<_>>().try_into().unwrap()
    };
    table.split("</tr>").filter(|row| row.contains("<tr")).map(cells).collect()
}
