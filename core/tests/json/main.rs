//! The JSON parser: files as editors save them, and agreement with `serde_json`.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../cases/mod.rs"]
mod cases;
mod properties;
#[path = "../../../tests/data-files/syntax.rs"]
mod syntax;

use serviceaftale_core::data::Value;
use serviceaftale_core::data::json::{JsonErrorKind, parse};
use serviceaftale_core::messages::{Language, data_files};

#[test]
fn files_as_editors_save_them() {
    for case in syntax::cases() {
        let found = parse(&case.bytes).err();
        let found = found.map(|error| Language::ALL.map(|language| data_files::json_error(language, &error)));
        assert_eq!(found, case.error, "{}, {}", case.name, case.kind);
    }
}

#[test]
fn values_keep_their_order() {
    assert_eq!(
        parse(b" {\"b\": [null, true, false, {}], \"a\": \"x\\u00f8\\ud83d\\ude00\\n\\/\"}\r\n\t"),
        Ok(Value::Object(vec![
            (
                "b".to_owned(),
                Value::Array(vec![Value::Null, Value::Bool(true), Value::Bool(false), Value::Object(vec![])])
            ),
            ("a".to_owned(), Value::String("xø\u{1f600}\n/".to_owned())),
        ]))
    );
}

#[test]
fn numbers() {
    fn check(text: &str, expected: f64) {
        assert_eq!(parse(text.as_bytes()), Ok(Value::Number(expected)), "{text}");
    }
    check("0", 0.0);
    check("-0", -0.0);
    check("525600", 525_600.0);
    check("9007199254740993", 9_007_199_254_740_992.0);
    check("-12.75", -12.75);
    check("0.1", 0.1);
    check("1e22", 1e22);
    check("1E+2", 100.0);
    check("123456789e-10", 0.012_345_678_9);
    check("0e999999999999", 0.0);
    check("1e-999999999999", 0.0);
    check("12345678901234567890123", 12_345_678_901_234_567_890_123.0);
    for invalid in ["-", "01", "-01", "1.", ".5", "1e", "1e+", "1.e5", "0x1", "1_000", "NaN", "Infinity", "+1"] {
        assert!(parse(invalid.as_bytes()).is_err(), "{invalid}");
    }
    for large in ["1e309", "-1e400", "1e999999999999", &"9".repeat(400)] {
        assert_eq!(parse(large.as_bytes()).unwrap_err().kind, JsonErrorKind::NumberTooLarge, "{large}");
    }
}

#[test]
fn nesting_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(nested(40).as_bytes()).is_ok());
    assert_eq!(parse(nested(41).as_bytes()).unwrap_err().kind, JsonErrorKind::TooDeep);
    assert_eq!(parse("[".repeat(1_000_000).as_bytes()).unwrap_err().kind, JsonErrorKind::TooDeep);
}

#[test]
fn fields_of_an_object_are_limited() {
    let with_fields = |count: usize, last: &str| {
        let fields: Vec<String> = (0..count).map(|index| format!("\"{index}\":0")).collect();
        parse(format!("{{{},\n\"{last}\":0}}", fields.join(",")).as_bytes())
    };
    assert!(with_fields(49, "last").is_ok());
    let error = with_fields(50, "last").unwrap_err();
    assert_eq!(error.to_string(), "line 2, column 1: too many fields in one object, at most 50");
    assert_eq!(with_fields(50, "7").unwrap_err().kind, JsonErrorKind::DuplicateKey("7".to_owned()));
    assert_eq!(with_fields(50_000, "7").unwrap_err().kind, JsonErrorKind::TooManyFields);
}

/// A name comes from the file: it is shortened, and cannot reverse the message.
#[test]
fn names_in_messages_are_shortened() {
    let file = format!("{{\"\u{202e}{0}\": 1, \"\u{202e}{0}\": 2}}", "x".repeat(1000));
    let message = parse(file.as_bytes()).unwrap_err().to_string();
    assert!(message.ends_with(&format!("\"\u{fffd}{}…", "x".repeat(58))), "{message}");
}
