//! Parsing of typed dates.

use serviceaftale_core::messages::Language;
use serviceaftale_core::messages::Language::{Danish, English};
use serviceaftale_core::report_input::{DateInputError, ParsedReport};

use super::{TODAY, day, local_time, parse};

fn check(language: Language, today: &str, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let actual = local_time(language, text, "15", today);
        assert_eq!(actual, format!("{expected}T15:00"), "{text} on {today}");
    }
}

#[test]
fn dates_in_danish() {
    check(
        Danish,
        TODAY,
        &[
            ("3/4", "2026-04-03"),
            ("03/04", "2026-04-03"),
            ("3.4", "2026-04-03"),
            ("3.4.", "2026-04-03"),
            ("3-4", "2026-04-03"),
            ("3 4", "2026-04-03"),
            (" 3 / 4 ", "2026-04-03"),
            ("3/4 2026", "2026-04-03"),
            ("3/4-2026", "2026-04-03"),
            ("3/4-26", "2026-04-03"),
            ("3/4/26", "2026-04-03"),
            ("3.4.2026", "2026-04-03"),
            ("03-04-2026", "2026-04-03"),
            ("3 4 2026", "2026-04-03"),
            ("2026-04-03", "2026-04-03"),
            ("2026/4/3", "2026-04-03"),
            ("0304", "2026-04-03"),
            ("030426", "2026-04-03"),
            ("03042026", "2026-04-03"),
            ("241226", "2026-12-24"),
            ("3. april", "2026-04-03"),
            ("3 april", "2026-04-03"),
            ("3.april", "2026-04-03"),
            ("3april", "2026-04-03"),
            ("3. apr", "2026-04-03"),
            ("3. apr.", "2026-04-03"),
            ("3. APRIL", "2026-04-03"),
            ("3. april 2026", "2026-04-03"),
            ("3. april 26", "2026-04-03"),
            ("april 3", "2026-04-03"),
            ("2026 april 3", "2026-04-03"),
            ("den 3. april", "2026-04-03"),
            ("d. 3/4", "2026-04-03"),
            ("fredag den 3. april 2026", "2026-04-03"),
            ("fredag\u{a0}3.\u{a0}april\u{a0}2026", "2026-04-03"),
            ("fre 3/4", "2026-04-03"),
            ("fre. 3/4", "2026-04-03"),
            ("fr 3/4 2026", "2026-04-03"),
            ("3/4 fredag", "2026-04-03"),
            ("lør 4/4", "2026-04-04"),
            ("LØRDAG 4. APRIL", "2026-04-04"),
            ("1/1 2027", "2027-01-01"),
            ("31/12", "2026-12-31"),
            ("24/12 2026", "2026-12-24"),
            ("5. maj", "2026-05-05"),
            ("5. juni", "2026-06-05"),
            ("5. jul", "2026-07-05"),
            ("5. marts", "2026-03-05"),
            ("1/3", "2026-03-01"),
            ("29. feb 2028", "2028-02-29"),
            ("29/2", "2028-02-29"),
            ("1/1 1990", "1990-01-01"),
            ("31/12 2099", "2099-12-31"),
        ],
    );
}

#[test]
fn a_date_without_a_year_is_recent_or_the_next_one() {
    check(Danish, TODAY, &[("1/1", "2026-01-01"), ("31/12", "2026-12-31"), ("25/10", "2026-10-25")]);
    check(Danish, "2026-04-04", &[("1/1", "2027-01-01"), ("2/1", "2026-01-02")]);
    check(Danish, "2026-12-30", &[("1/1", "2027-01-01"), ("29/12", "2026-12-29"), ("1/10", "2026-10-01")]);
    check(Danish, "2027-01-02", &[("29/12", "2026-12-29"), ("31/12", "2026-12-31"), ("3/1", "2027-01-03")]);
    check(Danish, "2028-02-29", &[("29/2", "2028-02-29"), ("28/2", "2028-02-28")]);
    check(Danish, "2028-05-31", &[("29/2", "2028-02-29")]);
    check(Danish, "2028-06-01", &[("29/2", "2032-02-29")]);
    check(Danish, "2089-03-01", &[("29/2", "2092-02-29")]);
}

