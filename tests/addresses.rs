//! Does the page show a customer's addresses where they help, and nowhere else?

// A test says what is wrong by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod drawn;

use std::rc::Rc;

use serviceaftale_core::addresses::{Address, Addresses, Change, MOST};
use serviceaftale_core::answers::Question;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{AddressBook, Appearance, Attributes, Msg, Persistence, State, View};
use serviceaftale_widget::view::{DETAILS, Detailed};

fn three() -> Addresses {
    let typed = [("Torvet", "basis", "12 34"), ("Lager", "gold", ""), ("Havnen", "pro", "AB<77")];
    typed.into_iter().fold(Addresses::default(), |all, (label, agreement, number)| {
        all.with(Change::Add(Address::typed(label, agreement, number).unwrap()))
    })
}

/// The page with these addresses, once that agreement is picked, with plain spaces.
fn page(attributes: Attributes, addresses: Addresses, kept: Persistence) -> String {
    let now: Timestamp = "2026-04-03T15:00+02:00".parse().unwrap();
    let start = State::new(Rc::new(drawn::catalogue()), attributes, now, Detailed::Here(&DETAILS));
    let state = start.after(Msg::AddressesRead(Rc::new(AddressBook { addresses, kept })));
    drawn::page_of(state).replace('\u{a0}', " ")
}

fn about(agreement: Option<&str>) -> Attributes {
    let question = Question { agreement: agreement.map(str::to_owned), ..Question::default() };
    Attributes { question, ..Attributes::default() }
}

const NUMBER: &str = "<strong>Kundenummer AB&lt;77</strong>";
const CHOICES: [&str; 2] = ["<span>Torvet · Erhverv Basis</span>", "<span>Havnen · Erhverv Pro</span>"];

#[test]
fn the_number_is_that_of_the_agreement_that_is_shown() {
    fn check(attributes: Attributes, number: bool) {
        let told = format!("{attributes:?}");
        let html = page(attributes, three(), Persistence::OnDevice);
        assert_eq!(html.contains(NUMBER), number, "{told}");
        assert!(!html.contains("Kundenummer 12 34"), "{told}: that of another address");
        assert!(CHOICES.iter().all(|choice| html.contains(choice)), "{told}");
        assert!(!html.contains("Lager ·"), "{told}: an agreement that there is not");
        let ready = html.find("kundenummeret klar").unwrap();
        let at_hand = html.find("class=\"at-hand\"").unwrap();
        let others = html.find("class=\"others\"").unwrap();
        assert!(ready < at_hand && at_hand < others, "{told}");
    }
    check(about(Some("pro")), true);
    check(about(Some("basis")), false);
    check(about(None), false);
    let mut comparing = about(Some("pro"));
    comparing.question.compare = true;
    check(comparing, false);
    let mut compact = about(Some("pro"));
    compact.appearance = Appearance { view: View::Compact, ..Appearance::default() };
    check(compact, true);
}

#[test]
fn who_has_none_sees_one_line() {
    let html = drawn::page(about(None), "2026-04-03T15:00+02:00".parse().unwrap());
    assert!(html.contains("<details class=\"remembered\"><summary>Flere adresser</summary>"), "{html}");
    assert!(!html.contains("at-hand"), "{html}");
    for view in [View::Compact, View::Demo] {
        let mut other = about(None);
        other.appearance = Appearance { view, ..Appearance::default() };
        let html = page(other, Addresses::default(), Persistence::Nowhere);
        assert!(!html.contains("Flere adresser"), "{view:?}");
    }
}

#[test]
fn a_page_that_decides_shows_none_of_it() {
    let mut decided = about(Some("pro"));
    decided.appearance.shows_picker = false;
    let html = page(decided, three(), Persistence::OnDevice);
    for part in ["Havnen", "at-hand", "class=\"remembered\"", "Flere adresser"] {
        assert!(!html.contains(part), "{part}");
    }
}

#[test]
fn it_says_where_the_addresses_are() {
    fn check(addresses: Addresses, kept: Persistence, there: &[&str], not_there: &[&str]) {
        let html = page(about(None), addresses, kept);
        let html = &html[html.find("class=\"remembered\"").unwrap()..html.find("class=\"later\"").unwrap()];
        for words in there {
            assert!(html.contains(words), "{kept:?}: {words} is not in {html}");
        }
        for words in not_there {
            assert!(!html.contains(words), "{kept:?}: {words} is in {html}");
        }
    }
    let (form, forget) = ("Husk på denne enhed</button>", "Glem alle adresser");
    let [device, visit, forgotten] = ["huskes på denne enhed", "kun under dette besøg", "Adresserne er glemt."];
    check(
        Addresses::default(),
        Persistence::Nowhere,
        &[form, "syv dage"],
        &[forget, device, visit, forgotten, "Fjern"],
    );
    let remove = ["Fjern Torvet", "Fjern Lager", "Fjern Havnen"];
    check(three(), Persistence::OnDevice, &[&[form, forget, device][..], &remove].concat(), &[visit, forgotten]);
    check(three(), Persistence::ThisVisit, &[form, forget, visit], &[device, forgotten]);
    check(Addresses::default(), Persistence::Forgotten, &[form, forgotten], &[forget, device, visit]);
    let full = (0..MOST)
        .fold(Addresses::default(), |all, n| all.with(Change::Add(Address::typed(&n.to_string(), "pro", "").unwrap())));
    check(full, Persistence::OnDevice, &["Der er plads til 20 adresser", forget], &[form]);
}
