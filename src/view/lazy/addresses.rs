//! How does a customer with several addresses switch between them?
//!
//! What is shown of an address at hand is in the answer to whether somebody answers the phone, where its number is asked
//! for; what adds and forgets addresses is folded away below the first answers, and nothing for it is asked of anybody who
//! does not unfold it.

use std::rc::Rc;

use serviceaftale_core::addresses::{Address, Addresses, Change, LONGEST_LABEL, LONGEST_NUMBER};
use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{self, AddressWords};
use web_sys::{FormData, HtmlFormElement};
use yew::html::onsubmit;
use yew::{Callback, TargetCast};

use crate::app::{AddressBook, Attributes, Msg, Persistence, State, View};
use crate::view::{Draw, Icon};

/// The names of the fields, by which they are read.
const LABEL: &str = "label";
const AGREEMENT: &str = "address-agreement";
const CUSTOMER_NUMBER: &str = "customer-number";

fn words(draw: &Draw) -> &'static AddressWords {
    messages::addresses(draw.say.language)
}

/// Those whose agreements are among the shown ones, each with the agreement's name.
fn known(state: &State) -> impl Iterator<Item = (&Address, &str)> {
    let all = state.remembered().addresses.all.iter();
    all.filter_map(|address| Some((address, state.catalogue().agreement(&address.agreement)?.name.as_str())))
}

/// Whether it is the one that was chosen, and its agreement still is.
fn is_at_hand(state: &State, address: &Address) -> bool {
    let question = state.question();
    let chosen = state.remembered().addresses.chosen() == Some(address);
    chosen && !question.compare && question.agreement.as_ref() == Some(&address.agreement)
}

fn changed(change: Change) -> Msg {
    Msg::AddressesChanged(Rc::new(change))
}

/// Takes what was written, if it can be read: the addresses of it, and the agreement that is to be picked, if one is.
pub fn take(
    written: &Value,
    on_device: bool,
    before: Option<&AddressBook>,
    shown: (&Attributes, &Catalogue),
) -> Option<(Rc<AddressBook>, Option<String>)> {
    let addresses = read(written)?;
    let there_were = before.is_some_and(|before| before.kept != Persistence::Nowhere);
    let kept = match (addresses.all.is_empty(), on_device) {
        (true, _) if there_were => Persistence::Forgotten,
        (true, _) => Persistence::Nowhere,
        (false, true) => Persistence::OnDevice,
        (false, false) => Persistence::ThisVisit,
    };
    let remembered = Rc::new(AddressBook { addresses, kept });
    let follows = match before {
        Some(before) => before.addresses.chosen() != remembered.addresses.chosen(),
        // Who comes back finds the address chosen as it was left, where the page has not chosen already.
        None => shown.0.question.agreement.is_none() && !shown.0.question.compare,
    };
    let picked = chosen_agreement(&remembered, shown).filter(|_| follows);
    Some((remembered, picked))
}

/// What is to be written after a change: of what is written by now, perhaps by another tab, or else of what is known.
pub fn change(written: Option<&Value>, known: &AddressBook, change: &Change) -> String {
    written.and_then(read).unwrap_or_else(|| known.addresses.clone()).with(change.clone()).to_json()
}

/// Nothing written is no addresses.
fn read(written: &Value) -> Option<Addresses> {
    if matches!(written, Value::Null) { Some(Addresses::default()) } else { Addresses::from_value(written) }
}

/// The agreement of the address that is chosen, where it is another than the one that is shown, and may be picked.
pub fn chosen_agreement(
    remembered: &AddressBook,
    (Attributes { question, appearance, .. }, catalogue): (&Attributes, &Catalogue),
) -> Option<String> {
    let agreement = &catalogue.agreement(&remembered.addresses.chosen()?.agreement)?.id;
    let is_another = question.compare || question.agreement.as_ref() != Some(agreement);
    (appearance.shows_addresses() && is_another).then(|| agreement.clone())
}

/// The customer number to read out, and the choice of an address, where there are any.
pub fn at_hand(draw: &mut Draw, state: &State) {
    if !state.appearance().shows_addresses() || known(state).next().is_none() {
        draw.nothing();
        return;
    }
    draw.open("div", "at-hand");
    let address = known(state).map(|(address, _)| address).find(|address| is_at_hand(state, address));
    draw.open("div", "");
    draw.attribute("role", "status");
    match address.and_then(|address| words(draw).number(address)) {
        Some(number) => draw.emphasised("p", number),
        None => draw.nothing(),
    }
    draw.close();
    draw.open("fieldset", "");
    draw.labelled("legend", "meta", words(draw).address);
    draw.open("div", "addresses");
    for (address, agreement) in known(state) {
        let (name, chosen) = (words(draw).with_agreement(address, agreement), is_at_hand(state, address));
        draw.radio("address", name, chosen, changed(Change::Choose(address.label.clone())));
    }
    draw.close();
    draw.close();
    draw.close();
}

