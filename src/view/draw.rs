//! How does a panel put its elements on the page?
//!
//! A panel says one element after another, each a call with a few constants. As values built inside one another, or by
//! yew's `html!`, the same elements make the download a tenth larger. What is drawn and how it is compared is yew's all
//! the same.

use std::rc::Rc;

use indexmap::IndexMap;
use serviceaftale_core::messages::Messages;
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::html::{onchange, onclick};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

use crate::app::Msg;
use crate::view::Icon;

/// A page in the making.
pub struct Draw {
    /// The words of the page's language.
    pub say: &'static Messages,
    /// Hears what the customer does.
    pub(super) tell: Callback<Msg>,
    /// What the heading of a panel is: 2 for `h2`.
    pub(super) heading_level: u8,
    /// The elements that are not yet closed, outermost first.
    open: Vec<Open>,
}

/// An element and what is in it so far.
struct Open {
    tag: VTag,
    /// Held back until it closes, since yew would look up the form they are kept in at each.
    attributes: IndexMap<AttrValue, AttributeOrProperty>,
    children: Vec<Html>,
}

impl Draw {
    /// An element of that class with everything that `content` draws into it.
    pub fn page(
        say: &'static Messages,
        tell: Callback<Msg>,
        heading_level: u8,
        content: impl FnOnce(&mut Self),
    ) -> Html {
        Self::several(say, tell, heading_level, |draw| draw.element("div", "page", content))
    }

    /// Whatever `content` draws, within no element of its own.
    pub(super) fn several(
        say: &'static Messages,
        tell: Callback<Msg>,
        heading_level: u8,
        content: impl FnOnce(&mut Self),
    ) -> Html {
        let mut draw = Self { say, tell, heading_level, open: Vec::new() };
        draw.open("", "");
        content(&mut draw);
        let children = draw.open.pop().map(|around| around.children);
        VList::with_children(children.unwrap_or_default(), None).into()
    }