#[test]
fn relative_days_and_weekdays() {
    check(
        Danish,
        TODAY,
        &[
            ("i dag", "2026-04-03"),
            ("I dag", "2026-04-03"),
            ("idag", "2026-04-03"),
            ("i morgen", "2026-04-04"),
            ("I MORGEN", "2026-04-04"),
            ("i overmorgen", "2026-04-05"),
            ("overmorgen", "2026-04-05"),
            ("i går", "2026-04-02"),
            ("I GÅR", "2026-04-02"),
            ("i forgårs", "2026-04-01"),
            ("i dag, fredag", "2026-04-03"),
            ("i morgen, lørdag", "2026-04-04"),
            ("fredag", "2026-04-03"),
            ("fr", "2026-04-03"),
            ("på lørdag", "2026-04-04"),
            ("lør", "2026-04-04"),
            ("søn.", "2026-04-05"),
            ("ma", "2026-04-06"),
            ("tirsdag", "2026-04-07"),
            ("ons", "2026-04-08"),
            ("torsdag", "2026-04-09"),
            ("i torsdags", "2026-04-02"),
            ("i fredags", "2026-03-27"),
            ("i lørdags", "2026-03-28"),
            ("sidste fredag", "2026-03-27"),
            ("sidste man", "2026-03-30"),
        ],
    );
    check(Danish, "2026-12-31", &[("i morgen", "2027-01-01"), ("fredag", "2027-01-01"), ("i dag", "2026-12-31")]);
    check(Danish, "2027-01-01", &[("i går", "2026-12-31"), ("i onsdags", "2026-12-30")]);
    check(Danish, "2028-02-28", &[("i morgen", "2028-02-29"), ("i overmorgen", "2028-03-01")]);
}

#[test]
fn dates_in_english() {
    check(
        English,
        TODAY,
        &[
            ("3/4", "2026-04-03"),
            ("3 April", "2026-04-03"),
            ("3rd of April", "2026-04-03"),
            ("April 3rd, 2026", "2026-04-03"),
            ("Fri 3 Apr 2026", "2026-04-03"),
            ("the 1st of May", "2026-05-01"),
            ("22nd december", "2026-12-22"),
            ("2026-04-03", "2026-04-03"),
            ("today", "2026-04-03"),
            ("tomorrow", "2026-04-04"),
            ("yesterday", "2026-04-02"),
            ("Saturday", "2026-04-04"),
            ("on sat", "2026-04-04"),
            ("tue", "2026-04-07"),
            ("last Friday", "2026-03-27"),
            ("1 Jun", "2026-06-01"),
            ("1 Jul", "2026-07-01"),
            ("1 Mar", "2026-03-01"),
        ],
    );
}

#[test]
fn every_weekday_is_the_next_one_or_the_last_one() {
    let names = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
    // A Monday.
    let first = day("2026-12-28");
    for today in 0..7_u64 {
        let date = first + chrono::Days::new(today);
        for (weekday, name) in names.iter().enumerate() {
            let weekday = u64::try_from(weekday).unwrap();
            let next = date + chrono::Days::new((weekday + 7 - today) % 7);
            let last = if next == date { date - chrono::Days::new(7) } else { next - chrono::Days::new(7) };
            let today = date.to_string();
            check(Danish, &today, &[(name, &next.to_string()), (&format!("i {name}s"), &last.to_string())]);
        }
    }
}

#[test]
fn errors_of_dates() {
    fn check(language: Language, error: DateInputError, texts: &[&str]) {
        for text in texts {
            let expected = ParsedReport::Invalid { date: Some(error), time: None };
            assert_eq!(parse(language, text, "15", TODAY), expected, "{text}");
        }
    }
    check(Danish, DateInputError::Missing, &["", " ", "\u{a0}", "."]);
    check(
        Danish,
        DateInputError::Unreadable,
        &[
            "3",
            "15.00.00.00",
            "nu",
            "den",
            "i",
            "april",
            "april 2026 3 4",
            "3/4 202",
            "3/4 02026",
            "3 4 april",
            "tredje april",
            "i dag 3/4",
            "i dag i morgen",
            "fredag lørdag",
            "april maj",
            "sidste",
            "sidste 3/4",
            "i fredags 3/4",
            "næste fredag",
            "m",
            "ap 3",
            "tomorrow",
            "12345",
            "123456789",
            "99999999999999999999",
            "3/4?",
            "3+4",
            "🙂",
            "٣/٤",
            "<b>3/4</b>",
        ],
    );
    check(
        Danish,
        DateInputError::NoSuchDay,
        &["0/4", "31/4", "3/0", "3/13", "4/31", "15.00", "30/2", "30. februar 2028", "29/2 2027", "32. maj", "2026"],
    );
    check(
        Danish,
        DateInputError::OtherWeekday(day("2026-04-03")),
        &["lør 3/4", "torsdag den 3. april 2026", "i dag, lørdag", "2026-04-03 ma"],
    );
    check(Danish, DateInputError::OutsideYears, &["3/4 1989", "3/4 2100", "01010000", "0000-01-01", "2100-02-30"]);
    check(English, DateInputError::Unreadable, &["i morgen", "3 maj", "th", "next Saturday", "lørdag"]);
}

#[test]
fn a_long_text_is_an_error() {
    let long = "3/4 ".repeat(10_000);
    assert!(matches!(parse(Danish, &long, &long, TODAY), ParsedReport::Invalid { date: Some(_), time: Some(_) }));
}
