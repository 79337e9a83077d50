//! The customer's addresses, and how long they are kept.

use serviceaftale_core::addresses::{Addresses, Change};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;

use crate::app::Attributes;

/// The customer's addresses, and how long they are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressBook {
    /// The addresses, and which of them is chosen.
    pub addresses: Addresses,
    /// How long they are kept.
    pub kept: Persistence,
}

/// How long addresses are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// There are no addresses.
    #[default]
    Nowhere,
    /// On the device, until the customer removes them.
    OnDevice,
    /// In memory, for this visit: the browser stores nothing for the page.
    ThisVisit,
    /// The customer has removed all addresses.
    Forgotten,
}

impl AddressBook {
    /// The address book in its stored form, which is `Value::Null` if nothing is stored. Returns `None` if `stored` is
    /// not an address book.
    ///
    /// `on_device` says whether the browser stores it, and `before` is the book shown so far, `None` when the page starts.
    pub fn load(stored: &Value, on_device: bool, before: Option<&Self>) -> Option<Self> {
        let addresses = parse(stored)?;
        let had_addresses = before.is_some_and(|before| before.kept != Persistence::Nowhere);
        let kept = match (addresses.all.is_empty(), on_device) {
            (true, _) if had_addresses => Persistence::Forgotten,
            (true, _) => Persistence::Nowhere,
            (false, true) => Persistence::OnDevice,
            (false, false) => Persistence::ThisVisit,
        };
        Some(Self { addresses, kept })
    }

    /// The JSON text to store after `change`, empty if no address is left.
    ///
    /// The change applies to `stored`, since another tab may have changed that meanwhile, or to this address book if
    /// `stored` is `None` or not an address book.
    pub fn changed(&self, stored: Option<&Value>, change: &Change) -> String {
        stored.and_then(parse).unwrap_or_else(|| self.addresses.clone()).with(change.clone()).to_json()
    }

    /// The id of the chosen address's agreement, if the page does not show that agreement yet and may.
    pub fn selected_agreement(&self, attributes: &Attributes, catalogue: &Catalogue) -> Option<String> {
        let Attributes { question, appearance, .. } = attributes;
        let agreement = &catalogue.agreement(&self.addresses.chosen()?.agreement)?.id;
        let is_shown = !question.compare && question.agreement.as_ref() == Some(agreement);
        (appearance.shows_addresses() && !is_shown).then(|| agreement.clone())
    }

    /// The id of the agreement to pick after this address book was loaded in place of `before`: that of
    /// [`Self::selected_agreement`], if another address is chosen than before. When the page starts, a choice of the
    /// host page takes precedence over the address that was chosen during the last visit.
    pub fn agreement_on_load(
        &self,
        before: Option<&Self>,
        attributes: &Attributes,
        catalogue: &Catalogue,
    ) -> Option<String> {
        let question = &attributes.question;
        let is_picked = match before {
            Some(before) => before.addresses.chosen() != self.addresses.chosen(),
            None => question.agreement.is_none() && !question.compare,
        };
        self.selected_agreement(attributes, catalogue).filter(|_| is_picked)
    }
}

