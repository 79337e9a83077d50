//! What do the element's attributes ask for?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answer::{Question, Report};
use serviceaftale_core::calendar::{Timestamp, WrittenTime, copenhagen};
use serviceaftale_core::wording::Language;

use crate::ui::{Appearance, Attributes, View};

/// An attribute whose value cannot be used, in words for the console.
pub type Unusable = String;

/// Reads the attributes; one that cannot be used counts as absent and is named. `around` is the language
/// tag of what the element stands in, which is the host page's own affair and never named.
pub fn read(
    attribute: impl Fn(&str) -> Option<String>,
    around: Option<String>,
    catalogue: &Catalogue,
) -> (Attributes, Vec<Unusable>) {
    #[cfg(feature = "panic-switch")]
    #[allow(clippy::panic, reason = "what a panic leaves of a page can only be asked of one")]
    if attribute("at").as_deref() == Some("panic") {
        panic!("asked for by at=\"panic\"");
    }
    let mut reading = Reading { attribute: &attribute, unusable: Vec::new() };
    let agreements: Vec<&str> = catalogue.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
    let question = Question {
        agreement: reading.one_of("agreement", &agreements).map(str::to_owned),
        compare: attribute("compare").is_some(),
        report: reading.value("reported", REPORTED, report).unwrap_or_default(),
    };
    let frozen_at = reading.value("at", AT, Timestamp::from_rfc3339);
    let own = reading.value("lang", LANGUAGES, Language::of_tag);
    // The stylesheet alone goes by the theme, and the loader by this.
    reading.one_of("theme", &["auto", "light", "dark"]);
    reading.one_of("loading", &["lazy", "eager"]);
    let appearance = Appearance {
        language: own.or_else(|| Language::of_tag(&around?)).unwrap_or_default(),
        view: match reading.one_of("view", &["full", "compact"]) {
            Some("compact") => View::Compact,
            _ => View::Full,
        },
        shows_picker: reading.one_of("picker", &["shown", "hidden"]) != Some("hidden"),
        heading_level: reading.value("heading-level", LEVELS, heading_level).unwrap_or(2),
    };
    (Attributes { question, frozen_at, appearance }, reading.unusable)
}

const AT: &str = "an RFC 3339 instant, as 2026-04-03T15:00+02:00";
const REPORTED: &str = "an RFC 3339 instant, or Danish local time, as 2026-04-03T15:00";
const LANGUAGES: &str = "da | en";
const LEVELS: &str = "2 | 3 | 4 | 5";

struct Reading<'a> {
    attribute: &'a dyn Fn(&str) -> Option<String>,
    unusable: Vec<Unusable>,
}

impl Reading<'_> {
    /// What `read` makes of an attribute that is there and not empty.
    fn value<T>(&mut self, name: &str, expected: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = (self.attribute)(name).filter(|text| !text.is_empty())?;
        read(&text).or_else(|| {
            self.refuse(name, &text, expected);
            None
        })
    }

    fn refuse(&mut self, name: &str, text: &str, expected: &str) {
        self.unusable.push(["attribute ", name, ": found \"", text, "\", expected ", expected].concat());
    }

    /// The one of these words that an attribute is.
    fn one_of<'w>(&mut self, name: &str, words: &[&'w str]) -> Option<&'w str> {
        self.value(name, &words.join(" | "), |text| words.iter().copied().find(|word| *word == text))
    }
}

fn heading_level(text: &str) -> Option<u8> {
    text.parse().ok().filter(|level| (2..=5).contains(level))
}

fn report(text: &str) -> Option<Report> {
    Some(Report::At(match WrittenTime::read(text)? {
        WrittenTime::Instant(instant) => instant,
        WrittenTime::Civil(civil) => copenhagen::resolve(civil),
    }))
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::data::Value;

    use super::*;

    fn read_all(pairs: &[(&str, &str)]) -> (Attributes, Vec<Unusable>) {
        read_within(None, pairs)
    }

    fn read_within(around: Option<&str>, pairs: &[(&str, &str)]) -> (Attributes, Vec<Unusable>) {
        let tree = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
        let catalogue = Catalogue::read(&tree).unwrap();
        let find = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        read(find, around.map(str::to_owned), &catalogue)
    }

    #[test]
    fn danish_local_time_and_instants_are_the_same_report() {
        let expected = Report::At(Timestamp::from_rfc3339("2026-04-03T13:00:00Z").unwrap());
        for reported in ["2026-04-03T15:00", "2026-04-03T15:00+02:00", "2026-04-03T13:00:00Z", "2026-04-03 15:00"] {
            let (attributes, unusable) = read_all(&[("reported", reported)]);
            assert_eq!((attributes.question.report, unusable.len()), (expected, 0), "{reported}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_is_kept() {
        let (attributes, unusable) =
            read_all(&[("agreement", "gold"), ("at", "yesterday"), ("reported", "2026-02-30T10:00")]);
        assert_eq!(attributes, Attributes::default());
        assert_eq!(unusable.len(), 3);
        assert_eq!(unusable[0], "attribute agreement: found \"gold\", expected basis | pro");
        let (attributes, _) = read_all(&[("agreement", "pro"), ("at", "yesterday")]);
        assert_eq!(attributes.question.agreement.as_deref(), Some("pro"));
    }

    #[test]
    fn the_language_is_the_element_s_own_or_that_around_it_or_danish() {
        fn check(own: &str, around: Option<&str>, expected: Language, named: usize) {
            let (attributes, unusable) = read_within(around, &[("lang", own)]);
            assert_eq!((attributes.appearance.language, unusable.len()), (expected, named), "{own} in {around:?}");
        }
        check("en", None, Language::English, 0);
        check("EN-gb", Some("da"), Language::English, 0);
        check("da", Some("en"), Language::Danish, 0);
        check("", Some("en-US"), Language::English, 0);
        check("", Some("de"), Language::Danish, 0);
        check("", Some(""), Language::Danish, 0);
        check("", None, Language::Danish, 0);
        check("de", Some("en"), Language::English, 1);
        check("english", None, Language::Danish, 1);
        let (_, unusable) = read_all(&[("lang", "sv")]);
        assert_eq!(unusable, ["attribute lang: found \"sv\", expected da | en"]);
    }

    #[test]
    fn the_appearance_is_read_and_what_is_unknown_is_named() {
        fn check(pairs: &[(&str, &str)], expected: Appearance, named: usize) {
            let (attributes, unusable) = read_all(pairs);
            assert_eq!((attributes.appearance, unusable.len()), (expected, named), "{pairs:?}");
        }
        let usual = Appearance::default();
        check(&[("view", "compact")], Appearance { view: View::Compact, ..usual }, 0);
        check(&[("view", "full"), ("picker", "shown"), ("theme", "dark"), ("heading-level", "")], usual, 0);
        check(&[("picker", "hidden")], Appearance { shows_picker: false, ..usual }, 0);
        check(&[("heading-level", "4")], Appearance { heading_level: 4, ..usual }, 0);
        check(&[("view", "tiny"), ("picker", "yes"), ("theme", "pink"), ("heading-level", "1")], usual, 4);
        check(&[("loading", "never"), ("heading-level", "6")], usual, 2);
    }

    #[test]
    fn to_compare_needs_no_value() {
        let (attributes, unusable) = read_all(&[("compare", ""), ("agreement", "pro")]);
        assert!(attributes.question.compare && unusable.is_empty());
        assert_eq!(attributes.question.agreement.as_deref(), Some("pro"));
    }
}