    /// Begins an element; without a class when that is empty.
    pub fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Open { tag: VTag::new(tag), attributes: IndexMap::default(), children: Vec::new() });
        if !class.is_empty() {
            self.attribute("class", class);
        }
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(element) = self.finished() {
            self.add(element);
        }
    }

    fn finished(&mut self) -> Option<Html> {
        let Open { mut tag, attributes, children } = self.open.pop()?;
        tag.set_attributes(Attributes::IndexMap(Rc::new(attributes)));
        if let Some(place) = tag.children_mut().filter(|_| !children.is_empty()) {
            *place = VList::with_children(children, None).into();
        }
        Some(tag.into())
    }

    pub(super) fn add(&mut self, node: Html) {
        if let Some(element) = self.open.last_mut() {
            element.children.push(node);
        }
    }

    /// Keeps the place of an element that is not there now. Yew compares children from the last one on; with one fewer
    /// than before it would make the others anew, and the one that has the focus would lose it.
    pub fn nothing(&mut self) {
        self.add(Html::default());
    }

    /// An attribute of the element that was begun last.
    pub fn attribute(&mut self, name: &'static str, value: impl Into<AttrValue>) {
        self.set(name, value.into());
    }

    fn set(&mut self, name: &'static str, value: AttrValue) {
        if let Some(element) = self.open.last_mut() {
            element.attributes.insert(AttrValue::Static(name), AttributeOrProperty::Attribute(value));
        }
    }

    /// What stands in the input that was begun last, whatever the browser has made of it.
    pub(super) fn value(&mut self, text: String) {
        if let Some(input) = self.open.last_mut() {
            input.tag.set_value(text);
        }
    }

    /// An element and what `content` draws into it.
    pub fn element(&mut self, tag: &'static str, class: &'static str, content: impl FnOnce(&mut Self)) {
        self.open(tag, class);
        content(self);
        self.close();
    }

    /// Words made for this answer.
    pub fn text(&mut self, words: String) {
        self.add(VText::new(words).into());
    }

    /// Words that are always the same.
    pub fn label(&mut self, words: &'static str) {
        self.add(VText::new(words).into());
    }

    /// What stands between words.
    pub fn space(&mut self) {
        self.label(" ");
    }

    /// An element with nothing but words made for this answer.
    pub fn words(&mut self, tag: &'static str, class: &'static str, words: String) {
        self.element(tag, class, |draw| draw.text(words));
    }

    /// An element with nothing but words that are always the same.
    pub fn labelled(&mut self, tag: &'static str, class: &'static str, words: &'static str) {
        self.element(tag, class, |draw| draw.label(words));
    }

    /// An element whose beginning is strong.
    pub fn emphasised(&mut self, tag: &'static str, (strong, rest): (String, String)) {
        self.open(tag, "");
        self.words("strong", "", strong);
        self.space();
        self.text(rest);
        self.close();
    }

    /// A date or moment in words, told to machines as `datetime`.
    pub fn time(&mut self, datetime: String, words: String) {
        self.open("time", "");
        self.attribute("datetime", datetime);
        self.text(words);
        self.close();
    }

    /// A moment, told to machines as an instant.
    pub fn moment(&mut self, at: Timestamp, words: String) {
        self.time(copenhagen::rfc3339(at), words);
    }

    /// Begins a heading, that many levels below the panels' own.
    pub fn open_heading(&mut self, below: u8) {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = usize::from(self.heading_level + below);
        let tag = TAGS.get(level.saturating_sub(1)).copied().unwrap_or("h6");
        self.open(tag, ["h2", "h3", "h4"].get(usize::from(below)).copied().unwrap_or_default());
    }

    /// A heading, that many levels below the panels' own.
    pub fn heading(&mut self, below: u8, words: String) {
        self.open_heading(below);
        self.text(words);
        self.close();
    }

    /// A section of the page under its heading; its name is its class and part, too.
    pub fn panel(&mut self, name: &'static str, heading: &'static str, content: impl FnOnce(&mut Self)) {
        self.open("section", name);
        self.attribute("part", name);
        self.attribute("aria-labelledby", name);
        self.open_heading(0);
        self.attribute("id", name);
        self.label(heading);
        self.close();
        content(self);
        self.close();
    }

    /// A small picture, drawn in lines on a square of 24.
    pub fn icon(&mut self, icon: Icon) {
        self.open("svg", if icon == Icon::Open { "icon filled" } else { "icon" });
        self.attribute("viewBox", "0 0 24 24");
        self.attribute("aria-hidden", "true");
        self.open("path", "");
        self.attribute("d", icon.path());
        self.close();
        self.close();
    }

    /// A button of this class that tells `event`; what `content` draws is its face and its name.
    pub fn button(&mut self, class: &'static str, event: Msg, content: impl FnOnce(&mut Self)) {
        self.open("button", class);
        self.attribute("type", "button");
        let told = self.told(event);
        self.listen(Rc::new(onclick::Wrapper::new(Callback::from(move |_| told.emit(())))));
        content(self);
        self.close();
    }

    /// A radio button with its label, one of those of this name, that tells `event` when it is chosen.
    pub fn radio(&mut self, name: &'static str, words: String, chosen: bool, event: Msg) {
        self.open("label", "choice");
        self.open("input", "");
        self.attribute("type", "radio");
        self.attribute("name", name);
        if let Some(input) = self.open.last_mut() {
            input.tag.set_checked(chosen);
        }
        let told = self.told(event);
        self.listen(Rc::new(onchange::Wrapper::new(Callback::from(move |_| told.emit(())))));
        self.close();
        self.words("span", "", words);
        self.close();
    }

    fn told(&self, event: Msg) -> Callback<()> {
        let tell = self.tell.clone();
        Callback::from(move |()| tell.emit(event.clone()))
    }

    /// Hears of what happens to the element that was begun last.
    pub(super) fn listen(&mut self, listener: Rc<dyn Listener>) {
        if let Some(element) = self.open.last_mut() {
            element.tag.add_listener(listener);
        }
    }
}
