//! What do the element's attributes ask for?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Question, Report};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::{Timestamp, TimestampOrLocal};

use crate::app::{Appearance, Attributes, View};

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
    let mut reading = AttributeParser { attribute: &attribute, unusable: Vec::new() };
    let agreements: Vec<&str> = catalogue.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
    let question = Question {
        agreement: reading.one_of("agreement", &agreements).map(str::to_owned),
        compare: attribute("compare").is_some(),
        report: reading.value("reported", REPORTED, report).unwrap_or_default(),
    };
    let frozen_at = reading.value("at", AT, |text| text.parse::<Timestamp>().ok());
    let own = reading.value("lang", LANGUAGES, Language::from_tag);
    // The stylesheet alone goes by the theme, and the loader by this.
    reading.one_of("theme", &["auto", "light", "dark"]);
    reading.one_of("loading", &["lazy", "eager"]);
    let appearance = Appearance {
        language: own.or_else(|| Language::from_tag(&around?)).unwrap_or_default(),
        view: reading.value("view", VIEWS, View::from_name).unwrap_or_default(),
        shows_picker: reading.one_of("picker", &["shown", "hidden"]) != Some("hidden"),
        heading_level: reading.value("heading-level", LEVELS, heading_level).unwrap_or(2),
        // The full page's own attribute: there the others come from a link, and whoever follows it sees no console.
        link_is_faulty: attribute("data-link").is_some_and(|link| !link.is_empty() || !reading.unusable.is_empty()),
        can_share: false,
    };
    (Attributes { question, frozen_at, appearance }, reading.unusable)
}

const AT: &str = "an RFC 3339 instant, as 2026-04-03T15:00+02:00";
const REPORTED: &str = "an RFC 3339 instant, or Danish local time, as 2026-04-03T15:00";
const LANGUAGES: &str = "da | en";
const VIEWS: &str = "full | compact | demo";
const LEVELS: &str = "2 | 3 | 4 | 5";

struct AttributeParser<'a> {
    attribute: &'a dyn Fn(&str) -> Option<String>,
    unusable: Vec<Unusable>,
}

impl AttributeParser<'_> {
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
    text.parse().ok().map(TimestampOrLocal::to_timestamp).map(Report::At)
}

#[cfg(test)]
mod tests {
    use serviceaftale_core::answers::ShareLink;
    use serviceaftale_core::data::Value;

    use super::*;

    fn read_all(pairs: &[(&str, &str)]) -> (Attributes, Vec<Unusable>) {
        read_within(None, pairs)
    }

    fn read_within(around: Option<&str>, pairs: &[(&str, &str)]) -> (Attributes, Vec<Unusable>) {
        let find = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        read(find, around.map(str::to_owned), &catalogue())
    }

    fn catalogue() -> Catalogue {
        let tree = Value::from_json(include_str!("../../static/agreements.json")).unwrap();
        Catalogue::from_value(&tree).unwrap()
    }

    #[test]
    fn danish_local_time_and_instants_are_the_same_report() {
        let expected = Report::At("2026-04-03T13:00:00Z".parse().unwrap());
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
        check(&[("view", "demo")], Appearance { view: View::Demo, ..usual }, 0);
        check(&[("view", "full"), ("picker", "shown"), ("theme", "dark"), ("heading-level", "")], usual, 0);
        check(&[("picker", "hidden")], Appearance { shows_picker: false, ..usual }, 0);
        check(&[("heading-level", "4")], Appearance { heading_level: 4, ..usual }, 0);
        check(&[("view", "tiny"), ("picker", "yes"), ("theme", "pink"), ("heading-level", "1")], usual, 4);
        check(&[("loading", "never"), ("heading-level", "6")], usual, 2);
    }

    #[test]
    fn a_link_is_faulty_when_something_in_it_cannot_be_used_and_an_element_s_own_attributes_never_are() {
        fn check(pairs: &[(&str, &str)], expected: bool) {
            assert_eq!(read_all(pairs).0.appearance.link_is_faulty, expected, "{pairs:?}");
        }
        check(&[("data-link", "")], false);
        check(&[("data-link", ""), ("agreement", "pro"), ("at", "2026-04-03T15:00Z"), ("lang", "en")], false);
        check(&[("data-link", ""), ("agreement", "gold")], true);
        check(&[("data-link", ""), ("at", "2026-13-03T15:00Z"), ("agreement", "pro")], true);
        check(&[("data-link", "refused")], true);
        check(&[("agreement", "gold"), ("at", "yesterday")], false);
    }

    /// The names and values of a query, as the full page's script reads them.
    fn pairs(query: &str) -> Vec<(String, String)> {
        let unescaped = |text: &str| {
            let mut parts = text.split('%');
            let mut bytes = parts.next().unwrap().as_bytes().to_vec();
            for (escaped, plain) in parts.map(|part| part.split_at(2)) {
                bytes.push(u8::from_str_radix(escaped, 16).unwrap());
                bytes.extend(plain.bytes());
            }
            String::from_utf8(bytes).unwrap()
        };
        let pair = |part: &str| {
            part.split_once('=')
                .map_or((part.to_owned(), String::new()), |(name, value)| (name.to_owned(), unescaped(value)))
        };
        query.trim_start_matches('?').split('&').filter(|part| !part.is_empty()).map(pair).collect()
    }

    #[test]
    fn a_link_asks_for_what_is_shown() {
        let [first, end] =
            ["1990-01-01T00:00:00Z", "2099-12-31T00:00:00Z"].map(|text| text.parse::<Timestamp>().unwrap());
        // Multiples of the golden ratio: every second is as likely, in the same order each time.
        let instant = |number: i64| {
            let part = (number * 2_654_435_769) % (1 << 32);
            first.plus_seconds((part * (end.seconds_since(first) >> 16)) >> 16)
        };
        fn nth<T: Clone, const N: usize>(of: [T; N], number: i64) -> T {
            of.iter().cycle().nth(usize::try_from(number).unwrap()).unwrap().clone()
        }
        let catalogue = catalogue();
        for number in 0..4_000 {
            let agreement = nth([None, Some("basis"), Some("pro")], number).map(str::to_owned);
            let report = if number % 5 == 0 { Report::Now } else { Report::At(instant(number)) };
            let question = Question { agreement, compare: number % 4 == 0, report };
            let now = instant(number + 1);
            let frozen_at = (number % 7 > 2).then_some(now);
            let language = nth(Language::ALL, number);
            let view = nth([View::Full, View::Compact, View::Demo], number % 11);
            let link = ShareLink {
                lang: (language != Language::Danish).then(|| language.tag()),
                view: (view != View::Full).then(|| view.name()),
                ..ShareLink::new(&question, now.start_of_minute(), frozen_at)
            };
            let query = link.query();
            let pairs = pairs(&query);
            let find = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
            let (read, unusable) = read(find, None, &catalogue);
            // Whoever opens it later asks about the same minute.
            let report = match report {
                Report::Now if frozen_at.is_none() => Report::At(now.start_of_minute()),
                report => report,
            };
            let appearance = Appearance { language, view, ..Appearance::default() };
            let expected = Attributes { question: Question { report, ..question }, frozen_at, appearance };
            assert_eq!((read, unusable), (expected, vec![]), "{query}");
        }
    }

    #[test]
    fn to_compare_needs_no_value() {
        let (attributes, unusable) = read_all(&[("compare", ""), ("agreement", "pro")]);
        assert!(attributes.question.compare && unusable.is_empty());
        assert_eq!(attributes.question.agreement.as_deref(), Some("pro"));
    }
}
