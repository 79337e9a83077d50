//! Address book and its stored form.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic)]

use serviceaftale_core::addresses::{Address, AddressChange, Addresses, MAX_ADDRESSES};
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, addresses};

fn address(label: &str, agreement: &str, number: &str) -> Address {
    Address::parse(label, agreement, number).unwrap()
}

fn two() -> Addresses {
    let both = [address("Havnen 4", "pro", "12 34 56"), address("Torvet 1", "basis", "")];
    both.into_iter().fold(Addresses::default(), |all, one| all.apply(AddressChange::Add(one)))
}

fn labels(all: &Addresses) -> Vec<&str> {
    all.all.iter().map(|address| address.label.as_str()).collect()
}

fn parse(json: &str) -> Option<Addresses> {
    Addresses::from_value(&Value::from_json(json).unwrap())
}

#[test]
fn the_stored_form_round_trips() {
    fn check(all: Addresses) {
        assert_eq!(parse(&all.to_json()), Some(all));
    }
    check(two());
    check(two().apply(AddressChange::Select("Havnen 4".into())));
    check(two().apply(AddressChange::Remove("Torvet 1".into())));
    check(Addresses::default().apply(AddressChange::Add(address("Kiosken »\"\\{æ}«", "pro-2", "A/\"7\"-\\"))));
    assert_eq!(two().apply(AddressChange::Clear).to_json(), "", "nothing is left in the storage");
    assert_eq!(
        two().to_json(),
        "{\"formatVersion\": 1, \"addresses\": [\
         {\"label\": \"Havnen 4\", \"agreement\": \"pro\", \"customerNumber\": \"12 34 56\"}, \
         {\"label\": \"Torvet 1\", \"agreement\": \"basis\"}], \"chosen\": \"Torvet 1\"}"
    );
}

#[test]
fn an_invalid_address_is_left_out() {
    fn check(addresses: &str, expected: &[&str]) {
        let all = parse(&format!("{{\"formatVersion\": 1, \"addresses\": [{addresses}], \"chosen\": \"a\"}}")).unwrap();
        assert_eq!(labels(&all), expected, "{addresses}");
        assert_eq!(all.selected().is_some(), expected.contains(&"a"), "{addresses}");
    }
    let valid = r#"{"label": "a", "agreement": "pro"}"#;
    check("", &[]);
    check(valid, &["a"]);
    check(&format!("{valid}, {valid}"), &["a"]);
    check(r#"{"label": "a", "agreement": "pro", "__proto__": {}}"#, &["a"]);
    for invalid in [
        "null",
        "7",
        "[]",
        r#"{"label": "b"}"#,
        r#"{"label": " ", "agreement": "pro"}"#,
        r#"{"label": "\u202e", "agreement": "pro"}"#,
        r#"{"label": "b", "agreement": "<b>"}"#,
        r#"{"label": "b", "agreement": "pro", "customerNumber": 12}"#,
        &format!(r#"{{"label": "{}", "agreement": "pro"}}"#, "b".repeat(61)),
        &format!(r#"{{"label": "b", "agreement": "pro", "customerNumber": "{}"}}"#, "1".repeat(31)),
    ] {
        check(&format!("{invalid}, {valid}"), &["a"]);
    }
    check(r#"{"label": " b\u202e \n c ", "agreement": "gold", "customerNumber": "1"}"#, &["b c"]);
    let many: Vec<_> = (0..5000).map(|n| format!(r#"{{"label": "{n}", "agreement": "pro"}}"#)).collect();
    let all = parse(&format!("{{\"formatVersion\": 1, \"addresses\": [{}]}}", many.join(","))).unwrap();
    assert_eq!(all.all.len(), MAX_ADDRESSES);
}

#[test]
fn another_format_is_rejected() {
    for json in ["null", "[]", "{}", r#"{"addresses": []}"#, r#"{"formatVersion": 2, "addresses": []}"#, "\"x\""] {
        assert_eq!(parse(json), None, "{json}");
    }
    assert_eq!(parse(r#"{"formatVersion": 1, "addresses": {}}"#), None);
}

#[test]
fn changes() {
    fn check(change: AddressChange, expected: &[&str], chosen: Option<&str>) {
        let all = two().apply(change.clone());
        let found = all.selected().map(|address| address.label.as_str());
        assert_eq!((labels(&all).as_slice(), found), (expected, chosen), "{change:?}");
    }
    let both = ["Havnen 4", "Torvet 1"];
    check(AddressChange::Add(address("Kiosken", "pro", "")), &["Havnen 4", "Torvet 1", "Kiosken"], Some("Kiosken"));
    check(AddressChange::Add(address("Havnen 4", "basis", "9")), &both, Some("Havnen 4"));
    check(AddressChange::Select("Havnen 4".into()), &both, Some("Havnen 4"));
    check(AddressChange::Select("Kiosken".into()), &both, Some("Torvet 1"));
    check(AddressChange::Remove("Torvet 1".into()), &["Havnen 4"], None);
    check(AddressChange::Remove("Havnen 4".into()), &["Torvet 1"], Some("Torvet 1"));
    check(AddressChange::Remove("Kiosken".into()), &both, Some("Torvet 1"));
    check(AddressChange::Clear, &[], None);
    let again = two().apply(AddressChange::Add(address("Havnen 4", "basis", "9")));
    assert_eq!(again.selected(), Some(&address("Havnen 4", "basis", "9")), "the later one replaces it");
}

#[test]
fn the_number_of_addresses_is_limited() {
    let add = |all: Addresses, n: usize| all.apply(AddressChange::Add(address(&n.to_string(), "pro", "")));
    let full = (0..MAX_ADDRESSES).fold(Addresses::default(), add);
    assert!(full.is_full() && !two().is_full());
    assert_eq!(add(full.clone(), MAX_ADDRESSES), full);
    assert_eq!(add(full, 3).selected().unwrap().label, "3");
}

#[test]
fn form_input_is_validated() {
    fn check(input: [&str; 3], expected: Option<[&str; 3]>) {
        let found = Address::parse(input[0], input[1], input[2]);
        let found = found.as_ref().map(|one| [&*one.label, &*one.agreement, &*one.customer_number]);
        assert_eq!(found, expected, "{input:?}");
    }
    check([" Havnen  4 ", "pro", " 12\u{200b} 34"], Some(["Havnen 4", "pro", "12 34"]));
    check(["Havnen 4", "pro", "  "], Some(["Havnen 4", "pro", ""]));
    check(["", "pro", "1"], None);
    check(["Havnen 4", "", "1"], None);
    check([&"æ".repeat(60), "pro", ""], Some([&"æ".repeat(60), "pro", ""]));
    check([&"æ".repeat(61), "pro", ""], None);
}

#[test]
fn customer_numbers_are_labelled_with_their_address() {
    let all = two();
    let labels = Language::ALL
        .map(|language| all.all.iter().map(|address| addresses::number(language, address)).collect::<Vec<_>>());
    let number = |text: &str| Some((text.to_owned(), "Havnen 4".to_owned()));
    assert_eq!(
        labels,
        [
            vec![number("Kundenummer 12\u{a0}34\u{a0}56"), None],
            vec![number("Customer number 12\u{a0}34\u{a0}56"), None]
        ]
    );
    let full = (0..MAX_ADDRESSES).fold(all, |all, n| all.apply(AddressChange::Add(address(&n.to_string(), "pro", ""))));
    assert!(addresses::full(Language::Danish, &full).unwrap().contains("20\u{a0}adresser"));
}
