//! Which words does English have for a customer's addresses?

use crate::messages::{AddressWords, Emphasised, Sentence};

pub(in crate::messages) static ADDRESSES: AddressWords = AddressWords {
    more: "Several addresses",
    what_for: "If you have several addresses, you can switch between them and have each one’s customer number ready when \
               you call.",
    kept_here: "Nothing is stored until you press “Remember on this device”, and then only in this browser. It is not sent \
                to anyone. Some browsers, such as Safari, delete it after seven days in which you have not used the page.",
    label: "Address",
    label_example: "such as “Havnen 4, Odder”",
    agreement: "Agreement",
    choose: "Choose an agreement",
    customer_number: "Customer number",
    may_be_left_out: "optional",
    remember: "Remember on this device",
    address: "Address",
    forget: "Forget all addresses",
    on_device: "The addresses are remembered on this device.",
    this_visit: "The browser stores nothing for this page. The addresses are here for this visit only, until the page is \
                 closed or reloaded.",
    forgotten: "The addresses are forgotten.",
    with_agreement: Sentence::new("{0} · {1}"),
    number: Emphasised::new("Customer number {0}", "{1}"),
    remove: Sentence::new("Remove {0}"),
    full: Sentence::new("There is room for {0} addresses. Remove one to add another."),
};
