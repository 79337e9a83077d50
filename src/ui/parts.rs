//! Of which small parts are the panels made?
//!
//! The panels call these functions instead of yew's `html!`, whose expansion at every element would
//! make the download a fifth larger. What is drawn and how it is compared is yew's all the same.

use serviceaftale_core::calendar::{Timestamp, copenhagen};
use yew::virtual_dom::{VTag, VText};
use yew::{AttrValue, Html};

/// An attribute and its value.
pub type Attribute = (&'static str, AttrValue);

/// An element with attributes.
pub fn node(tag: &'static str, attributes: &[Attribute], children: Vec<Html>) -> Html {
    tag_with(tag, attributes, children).into()
}

/// The same before it becomes part of a page, to take listeners.
pub fn tag_with(tag: &'static str, attributes: &[Attribute], children: Vec<Html>) -> VTag {
    let mut tag = VTag::new(tag);
    for (name, value) in attributes {
        tag.add_attribute(name, value.clone());
    }
    tag.add_children(children);
    tag
}

/// An element of a class.
pub fn of_class(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    node(tag, &[("class", AttrValue::Static(class))], children)
}

/// An element with nothing but children.
pub fn plain(tag: &'static str, children: Vec<Html>) -> Html {
    node(tag, &[], children)
}

/// Words made for this answer.
pub fn text(words: String) -> Html {
    VText::new(words).into()
}

/// Words that are always the same.
pub fn label(words: &'static str) -> Html {
    VText::new(words).into()
}

/// What stands between words.
pub fn space() -> Html {
    label(" ")
}

/// Words of lesser weight, a paragraph.
pub fn meta(words: String) -> Html {
    of_class("p", "meta", vec![text(words)])
}

/// Words of lesser weight, within a paragraph or cell.
pub fn aside(words: String) -> Html {
    of_class("span", "meta", vec![text(words)])
}

/// Words of greater weight.
pub fn strong(words: String) -> Html {
    plain("strong", vec![text(words)])
}

/// A paragraph or item whose beginning is strong.
pub fn emphasised(tag: &'static str, (bold, rest): (String, String)) -> Html {
    plain(tag, vec![strong(bold), space(), text(rest)])
}

/// A moment, told to machines as an instant.
pub fn moment(at: Timestamp, words: String) -> Html {
    time(copenhagen::rfc3339(at), vec![text(words)])
}

/// A date or moment, told to machines as `datetime`.
pub fn time(datetime: String, children: Vec<Html>) -> Html {
    node("time", &[("datetime", datetime.into())], children)
}

/// A list of a class.
pub fn list(class: &'static str, items: impl Iterator<Item = Html>) -> Html {
    of_class("ul", class, items.collect())
}

/// A section of the page under its heading; its name is its class and part, too.
pub fn panel(name: &'static str, heading: &'static str, mut content: Vec<Html>) -> Html {
    let name = AttrValue::Static(name);
    content.insert(0, node("h2", &[("id", name.clone())], vec![label(heading)]));
    let attributes = [("class", name.clone()), ("part", name.clone()), ("aria-labelledby", name)];
    node("section", &attributes, content)
}
