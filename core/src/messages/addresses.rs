//! Messages about a customer's addresses and where they are stored.

use super::Language;
use super::message::{EmphasisedMessage, Label, Message, emphasised, label, message};
use crate::addresses::{Address, Addresses, MAX_ADDRESSES};

pub const MORE: Label = label("Flere adresser", "Several addresses");
pub const WHAT_FOR: Label = label(
    "Har du flere adresser, kan du skifte mellem dem og have hver adresses kundenummer klar, når du ringer.",
    "If you have several addresses, you can switch between them and have each one’s customer number ready when you \
     call.",
);
pub const KEPT_HERE: Label = label(
    "Først når du trykker »Husk på denne enhed«, bliver det gemt, og kun i denne browser. Det bliver ikke sendt til \
     nogen. Nogle browsere, for eksempel Safari, sletter det efter syv dage, hvor du ikke har brugt siden.",
    "Nothing is stored until you press “Remember on this device”, and then only in this browser. It is not sent to \
     anyone. Some browsers, such as Safari, delete it after seven days in which you have not used the page.",
);
/// Of the field for the address.
pub const LABEL: Label = label("Adresse", "Address");
pub const LABEL_EXAMPLE: Label = label("som »Havnen 4, Odder«", "such as “Havnen 4, Odder”");
pub const AGREEMENT: Label = label("Aftale", "Agreement");
pub const CHOOSE: Label = label("Vælg aftale", "Choose an agreement");
pub const CUSTOMER_NUMBER: Label = label("Kundenummer", "Customer number");
pub const MAY_BE_LEFT_OUT: Label = label("kan udelades", "optional");
pub const REMEMBER: Label = label("Husk på denne enhed", "Remember on this device");
/// Of the choice among the stored addresses.
pub const ADDRESS: Label = label("Adresse", "Address");
pub const FORGET: Label = label("Glem alle adresser", "Forget all addresses");
pub const ON_DEVICE: Label = label("Adresserne huskes på denne enhed.", "The addresses are remembered on this device.");
pub const THIS_VISIT: Label = label(
    "Browseren gemmer ikke noget for denne side. Adresserne er her kun under dette besøg, og kun indtil siden lukkes \
     eller genindlæses.",
    "The browser stores nothing for this page. The addresses are here for this visit only, until the page is closed \
     or reloaded.",
);
pub const FORGOTTEN: Label = label("Adresserne er glemt.", "The addresses are forgotten.");

const WITH_AGREEMENT: Message<2> = message("{0} · {1}", "{0} · {1}");

/// `Havnen 4 · Erhverv Pro`.
pub fn with_agreement(language: Language, address: &Address, agreement: &str) -> String {
    WITH_AGREEMENT.format(language, [&address.label, agreement])
}

const NUMBER: EmphasisedMessage<2> = emphasised(["Kundenummer {0}", "{1}"], ["Customer number {0}", "{1}"]);

/// The customer number, emphasised, and its address; `None` if the address has no customer number.
pub fn number(language: Language, address: &Address) -> Option<(String, String)> {
    let number = &address.customer_number;
    (!number.is_empty()).then(|| NUMBER.format(language, [number, &address.label]))
}

const REMOVE: Message<1> = message("Fjern {0}", "Remove {0}");

/// `Fjern Havnen 4`.
pub fn remove(language: Language, address: &Address) -> String {
    REMOVE.format(language, [&address.label])
}

const FULL: Message<1> = message(
    "Der er plads til {0} adresser. Fjern en for at tilføje en ny.",
    "There is room for {0} addresses. Remove one to add another.",
);

/// A message that no more addresses can be added; `None` if they can.
pub fn full(language: Language, addresses: &Addresses) -> Option<String> {
    addresses.is_full().then(|| FULL.format(language, [&MAX_ADDRESSES.to_string()]))
}
