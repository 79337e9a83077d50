//! Tests of the calendars that cases define.

use super::*;

/// Cases of one calendar.
struct Calendar(&'static str);

impl Calendar {
    fn case(&self, operation: &str, input: &str, expected: &str) -> String {
        let Self(calendar) = self;
        format!(r#"{{{calendar}, "operation": {operation:?}, "input": {input}, "expected": {expected}}}"#)
    }

    fn open(&self, at: &str, open: bool) {
        agrees(&self.case("is_open", &format!(r#"{{"at": {at:?}}}"#), &format!(r#"{{"open": {open}}}"#)));
    }

    /// `to` may be "never".
    fn at(&self, operation: &str, at: &str, to: &str) {
        let to = if to == "never" { "null".to_owned() } else { format!("{to:?}") };
        agrees(&self.case(operation, &format!(r#"{{"at": {at:?}}}"#), &format!(r#"{{"at": {to}}}"#)));
    }

    fn add(&self, at: &str, seconds: &str, to: &str) {
        let to = if to == "never" { "null".to_owned() } else { format!("{to:?}") };
        let input = format!(r#"{{"at": {at:?}, "seconds": {seconds}}}"#);
        agrees(&self.case("add", &input, &format!(r#"{{"at": {to}}}"#)));
    }

    fn between(&self, from: &str, to: &str, seconds: i64) {
        let input = format!(r#"{{"from": {from:?}, "to": {to:?}}}"#);
        agrees(&self.case("between", &input, &format!(r#"{{"seconds": {seconds}}}"#)));
    }

    fn intervals(&self, from: &str, count: usize, intervals: &str) {
        let input = format!(r#"{{"from": {from:?}, "count": {count}}}"#);
        agrees(&self.case("open_intervals", &input, &format!(r#"{{"intervals": {intervals}}}"#)));
    }
}

#[test]
fn hours_end_at_midnight_or_after_it() {
    // A Monday to midnight, a Tuesday from midnight, and a Saturday until 02:30 on Sunday.
    let calendar = Calendar(
        r#""weekly_schedule": {"mon": [["20:00", "24:00"]], "tue": [["00:00", "01:00"], ["24:00", "25:00"]], "sat": [["22:00", "26:30"]]}"#,
    );
    calendar.open("2026-03-09T23:59:59+01:00", true);
    calendar.open("2026-03-10T00:00+01:00", true);
    calendar.open("2026-03-11T00:59+01:00", true); // Tuesday's 24:59
    calendar.open("2026-03-12T00:30+01:00", false);
    calendar.at("next_change", "2026-03-09T20:00+01:00", "2026-03-10T01:00+01:00");
    calendar.at("next_open", "2026-03-10T01:00+01:00", "2026-03-11T00:00+01:00");
    calendar.add("2026-03-09T23:00+01:00", "7200", "2026-03-10T01:00+01:00");
    // On the nights of clock changes.
    calendar.intervals("2026-03-28T12:00+01:00", 1, r#"[["2026-03-28T22:00+01:00", "2026-03-29T03:30+02:00"]]"#);
    calendar.between("2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00", 4 * 3600 + 1800);
    calendar.intervals("2026-10-24T12:00+02:00", 1, r#"[["2026-10-24T22:00+02:00", "2026-10-25T02:30+02:00"]]"#);
}

#[test]
fn holidays_overrides_and_breaks() {
    let calendar = Calendar(
        r#""weekly_schedule": {"mon": [["08:00", "16:00"]], "tue": [["22:00", "30:00"]], "wed": [["08:00", "12:00"], ["11:00", "16:00"]]},
           "holidays": ["2026-03-09", "2026-03-10", "2026-03-18"],
           "date_overrides": {"2026-03-09": [["10:00", "11:00"]], "2026-03-11": [["09:00", "10:00"]], "2026-03-16": []},
           "breaks": {"2026-03-11": [["09:30", "09:45"]], "2026-03-18": [["02:00", "03:00"]]}"#,
    );
    calendar.at("next_open", "2026-03-09T00:00+01:00", "2026-03-09T10:00+01:00"); // an override takes precedence over a holiday
    calendar.at("next_open", "2026-03-09T11:00+01:00", "2026-03-11T09:00+01:00"); // no hours begin on Tuesday
    calendar.intervals(
        "2026-03-11T09:15+01:00",
        2,
        r#"[["2026-03-11T09:15+01:00", "2026-03-11T09:30+01:00"], ["2026-03-11T09:45+01:00", "2026-03-11T10:00+01:00"]]"#,
    );
    // The hours of the 17th extend into a holiday, except its break.
    calendar.between("2026-03-16T00:00+01:00", "2026-03-19T00:00+01:00", 7 * 3600);
    calendar.open("2026-03-18T01:59+01:00", true);
    calendar.open("2026-03-18T02:00+01:00", false);
    calendar.between("2026-03-25T00:00+01:00", "2026-03-25T20:00+01:00", 14 * 3600); // overlapping hours count once
    agrees(&calendar.case("is_holiday", r#"{"at": "2026-03-10T23:30Z"}"#, r#"{"holiday": false}"#));
    agrees(&calendar.case("is_holiday", r#"{"at": "2026-03-09T23:30Z"}"#, r#"{"holiday": true}"#));
}

#[test]
fn calendars_that_never_close_or_never_open() {
    let day = r#"[["00:00", "24:00"]]"#;
    let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|name| format!("{name:?}: {day}")).join(", ");
    let always = Calendar(format!(r#""weekly_schedule": {{{week}}}"#).leak());
    always.at("next_change", "2026-03-09T11:00+01:00", "never");
    always.at("next_open", "2026-03-09T11:00:01+01:00", "2026-03-09T11:00:01+01:00");
    always.intervals("2026-03-09T11:00+01:00", 2, r#"[["2026-03-09T11:00+01:00", null]]"#);
    always.between("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 23 * 3600);
    always.between("2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 25 * 3600);
    for never in [
        Calendar(r#""weekly_schedule": {}"#),
        Calendar(r#""weekly_schedule": {"mon": [], "tue": [["08:00", "08:00"]]}, "holidays": null"#),
        Calendar(r#""weekly_schedule": {}, "date_overrides": {"2026-03-09": [["08:00", "09:00"]]}"#),
    ] {
        never.open("2026-03-10T12:00+01:00", false);
        never.at("next_open", "2026-03-10T12:00+01:00", "never");
        never.at("next_change", "2026-03-10T12:00+01:00", "never");
        never.add("2026-03-10T12:00+01:00", "1", "never");
        never.add("2026-03-10T12:00+01:00", "0", "2026-03-10T12:00+01:00");
        never.intervals("2026-03-10T12:00+01:00", 3, "[]");
        differs(&never.case("next_open", r#"{"at": "2026-03-10T12:00Z"}"#, r#"{"at": "2026-03-10T12:00Z"}"#));
    }
}

#[test]
fn invalid_calendars_are_rejected() {
    let rejects = |calendar: &'static str, reason: &str| {
        let case = Calendar(calendar).case("next_open", r#"{"at": "2026-03-10T12:00Z"}"#, r#"{"at": null}"#);
        rejected(&case, reason);
    };
    rejects(r#""weekly_schedule": {"monday": []}"#, "unknown weekday");
    rejects(r#""weekly_schedule": []"#, "no weekly_schedule");
    rejects(r#""weekly_schedule": {"mon": [["22:00", "06:00"]]}"#, "closes before it opens");
    rejects(r#""weekly_schedule": {"mon": [["08:00"]]}"#, "no pair of times");
    rejects(r#""weekly_schedule": {"mon": [["08:00", "25:99"]]}"#, "no time of day");
    rejects(r#""weekly_schedule": {"mon": [["8", "16"]]}"#, "no time of day");
    rejects(r#""weekly_schedule": {"mon": ["08:00-16:00"]}"#, "no list");
    rejects(r#""weekly_schedule": {}, "holidays": ["2026-02-30"]"#, "no date");
    rejects(r#""weekly_schedule": {}, "holidays": "2026-02-03"#.trim_end_matches('"'), "not JSON");
    rejects(r#""weekly_schedule": {}, "holidays": "2026-02-03""#, "no list");
    rejects(r#""weekly_schedule": {}, "date_overrides": {"3/2": []}"#, "no date");
    rejects(r#""weekly_schedule": {}, "breaks": [["12:00", "13:00"]]"#, "no hours by date");
    let calendar = Calendar(r#""weekly_schedule": {"mon": [["08:00", "16:00"]]}"#);
    rejected(&calendar.case("add", r#"{"at": "2026-03-10T12:00Z"}"#, r#"{"at": null}"#), "no number");
    rejected(&calendar.case("add", r#"{"at": "2026-03-10T12:00Z", "seconds": -1}"#, r#"{"at": null}"#), "no length");
    rejected(&calendar.case("add", r#"{"at": "2026-03-10T12:00Z", "seconds": 0.5}"#, r#"{"at": null}"#), "no whole");
    for operation in ["next_open", "next_change", "add"] {
        for expected in ["{}", "null", r#""2026-03-16T08:00+01:00""#] {
            let case = calendar.case(operation, r#"{"at": "2026-03-10T12:00Z", "seconds": 1}"#, expected);
            rejected(&case, r#"no field "at""#);
        }
    }
    rejected(&calendar.case("is_open", r#"{"at": "2026-03-10T12:00"}"#, r#"{"open": true}"#), "no instant");
    rejected(&calendar.case("open_intervals", r#"{"from": "2026-03-10T12:00Z"}"#, r#"{"intervals": []}"#), "no count");
    rejected(&calendar.case("shift", r#"{"at": "2026-03-10T12:00Z"}"#, "null"), "unknown operation");
    rejected(&calendar.case("resolve_local", r#"{"local": "2026-03-10T12:00Z"}"#, r#"{"at": null}"#), "no local time");
}
