//! Tests that the cases of the project have the same answers in other forms.

use serde_json::json;

use super::*;
use crate::project::Project;

/// Every n-th case of the files, so that all kinds are tested in a short time.
fn cases(every: usize) -> Vec<Value> {
    let folder = Project::locate().unwrap().root.join("tests/cases");
    let files = ["agreement.jsonl", "readings.jsonl", "business_time.jsonl", "public_holidays.jsonl"];
    let cases = files.iter().flat_map(|file| {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let lines: Vec<Value> = text.lines().step_by(every).map(|line| serde_json::from_str(line).unwrap()).collect();
        lines
    });
    cases.collect()
}

fn all_agree(every: usize, vary: impl Fn(&mut Value)) {
    for mut case in cases(every) {
        vary(&mut case);
        agrees(&case.to_string());
    }
}

/// Rewrites every string of a case, at any depth.
fn each_text(value: &mut Value, rewrite: &impl Fn(&mut String)) {
    match value {
        Value::String(text) => rewrite(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, rewrite)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_text(field, rewrite)),
        _ => {}
    }
}

#[test]
fn timestamps_may_have_other_offsets() {
    for minutes in [0, 60, 330, 840, -480, -719] {
        all_agree(5, |case| {
            each_text(case, &|text| {
                if let Ok(instant) = text.parse::<Timestamp>() {
                    *text = at_offset(instant, minutes);
                }
            });
        });
    }
}

/// The timestamp in RFC 3339 with an offset in minutes.
fn at_offset(instant: Timestamp, minutes: i64) -> String {
    let shown = chrono::DateTime::from_timestamp(instant.unix_seconds() + 60 * minutes, 0).unwrap().naive_utc();
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    format!("{}T{}{sign}{hours:02}:{minutes:02}", shown.date(), shown.time())
}

#[test]
fn default_interpretations_may_be_explicit() {
    let defaults = json!({
        "basis_remote_clock": "reaction", "basis_technician_clock": "reaction", "weekday_holiday_phone": "closed",
        "weekend_holiday_phone": "weekend", "billing_on_holiday": "closed", "extra_closed_days": "none",
        "notice_count": "count_back", "service_window_on_holiday": "kept",
    });
    all_agree(9, |case| {
        if case.get("agreement").is_some() {
            let mut readings = defaults.clone();
            let chosen = case["readings"].as_object().cloned().unwrap_or_default();
            readings.as_object_mut().unwrap().extend(chosen);
            case["readings"] = readings;
        }
    });
}

#[test]
fn descriptive_fields_are_ignored() {
    all_agree(9, |case| {
        case["tag"] = json!(["easter", {"week": 14}]);
        case["source"] = json!("2026-04-03T15:00+02:00");
        case.as_object_mut().unwrap().remove("id");
    });
}

/// With another expectation a case does not match; without one it is rejected.
#[test]
fn other_expectations_do_not_match() {
    for case in cases(7) {
        let mut other = case.clone();
        alter(&mut other["expected"]);
        differs(&other.to_string());
        let mut without = case;
        without.as_object_mut().unwrap().remove("expected");
        rejected(&without.to_string(), r#"no field "expected""#);
    }
}

/// Another value of the same kind.
fn alter(expected: &mut Value) {
    match expected {
        Value::Null => *expected = json!("2026-04-03T15:00+02:00"),
        Value::Bool(flag) => *flag = !*flag,
        Value::Number(number) => *expected = json!(number.as_f64().unwrap() + 1.0),
        Value::String(text) => match text.parse::<Timestamp>() {
            Ok(instant) => *text = at_offset(instant.plus_seconds(1), 0),
            Err(_) => *text = "2026-04-03".to_owned(),
        },
        Value::Array(items) => {
            items.pop().unwrap();
        }
        Value::Object(fields) => fields.values_mut().take(1).for_each(alter),
    }
}

#[test]
fn every_operation_is_answered_for_every_schedule_and_interpretation() {
    let agreements = Agreements::read().unwrap();
    let schedules = [
        "basis.phone",
        "pro.phone",
        "support",
        "billing",
        "basis.work",
        "pro.work",
        "basis.clock",
        "pro.clock",
        "service_window",
        "preventive",
    ];
    let to = "2026-12-29T03:04:05Z";
    let of_schedules = schedules.iter().flat_map(|schedule| {
        [
            ("is_open", json!({"schedule": schedule}), json!(true)),
            ("next_change", json!({"schedule": schedule}), json!(null)),
            ("add_working", json!({"schedule": schedule, "minutes": 1234.5}), json!(null)),
            ("working_between", json!({"schedule": schedule, "to": to}), json!(0)),
        ]
    });
    let of_agreements = [
        ("reaction_deadline", json!({"kind": "remote"}), json!(null)),
        ("reaction_deadline", json!({"kind": "technician"}), json!(null)),
        ("work_after_deadline", json!({"kind": "remote"}), json!(null)),
        ("work_after_deadline", json!({"kind": "technician"}), json!(null)),
        ("clock_start", json!({}), json!(null)),
        ("earliest_report", json!({}), json!(null)),
        ("next_service_windows", json!({"n": 3}), json!([])),
    ];
    let asks: Vec<_> = of_schedules.chain(of_agreements).collect();
    let inputs =
        ["1990-01-01T00:00:00+01:00", "2026-03-29T01:30:15+01:00", "2026-12-23T15:59:59Z", "2099-11-30T23:59Z"];
    for (index, readings) in combinations().iter().enumerate() {
        let input = inputs[index % inputs.len()];
        for (operation, args, expected) in &asks {
            for agreement in ["basis", "pro"] {
                let case = json!({
                    "agreement": agreement, "operation": operation, "input": input, "args": args,
                    "readings": readings, "expected": expected,
                });
                let answered = answer(&case, operation, &agreements);
                assert!(answered.is_ok(), "{case}: {answered:?}");
            }
        }
    }
}

/// Pseudorandom combinations of the values of all interpretations.
fn combinations() -> Vec<Value> {
    let readings = [
        ("basis_remote_clock", vec!["reaction", "work", "phone", "elapsed"]),
        ("basis_technician_clock", vec!["reaction", "elapsed"]),
        ("weekday_holiday_phone", vec!["closed", "weekday", "weekend"]),
        ("weekend_holiday_phone", vec!["weekend", "closed"]),
        ("billing_on_holiday", vec!["closed", "open"]),
        ("extra_closed_days", vec!["none", "frist", "ab", "bank"]),
        ("notice_count", vec!["count_back", "clear"]),
        ("service_window_on_holiday", vec!["kept", "skipped"]),
    ];
    let of_seed = |seed: usize| {
        let mut rest = seed;
        let chosen = readings.iter().map(|(reading, values)| {
            rest = rest.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((*reading).to_owned(), json!(values[(rest >> 33) % values.len()]))
        });
        Value::Object(chosen.collect())
    };
    (0..24).map(of_seed).collect()
}
