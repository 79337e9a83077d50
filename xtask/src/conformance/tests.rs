//! Tests that every case is either answered or rejected, and none ignored.

mod business_time;
mod variants;

use super::agreement::Agreements;
use super::*;

thread_local! {
    static AGREEMENTS: Agreements = Agreements::read().unwrap();
}

fn outcome(line: &str) -> Result<(), String> {
    AGREEMENTS.with(|agreements| check(line, agreements))
}

/// Asserts that the answer matches.
fn agrees(line: &str) {
    assert_eq!(outcome(line), Ok(()), "{line}");
}

/// Asserts that the answer does not match.
fn differs(line: &str) {
    let mismatch = outcome(line).unwrap_err();
    assert!(mismatch.contains(", got ") && !mismatch.contains("got no answer"), "{line}: {mismatch}");
}

/// Asserts that the case is rejected for that reason.
fn rejected(line: &str, reason: &str) {
    let mismatch = outcome(line).unwrap_err();
    assert!(mismatch.contains(reason), "{line}: {mismatch}");
}

/// A case of an agreement; `more` are the other fields.
fn case(agreement: &str, operation: &str, more: &str) -> String {
    format!(r#"{{"id": "x", "agreement": {agreement:?}, "operation": {operation:?}, {more}}}"#)
}

#[test]
fn timestamps_are_compared_by_value() {
    let deadline = |expected: &str| {
        let input = r#""input": "2026-04-01T13:10:00Z", "args": {"kind": "technician"}"#;
        case("basis", "reaction_deadline", &format!(r#"{input}, "expected": "{expected}""#))
    };
    for same in [
        "2026-04-07T15:10+02:00",
        "2026-04-07T13:10:00Z",
        "2026-04-07T13:10:00.000-00:00",
        "2026-04-07T05:10-08:00",
        "2026-04-08T03:10:00+14:00",
        "2026-04-07T18:40+05:30",
    ] {
        agrees(&deadline(same));
    }
    differs(&deadline("2026-04-07T15:11+02:00"));
    differs(&deadline("2026-04-07T15:10:01+02:00"));
    differs(&deadline("2026-04-07T15:10+01:00"));
    rejected(&deadline("2026-04-07T15:10"), "no instant");
    assert_eq!(
        outcome(&deadline("2026-04-07T15:11+02:00")).unwrap_err(),
        concat!(
            r#"x reaction_deadline "2026-04-01T13:10:00Z" {"kind":"technician"}: "#,
            r#"expected "2026-04-07T15:11+02:00", got "2026-04-07T15:10:00+02:00""#
        )
    );
}

#[test]
fn invalid_cases_are_rejected() {
    let at = r#""input": "2026-04-01T15:10Z""#;
    let null = format!(r#"{at}, "expected": null"#);
    rejected("{}", r#"no field "expected""#);
    rejected("not json", "not JSON");
    rejected(r#"{"operation": "add", "expected": {"at": null}}"#, "no weekly_schedule");
    rejected(r#"{"operation": "public_holidays", "input": "2026", "expected": []}"#, "input is no year");
    rejected(r#"{"operation": "public_holidays", "input": 2026}"#, r#"no field "expected""#);
    rejected(&case("basis", "guess", &null), "unknown operation");
    rejected(&case("basis", "", &null), "unknown operation");
    rejected(&case("gold", "earliest_report", &null), "no agreement gold");
    rejected(&case("basis", "earliest_report", r#""input": "2026-04-01T15:10", "expected": null"#), "no instant");
    rejected(&case("basis", "earliest_report", r#""expected": null"#), "no instant: null");
    rejected(&case("basis", "earliest_report", at), r#"no field "expected""#);
    let asks = |operation: &str, args: &str, expected: &str, reason: &str| {
        rejected(&case("basis", operation, &format!(r#"{at}, "args": {args}, "expected": {expected}"#)), reason);
    };
    asks("is_open", r#"{"schedule": "basis.sleep"}"#, "true", "unknown schedule");
    asks("is_open", r#"{"schedule": "gold.phone"}"#, "true", "unknown schedule");
    asks("is_open", r#"{"schedule": "phone"}"#, "true", "unknown schedule");
    asks("is_open", "{}", "true", "no text: null");
    asks("is_open", r#"{"schedule": "basis.phone"}"#, r#""true""#, "neither true nor false");
    asks("reaction_deadline", r#"{"kind": "repair"}"#, "null", "unknown kind");
    asks("reaction_deadline", "{}", "null", "no text: null");
    asks("working_between", r#"{"schedule": "basis.phone"}"#, "0", "no instant: null");
    asks("working_between", r#"{"schedule": "basis.phone", "to": "2026-04-01T15:10Z"}"#, "null", "no number");
    asks("working_between", r#"{"schedule": "basis.phone", "to": "2026-04-01T15:10Z"}"#, "-1", "no length of time");
    asks("add_working", r#"{"schedule": "basis.phone"}"#, "null", "no number: null");
    asks("add_working", r#"{"schedule": "basis.phone", "minutes": -5}"#, "null", "no length of time");
    asks("add_working", r#"{"schedule": "basis.phone", "minutes": 0.001}"#, "null", "no whole number of seconds");
    asks("next_service_windows", r#"{"n": -1}"#, "[]", "no count");
    asks("next_service_windows", r#"{"n": 1}"#, "null", "no list");
    asks("next_service_windows", r#"{"n": 1}"#, r#"[{"start": null}]"#, "no instant: null");
    let window = r#"[{"start": "2026-04-06T00:00+02:00", "end": "2026-04-06T06:00+02:00", "latest_notice": "26/3"}]"#;
    asks("next_service_windows", r#"{"n": 1}"#, window, "no date");
    for readings in [
        r#"{"mood": "good"}"#,
        r#"{"notice_count": "none"}"#,
        r#"{"notice_count": null}"#,
        r#"{"notice_count": ["clear"]}"#,
        r#"["notice_count"]"#,
    ] {
        let reads = format!(r#"{null}, "readings": {readings}"#);
        assert!(outcome(&case("basis", "earliest_report", &reads)).is_err_and(|text| text.contains("got no answer")));
    }
}

#[test]
fn holidays_are_expected_in_any_order_but_once() {
    let year =
        |expected: &str| format!(r#"{{"operation": "public_holidays", "input": 2026, "expected": [{expected}]}}"#);
    let most = r#""2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-14", "2026-05-24", "2026-05-25""#;
    let christmas = r#""2026-12-25", "2026-12-26""#;
    agrees(&year(&format!(r#""2026-01-01", {most}, {christmas}"#)));
    agrees(&year(&format!(r#"{christmas}, {most}, "2026-01-01""#)));
    differs(&year(&format!(r#""2026-01-01", {most}, {christmas}, "2026-12-26""#)));
    differs(&year(&format!(r#"{most}, {christmas}"#)));
}

#[test]
fn an_expected_null_matches_only_never() {
    let asks = |agreement: &str, operation: &str, args: &str| {
        let fields = format!(r#""input": "2026-04-01T15:10:30Z", "args": {args}, "expected": null"#);
        case(agreement, operation, &fields)
    };
    for schedule in ["pro.phone", "pro.work", "pro.clock"] {
        agrees(&asks("pro", "next_change", &format!(r#"{{"schedule": {schedule:?}}}"#)));
    }
    differs(&asks("basis", "next_change", r#"{"schedule": "basis.phone"}"#));
    differs(&asks("basis", "earliest_report", "{}"));
    differs(&asks("pro", "clock_start", "{}"));
    differs(&asks("basis", "reaction_deadline", r#"{"kind": "remote"}"#));
    // An answer after 2099 is not the same as none.
    let beyond = asks("basis", "add_working", r#"{"schedule": "basis.clock", "minutes": 99999999}"#);
    rejected(&beyond, "the answer lies after 2099");
}

#[test]
fn minutes_may_be_fractions() {
    let add = |minutes: &str, expected: &str| {
        let input = r#""input": "2026-03-10T08:00:10+01:00""#;
        let args = format!(r#""args": {{"schedule": "basis.clock", "minutes": {minutes}}}"#);
        agrees(&case("basis", "add_working", &format!(r#"{input}, {args}, "expected": "{expected}""#)));
    };
    add("0.5", "2026-03-10T08:00:40+01:00");
    add("20", "2026-03-10T08:20:10+01:00");
    add("20.0", "2026-03-10T08:20:10+01:00");
    add("0.3333333333333333", "2026-03-10T08:00:30+01:00");
    add("4.35", "2026-03-10T08:04:31+01:00");
    add("83.333333", "2026-03-10T09:23:30+01:00");
    add("480", "2026-03-11T08:00:10+01:00");
    add("479.8333333333333", "2026-03-10T16:00:00+01:00"); // until it closes
    let between = |to: &str, expected: &str| {
        let input = r#""input": "2026-03-10T15:59:10+01:00""#;
        let args = format!(r#""args": {{"schedule": "basis.clock", "to": "{to}"}}"#);
        case("basis", "working_between", &format!(r#"{input}, {args}, "expected": {expected}"#))
    };
    agrees(&between("2026-03-10T15:59:30+01:00", "0.3333333333333333"));
    agrees(&between("2026-03-10T15:59:30+01:00", "0.33"));
    agrees(&between("2026-03-10T20:00+01:00", "0.8333333333333334"));
    agrees(&between("2026-03-11T08:00:10+01:00", "1"));
    agrees(&between("2026-03-10T15:59:10+01:00", "0"));
    agrees(&between("2026-03-09T08:00:00+01:00", "0")); // before it began
    differs(&between("2026-03-10T15:59:30+01:00", "0.35"));
    differs(&between("2026-03-11T08:00:10+01:00", "0.9833333333333333"));
}

#[test]
fn interpretations_combine() {
    let asks = |operation: &str, input: &str, args: &str, readings: &str, expected: &str| {
        let fields = format!(r#""input": {input:?}, "args": {args}, "readings": {readings}, "expected": {expected}"#);
        agrees(&case("basis", operation, &fields));
    };
    let deadline = |input: &str, kind: &str, readings: &str, expected: &str| {
        let (args, expected) = (format!(r#"{{"kind": {kind:?}}}"#), format!("{expected:?}"));
        asks("reaction_deadline", input, &args, readings, &expected);
    };
    // 24 December is closed, and 25 December a public holiday on which the phone has the hours of a weekend.
    let phone = r#"{"basis_remote_clock": "phone", "extra_closed_days": "frist", "weekday_holiday_phone": "weekend"}"#;
    deadline("2026-12-23T19:00+01:00", "remote", phone, "2026-12-24T12:00+01:00");
    let closed = r#"{"basis_remote_clock": "phone", "extra_closed_days": "frist", "weekend_holiday_phone": "closed"}"#;
    deadline("2026-12-23T19:00+01:00", "remote", closed, "2026-12-27T12:00+01:00");
    let work = r#"{"basis_remote_clock": "work", "extra_closed_days": "bank", "basis_technician_clock": "elapsed"}"#;
    deadline("2026-05-13T14:30+02:00", "remote", work, "2026-05-18T09:30+02:00");
    deadline("2026-05-13T14:30+02:00", "technician", work, "2026-05-13T22:30+02:00");
    // The `.clock` schedule is the reaction calendar, even if the on-site response runs on another.
    let elapsed = r#"{"basis_technician_clock": "elapsed", "extra_closed_days": "ab"}"#;
    let clock = r#"{"schedule": "basis.clock"}"#;
    asks("is_open", "2026-04-30T12:00+02:00", clock, elapsed, "true");
    asks("is_open", "2026-05-01T12:00+02:00", clock, elapsed, "false");
    asks("clock_start", "2026-05-01T12:00+02:00", "{}", elapsed, r#""2026-05-01T12:00+02:00""#);
    let add = r#"{"schedule": "basis.clock", "minutes": 60}"#;
    asks("add_working", "2026-04-30T15:30+02:00", add, elapsed, r#""2026-05-04T08:30+02:00""#);
    // A skipped window, and a notice period with a closed day.
    let windows = r#"{"service_window_on_holiday": "skipped", "notice_count": "clear", "extra_closed_days": "bank"}"#;
    let expected =
        r#"[{"start": "2026-06-01T00:00+02:00", "end": "2026-06-01T06:00+02:00", "latest_notice": "2026-05-21"}]"#;
    asks("next_service_windows", "2026-05-19T12:00+02:00", r#"{"n": 1}"#, windows, expected);
    // Setting an interpretation to its default changes nothing.
    deadline(
        "2026-04-01T15:10+02:00",
        "technician",
        r#"{"basis_technician_clock": "reaction"}"#,
        "2026-04-07T15:10+02:00",
    );
    deadline("2026-04-01T15:10+02:00", "technician", "{}", "2026-04-07T15:10+02:00");
    deadline("2026-04-01T15:10+02:00", "technician", "null", "2026-04-07T15:10+02:00");
}
