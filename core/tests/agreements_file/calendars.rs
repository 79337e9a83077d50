//! Validation of hours, calendars and closed days.

use super::{CLOSED_ON_HOLIDAYS, HOURS_CLOSE, NO_HOURS, check};

#[test]
fn hours() {
    let monday = |hours: &str, found: &str, expected: &str| {
        let path = "calendars[basis-repair].weekly.mon";
        check(&[(path, hours)], &[&format!("{path}[0]: found {found}, expected {expected}")]);
    };
    monday(r#"["16:00-08:00"]"#, r#""16:00-08:00""#, HOURS_CLOSE);
    monday(r#"["08:00-08:00"]"#, r#""08:00-08:00""#, HOURS_CLOSE);
    monday(r#"["22:00-06:00"]"#, r#""22:00-06:00""#, HOURS_CLOSE);
    monday(r#"["08:00-25:99"]"#, r#""08:00-25:99""#, "hours as 08:00-16:00");
    monday(r#"["8-16"]"#, r#""8-16""#, "hours as 08:00-16:00");
    monday(r#"["08:00"]"#, r#""08:00""#, "hours as 08:00-16:00");
    monday(r#"["08:00-169:00"]"#, r#""08:00-169:00""#, "hours as 08:00-16:00");
    monday(r#"["24:00-26:00"]"#, r#""24:00-26:00""#, "hours that open before 24:00 of the day they stand at");
    monday("[8]", "8", "hours as 08:00-16:00");
    monday("[null]", "null", "hours as 08:00-16:00");
    check(
        &[("calendars[basis-repair].weekly.mon", r#"["07:00-12:00", "15:00-12:30"]"#)],
        &[&format!(r#"calendars[basis-repair].weekly.mon[1]: found "15:00-12:30", expected {HOURS_CLOSE}"#)],
    );
    check(
        &[("calendars[basis-repair].weekly.mon", r#""07:00-15:00""#)],
        &[r#"calendars[basis-repair].weekly.mon: found "07:00-15:00", expected a list [ … ]"#],
    );
    check(
        &[("calendars[basis-repair].publicHolidays.weekday", r#"["14:00-10:00"]"#)],
        &[&format!(
            r#"calendars[basis-repair].publicHolidays.weekday[0]: found "14:00-10:00", expected {HOURS_CLOSE}"#
        )],
    );
    check(
        &[("calendars[basis-repair].publicHolidays.weekday", r#""open""#)],
        &[
            r#"calendars[basis-repair].publicHolidays.weekday: found "open", expected closed | asUsual, or a list of hours"#,
        ],
    );
}

#[test]
fn unusual_hours_are_valid() {
    for hours in [r#"["22:00-30:00"]"#, r#"["00:00-24:00"]"#, r#"["12:00-16:00", "07:00-13:00"]"#, "[]"] {
        check(&[("calendars[basis-repair].weekly.mon", hours)], &[]);
    }
    check(&[("calendars[basis-repair].publicHolidays.weekday", "[]")], &[]);
}

#[test]
fn weekdays() {
    check(
        &[("calendars[basis-repair].weekly", r#"{ "mon": ["07:00-15:00"], "monday": [] }"#)],
        &[
            "calendars[basis-repair].weekly.monday: found [], expected one of the fields mon, tue, wed, thu, fri, sat, sun",
        ],
    );
    check(
        &[("calendars[basis-repair].weekly", r#"[["07:00-15:00"]]"#)],
        &[r#"calendars[basis-repair].weekly: found [["07:00-15:00"]], expected an object { … }"#],
    );
}

#[test]
fn calendars_that_never_open() {
    let never = "expected a calendar that opens at some time";
    let check_emptied = |calendar: &str, used_at: &[&str]| {
        let weekly = format!("calendars[{calendar}].weekly");
        let holidays = format!("calendars[{calendar}].publicHolidays");
        let problem = |path: &&str| match path.split_once(" puts it at ") {
            None => format!("{path}: found {calendar:?}, {never}"),
            Some((value, path)) => format!("{value}: found a value that puts {calendar:?} at {path}, {never}"),
        };
        let problems: Vec<_> = used_at.iter().map(problem).collect();
        let problems: Vec<_> = problems.iter().map(String::as_str).collect();
        check(&[(&weekly, NO_HOURS), (&holidays, CLOSED_ON_HOLIDAYS)], &problems);
    };
    check_emptied(
        "basis-response-clock",
        &["agreements[basis].response.remote.clock", "agreements[basis].response.onSite.clock"],
    );
    check_emptied(
        "basis-repair",
        &[
            "agreements[basis].repair.calendar",
            "readings[basis_remote_clock].values[work] puts it at agreements[basis].response.remote.clock",
        ],
    );
    check_emptied("billing", &["agreements[basis].billing.calendar", "agreements[pro].billing.calendar"]);
    check_emptied("general-support", &["agreements[basis].general.calendar", "agreements[pro].general.calendar"]);
    check_emptied("maintenance-window", &["maintenance.window.calendar"]);
    check_emptied("preventive-maintenance", &["maintenance.preventive.calendar"]);
}

#[test]
fn closed_days() {
    let bank = "readings[extra_closed_days].values[bank]";
    let day = |date: &str| format!(r#"[{{ "name": {{ "da": "d", "en": "e" }}{date} }}]"#);
    // Checks the day in the file, and as a substitution of another value of the interpretation.
    let check_day = |date: &str, path: &str, found: &str, expected: &str| {
        let in_file = format!("closedDays[0]{path}: found {found}, expected {expected}");
        check(&[("closedDays", &day(date))], &[&in_file]);
        let substitution = format!(r#"[{{ "path": "closedDays", "value": {} }}]"#, day(date));
        let in_alternative =
            format!("{bank}: found a value that puts {found} at closedDays[0]{path}, expected {expected}");
        check(&[(&format!("{bank}.put"), &substitution)], &[&in_alternative]);
    };
    let one_date = "exactly one of everyYear, daysAfterEaster, date";
    check_day("", "", r#"{"name": {"da": "d", "en": "e"}}"#, one_date);
    check_day(
        r#", "everyYear": "12-24", "date": "2026-12-24""#,
        "",
        r#"{"name": {"da": "d", "en": "e"}, "everyYear": "12-24", "date…"#,
        one_date,
    );
    check_day(r#", "everyYear": "02-30""#, ".everyYear", r#""02-30""#, "a day that every year has, as 12-24");
    check_day(r#", "everyYear": "02-29""#, ".everyYear", r#""02-29""#, "a day that every year has, as 12-24");
    check_day(r#", "date": "2026-06-31""#, ".date", r#""2026-06-31""#, "a date that exists, as 2026-12-31");
    check_day(r#", "daysAfterEaster": 251"#, ".daysAfterEaster", "251", "a whole number from -80 to 250");
    check_day(r#", "daysAfterEaster": -81"#, ".daysAfterEaster", "-81", "a whole number from -80 to 250");
    check_day(
        r#", "date": "2026-06-05", "until": 1"#,
        ".until",
        "1",
        "one of the fields name, everyYear, daysAfterEaster, date",
    );
    check(&[("closedDays", r#"["12-24"]"#)], &[r#"closedDays[0]: found "12-24", expected an object { … }"#]);
}
