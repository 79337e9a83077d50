//! Report times in the hour that the spring clock change skips and the one that the autumn change repeats.

use serviceaftale_core::messages::Language::Danish;
use serviceaftale_core::messages::{Language, report_time};
use serviceaftale_core::report_input::{Occurrence, ParsedReport, ReportDraft, days_later, fold_occurrence};
use serviceaftale_core::time::copenhagen;

use super::{TODAY, draft, instant, local_time, parse};

#[test]
fn a_time_in_the_gap_is_moved_one_hour_later() {
    fn check(date: &str, time: &str, taken: Option<&str>) {
        let typed = parse(Danish, date, time, TODAY);
        match taken {
            Some(taken) => {
                assert!(matches!(typed, ParsedReport::Gap { .. }), "{date} {time}: {typed:?}");
                assert_eq!(typed.report(), Some(instant(taken)), "{date} {time}");
            }
            None => assert!(matches!(typed, ParsedReport::Unambiguous(_)), "{date} {time}: {typed:?}"),
        }
    }
    check("29/3 2026", "1.59", None);
    check("29/3 2026", "2", Some("2026-03-29T03:00+02:00"));
    check("29/3 2026", "2.30", Some("2026-03-29T03:30+02:00"));
    check("søndag", "2.30", None);
    check("29. marts", "2.59", Some("2026-03-29T03:59+02:00"));
    check("29/3 2026", "3.00", None);
    check("28/3 2027", "2.30", Some("2027-03-28T03:30+02:00"));
    check("29/3 2099", "2.30", Some("2099-03-29T03:30+02:00"));
}

#[test]
fn a_time_in_the_fold_has_two_instants() {
    fn check(date: &str, time: &str, both: Option<[&str; 2]>) {
        let typed = parse(Danish, date, time, TODAY);
        let Some(both) = both else {
            assert!(matches!(typed, ParsedReport::Unambiguous(_)), "{date} {time}: {typed:?}");
            return;
        };
        let [first, second] = both.map(instant);
        assert_eq!(typed, ParsedReport::Fold { first, second, occurrence: None }, "{date} {time}");
        assert_eq!(typed.report(), None);
        for (which, at) in [(Occurrence::First, first), (Occurrence::Second, second)] {
            let draft = ReportDraft { occurrence: Some(which), ..draft(date, time) };
            let typed = draft.parse(&report_time::vocabulary(Danish), super::day(TODAY));
            assert_eq!((typed.report(), fold_occurrence(at)), (Some(at), Some(which)));
        }
    }
    check("25/10 2026", "1.59", None);
    check("25/10 2026", "2", Some(["2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00"]));
    check("25/10", "2.30", Some(["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"]));
    check("25. okt", "2.59", Some(["2026-10-25T02:59+02:00", "2026-10-25T02:59+01:00"]));
    check("25/10 2026", "3", None);
    check("24/10 2026", "24", None);
    check("24/9 1995", "2.30", Some(["1995-09-24T02:30+02:00", "1995-09-24T02:30+01:00"]));
    assert_eq!(fold_occurrence(instant("2026-10-25T03:00+01:00")), None);
    assert_eq!(fold_occurrence(instant("2026-10-25T01:59+02:00")), None);
}

#[test]
fn the_draft_of_a_report_parses_to_the_same_time() {
    // Every two hours and one minute of nine years, and every quarter of an hour of an autumn night.
    let steps = (0..40_000).map(|step| instant("2024-01-01T00:00+01:00").plus_seconds(step * 7_260));
    let night = (0..32).map(|step| instant("2026-10-24T23:00+02:00").plus_seconds(step * 900));
    for report in steps.chain(night) {
        for language in Language::ALL {
            let draft = report_time::draft(language, report);
            let typed = draft.parse(&report_time::vocabulary(language), super::day(TODAY));
            assert_eq!(typed.report(), Some(report), "{draft:?}");
            assert_eq!(typed, ParsedReport::from_instant(report), "{draft:?}");
            assert!(!draft.date.contains('\u{a0}') && draft.date.len() <= 40);
        }
    }
}

#[test]
fn a_known_report_is_ambiguous_only_in_the_fold() {
    fn check(report: &str, fold: Option<([&str; 2], Occurrence)>) {
        let report = instant(report);
        let expected = match fold {
            Some((both, occurrence)) => {
                let [first, second] = both.map(instant);
                ParsedReport::Fold { first, second, occurrence: Some(occurrence) }
            }
            None => ParsedReport::Unambiguous(report),
        };
        assert_eq!(ParsedReport::from_instant(report), expected, "{report:?}");
        assert_eq!(expected.report(), Some(report));
    }
    check("2026-04-03T15:00+02:00", None);
    check("2026-04-03T15:00:30+02:00", None);
    // Before, in and after the fold.
    check("2026-10-25T01:59+02:00", None);
    let both = ["2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00"];
    check("2026-10-25T02:00+02:00", Some((both, Occurrence::First)));
    check("2026-10-25T02:00+01:00", Some((both, Occurrence::Second)));
    let both = ["2026-10-25T02:59:30+02:00", "2026-10-25T02:59:30+01:00"];
    check("2026-10-25T02:59:30+02:00", Some((both, Occurrence::First)));
    check("2026-10-25T02:59:30+01:00", Some((both, Occurrence::Second)));
    check("2026-10-25T03:00+01:00", None);
    // Before and after the gap.
    check("2026-03-29T01:59+01:00", None);
    check("2026-03-29T03:00+02:00", None);
    check("2026-03-29T03:30+02:00", None);
}

#[test]
fn another_day_has_the_same_local_time() {
    fn check(from: &str, days: i64, to: &str) {
        assert_eq!(copenhagen::rfc3339(days_later(instant(from), days)), to, "{from} {days}");
    }
    check("2026-04-03T15:00+02:00", 1, "2026-04-04T15:00:00+02:00");
    check("2026-04-03T15:00:30+02:00", -1, "2026-04-02T15:00:30+02:00");
    check("2026-03-28T15:00+01:00", 1, "2026-03-29T15:00:00+02:00");
    check("2026-03-28T02:30+01:00", 1, "2026-03-29T03:30:00+02:00");
    check("2026-10-24T02:30+02:00", 1, "2026-10-25T02:30:00+02:00");
    check("2026-10-26T02:30+01:00", -1, "2026-10-25T02:30:00+02:00");
    check("2026-12-31T23:59+01:00", 1, "2027-01-01T23:59:00+01:00");
    check("2028-03-01T08:00+01:00", -1, "2028-02-29T08:00:00+01:00");
}

#[test]
fn midnight_at_the_end_of_a_day_is_on_the_next_date() {
    fn check(date: &str, expected: &str) {
        assert_eq!(local_time(Danish, date, "24", TODAY), expected);
    }
    check("31/12 2026", "2027-01-01T00:00");
    check("28/2 2028", "2028-02-29T00:00");
    check("28/3 2026", "2026-03-29T00:00");
    check("29/3 2026", "2026-03-30T00:00");
    check("25/10 2026", "2026-10-26T00:00");
}