/// What adds addresses and forgets them, folded away. A compact page has it where there is something to forget.
pub fn addresses(draw: &mut Draw, state: &State) {
    let (words, remembered, look) = (words(draw), state.remembered(), state.appearance());
    if !look.shows_addresses() || look.view == View::Compact && remembered.kept == Persistence::Nowhere {
        draw.nothing();
        return;
    }
    draw.open("details", "remembered");
    draw.labelled("summary", "", words.more);
    draw.labelled("p", "", words.what_for);
    draw.labelled("p", "meta", words.kept_here);
    match words.full(&remembered.addresses) {
        Some(full) => draw.words("p", "", full),
        None => form(draw, words, state),
    }
    draw.open("p", "kept");
    draw.attribute("role", "status");
    match remembered.kept {
        Persistence::Nowhere => draw.nothing(),
        Persistence::OnDevice => draw.label(words.on_device),
        Persistence::ThisVisit => draw.label(words.this_visit),
        Persistence::Forgotten => draw.label(words.forgotten),
    }
    draw.close();
    if remembered.addresses.all.is_empty() {
        draw.nothing();
    } else {
        forgetting(draw, words, state);
    }
    draw.close();
}

/// One button for each address, and one for all of them. Those whose agreements are not shown are forgotten here, too.
fn forgetting(draw: &mut Draw, words: &AddressWords, state: &State) {
    draw.open("div", "forgetting");
    for address in &state.remembered().addresses.all {
        let removed = changed(Change::Remove(address.label.clone()));
        draw.button("button", removed, |draw| draw.text(words.remove(address)));
    }
    draw.button("button forget", changed(Change::Forget), |draw| {
        draw.icon(Icon::NotCovered);
        draw.labelled("span", "", words.forget);
    });
    draw.close();
}

/// The fields keep themselves what is typed, and are read when it is to be remembered: nothing else needs to know.
fn form(draw: &mut Draw, words: &AddressWords, state: &State) {
    draw.open("form", "fields");
    let tell = draw.tell.clone();
    draw.listen(Rc::new(onsubmit::Wrapper::new(Callback::from(move |event: yew::SubmitEvent| {
        event.prevent_default();
        let form: HtmlFormElement = event.target_unchecked_into();
        if let Some(address) = typed(&form) {
            form.reset();
            tell.emit(changed(Change::Add(address)));
        }
    }))));
    text(draw, LABEL, [words.label, words.label_example], LONGEST_LABEL);
    draw.attribute("required", "");
    draw.attribute("pattern", r".*\S.*");
    draw.close();
    draw.close();
    draw.open("div", "field");
    name(draw, AGREEMENT, words.agreement);
    draw.close();
    draw.open("select", "");
    draw.attribute("id", AGREEMENT);
    draw.attribute("name", AGREEMENT);
    draw.attribute("required", "");
    draw.open("option", "");
    draw.attribute("value", "");
    // Yew puts the last one in first, which a browser would choose for want of others.
    draw.attribute("selected", "");
    draw.label(words.choose);
    draw.close();
    for agreement in &state.catalogue().agreements {
        draw.open("option", "");
        draw.attribute("value", agreement.id.clone());
        draw.text(agreement.name.clone());
        draw.close();
    }
    draw.close();
    draw.close();
    text(draw, CUSTOMER_NUMBER, [words.customer_number, words.may_be_left_out], LONGEST_NUMBER);
    draw.close();
    draw.close();
    draw.open("button", "button");
    draw.attribute("type", "submit");
    draw.label(words.remember);
    draw.close();
    draw.close();
}

/// Begins the label of the field of that id. A field within its label would be called by what stands in it, too.
fn name(draw: &mut Draw, id: &'static str, label: &'static str) {
    draw.open("label", "");
    draw.attribute("for", id);
    draw.labelled("span", "name", label);
}

/// Begins a field for text below its label, with its name and what is to know of it.
fn text(draw: &mut Draw, id: &'static str, [label, more]: [&'static str; 2], longest: usize) {
    draw.open("div", "field");
    name(draw, id, label);
    draw.space();
    draw.labelled("span", "meta", more);
    draw.close();
    draw.open("input", "");
    draw.attribute("id", id);
    draw.attribute("type", "text");
    draw.attribute("name", id);
    draw.attribute("maxlength", longest.to_string());
    // The browser would keep what is typed by itself.
    draw.attribute("autocomplete", "off");
    draw.attribute("spellcheck", "false");
}

/// The address that stands in the fields.
fn typed(form: &HtmlFormElement) -> Option<Address> {
    let fields = FormData::new_with_form(form).ok()?;
    let text = |name: &str| fields.get(name).as_string().unwrap_or_default();
    Address::typed(&text(LABEL), &text(AGREEMENT), &text(CUSTOMER_NUMBER))
}