/// Nothing stored means no addresses.
fn parse(stored: &Value) -> Option<Addresses> {
    if matches!(stored, Value::Null) { Some(Addresses::default()) } else { Addresses::from_value(stored) }
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::addresses::Address;
    use serviceaftale_core::answers::Question;

    use super::*;
    use crate::app::{Appearance, View};

    fn catalogue() -> Catalogue {
        let file = include_str!("../../static/agreements.json");
        Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
    }

    /// Addresses with these labels and agreements; the last one is chosen.
    fn addresses(typed: &[(&str, &str)]) -> Addresses {
        typed.iter().fold(Addresses::default(), |all, (label, agreement)| {
            all.with(Change::Add(Address::typed(label, agreement, "").unwrap()))
        })
    }

    fn book(typed: &[(&str, &str)], kept: Persistence) -> AddressBook {
        AddressBook { addresses: addresses(typed), kept }
    }

    fn stored(typed: &[(&str, &str)]) -> Value {
        Value::from_json(&addresses(typed).to_json()).unwrap()
    }

    fn attributes(agreement: Option<&str>, compare: bool) -> Attributes {
        let question = Question { agreement: agreement.map(str::to_owned), compare, ..Question::default() };
        Attributes { question, ..Attributes::default() }
    }

    const HARBOUR: &[(&str, &str)] = &[("Havnen", "pro")];
    const SQUARE: &[(&str, &str)] = &[("Torvet", "basis")];
    /// An address whose agreement is not in the catalogue.
    const STORE: &[(&str, &str)] = &[("Lager", "gold")];

    #[test]
    fn a_loaded_book_says_how_long_it_is_kept() {
        use Persistence::{Forgotten, Nowhere, OnDevice, ThisVisit};
        fn check(stored: &Value, on_device: bool, before: Option<Persistence>, expected: Option<Persistence>) {
            let before = before.map(|kept| book(HARBOUR, kept));
            let loaded = AddressBook::load(stored, on_device, before.as_ref());
            assert_eq!(loaded.map(|book| book.kept), expected, "{stored:?}, {on_device}, {before:?}");
        }
        check(&Value::Null, true, None, Some(Nowhere));
        check(&Value::Null, true, Some(Nowhere), Some(Nowhere));
        check(&Value::Null, true, Some(OnDevice), Some(Forgotten));
        check(&Value::Null, false, Some(ThisVisit), Some(Forgotten));
        check(&Value::Null, true, Some(Forgotten), Some(Forgotten));
        check(&stored(SQUARE), true, None, Some(OnDevice));
        check(&stored(SQUARE), false, Some(Nowhere), Some(ThisVisit));
        check(&stored(SQUARE), true, Some(Forgotten), Some(OnDevice));
        check(&Value::Text("Torvet".to_owned()), true, None, None);
    }

    #[test]
    fn a_change_applies_to_what_is_stored_now() {
        fn check(stored: Option<&Value>, change: Change, expected: &[(&str, &str)]) {
            let changed = book(HARBOUR, Persistence::OnDevice).changed(stored, &change);
            assert_eq!(changed, addresses(expected).to_json(), "{change:?} of {stored:?}");
        }
        let add = || Change::Add(Address::typed("Lager", "gold", "").unwrap());
        check(Some(&stored(SQUARE)), add(), &[SQUARE, STORE].concat());
        check(Some(&Value::Null), add(), STORE);
        check(Some(&Value::Text("Torvet".to_owned())), add(), &[HARBOUR, STORE].concat());
        check(None, add(), &[HARBOUR, STORE].concat());
        check(Some(&stored(SQUARE)), Change::Remove("Torvet".to_owned()), &[]);
        check(Some(&stored(SQUARE)), Change::Remove("Havnen".to_owned()), SQUARE);
        check(None, Change::Forget, &[]);
        assert_eq!(book(HARBOUR, Persistence::OnDevice).changed(None, &Change::Forget), "");
    }

    #[test]
    fn the_agreement_of_the_chosen_address_is_selected_unless_it_is_shown() {
        fn check(typed: &[(&str, &str)], attributes: &Attributes, expected: Option<&str>) {
            let selected = book(typed, Persistence::OnDevice).selected_agreement(attributes, &catalogue());
            assert_eq!(selected.as_deref(), expected, "{typed:?}, {attributes:?}");
        }
        check(HARBOUR, &attributes(None, false), Some("pro"));
        check(HARBOUR, &attributes(Some("basis"), false), Some("pro"));
        check(HARBOUR, &attributes(Some("pro"), false), None);
        check(HARBOUR, &attributes(Some("pro"), true), Some("pro"));
        check(STORE, &attributes(None, false), None);
        check(&[], &attributes(None, false), None);
        for appearance in [
            Appearance { shows_picker: false, ..Appearance::default() },
            Appearance { view: View::Demo, ..Appearance::default() },
        ] {
            check(HARBOUR, &Attributes { appearance, ..attributes(None, false) }, None);
        }
    }

    #[test]
    fn loading_picks_an_agreement_only_if_another_address_is_chosen() {
        fn check(before: Option<&[(&str, &str)]>, attributes: &Attributes, expected: Option<&str>) {
            let before = before.map(|typed| book(typed, Persistence::OnDevice));
            let loaded = book(HARBOUR, Persistence::OnDevice);
            let picked = loaded.agreement_on_load(before.as_ref(), attributes, &catalogue());
            assert_eq!(picked.as_deref(), expected, "{before:?}, {attributes:?}");
        }
        check(None, &attributes(None, false), Some("pro"));
        check(None, &attributes(Some("basis"), false), None);
        check(None, &attributes(None, true), None);
        check(Some(HARBOUR), &attributes(Some("basis"), false), None);
        check(Some(SQUARE), &attributes(Some("basis"), false), Some("pro"));
        check(Some(SQUARE), &attributes(Some("pro"), false), None);
        check(Some(&[]), &attributes(None, true), Some("pro"));
    }
}
