//! Agreement with `serde_json` on generated JSON, also with a few characters changed.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Number, Value as Json};
use serviceaftale_core::data::Value;
use serviceaftale_core::data::json::{JsonErrorKind, parse};

use crate::cases;

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(|number| Json::Number(number.into())),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Json::Null, Json::Number)),
        (-1000..1000_i32).prop_map(|number| Json::Number(Number::from_f64(f64::from(number) / 8.0).unwrap())),
        any::<String>().prop_map(Json::String),
        "[a-c\"\\\\\n\u{e6}]{0,4}".prop_map(Json::String),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::vec(("[a-d\u{f8}]{0,3}", inner), 0..6)
                .prop_map(|fields| Json::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn text() -> impl Strategy<Value = String> {
    (json(), any::<bool>()).prop_map(|(value, pretty)| {
        if pretty { serde_json::to_string_pretty(&value).unwrap() } else { value.to_string() }
    })
}

/// A character that JSON gives a meaning, or that it refuses.
fn inserted() -> impl Strategy<Value = char> {
    let characters = "{}[]\",:\\/-+.0123456789eEtrufalsn \t\r\n\0\u{1f}'#\u{a0}\u{f8}\u{201c}\u{1f600}";
    prop::sample::select(characters.chars().collect::<Vec<_>>())
}

/// The text with one character removed, inserted or replaced for each change.
fn changed(text: &str, changes: &[(Index, Option<char>, bool)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (index, new, replaces) in changes {
        let index = index.index(characters.len() + 1);
        let end = if *replaces { (index + 1).min(characters.len()) } else { index };
        characters.splice(index..end, *new);
    }
    characters.into_iter().collect()
}

/// Whether both parsers refuse the file, or accept it with the same value.
fn agrees(bytes: &[u8]) -> bool {
    match (parse(bytes), serde_json::from_slice::<Json>(bytes)) {
        (Ok(ours), Ok(theirs)) => equal(&ours, &theirs),
        (Err(ours), Ok(_)) => matches!(ours.kind, JsonErrorKind::DuplicateKey(_)),
        (Err(_), Err(_)) => true,
        (Ok(_), Err(_)) => false,
    }
}

fn equal(ours: &Value, theirs: &Json) -> bool {
    match (ours, theirs) {
        (Value::Null, Json::Null) => true,
        (Value::Bool(ours), Json::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), Json::Number(theirs)) => same_number(*ours, theirs.as_f64().unwrap()),
        (Value::String(ours), Json::String(theirs)) => ours == theirs,
        (Value::Array(ours), Json::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| equal(ours, theirs))
        }
        (Value::Object(ours), Json::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(name, value)| theirs.get(name).is_some_and(|theirs| equal(value, theirs)))
        }
        _ => false,
    }
}

/// Neither parser rounds numbers of more than fifteen digits exactly.
fn same_number(ours: f64, theirs: f64) -> bool {
    ours == theirs || (ours - theirs).abs() <= theirs.abs() * 1e-14 + 1e-320
}

proptest! {
    #![proptest_config(cases::config())]

    #[test]
    fn generated_json(text in text()) {
        prop_assert!(parse(text.as_bytes()).is_ok(), "{text}: {:?}", parse(text.as_bytes()));
        prop_assert!(agrees(text.as_bytes()), "{text}");
    }

    #[test]
    fn changed_json(
        text in text(),
        changes in prop::collection::vec((any::<Index>(), prop::option::weighted(0.8, inserted()), any::<bool>()), 1..4),
    ) {
        let text = changed(&text, &changes);
        prop_assert!(agrees(text.as_bytes()), "{text}: {:?}", parse(text.as_bytes()));
    }

    #[test]
    fn numbers(text in "-?[0-9]{0,20}(\\.[0-9]{0,20})?([eE][-+]?[0-9]{0,3})?") {
        prop_assert!(agrees(text.as_bytes()), "{text}: {:?}", parse(text.as_bytes()));
    }

    #[test]
    fn any_bytes_are_parsed_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        prop_assert!(agrees(&bytes), "{bytes:?}");
    }

    /// The position of an error is within the file.
    #[test]
    fn errors_have_a_position(text in text(), cut in any::<Index>()) {
        let cut: String = text.chars().take(cut.index(text.chars().count())).collect();
        if let Err(error) = parse(cut.as_bytes()) {
            let lines: Vec<&str> = cut.split('\n').collect();
            let line = lines.get(error.line - 1).copied();
            prop_assert!(line.is_some_and(|line| error.column <= line.chars().count() + 1), "{cut}: {error:?}");
        }
    }
}
