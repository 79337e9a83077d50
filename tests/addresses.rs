//! Rendering of a customer's addresses: which are shown, where, and what is said of where they are kept.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod render;

use render::Part::{Any, Text, Words};
use render::{Dom, Part};
use serviceaftale_core::addresses::{Address, AddressChange, Addresses, MAX_ADDRESSES};
use serviceaftale_core::answers::Question;
use serviceaftale_core::time::Timestamp;
use serviceaftale_widget::app::{Appearance, Attributes, LazyStatus, Persistence, View};

fn three() -> Addresses {
    let typed = [("Torvet", "basis", "12 34"), ("Lager", "gold", ""), ("Havnen", "pro", "AB<77")];
    typed.into_iter().fold(Addresses::default(), |all, (label, agreement, number)| {
        all.apply(AddressChange::Add(Address::parse(label, agreement, number).unwrap()))
    })
}

/// The page with these addresses.
fn page(attributes: Attributes, addresses: Addresses, persistence: Persistence) -> Dom {
    let now = "2026-04-03T15:00+02:00".parse::<Timestamp>().unwrap();
    let start = render::state(&attributes, now, LazyStatus::Ready);
    render::page_with(render::stored(&attributes, addresses, persistence).into_iter().fold(start, render::send))
}

fn about(agreement: Option<&str>) -> Attributes {
    let question = Question { agreement: agreement.map(str::to_owned), ..Question::default() };
    Attributes { question, ..Attributes::default() }
}

const NUMBER: Part = Text("strong", "Kundenummer AB<77");
const CHOICES: [Part; 2] =
    [Text(".choice > span", "Torvet · Erhverv Basis"), Text(".choice > span", "Havnen · Erhverv Pro")];

#[test]
fn the_customer_number_belongs_to_the_shown_agreement() {
    fn check(attributes: Attributes, number: bool) {
        let told = format!("{attributes:?}");
        let page = page(attributes, three(), Persistence::OnDevice);
        let root = page.root();
        assert_eq!(root.has(&NUMBER), number, "{told}");
        assert!(!root.has(&Words("Kundenummer 12 34")), "{told}: that of another address");
        assert!(CHOICES.iter().all(|choice| root.has(choice)), "{told}");
        assert!(!root.has(&Words("Lager ·")), "{told}: an agreement that does not exist");
        let in_order = page.all(".call > p.meta:not([role]), .at-hand, .others");
        let [ready, at_hand, others] = in_order.try_into().unwrap_or_else(|found| panic!("{told}: {found:?}"));
        assert!(ready.text().contains("kundenummeret klar"), "{told}: {ready:?}");
        assert_eq!([at_hand, others].map(|element| element.attr("class")), [Some("at-hand"), Some("others")], "{told}");
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
fn without_addresses_there_is_one_line() {
    let page_without = render::page(about(None), "2026-04-03T15:00+02:00".parse::<Timestamp>().unwrap());
    let line = Text("details.remembered:not([open]) > summary:first-child", "Flere adresser");
    page_without.check(&[line], &[Words("at-hand")]);
    for view in [View::Compact, View::Demo] {
        let mut other = about(None);
        other.appearance = Appearance { view, ..Appearance::default() };
        let page = page(other, Addresses::default(), Persistence::Nowhere);
        assert!(!page.root().has(&Words("Flere adresser")), "{view:?}");
    }
}

#[test]
fn without_the_picker_there_are_no_addresses() {
    let mut decided = about(Some("pro"));
    decided.appearance.shows_picker = false;
    let page = page(decided, three(), Persistence::OnDevice);
    page.check(&[], &[Words("Havnen"), Words("at-hand"), Any(".remembered"), Words("Flere adresser")]);
}

#[test]
fn a_page_that_offers_no_addresses_shows_no_stored_ones() {
    let mut framed = about(Some("pro"));
    framed.appearance.offers_addresses = false;
    for addresses in [three(), Addresses::default()] {
        let page = page(framed.clone(), addresses, Persistence::OnDevice);
        page.check(
            &[Any("[part=picker]")],
            &[Words("Havnen"), Words("at-hand"), Any(".remembered"), Words("Flere adresser")],
        );
    }
}

#[test]
fn the_storage_of_addresses_is_described() {
    #[track_caller]
    fn check(addresses: Addresses, kept: Persistence, present: &[Part], absent: &[Part]) {
        let page = page(about(None), addresses, kept);
        page.check(&[Any(".remembered ~ .later")], &[]);
        page.one(".remembered").check(present, absent);
    }
    let (form, forget) = (Text("form button", "Husk på denne enhed"), Words("Glem alle adresser"));
    let (device, visit) = (Words("huskes på denne enhed"), Words("kun under dette besøg"));
    let forgotten = Words("Adresserne er glemt.");
    check(
        Addresses::default(),
        Persistence::Nowhere,
        &[form, Words("syv dage")],
        &[forget, device, visit, forgotten, Words("Fjern")],
    );
    let remove = ["Fjern Torvet", "Fjern Lager", "Fjern Havnen"].map(|name| Text("button", name));
    check(three(), Persistence::OnDevice, &[&[form, forget, device][..], &remove].concat(), &[visit, forgotten]);
    check(three(), Persistence::ThisVisit, &[form, forget, visit], &[device, forgotten]);
    check(Addresses::default(), Persistence::Forgotten, &[form, forgotten], &[forget, device, visit]);
    let full = (0..MAX_ADDRESSES).fold(Addresses::default(), |all, n| {
        all.apply(AddressChange::Add(Address::parse(&n.to_string(), "pro", "").unwrap()))
    });
    check(full, Persistence::OnDevice, &[Words("Der er plads til 20 adresser"), forget], &[form, Any("form")]);
}
