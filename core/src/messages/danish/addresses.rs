//! Which words does Danish have for a customer's addresses?

use crate::messages::{AddressWords, Emphasised, Sentence};

pub(in crate::messages) static ADDRESSES: AddressWords = AddressWords {
    more: "Flere adresser",
    what_for: "Har du flere adresser, kan du skifte mellem dem og have hver adresses kundenummer klar, når du ringer.",
    kept_here: "Først når du trykker »Husk på denne enhed«, bliver det gemt, og kun i denne browser. Det bliver ikke sendt \
                til nogen. Nogle browsere, for eksempel Safari, sletter det efter syv dage, hvor du ikke har brugt siden.",
    label: "Adresse",
    label_example: "som »Havnen 4, Odder«",
    agreement: "Aftale",
    choose: "Vælg aftale",
    customer_number: "Kundenummer",
    may_be_left_out: "kan udelades",
    remember: "Husk på denne enhed",
    address: "Adresse",
    forget: "Glem alle adresser",
    on_device: "Adresserne huskes på denne enhed.",
    this_visit: "Browseren gemmer ikke noget for denne side. Adresserne er her kun under dette besøg, og kun indtil siden \
                 lukkes eller genindlæses.",
    forgotten: "Adresserne er glemt.",
    with_agreement: Sentence::new("{0} · {1}"),
    number: Emphasised::new("Kundenummer {0}", "{1}"),
    remove: Sentence::new("Fjern {0}"),
    full: Sentence::new("Der er plads til {0} adresser. Fjern en for at tilføje en ny."),
};
