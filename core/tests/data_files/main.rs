//! Exhaustive mutations of both data files: wherever a value has another type, is missing or is unknown, there is a
//! problem, and nothing of the file, or of the notice, is taken.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic)]

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::{Value, value_at};
use serviceaftale_core::notices::Notices;
use serviceaftale_core::problem::{Expected, Problem};

const AGREEMENTS: &str = include_str!("../../../static/agreements.json");
const NOTICES: &str = include_str!("../data/notices.json");

/// Values of other types. The string and the number are valid for no field.
fn values() -> [Value; 5] {
    [
        Value::Null,
        Value::Number(-1e6),
        Value::String(String::new()),
        Value::Array(vec![Value::Null]),
        Value::Object(vec![("unknown".to_owned(), Value::Null)]),
    ]
}

/// A step into a value.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

/// The routes to all values inside this one.
fn routes<'a>(value: &'a Value, here: &[Step<'a>], all: &mut Vec<Vec<Step<'a>>>) {
    let fields = value.fields().iter().map(|(name, value)| (Step::Field(name), value));
    let items = value.items().iter().enumerate().map(|(index, value)| (Step::Item(index), value));
    for (step, value) in fields.chain(items) {
        let route = [here, &[step]].concat();
        all.push(route.clone());
        routes(value, &route, all);
    }
}

/// A copy of the file with the value at the end of the route changed. `change` returns `None` to remove it.
fn changed(value: &Value, route: &[Step<'_>], change: &dyn Fn(&Value) -> Option<Value>) -> Option<Value> {
    let Some((step, rest)) = route.split_first() else { return change(value) };
    Some(match value {
        Value::Object(fields) => {
            let changed = fields.iter().filter_map(|(name, value)| {
                let value = if Step::Field(name) == *step { changed(value, rest, change)? } else { value.clone() };
                Some((name.clone(), value))
            });
            Value::Object(changed.collect())
        }
        Value::Array(items) => {
            let changed = items.iter().enumerate().filter_map(|(index, value)| {
                if Step::Item(index) == *step { changed(value, rest, change) } else { Some(value.clone()) }
            });
            Value::Array(changed.collect())
        }
        _ => panic!("{route:?} leads nowhere"),
    })
}

/// Checks every file that differs from this one in the type of a value, in a missing field or in an unknown field.
fn check_all(file: &str, optional: &[&str], any_value: &[&str], is_refused: impl Fn(&Value, &str) -> bool) {
    let file = Value::from_json(file).unwrap();
    let mut all = Vec::new();
    routes(&file, &[], &mut all);
    assert!(all.len() > 100, "{}", all.len());
    for route in &all {
        let is_free = route.iter().any(|step| matches!(step, Step::Field(name) if any_value.contains(name)));
        if is_free {
            continue;
        }
        for value in values() {
            let changed = changed(&file, route, &|_| Some(value.clone())).unwrap();
            if changed != file {
                assert!(is_refused(&changed, &format!("{route:?} = {value:?}")), "{route:?} = {value:?}");
            }
        }
        if let Some(Step::Field(name)) = route.last()
            && !optional.contains(name)
        {
            let changed = changed(&file, route, &|_| None).unwrap();
            assert!(is_refused(&changed, &format!("{route:?} removed")), "{route:?} removed");
        }
    }
}

#[test]
fn no_agreements_file_with_a_problem_is_taken() {
    let optional = ["$schema", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "everyYear", "date"];
    check_all(AGREEMENTS, &optional, &["$schema", "put"], |file, change| {
        // The alternatives only add problems.
        let problems = Catalogue::from_value_with(file, &[]).err().unwrap_or_default();
        assert!(problems.iter().all(|problem| !problem.to_string().is_empty()), "{change}");
        !problems.is_empty()
    });
}

#[test]
fn no_notice_with_a_problem_is_taken() {
    let optional = [
        "$schema",
        "lastChanged",
        "end",
        "downtimeMinutes",
        "areas",
        "postcodes",
        "agreements",
        "moved",
        "updates",
        "link",
    ];
    let complete = Notices::from_value(&Value::from_json(NOTICES).unwrap()).unwrap().0;
    check_all(NOTICES, &optional, &["$schema"], |file, change| match Notices::from_value(file) {
        Err(problems) => !problems.is_empty(),
        Ok((notices, problems)) => {
            let unchanged = |problem: &Problem| problem.path == "lastChanged";
            let taken = notices.announcements.len() + notices.special_hours.len();
            let all = complete.announcements.len() + complete.special_hours.len();
            assert!(taken < all || problems.iter().any(unchanged), "{change}: {problems:?}");
            !problems.is_empty()
        }
    });
}

/// A field that a format does not have is a problem in every object, but hides nothing that is valid.
#[test]
fn unknown_fields_are_problems_everywhere() {
    for (name, file) in [("agreements", AGREEMENTS), ("notices", NOTICES)] {
        let file = Value::from_json(file).unwrap();
        let mut all = vec![Vec::new()];
        routes(&file, &[], &mut all);
        let is_free = |route: &[Step<'_>]| route.contains(&Step::Field("put")) && route.len() > 7;
        for route in all.iter().filter(|route| !is_free(route)) {
            let mut is_object = false;
            let with_field = |value: &Value| {
                let Value::Object(fields) = value else { return Some(value.clone()) };
                let unknown = ("unknown".to_owned(), Value::Bool(true));
                Some(Value::Object(fields.iter().cloned().chain([unknown]).collect()))
            };
            let changed = changed(&file, route, &with_field).unwrap();
            is_object |= changed != file;
            let problems = match name {
                "agreements" => Catalogue::from_value_with(&changed, &[]).err().unwrap_or_default(),
                _ => {
                    let (notices, problems) = Notices::from_value(&changed).unwrap();
                    assert_eq!(notices, Notices::from_value(&file).unwrap().0, "{route:?}");
                    problems
                }
            };
            let unknown = problems.iter().filter(|problem| matches!(problem.expected, Expected::Field(_))).count();
            assert_eq!(unknown, usize::from(is_object), "{route:?}: {problems:?}");
            assert_eq!(problems.len(), unknown, "{route:?}: {problems:?}");
        }
    }
}

/// The values that are compared are valid ones: an invalid list of calendars is one problem and not one for each reference.
#[test]
fn only_valid_values_are_compared() {
    fn check(path: &str, new: &str, expected: &[&str]) {
        let mut file = Value::from_json(AGREEMENTS).unwrap();
        assert!(value_at(&file, path).is_some(), "{path}");
        assert!(serviceaftale_core::data::replace_at(&mut file, path, &Value::from_json(new).unwrap()));
        let problems = Catalogue::from_value(&file).unwrap_err();
        let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(paths, expected, "{problems:?}");
    }
    check("contact.phone", "1", &["contact.phone"]);
    check("calendars[billing].weekly", "[]", &["calendars[billing].weekly"]);
    check("agreements[pro].name", "{}", &["agreements[pro].name"]);
    check("readings[notice_count].value", "7", &["readings[notice_count].value"]);
}
