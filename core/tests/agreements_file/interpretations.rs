//! Validation of interpretations and their substitutions.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, replace_at};

use super::{CALENDARS, FILE, NO_HOURS, PATH, check, problem_lines};

#[test]
fn values_and_substitutions() {
    check(
        &[("readings[notice_count].value", r#""strict""#)],
        &[concat!(
            r#"readings[notice_count].value: found "strict", "#,
            "expected the id of one of its values: count_back | clear"
        )],
    );
    check(
        &[("readings[notice_count].values", "[]")],
        &["readings[notice_count].values: found [], expected a list [ … ] of at least 1"],
    );
    let put = "readings[notice_count].values[clear].put";
    let another_path = "a path at which nothing else is put by this value or by another reading";
    let check_put = |substitution: &str, at: &str, problem: &str| {
        check(&[(put, &format!("[{substitution}]"))], &[&format!("{put}[0].{at}: found {problem}")]);
    };
    for missing in ["maintenance.notice.counted", "agreements[gold].name", "agreements[0].name", ""] {
        let substitution = format!(r#"{{ "path": {missing:?}, "value": "clear" }}"#);
        let problem = match missing {
            "" => format!(r#"{put}[0].path: found "", expected text, 1 to 2000 characters"#),
            _ => format!("{put}[0].path: found {missing:?}, expected {PATH}"),
        };
        check(&[(put, &format!("[{substitution}]"))], &[&problem]);
    }
    check_put(
        r#"{ "path": "readings[notice_count].value", "value": "clear" }"#,
        "path",
        r#""readings[notice_count].value", expected a path outside the readings"#,
    );
    check_put(r#"{ "path": "closedDays", "value": [] }"#, "path", &format!(r#""closedDays", expected {another_path}"#));
    check_put(
        r#"{ "path": "calendars[billing].publicHolidays", "value": { "weekday": "asUsual", "weekend": "closed" } }"#,
        "path",
        &format!(r#""calendars[billing].publicHolidays", expected {another_path}"#),
    );
    check_put(r#"{ "path": "maintenance.notice.count" }"#, "value", "nothing, expected a value");
    check(
        &[(
            put,
            r#"[{ "path": "maintenance.notice", "value": 5 }, { "path": "maintenance.notice.count", "value": 6 }]"#,
        )],
        &[
            &format!(r#"{put}[1].path: found "maintenance.notice.count", expected {another_path}"#),
            "readings[notice_count].values[clear]: found a value that puts 5 at maintenance.notice, expected an object { … }",
        ],
    );
    check(&[(put, "[]")], &["readings[notice_count].values[clear].put: found [], expected a list [ … ] of at least 1"]);
}

#[test]
fn substitutions_are_validated_at_their_path() {
    let put = |value: &str| format!(r#"[{{ "path": "agreements[basis].response.onSite.clock", "value": {value} }}]"#);
    let clock = "readings[basis_technician_clock].values";
    check(
        &[(&format!("{clock}[elapsed].put"), &put(r#""office""#))],
        &[&format!(
            r#"{clock}[elapsed]: found a value that puts "office" at agreements[basis].response.onSite.clock, expected {CALENDARS}"#
        )],
    );
    // A value in force is validated in the same way, and its problems are located at the value.
    check(
        &[("agreements[basis].response.onSite.clock", r#""billing""#), (&format!("{clock}[reaction].put"), &put("8"))],
        &[
            concat!(
                r#"agreements[basis].response.onSite.clock: found "billing", expected what one of the values of "#,
                "readings[basis_technician_clock] puts here, since that decides it"
            ),
            &format!(
                "{clock}[reaction]: found a value that puts 8 at agreements[basis].response.onSite.clock, expected {CALENDARS}"
            ),
        ],
    );
}

#[test]
fn a_value_that_an_interpretation_overrules_is_a_problem() {
    let decides = |interpretation: &str| {
        format!("expected what one of the values of readings[{interpretation}] puts here, since that decides it")
    };
    let day = r#"[{"name": {"da": "d", "en": "e"}, "everyYear": "05-15"}]"#;
    check(&[("closedDays", day)], &[&format!("closedDays: found {day}, {}", decides("extra_closed_days"))]);
    check(
        &[("agreements[basis].response.remote.clock", r#""billing""#)],
        &[&format!(r#"agreements[basis].response.remote.clock: found "billing", {}"#, decides("basis_remote_clock"))],
    );
    // Changing the value in force by its id alone is valid.
    for value in ["work", "phone", "elapsed"] {
        check(&[("readings[basis_remote_clock].value", &format!("{value:?}"))], &[]);
    }
}

#[test]
fn calendars_that_never_open_under_an_alternative() {
    // The repair calendar only opens on Sundays, unless an interpretation removes them.
    let sundays = ("calendars[basis-repair].weekly", r#"{ "sun": ["07:00-15:00"] }"#);
    check(&[sundays], &[]);
    let put = r#"[{ "path": "calendars[basis-repair].weekly.sun", "value": [] }]"#;
    let kept = r#"[{ "path": "calendars[basis-repair].weekly.sun", "value": ["07:00-15:00"] }]"#;
    check(
        &[
            sundays,
            ("readings[billing_on_holiday].values[closed].put", kept),
            ("readings[billing_on_holiday].values[open].put", put),
        ],
        &[concat!(
            r#"readings[billing_on_holiday].values[open]: found a value that puts "basis-repair" at "#,
            "agreements[basis].repair.calendar, expected a calendar that opens at some time"
        )],
    );
    // Opening only on public holidays is enough, unless an interpretation closes them.
    check(
        &[
            ("calendars[basis-fault-report].weekly", NO_HOURS),
            ("calendars[basis-fault-report].publicHolidays.weekday", r#"["10:00-14:00"]"#),
            ("readings[weekday_holiday_phone].value", r#""weekend""#),
        ],
        &[
            concat!(
                r#"readings[weekday_holiday_phone].values[closed]: found a value that puts "basis-fault-report" at "#,
                "agreements[basis].faultReports.calendar, expected a calendar that opens at some time"
            ),
            concat!(
                r#"readings[weekday_holiday_phone].values[weekday]: found a value that puts "basis-fault-report" at "#,
                "agreements[basis].faultReports.calendar, expected a calendar that opens at some time"
            ),
        ],
    );
}

#[test]
fn several_chosen_values_are_validated_together() {
    let tree = Value::from_json(FILE).unwrap();
    let lines = |chosen: &[(&str, &str)]| problem_lines(Catalogue::from_value_with(&tree, chosen));
    assert!(lines(&[("extra_closed_days", "bank"), ("basis_technician_clock", "elapsed")]).is_empty());
    let mut broken = tree.clone();
    let put_at = "readings[extra_closed_days].values[bank].put";
    assert!(replace_at(&mut broken, put_at, &Value::from_json(r#"[{ "path": "closedDays", "value": 5 }]"#).unwrap()));
    assert!(problem_lines(Catalogue::from_value_with(&broken, &[("extra_closed_days", "ab")])).is_empty());
    assert_eq!(
        problem_lines(Catalogue::from_value_with(&broken, &[("extra_closed_days", "bank")])),
        ["readings[extra_closed_days].values[bank]: found a value that puts 5 at closedDays, expected a list [ … ]"]
    );
}
