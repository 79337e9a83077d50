//! Property tests: a changed agreements file is rejected, or every answer can be computed from it.
//!
//! The changes are the same in every run. For other and more changes:
//! `PROPTEST_RNG_SEED=2 PROPTEST_CASES=100000 cargo test --release --test agreements_file`.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, PageDetails, Question};
use serviceaftale_core::data::Value;
use serviceaftale_core::time::Timestamp;

use super::FILE;
use super::cases::config;

/// Replacements for values in the file.
fn values() -> impl Strategy<Value = Value> {
    const TEXTS: &[&str] =
        &["", "closed", "00:00-24:00", "22:00-26:00", "08:00-16:00", "24:00-24:00", "2099-12-31", "work", "basis"];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        select(&[0.0, 1.0, -1.0, 3.0, 1e9, 1e300, 0.5, f64::MAX][..]).prop_map(Value::Number),
        select(TEXTS).prop_map(|text| Value::String(text.to_owned())),
        any::<String>().prop_map(Value::String),
        Just(Value::Array(Vec::new())),
        Just(Value::Object(Vec::new())),
    ]
}

/// A change to one value: a new value, a copy of another value of the same type, or removal.
#[derive(Clone, Debug)]
enum Change {
    Replace(Value),
    Copy(Index),
    Remove,
}

fn changes() -> impl Strategy<Value = Vec<(Index, Change)>> {
    let change = prop_oneof![
        1 => values().prop_map(Change::Replace),
        6 => any::<Index>().prop_map(Change::Copy),
        1 => Just(Change::Remove),
    ];
    prop::collection::vec((any::<Index>(), change), 1..4)
}

/// The value and every value inside it, in document order.
fn descendants(value: &Value) -> Vec<&Value> {
    let inner: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    };
    std::iter::once(value).chain(inner.into_iter().flat_map(descendants)).collect()
}

/// Changes the value `offset` values after this one, in document order. Counts `offset` down on the way.
fn change_at(value: &mut Value, offset: &mut usize, new: &Value, remove: bool) -> bool {
    let children = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    for index in 0..children {
        *offset -= 1;
        if *offset == 0 {
            match value {
                Value::Array(items) if remove => drop(items.remove(index)),
                Value::Object(fields) if remove => drop(fields.remove(index)),
                Value::Array(items) => items[index] = new.clone(),
                Value::Object(fields) => fields[index].1 = new.clone(),
                _ => {}
            }
            return true;
        }
        let child = match value {
            Value::Array(items) => &mut items[index],
            Value::Object(fields) => &mut fields[index].1,
            _ => return false,
        };
        if change_at(child, offset, new, remove) {
            return true;
        }
    }
    false
}

fn changed(changes: &[(Index, Change)]) -> Value {
    let mut file = Value::from_json(FILE).unwrap();
    for (index, change) in changes {
        let values = descendants(&file);
        if values.len() < 2 {
            continue;
        }
        let mut offset = 1 + index.index(values.len() - 1);
        let json_type = std::mem::discriminant(values[offset]);
        let (new, remove) = match change {
            Change::Replace(value) => (value.clone(), false),
            Change::Copy(from) => {
                let same_type: Vec<_> =
                    values.iter().filter(|value| std::mem::discriminant(**value) == json_type).collect();
                ((**from.get(&same_type)).clone(), false)
            }
            Change::Remove => (Value::Null, true),
        };
        change_at(&mut file, &mut offset, &new, remove);
    }
    file
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_answer_can_be_computed_from_a_valid_file(changes in changes(), now in 0_i64..4_102_444_800) {
        let result = Catalogue::from_value(&changed(&changes));
        if let Err(problems) = &result {
            prop_assert!(!problems.is_empty());
        }
        if let Ok(catalogue) = result {
            let (question, now) = (Question::default(), Timestamp::from_unix_seconds(now));
            let page = Page::compute(&catalogue, &question, now);
            prop_assert_eq!(page.choices.agreements.len(), catalogue.agreements.len());
            let reference = PageDetails::compute(&catalogue, &question, now);
            prop_assert_eq!(reference.hours.days.len(), 7);
        }
    }
}

/// The property would prove nothing if all changed files were invalid, or all valid.
#[test]
fn some_of_the_changed_files_are_valid() {
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let valid = (0..200).filter(|_| {
        let changes = proptest::strategy::ValueTree::current(&changes().new_tree(&mut runner).unwrap());
        Catalogue::from_value(&changed(&changes)).is_ok()
    });
    let valid = valid.count();
    assert!((20..180).contains(&valid), "{valid} of 200");
}
