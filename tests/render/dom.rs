//! Queries of a rendered page by CSS selector.
//!
//! Every failure names the selector and prints the HTML that was searched.

use std::fmt;
use std::ops::Deref;

use scraper::{ElementRef, Html, Node, Selector};

/// Elements that do not separate the words before them from those after them.
const INLINE: [&str; 7] = ["a", "b", "em", "s", "span", "strong", "time"];

/// A parsed page.
pub struct Dom(Html);

impl Dom {
    /// Parses the HTML of a page, which must be free of parse errors: a parser repairs an error by moving elements,
    /// and the result would differ from the DOM that the widget creates in a browser.
    pub fn parse(html: &str) -> Self {
        let parsed = Html::parse_fragment(html);
        assert!(parsed.errors.is_empty(), "{:?} in {html}", parsed.errors);
        Self(parsed)
    }

    /// The element that contains the whole page.
    pub fn root(&self) -> Element<'_> {
        Element(self.0.root_element())
    }

    /// All elements that match the selector, in document order.
    pub fn all(&self, selector: &str) -> Vec<Element<'_>> {
        self.root().all(selector)
    }

    /// The only element that matches the selector.
    #[track_caller]
    pub fn one(&self, selector: &str) -> Element<'_> {
        self.root().one(selector)
    }

    /// Asserts that no element matches the selector.
    #[track_caller]
    pub fn none(&self, selector: &str) {
        self.root().none(selector);
    }

    /// Asserts which parts the page has, and which it lacks.
    #[track_caller]
    pub fn check(&self, present: &[Part], absent: &[Part]) {
        self.root().check(present, absent);
    }

    /// The normalised DOM; see [`Element::print`].
    pub fn print(&self) -> String {
        self.root().0.child_elements().map(|child| Element(child).print()).collect()
    }
}

/// A part that a page or an element has or lacks. Texts and values are compared as a person reads them; see
/// [`Element::text`].
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// An element that matches the selector.
    Any(&'a str),
    /// An element that matches the selector and has exactly this text.
    Text(&'a str, &'a str),
    /// An element that matches the selector and has this value of this attribute.
    Attribute(&'a str, &'a str, &'a str),
    /// Words anywhere in the text or within the value of an attribute.
    Words(&'a str),
}

/// An element of a page, and the scope of the queries on it.
#[derive(Clone, Copy)]
pub struct Element<'a>(pub(super) ElementRef<'a>);

impl<'a> Element<'a> {
    /// All descendants that match the selector, in document order.
    pub fn all(&self, selector: &str) -> Vec<Self> {
        let parsed = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.0.select(&parsed).map(Self).collect()
    }

    /// The only descendant that matches the selector.
    #[track_caller]
    pub fn one(&self, selector: &str) -> Self {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "elements that match `{selector}` in\n{}", self.print());
        found[0]
    }

    /// Asserts that no descendant matches the selector.
    #[track_caller]
    pub fn none(&self, selector: &str) {
        let found = self.all(selector).len();
        assert_eq!(found, 0, "elements that match `{selector}` in\n{}", self.print());
    }

    /// Asserts which parts the element has, and which it lacks.
    #[track_caller]
    pub fn check(&self, present: &[Part], absent: &[Part]) {
        for part in present {
            assert!(self.has(part), "{part:?} is not in\n{}", self.print());
        }
        for part in absent {
            assert!(!self.has(part), "{part:?} is in\n{}", self.print());
        }
    }

    /// Whether the element has that part.
    pub fn has(&self, part: &Part) -> bool {
        match *part {
            Part::Any(selector) => !self.all(selector).is_empty(),
            Part::Text(selector, text) => self.all(selector).iter().any(|element| element.text() == text),
            Part::Attribute(selector, name, value) => {
                self.all(selector).iter().any(|element| element.attr(name).map(plain).as_deref() == Some(value))
            }
            Part::Words(words) => {
                let mut within = std::iter::once(self.0).chain(self.0.descendent_elements());
                let in_value =
                    |element: ElementRef| element.value().attrs().any(|(_, value)| plain(value).contains(words));
                self.text().contains(words) || within.any(in_value)
            }
        }
    }

    /// The value of an attribute, as written.
    pub fn attr(&self, name: &str) -> Option<&'a str> {
        self.0.attr(name)
    }

    /// The values of all attributes, as written.
    pub fn values(&self) -> Vec<&'a str> {
        self.0.value().attrs().map(|(_, value)| value).collect()
    }

    /// The text as a person reads it: U+00A0 is a space, U+2060 is removed, whitespace is collapsed, and elements that
    /// are not inline are separated by a space.
    pub fn text(&self) -> String {
        let mut text = String::new();
        collect(self.0, &mut text);
        plain(&text)
    }

    /// The text nodes within, in document order, each with the element that it stands in.
    pub fn text_nodes(&self) -> Vec<(Self, &'a str)> {
        let within = self.0.descendants();
        let nodes = within.filter_map(|node| Some((ElementRef::wrap(node.parent()?)?, node.value().as_text()?)));
        nodes.map(|(parent, text)| (Self(parent), text.deref())).collect()
    }

    /// This element and those around it, the innermost first.
    pub fn ancestry(&self) -> impl Iterator<Item = Self> + use<'a> {
        std::iter::once(*self).chain(self.0.ancestors().filter_map(ElementRef::wrap).map(Self))
    }
}

impl fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.print())
    }
}

fn collect(element: ElementRef, text: &mut String) {
    let separates = !INLINE.contains(&element.value().name());
    text.push_str(if separates { " " } else { "" });
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(_) => ElementRef::wrap(child).into_iter().for_each(|child| collect(child, text)),
            _ => {}
        }
    }
    text.push_str(if separates { " " } else { "" });
}

/// Words as a person reads them, without the characters that keep them together on a line.
pub fn plain(words: &str) -> String {
    words.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
