//! Parsing of typed times of day.

use serviceaftale_core::messages::Language;
use serviceaftale_core::messages::Language::{Danish, English};
use serviceaftale_core::report_input::{ParsedReport, TimeInputError};

use super::{TODAY, local_time, parse};

fn check(language: Language, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        assert_eq!(local_time(language, "3/4", text, TODAY), *expected, "{text}");
    }
}

#[test]
fn times_in_danish() {
    check(
        Danish,
        &[
            ("15", "2026-04-03T15:00"),
            ("15.00", "2026-04-03T15:00"),
            ("15:00", "2026-04-03T15:00"),
            ("15,00", "2026-04-03T15:00"),
            ("15 00", "2026-04-03T15:00"),
            ("1500", "2026-04-03T15:00"),
            ("kl. 15", "2026-04-03T15:00"),
            ("kl 15", "2026-04-03T15:00"),
            ("kl.15", "2026-04-03T15:00"),
            ("KL. 15.00", "2026-04-03T15:00"),
            ("kl.\u{a0}15.00", "2026-04-03T15:00"),
            ("klokken 15", "2026-04-03T15:00"),
            ("9", "2026-04-03T09:00"),
            ("09", "2026-04-03T09:00"),
            ("9.12", "2026-04-03T09:12"),
            ("09.12", "2026-04-03T09:12"),
            ("912", "2026-04-03T09:12"),
            ("0912", "2026-04-03T09:12"),
            ("9.05", "2026-04-03T09:05"),
            ("0", "2026-04-03T00:00"),
            ("00.00", "2026-04-03T00:00"),
            ("0.01", "2026-04-03T00:01"),
            ("000", "2026-04-03T00:00"),
            ("23.59", "2026-04-03T23:59"),
            ("24", "2026-04-04T00:00"),
            ("24.00", "2026-04-04T00:00"),
            ("2400", "2026-04-04T00:00"),
        ],
    );
}

#[test]
fn times_in_english() {
    check(
        English,
        &[
            ("15:00", "2026-04-03T15:00"),
            ("at 9:12", "2026-04-03T09:12"),
            ("3pm", "2026-04-03T15:00"),
            ("3 PM", "2026-04-03T15:00"),
            ("3:30 pm", "2026-04-03T15:30"),
            ("12 pm", "2026-04-03T12:00"),
            ("12 am", "2026-04-03T00:00"),
            ("11.59 pm", "2026-04-03T23:59"),
            ("9 am", "2026-04-03T09:00"),
        ],
    );
}

#[test]
fn every_minute_of_the_day() {
    for minute in 0..24 * 60 {
        let (hour, minute) = (minute / 60, minute % 60);
        let expected = format!("2026-04-03T{hour:02}:{minute:02}");
        for text in [
            format!("{hour}.{minute:02}"),
            format!("{hour:02}:{minute:02}"),
            format!("kl. {hour}.{minute:02}"),
            format!("{hour:02}{minute:02}"),
        ] {
            assert_eq!(local_time(Danish, "i dag", &text, TODAY), expected, "{text}");
        }
    }
}

#[test]
fn errors_of_times() {
    fn check(language: Language, error: TimeInputError, texts: &[&str]) {
        for text in texts {
            let expected = ParsedReport::Invalid { date: None, time: Some(error) };
            assert_eq!(parse(language, "3/4", text, TODAY), expected, "{text}");
        }
    }
    check(Danish, TimeInputError::Missing, &["", "  ", ":"]);
    check(
        Danish,
        TimeInputError::Unreadable,
        &["kl.", "nu", "15.0", "15.000", "15.00.00", "3/4", "15-16", "-5", "halv ni", "3 pm", "15h", "15000", "middag"],
    );
    check(Danish, TimeInputError::NoSuchTime, &["25", "24.01", "15.60", "1560", "99", "2401", "9.99", "999"]);
    check(English, TimeInputError::Unreadable, &["kl. 15", "3 am pm", "pm"]);
    check(English, TimeInputError::NoSuchTime, &["0 am", "13 pm", "15:00 pm"]);
}

#[test]
fn date_and_time_have_errors_at_once() {
    let ParsedReport::Invalid { date: Some(_), time: Some(_) } = parse(Danish, "31/4", "25", TODAY) else {
        panic!("an error is missing");
    };
    assert_eq!(parse(Danish, "31/4", "25", TODAY).report(), None);
}
