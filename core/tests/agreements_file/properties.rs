//! Can a changed agreements file do more than be refused, or be taken and answer everything?
//!
//! The changes are the same in every run; other ones, and more of them, are made with
//! `PROPTEST_RNG_SEED=2 PROPTEST_CASES=100000 cargo test --release --test agreements_file`.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, PageDetails, Question};
use serviceaftale_core::data::Value;
use serviceaftale_core::time::Timestamp;

use super::FILE;
use super::cases::config;

/// What a place of the file may come to hold.
fn values() -> impl Strategy<Value = Value> {
    const TEXTS: &[&str] =
        &["", "closed", "00:00-24:00", "22:00-26:00", "08:00-16:00", "24:00-24:00", "2099-12-31", "work", "basis"];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Flag),
        select(&[0.0, 1.0, -1.0, 3.0, 1e9, 1e300, 0.5, f64::MAX][..]).prop_map(Value::Number),
        select(TEXTS).prop_map(|text| Value::Text(text.to_owned())),
        any::<String>().prop_map(Value::Text),
        Just(Value::List(Vec::new())),
        Just(Value::Object(Vec::new())),
    ]
}

/// What is done at a place: it gets another value, or one of its kind that stands at another place, or it goes.
#[derive(Clone, Debug)]
enum Change {
    Put(Value),
    Copy(Index),
    Drop,
}

fn changes() -> impl Strategy<Value = Vec<(Index, Change)>> {
    let change = prop_oneof![
        1 => values().prop_map(Change::Put),
        6 => any::<Index>().prop_map(Change::Copy),
        1 => Just(Change::Drop),
    ];
    prop::collection::vec((any::<Index>(), change), 1..4)
}

/// Every value below this one, itself included.
fn all(value: &Value) -> Vec<&Value> {
    let inner: Vec<&Value> = match value {
        Value::List(items) => items.iter().collect(),
        Value::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    };
    std::iter::once(value).chain(inner.into_iter().flat_map(all)).collect()
}

/// Changes the value that many places after this one, if there is one; counts down the places that are passed.
fn change_at(value: &mut Value, place: &mut usize, change: &Value, drops: bool) -> bool {
    let inner = match value {
        Value::List(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    for index in 0..inner {
        *place -= 1;
        if *place == 0 {
            match value {
                Value::List(items) if drops => drop(items.remove(index)),
                Value::Object(fields) if drops => drop(fields.remove(index)),
                Value::List(items) => items[index] = change.clone(),
                Value::Object(fields) => fields[index].1 = change.clone(),
                _ => {}
            }
            return true;
        }
        let below = match value {
            Value::List(items) => &mut items[index],
            Value::Object(fields) => &mut fields[index].1,
            _ => return false,
        };
        if change_at(below, place, change, drops) {
            return true;
        }
    }
    false
}

fn changed(changes: &[(Index, Change)]) -> Value {
    let mut file = Value::from_json(FILE).unwrap();
    for (place, change) in changes {
        let values = all(&file);
        if values.len() < 2 {
            continue;
        }
        let mut place = 1 + place.index(values.len() - 1);
        let kind = std::mem::discriminant(values[place]);
        let (new, drops) = match change {
            Change::Put(value) => (value.clone(), false),
            Change::Copy(from) => {
                let alike: Vec<_> = values.iter().filter(|value| std::mem::discriminant(**value) == kind).collect();
                ((**from.get(&alike)).clone(), false)
            }
            Change::Drop => (Value::Null, true),
        };
        change_at(&mut file, &mut place, &new, drops);
    }
    file
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_taken_never_fails_later(changes in changes(), now in 0_i64..4_102_444_800) {
        if let Ok(catalogue) = Catalogue::from_value(&changed(&changes)) {
            let (question, now) = (Question::default(), Timestamp::from_unix_seconds(now));
            let page = Page::compute(&catalogue, &question, now);
            prop_assert_eq!(page.choices.agreements.len(), catalogue.agreements.len());
            let reference = PageDetails::compute(&catalogue, &question, now);
            prop_assert_eq!(reference.hours.days.len(), 7);
        }
    }
}

/// The changes would prove nothing if all of the files were refused, or none.
#[test]
fn some_of_the_changed_files_are_taken() {
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let taken = (0..200).filter(|_| {
        let changes = proptest::strategy::ValueTree::current(&changes().new_tree(&mut runner).unwrap());
        Catalogue::from_value(&changed(&changes)).is_ok()
    });
    let taken = taken.count();
    assert!((20..180).contains(&taken), "{taken} of 200");
}
