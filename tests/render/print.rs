//! Normalised printing of a DOM, for snapshots.
//!
//! Two pages print alike if a browser shows and announces them alike, so that a diff is a change of the page:
//!
//! - The order of attributes is not visible: they are sorted by name.
//! - Classes are visible as written. A class that is renamed, added or moved is a difference.
//! - Adjacent text nodes are one. Whitespace is collapsed; at the edge of an element's content it is not visible.
//!   Between an element and its siblings `␣` stands for it, since it separates words there.
//! - U+00A0 is printed as `&nbsp;` and U+2060 as `&NoBreak;`.
//!
//! Every node has a line, indented by one space a level. An element whose only content is text shares the line with it.
//! There are no end tags.

use std::fmt::Write;

use scraper::{ElementRef, Node};

use super::Element;

/// The mark of whitespace that separates words.
const SPACE: char = '␣';

/// The content of an element, with adjacent text nodes merged.
enum Child<'a> {
    Element(ElementRef<'a>),
    Text(String),
}

impl Element<'_> {
    /// The normalised DOM of this element; the module documents the form.
    pub fn print(&self) -> String {
        let mut printed = String::new();
        print(self.0, 0, &mut printed);
        printed
    }
}

fn print(element: ElementRef, depth: usize, to: &mut String) {
    let indent = " ".repeat(depth);
    let mut attributes: Vec<_> = element.value().attrs().collect();
    attributes.sort_unstable();
    to.push_str(&indent);
    to.push('<');
    to.push_str(element.value().name());
    for (name, value) in attributes {
        write!(to, " {name}").unwrap();
        if !value.is_empty() {
            write!(to, "=\"{}\"", escaped(value).replace('"', "&quot;")).unwrap();
        }
    }
    to.push('>');
    let children = children(element);
    if let [Child::Text(text)] = children.as_slice() {
        to.push_str(&escaped(text));
    }
    to.push('\n');
    for child in &children {
        match child {
            Child::Element(child) => print(*child, depth + 1, to),
            Child::Text(text) if children.len() > 1 => writeln!(to, "{indent} {}", escaped(text)).unwrap(),
            Child::Text(_) => {}
        }
    }
}

fn children(element: ElementRef<'_>) -> Vec<Child<'_>> {
    let mut children = Vec::new();
    for node in element.children() {
        match (node.value(), children.last_mut()) {
            (Node::Text(text), Some(Child::Text(before))) => before.push_str(text),
            (Node::Text(text), _) => children.push(Child::Text(text.to_string())),
            (_, _) => children.extend(ElementRef::wrap(node).map(Child::Element)),
        }
    }
    let last = children.len().saturating_sub(1);
    for (index, child) in children.iter_mut().enumerate() {
        if let Child::Text(text) = child {
            *text = collapsed(text, index > 0, index < last);
        }
    }
    children.retain(|child| !matches!(child, Child::Text(text) if text.is_empty()));
    children
}

/// Whitespace other than U+00A0 collapsed; at the ends it is marked where something comes before or after.
fn collapsed(text: &str, after_something: bool, before_something: bool) -> String {
    let space = |c: char| c.is_ascii_whitespace();
    let words: Vec<_> = text.split(space).filter(|word| !word.is_empty()).collect();
    let mut collapsed = words.join(" ");
    let (starts, ends) = (text.starts_with(space), text.ends_with(space));
    if words.is_empty() {
        return if starts && after_something && before_something { SPACE.to_string() } else { collapsed };
    }
    if starts && after_something {
        collapsed.insert(0, SPACE);
    }
    if ends && before_something {
        collapsed.push(SPACE);
    }
    collapsed
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('\u{a0}', "&nbsp;").replace('\u{2060}', "&NoBreak;")
}
