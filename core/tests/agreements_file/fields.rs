//! Validation of fields, ids and numbers.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;

use super::{CALENDARS, PATH, check, check_text, problem_lines};

#[test]
fn fields() {
    let root = "formatVersion, version, lastChanged, reviewBy, source, contact, calendars, closedDays, agreements, \
                maintenance, coverage, readings";
    check_text(
        r#""formatVersion": 1,"#,
        r#""formatVersion": 1, "comment": "x","#,
        &[&format!(r#"comment: found "x", expected one of the fields {root}"#)],
    );
    check_text(r#""$schema": "agreements.schema.json","#, "", &[]);
    check_text(
        r#""press": "2","#,
        r#""press": "2", "$schema": "x","#,
        &[r#"contact.$schema: found "x", expected one of the fields name, phone, phoneShown, press, section"#],
    );
    check_text(r#""press": "2","#, "", &["contact.press: found nothing, expected text, 1 to 2000 characters"]);
    check_text(
        r#""closedDays": [],"#,
        "",
        &[
            "closedDays: found nothing, expected a list [ … ]",
            &missing_target("none"),
            &missing_target("frist"),
            &missing_target("ab"),
            &missing_target("bank"),
        ],
    );
}

fn missing_target(value: &str) -> String {
    format!(r#"readings[extra_closed_days].values[{value}].put[0].path: found "closedDays", expected {PATH}"#)
}

#[test]
fn format_versions() {
    for other in ["2", "0", r#""1""#, "1.5", "null"] {
        check(&[("formatVersion", other)], &[&format!("formatVersion: found {other}, expected 1")]);
    }
}

#[test]
fn json_types() {
    for (path, json, found, expected) in [
        ("contact", "[]", "[]", "an object { … }"),
        ("contact.name", "5", "5", "text, 1 to 2000 characters"),
        ("contact.name", r#"" ""#, r#"" ""#, "text, 1 to 2000 characters"),
        ("contact.phone", r#""87925575""#, r#""87925575""#, "a phone number as +4512345678"),
        ("agreements[pro].faultReports.byEmail", r#""yes""#, r#""yes""#, "true or false"),
        ("agreements[pro].repair.untilDone", "1", "1", "true or false"),
        ("coverage.covered", "[]", "[]", "a list [ … ] of at least 1"),
        ("coverage.notStated", "{}", "{}", "a list [ … ]"),
        ("coverage.perAddress.text", r#""adresse""#, r#""adresse""#, "an object { … }"),
        ("coverage.perAddress.text.en", r#""""#, r#""""#, "text, 1 to 2000 characters"),
    ] {
        check(&[(path, json)], &[&format!("{path}: found {found}, expected {expected}")]);
    }
    let too_long = format!("{:?}", "é".repeat(2001));
    let shown = format!("\"{}…", "é".repeat(59));
    check(&[("source", &too_long)], &[&format!("source: found {shown}, expected text, 1 to 2000 characters")]);
    for (json, found) in [("[]", "[]"), ("null", "null"), ("3", "3"), (r#""agreements""#, r#""agreements""#)] {
        let tree = Value::from_json(json).unwrap();
        assert_eq!(
            problem_lines(Catalogue::from_value(&tree)),
            [format!("(file): found {found}, expected an object {{ … }}")]
        );
    }
}

#[test]
fn ids() {
    let id = "an id of 1 to 60 letters, digits, - and _";
    check(
        &[("agreements[pro].id", r#""basis""#)],
        &[r#"agreements[1].id: found "basis", expected an id that no earlier item has"#],
    );
    check(&[("agreements[pro].id", r#""""#)], &[&format!(r#"agreements[1].id: found "", expected {id}"#)]);
    check(&[("agreements[pro].id", "null")], &[&format!("agreements[1].id: found null, expected {id}")]);
    check(
        &[("agreements[pro].id", r#""Erhverv Pro""#)],
        &[&format!(r#"agreements[1].id: found "Erhverv Pro", expected {id}"#)],
    );
    check(
        &[("readings[notice_count].values[clear].id", r#""count_back""#)],
        &[r#"readings[notice_count].values[1].id: found "count_back", expected an id that no earlier item has"#],
    );
    check(
        &[("readings[billing_on_holiday].id", r#""notice_count""#)],
        &[r#"readings[6].id: found "notice_count", expected an id that no earlier item has"#],
    );
    // An empty id cannot be referred to, even if an item has one.
    check(
        &[("calendars[preventive-maintenance].id", r#""""#), ("maintenance.preventive.calendar", r#""""#)],
        &[
            &format!(r#"calendars[7].id: found "", expected {id}"#),
            &format!(
                r#"maintenance.preventive.calendar: found "", expected {}"#,
                renamed(" | preventive-maintenance", "")
            ),
        ],
    );
    // After an id changes, references and substitutions by the old id have no target.
    check(
        &[("calendars[billing].id", r#""bills""#)],
        &[
            &format!(
                r#"agreements[basis].billing.calendar: found "billing", expected {}"#,
                renamed("billing", "bills")
            ),
            &format!(r#"agreements[pro].billing.calendar: found "billing", expected {}"#, renamed("billing", "bills")),
            &format!(
                r#"readings[billing_on_holiday].values[closed].put[0].path: found "calendars[billing].publicHolidays.weekday", expected {PATH}"#
            ),
            &format!(
                r#"readings[billing_on_holiday].values[open].put[0].path: found "calendars[billing].publicHolidays.weekday", expected {PATH}"#
            ),
        ],
    );
}

#[test]
fn references_to_unknown_ids() {
    for path in [
        "agreements[pro].response.remote.clock",
        "agreements[pro].response.onSite.clock",
        "agreements[pro].faultReports.calendar",
        "agreements[pro].general.calendar",
        "agreements[pro].billing.calendar",
        "agreements[pro].repair.calendar",
        "agreements[basis].response.remote.clock",
        "maintenance.window.calendar",
        "maintenance.preventive.calendar",
    ] {
        check(&[(path, r#""office""#)], &[&format!(r#"{path}: found "office", expected {CALENDARS}"#)]);
        check(&[(path, r#""""#)], &[&format!(r#"{path}: found "", expected {CALENDARS}"#)]);
        check(&[(path, "7")], &[&format!("{path}: found 7, expected {CALENDARS}")]);
    }
}

fn renamed(old: &str, new: &str) -> String {
    CALENDARS.replacen(old, new, 1)
}

#[test]
fn response_times_and_notice() {
    let path = "agreements[basis].response.onSite.minutes";
    let integer = "a whole number from 1 to 525600";
    for (json, found) in [
        ("0", "0"),
        ("-480", "-480"),
        ("7.5", "7.5"),
        ("525601", "525601"),
        ("1e300", "18446744073709551.615"),
        (r#""480""#, r#""480""#),
        ("null", "null"),
        ("[480]", "[480]"),
    ] {
        check(&[(path, json)], &[&format!("{path}: found {found}, expected {integer}")]);
    }
    check(&[(path, "525600")], &[]);
    check(
        &[("maintenance.notice.workingDays", "-1")],
        &["maintenance.notice.workingDays: found -1, expected a whole number from 0 to 60"],
    );
    check(
        &[("maintenance.preventive.usualMinutes", "0")],
        &["maintenance.preventive.usualMinutes: found 0, expected a whole number from 1 to 600"],
    );
    check(
        &[("maintenance.notice.count", r#""forward""#)],
        &[r#"maintenance.notice.count: found "forward", expected back | clear"#],
    );
}

#[test]
fn dates() {
    let date = "a date that exists, as 2026-12-31";
    for found in [r#""2026-02-30""#, r#""2027-11-31""#, r#""30-11-2027""#, r#""2027-11-30T00:00Z""#, "20271130", "null"]
    {
        check(&[("reviewBy", found)], &[&format!("reviewBy: found {found}, expected {date}")]);
    }
}

#[test]
fn the_displayed_number_is_the_dialled_number() {
    let dials = |number: &str| format!("expected the number that contact.phone dials, {number}");
    check(
        &[("contact.phone", r#""+4587925576""#)],
        &[&format!(r#"contact.phoneShown: found "87 92 55 75", {}"#, dials("+4587925576"))],
    );
    check(
        &[("contact.phoneShown", r#""87 92 55 57""#)],
        &[&format!(r#"contact.phoneShown: found "87 92 55 57", {}"#, dials("+4587925575"))],
    );
    check(&[("contact.phoneShown", r#""+45 8792 5575""#)], &[]);
    check(&[("contact.phone", "null")], &["contact.phone: found null, expected a phone number as +4512345678"]);
}
