//! The element's attributes: their values as the host page writes them, and what these ask for.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::{Timestamp, TimestampOrLocal};

/// The attributes of the element by name, as they stand in the page, and what the page around it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawAttributes {
    /// Names and values of the attributes that are present.
    pub present: Vec<(String, String)>,
    /// The `lang` of the nearest ancestor that has one.
    pub inherited_lang: Option<String>,
    /// Whether the device has a share sheet.
    pub can_share: bool,
}

impl RawAttributes {
    /// The value of an attribute that is present.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.present.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What the attributes ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// `agreement`, `compare` and `reported`.
    pub question: Question,
    /// `at`: the time that is shown instead of the present.
    pub frozen_at: Option<Timestamp>,
    /// `lang`, `view`, `picker` and `heading-level`.
    pub appearance: Appearance,
}

/// How the page looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub language: Language,
    pub view: View,
    /// Whether the customer may choose the agreement.
    pub shows_picker: bool,
    /// Whether the page around the element may offer to store addresses.
    pub offers_addresses: bool,
    /// The heading level of the panel titles: 2 for `h2`.
    pub heading_level: u8,
    /// Whether the link that opened the page contains something that cannot be used.
    pub link_is_faulty: bool,
    /// Whether the device has a share sheet.
    pub can_share: bool,
}

impl Appearance {
    /// Whether the customer can store addresses: not where the host page chooses the agreement, nor in a demonstration, nor
    /// in an iframe of an unknown host.
    pub fn shows_addresses(&self) -> bool {
        self.offers_addresses && self.shows_picker && self.view != View::Demo
    }
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            language: Language::default(),
            view: View::Full,
            shows_picker: true,
            offers_addresses: true,
            heading_level: 2,
            link_is_faulty: false,
            can_share: false,
        }
    }
}

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Full,
    /// Whether the phone is answered, and when work starts.
    Compact,
    /// Everything, with controls that move the page through time.
    Demo,
}

impl View {
    const ALL: [Self; 3] = [Self::Full, Self::Compact, Self::Demo];

    /// The name in attributes and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::Demo => "demo",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// A message for the console about an attribute value that cannot be used.
pub type AttributeProblem = String;

/// The message about a value that is not one of those that are expected.
pub fn attribute_problem(name: &str, found: &str, expected: &str) -> AttributeProblem {
    ["attribute ", name, ": found \"", found, "\", expected ", expected].concat()
}

impl Attributes {
    /// Parses the attributes. A value that cannot be used counts as absent and gives a problem. The inherited language
    /// belongs to the host page and never gives one.
    pub fn parse(raw: &RawAttributes, catalogue: &Catalogue) -> (Self, Vec<AttributeProblem>) {
        let mut parser = AttributeParser { raw, problems: Vec::new() };
        let agreements: Vec<&str> = catalogue.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
        let question = Question {
            agreement: parser.one_of("agreement", &agreements).map(str::to_owned),
            compare: raw.get("compare").is_some(),
            report: parser.value("reported", REPORTED, report).unwrap_or_default(),
        };
        let frozen_at = parser.value("at", AT, |text| text.parse().ok());
        let own = parser.value("lang", LANGUAGES, Language::from_tag);
        // Only the style sheet depends on the theme, and only the loader on `loading`.
        parser.one_of("theme", &["auto", "light", "dark"]);
        parser.one_of("loading", &["lazy", "eager"]);
        let inherited = || Language::from_tag(raw.inherited_lang.as_deref()?);
        let appearance = Appearance {
            language: own.or_else(inherited).unwrap_or_default(),
            view: parser.value("view", VIEWS, View::from_name).unwrap_or_default(),
            shows_picker: parser.one_of("picker", &["shown", "hidden"]) != Some("hidden"),
            // The iframe page sets this attribute: see static/embed.js.
            offers_addresses: raw.get("data-no-addresses").is_none(),
            heading_level: parser.value("heading-level", LEVELS, heading_level).unwrap_or(2),
            // The full page sets this attribute: its other attributes come from a link, and its visitors see no
            // console.
            link_is_faulty: raw.get("data-link").is_some_and(|link| !link.is_empty() || !parser.problems.is_empty()),
            can_share: raw.can_share,
        };
        (Self { question, frozen_at, appearance }, parser.problems)
    }
}

const AT: &str = "an RFC 3339 instant, as 2026-04-03T15:00+02:00";
const REPORTED: &str = "an RFC 3339 instant, or Danish local time, as 2026-04-03T15:00";
const LANGUAGES: &str = "da | en";
const VIEWS: &str = "full | compact | demo";
const LEVELS: &str = "2 | 3 | 4 | 5";

struct AttributeParser<'a> {
    raw: &'a RawAttributes,
    problems: Vec<AttributeProblem>,
}

impl AttributeParser<'_> {
    /// The parsed value of an attribute that is present and not empty.
    fn value<T>(&mut self, name: &str, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.raw.get(name).filter(|text| !text.is_empty())?;
        parse(text).or_else(|| {
            self.problems.push(attribute_problem(name, text, expected));
            None
        })
    }

    /// The one of these words that the attribute is.
    fn one_of<'w>(&mut self, name: &str, words: &[&'w str]) -> Option<&'w str> {
        self.value(name, &words.join(" | "), |text| words.iter().copied().find(|word| *word == text))
    }
}

fn heading_level(text: &str) -> Option<u8> {
    text.parse().ok().filter(|level| (2..=5).contains(level))
}

fn report(text: &str) -> Option<Report> {
    text.parse().ok().map(|time: TimestampOrLocal| Report::At(time.to_timestamp()))
}

#[cfg(test)]
mod tests;
