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

    /// Whether an element that matches the selector has exactly this text.
    pub fn has(&self, selector: &str, text: &str) -> bool {
        self.root().has(selector, text)
    }

    /// Whether the words occur anywhere in the text or in the value of an attribute.
    pub fn mentions(&self, words: &str) -> bool {
        self.root().mentions(words)
    }

    /// The normalised DOM; see [`Element::print`].
    pub fn print(&self) -> String {
        self.root().0.child_elements().map(|child| Element(child).print()).collect()
    }
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

    /// Whether a descendant that matches the selector has exactly this text.
    pub fn has(&self, selector: &str, text: &str) -> bool {
        self.all(selector).iter().any(|element| element.text() == text)
    }

    /// Whether the words occur anywhere in the text or in the value of an attribute, of this element or a descendant.
    pub fn mentions(&self, words: &str) -> bool {
        let in_attributes =
            |element: ElementRef| element.value().attrs().any(|(_, value)| plain(value).contains(words));
        self.text().contains(words) || in_attributes(self.0) || self.0.descendent_elements().any(in_attributes)
    }

    /// The value of an attribute.
    pub fn attr(&self, name: &str) -> Option<&'a str> {
        self.0.attr(name)
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

/// Words without the characters that keep them together on a line.
fn plain(words: &str) -> String {
    words.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
