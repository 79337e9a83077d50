//! What is left of addresses that come back from where anybody might have written to?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::panic)]

use serviceaftale_core::addresses::{Address, Addresses, Change, MOST};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, addresses};

fn address(label: &str, agreement: &str, number: &str) -> Address {
    Address::typed(label, agreement, number).unwrap()
}

fn two() -> Addresses {
    let both = [address("Havnen 4", "pro", "12 34 56"), address("Torvet 1", "basis", "")];
    both.into_iter().fold(Addresses::default(), |all, one| all.with(Change::Add(one)))
}

fn labels(all: &Addresses) -> Vec<&str> {
    all.all.iter().map(|address| address.label.as_str()).collect()
}

fn read(json: &str) -> Option<Addresses> {
    Addresses::from_value(&Value::from_json(json).unwrap())
}

#[test]
fn what_is_written_reads_the_same() {
    fn check(all: Addresses) {
        assert_eq!(read(&all.to_json()), Some(all));
    }
    check(two());
    check(two().with(Change::Choose("Havnen 4".into())));
    check(two().with(Change::Remove("Torvet 1".into())));
    check(Addresses::default().with(Change::Add(address("Kiosken »\"\\{æ}«", "pro-2", "A/\"7\"-\\"))));
    assert_eq!(two().with(Change::Forget).to_json(), "", "nothing stays behind");
    assert_eq!(
        two().to_json(),
        "{\"formatVersion\": 1, \"addresses\": [\
         {\"label\": \"Havnen 4\", \"agreement\": \"pro\", \"customerNumber\": \"12 34 56\"}, \
         {\"label\": \"Torvet 1\", \"agreement\": \"basis\"}], \"chosen\": \"Torvet 1\"}"
    );
}

#[test]
fn a_bad_address_is_left_out_and_the_rest_stays() {
    fn check(addresses: &str, expected: &[&str]) {
        let all = read(&format!("{{\"formatVersion\": 1, \"addresses\": [{addresses}], \"chosen\": \"a\"}}")).unwrap();
        assert_eq!(labels(&all), expected, "{addresses}");
        assert_eq!(all.chosen().is_some(), expected.contains(&"a"), "{addresses}");
    }
    let good = r#"{"label": "a", "agreement": "pro"}"#;
    check("", &[]);
    check(good, &["a"]);
    check(&format!("{good}, {good}"), &["a"]);
    for bad in [
        "null",
        "7",
        "[]",
        r#"{"label": "b"}"#,
        r#"{"label": " ", "agreement": "pro"}"#,
        r#"{"label": "\u202e", "agreement": "pro"}"#,
        r#"{"label": "b", "agreement": "<b>"}"#,
        r#"{"label": "b", "agreement": "pro", "customerNumber": 12}"#,
        r#"{"label": "b", "agreement": "pro", "__proto__": {}}"#,
        &format!(r#"{{"label": "{}", "agreement": "pro"}}"#, "b".repeat(61)),
        &format!(r#"{{"label": "b", "agreement": "pro", "customerNumber": "{}"}}"#, "1".repeat(31)),
    ] {
        check(&format!("{bad}, {good}"), &["a"]);
    }
    check(r#"{"label": " b\u202e \n c ", "agreement": "gold", "customerNumber": "1"}"#, &["b c"]);
    let many: Vec<_> = (0..5000).map(|n| format!(r#"{{"label": "{n}", "agreement": "pro"}}"#)).collect();
    let all = read(&format!("{{\"formatVersion\": 1, \"addresses\": [{}]}}", many.join(","))).unwrap();
    assert_eq!(all.all.len(), MOST);
}

#[test]
fn what_is_something_else_is_not_read() {
    for json in ["null", "[]", "{}", r#"{"addresses": []}"#, r#"{"formatVersion": 2, "addresses": []}"#, "\"x\""] {
        assert_eq!(read(json), None, "{json}");
    }
    assert_eq!(read(r#"{"formatVersion": 1, "addresses": {}}"#), None);
}

#[test]
fn changes() {
    fn check(change: Change, expected: &[&str], chosen: Option<&str>) {
        let all = two().with(change.clone());
        let found = all.chosen().map(|address| address.label.as_str());
        assert_eq!((labels(&all).as_slice(), found), (expected, chosen), "{change:?}");
    }
    let both = ["Havnen 4", "Torvet 1"];
    check(Change::Add(address("Kiosken", "pro", "")), &["Havnen 4", "Torvet 1", "Kiosken"], Some("Kiosken"));
    check(Change::Add(address("Havnen 4", "basis", "9")), &both, Some("Havnen 4"));
    check(Change::Choose("Havnen 4".into()), &both, Some("Havnen 4"));
    check(Change::Choose("Kiosken".into()), &both, Some("Torvet 1"));
    check(Change::Remove("Torvet 1".into()), &["Havnen 4"], None);
    check(Change::Remove("Havnen 4".into()), &["Torvet 1"], Some("Torvet 1"));
    check(Change::Remove("Kiosken".into()), &both, Some("Torvet 1"));
    check(Change::Forget, &[], None);
    let again = two().with(Change::Add(address("Havnen 4", "basis", "9")));
    assert_eq!(again.chosen(), Some(&address("Havnen 4", "basis", "9")), "the later one stays");
}

#[test]
fn no_more_than_fit() {
    let add = |all: Addresses, n: usize| all.with(Change::Add(address(&n.to_string(), "pro", "")));
    let full = (0..MOST).fold(Addresses::default(), add);
    assert!(full.full() && !two().full());
    assert_eq!(add(full.clone(), MOST), full);
    assert_eq!(add(full, 3).chosen().unwrap().label, "3");
}

#[test]
fn what_is_typed() {
    fn check(typed: [&str; 3], expected: Option<[&str; 3]>) {
        let found = Address::typed(typed[0], typed[1], typed[2]);
        let found = found.as_ref().map(|one| [&*one.label, &*one.agreement, &*one.customer_number]);
        assert_eq!(found, expected, "{typed:?}");
    }
    check([" Havnen  4 ", "pro", " 12\u{200b} 34"], Some(["Havnen 4", "pro", "12 34"]));
    check(["Havnen 4", "pro", "  "], Some(["Havnen 4", "pro", ""]));
    check(["", "pro", "1"], None);
    check(["Havnen 4", "", "1"], None);
    check([&"æ".repeat(60), "pro", ""], Some([&"æ".repeat(60), "pro", ""]));
    check([&"æ".repeat(61), "pro", ""], None);
}

#[test]
fn a_number_is_read_out_with_its_address() {
    let all = two();
    let told = Language::ALL
        .map(|language| all.all.iter().map(|address| addresses::number(language, address)).collect::<Vec<_>>());
    let number = |words: &str| Some((words.to_owned(), "Havnen 4".to_owned()));
    assert_eq!(
        told,
        [
            vec![number("Kundenummer 12\u{a0}34\u{a0}56"), None],
            vec![number("Customer number 12\u{a0}34\u{a0}56"), None]
        ]
    );
    let full = (0..MOST).fold(all, |all, n| all.with(Change::Add(address(&n.to_string(), "pro", ""))));
    assert!(addresses::full(Language::Danish, &full).unwrap().contains("20\u{a0}adresser"));
}
