//! Validation of notices files; invalid notices are left out.

use serviceaftale_core::data::Value;
use serviceaftale_core::notices::Notices;

use super::{at, changed, notices, parse, problem_lines};

/// Makes one change, and checks the problem and that all other notices are kept.
fn check_notice(path: &str, json: &str, found: &str, expected: &str) {
    let (parsed, problems) = parse(&changed(&[(path, json)]));
    assert_eq!(problems, [format!("{path}: found {found}, expected {expected}")]);
    let id = path.split(['[', ']']).nth(1).unwrap();
    let mut others = notices();
    others.announcements.retain(|announcement| announcement.id != id);
    assert_eq!(parsed, others, "{path}");
}

const LINE: &str = "text, 1 to 300 characters";
const TIME: &str = "a time as 2026-12-31T06:00+01:00, or 2026-12-31T06:00 by Danish clocks";
const LINK: &str = "a link as https://aura.dk/drift, tel:+4512345678 or mailto:navn@aura.dk";
const POSTCODE: &str = "a postcode of four digits, as \"8300\"";

#[test]
fn an_invalid_notice_is_left_out() {
    check_notice("notices[odder-core].what.da", "5", "5", LINE);
    check_notice("notices[odder-core].what.da", r#""""#, r#""""#, LINE);
    check_notice("notices[odder-core].what.en", r#"" \n\u202e ""#, "\" \\n\u{fffd} \"", LINE);
    check_notice("notices[odder-core].kind", "null", "null", "an id of 1 to 60 letters, digits, - and _");
    let statuses = "planned | moved | cancelled | underWay | done";
    check_notice("notices[odder-core].status", r#""on hold""#, r#""on hold""#, statuses);
    check_notice("notices[odder-core].publishedAt", "null", "null", TIME);
    check_notice("notices[odder-core].downtimeMinutes", "-1", "-1", "a whole number from 0 to 20160");
    check_notice("notices[odder-core].downtimeMinutes", "30.5", "30.5", "a whole number from 0 to 20160");
    check_notice("notices[odder-core].areas", r#""Odder""#, r#""Odder""#, "a list [ … ]");
    check_notice("notices[odder-cable].postcodes", "{}", "{}", "a list [ … ]");
    check_notice("notices[aarhus-fibre].agreements", "[]", "[]", "a list [ … ] of at least 1");
}

#[test]
fn problems_in_lists_have_an_index() {
    let (_, problems) = parse(&changed(&[
        ("notices[odder-core].postcodes", r#"["8300", "830", 8300, "8300 "]"#),
        ("notices[odder-core].areas", r#"["Odder", null]"#),
    ]));
    assert_eq!(
        problems,
        [
            "notices[odder-core].areas[1]: found null, expected text, 1 to 80 characters".to_owned(),
            format!(r#"notices[odder-core].postcodes[1]: found "830", expected {POSTCODE}"#),
            format!("notices[odder-core].postcodes[2]: found 8300, expected {POSTCODE}"),
            format!(r#"notices[odder-core].postcodes[3]: found "8300 ", expected {POSTCODE}"#),
        ]
    );
}

#[test]
fn times() {
    for valid in [
        "2026-04-12T22:00:00Z",
        "2026-04-13T00:00+02:00",
        "2026-04-12T18:00:00.5-04:00",
        "2026-04-13T00:00",
        "2026-04-13T00:00:00",
    ] {
        let (notices, problems) = parse(&changed(&[("notices[odder-core].start", &format!("{valid:?}"))]));
        assert_eq!(problems, Vec::<String>::new());
        let odder = notices.announcements.iter().find(|notice| notice.id == "odder-core").unwrap();
        assert_eq!(odder.start, super::at("2026-04-13T00:00:00+02:00"), "{valid}");
    }
    for invalid in [
        "2026-04-13",
        "2026-02-30T00:00",
        "2026-04-13 00:00",
        "2026-04-13t00:00",
        "2026-04-13T00:00z",
        " 2026-04-13T00:00",
        "2026-04-13T00:00 ",
        "2026-04-13T24:00",
        "2126-04-13T00:00",
        "1926-04-13T00:00",
        "i morgen",
    ] {
        check_notice("notices[odder-core].start", &format!("{invalid:?}"), &format!("{invalid:?}"), TIME);
    }
}

#[test]
fn work_ends_after_it_begins() {
    let expected = "a time after the start, 2026-04-13T00:00, by a year at most";
    for invalid in ["2026-04-13T00:00", "2026-04-12T06:00", "2027-05-01T00:00"] {
        check_notice("notices[odder-core].end", &format!("{invalid:?}"), &format!("{invalid:?}"), expected);
    }
}

#[test]
fn links() {
    for valid in [
        "https://aura.dk",
        "https://www.aura.dk:8443/drift/?sted=8300&x=[1]#nu",
        "tel:87925575",
        "tel:+4587925575",
        "mailto:erhverv+drift@aura.dk",
    ] {
        assert_eq!(parse(&changed(&[("notices[odder-core].link", &format!("{valid:?}"))])).1, Vec::<String>::new());
    }
    for invalid in [
        "http://aura.dk",
        "//aura.dk",
        "/drift",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:///drift",
        "https://aura.dk@example.com/",
        "https://aura.dk:x/",
        "https://aura.dk:/",
        "https://aura.dk\\\\@example.com",
        "https://аura.dk/",
        "https://aura.dk/<b>",
        "https://aura.dk/a b",
        " https://aura.dk",
        "tel:+45 87 92",
        "tel:*21*1%23",
        "mailto:a@b?bcc=c@d",
        "mailto:@aura.dk",
    ] {
        let json = Value::String(invalid.replace("\\\\", "\\"));
        let mut tree = changed(&[]);
        assert!(serviceaftale_core::data::replace_at(&mut tree, "notices[odder-core].link", &json));
        let problems = parse(&tree).1;
        assert_eq!(problems.len(), 1, "{invalid}");
        assert!(problems[0].ends_with(LINK), "{invalid}: {problems:?}");
    }
    check_notice("notices[odder-core].link", "null", "null", LINK);
}

#[test]
fn unknown_and_missing_fields() {
    let fields = "id, kind, status, what, start, end, downtimeMinutes, areas, postcodes, agreements, publishedAt, \
                  moved, updates, link";
    check_item(
        r#"{"id": "a", "__proto__": {}}"#,
        &[&format!("notices[a].__proto__: found {{}}, expected one of the fields {fields}")],
    );
    check_item("5", &["notices[0]: found 5, expected an object { … }"]);
    check_item(
        r#"{"id": "a b"}"#,
        &["notices[0].id: found \"a b\", expected an id of 1 to 60 letters, digits, - and _"],
    );
}

/// Checks the first problem of a file with that one notice.
fn check_item(item: &str, problems: &[&str]) {
    let file = format!(r#"{{"formatVersion": 1, "notices": [{item}], "oneOffHours": []}}"#);
    let (notices, found) = parse(&Value::from_json(&file).unwrap());
    assert_eq!(found[..1], *problems);
    assert_eq!(notices, Notices::default());
}

#[test]
fn ids_are_unique() {
    let notice = r#"{"id": "a", "kind": "x", "status": "done", "what": {"da": "x", "en": "x"}, "start": "2026-04-13T00:00", "publishedAt": "2026-04-13T00:00"}"#;
    let file = format!(r#"{{"formatVersion": 1, "notices": [{notice}, {notice}], "oneOffHours": []}}"#);
    let (notices, problems) = parse(&Value::from_json(&file).unwrap());
    assert_eq!(notices.announcements.len(), 1);
    assert_eq!(problems, [r#"notices[1].id: found "a", expected an id that no earlier item has"#]);
}

#[test]
fn a_file_of_another_format_is_rejected() {
    for (path, json, problem) in [
        ("formatVersion", "2", "formatVersion: found 2, expected 1"),
        ("notices", "{}", "notices: found {}, expected a list [ … ]"),
        ("oneOffHours", "null", "oneOffHours: found null, expected a list [ … ]"),
    ] {
        assert_eq!(problem_lines(&Notices::from_value(&changed(&[(path, json)])).unwrap_err()), [problem]);
    }
    let page = Value::from_json(r#""<!doctype html>""#).unwrap();
    assert_eq!(
        problem_lines(&Notices::from_value(&page).unwrap_err()),
        [r#"(file): found "<!doctype html>", expected an object { … }"#]
    );
}

#[test]
fn an_unknown_field_of_the_file_is_only_a_problem() {
    let file = super::FILE.replacen(r#""formatVersion": 1,"#, r#""formatVersion": 1, "comment": "x","#, 1);
    let (parsed, problems) = parse(&Value::from_json(&file).unwrap());
    let fields = "formatVersion, lastChanged, notices, oneOffHours";
    assert_eq!(problems, [format!(r#"comment: found "x", expected one of the fields {fields}"#)]);
    assert_eq!(parsed, notices());
}

#[test]
fn an_invalid_time_of_the_last_change_is_left_out() {
    let parse_with = |time: &str| {
        let part = format!(r#""formatVersion": 1, "lastChanged": {time},"#);
        parse(&Value::from_json(&super::FILE.replacen(r#""formatVersion": 1,"#, &part, 1)).unwrap())
    };
    let (valid, problems) = parse_with(r#""2026-04-10T09:00""#);
    assert_eq!((valid.last_changed, problems), (Some(at("2026-04-10T09:00")), vec![]));
    let (invalid, problems) = parse_with(r#""yesterday""#);
    assert_eq!(problems, [format!(r#"lastChanged: found "yesterday", expected {TIME}"#)]);
    assert_eq!(invalid, notices());
}

#[test]
fn hours() {
    for (change, problem) in [
        (
            r#""channel": "chat""#,
            r#"channel: found "chat", expected faultReports | general | billing | repair | response"#,
        ),
        (r#""date": "2026-02-29""#, r#"date: found "2026-02-29", expected a date that exists, as 2026-12-31"#),
        (r#""hours": "open""#, r#"hours: found "open", expected closed, or a list of hours"#),
        (
            r#""hours": ["12:00-08:00"]"#,
            r#"hours[0]: found "12:00-08:00", expected hours that close after they open (past midnight is 24:00 or more, as 22:00-26:00)"#,
        ),
        (r#""why": {"da": "x"}"#, "why.en: found nothing, expected text, 1 to 80 characters"),
    ] {
        let field = change.split(':').next().unwrap();
        let all = [
            r#""channel": "general""#,
            r#""date": "2026-05-01""#,
            r#""hours": "closed""#,
            r#""why": {"da": "x", "en": "x"}"#,
        ];
        let item: Vec<_> = all.iter().map(|own| if own.starts_with(field) { change } else { own }).collect();
        let file = format!(r#"{{"formatVersion": 1, "notices": [], "oneOffHours": [{{{}}}]}}"#, item.join(", "));
        let (parsed, problems) = parse(&Value::from_json(&file).unwrap());
        assert_eq!(problems, [format!("oneOffHours[0].{problem}")]);
        assert!(parsed.special_hours.is_empty());
    }
}

#[test]
fn lists_have_a_maximum_length() {
    let item = |index: usize| {
        format!(
            r#"{{"id": "a{index}", "kind": "x", "status": "done", "what": {{"da": "x", "en": "x"}}, "start": "2026-04-13T00:00", "publishedAt": "2026-04-13T00:00"}}"#
        )
    };
    let items: Vec<_> = (0..501).map(item).collect();
    let file = format!(r#"{{"formatVersion": 1, "notices": [{}], "oneOffHours": []}}"#, items.join(","));
    let (notices, problems) = parse(&Value::from_json(&file).unwrap());
    assert_eq!(notices.announcements.len(), 500);
    assert_eq!(problems, ["notices: found 501 items, expected at most 500; those after them are left out"]);
    for (path, list, max) in [("areas", r#""x","#, 50), ("postcodes", r#""8300","#, 200)] {
        let path = format!("notices[odder-core].{path}");
        let list = |count| format!("[{}]", list.repeat(count).trim_end_matches(','));
        assert_eq!(parse(&changed(&[(&path, &list(max))])).1, Vec::<String>::new());
        let problems = parse(&changed(&[(&path, &list(max + 1))])).1;
        assert!(problems[0].ends_with(&format!("expected a list [ … ] of at most {max}")), "{problems:?}");
    }
}

#[test]
fn the_number_of_problems_is_limited() {
    // Six problems each: the fields that are required.
    let items = vec!["{}"; 500].join(",");
    let file = format!(r#"{{"formatVersion": 1, "notices": [{items}], "oneOffHours": []}}"#);
    let (_, problems) = parse(&Value::from_json(&file).unwrap());
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[100], "(file): found 2900 more problems, expected none");
}
