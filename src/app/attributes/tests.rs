//! Parsing of attributes: values, fallbacks and problems.

use serviceaftale_core::answers::ShareLink;
use serviceaftale_core::data::Value;

use super::*;

fn parse_all(pairs: &[(&str, &str)]) -> (Attributes, Vec<AttributeProblem>) {
    parse_within(None, pairs)
}

fn parse_within(inherited: Option<&str>, pairs: &[(&str, &str)]) -> (Attributes, Vec<AttributeProblem>) {
    let present = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let raw = RawAttributes { present, inherited_lang: inherited.map(str::to_owned), can_share: false };
    Attributes::parse(&raw, &catalogue())
}

fn catalogue() -> Catalogue {
    let tree = Value::from_json(include_str!("../../../static/agreements.json")).unwrap();
    Catalogue::from_value(&tree).unwrap()
}

#[test]
fn danish_local_time_and_instants_give_the_same_report() {
    let expected = Report::At("2026-04-03T13:00:00Z".parse::<Timestamp>().unwrap());
    for reported in ["2026-04-03T15:00", "2026-04-03T15:00+02:00", "2026-04-03T13:00:00Z", "2026-04-03 15:00"] {
        let (attributes, problems) = parse_all(&[("reported", reported)]);
        assert_eq!((attributes.question.report, problems.len()), (expected, 0), "{reported}");
    }
}

#[test]
fn an_unusable_value_gives_a_problem_and_the_rest_is_kept() {
    let (attributes, problems) =
        parse_all(&[("agreement", "gold"), ("at", "yesterday"), ("reported", "2026-02-30T10:00")]);
    assert_eq!(attributes, Attributes::default());
    assert_eq!(problems.len(), 3);
    assert_eq!(problems[0], "attribute agreement: found \"gold\", expected basis | pro");
    let (attributes, _) = parse_all(&[("agreement", "pro"), ("at", "yesterday")]);
    assert_eq!(attributes.question.agreement.as_deref(), Some("pro"));
}

#[test]
fn the_language_is_the_own_or_the_inherited_one_or_danish() {
    fn check(own: &str, inherited: Option<&str>, expected: Language, reported: usize) {
        let (attributes, problems) = parse_within(inherited, &[("lang", own)]);
        assert_eq!((attributes.appearance.language, problems.len()), (expected, reported), "{own} in {inherited:?}");
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
    let (_, problems) = parse_all(&[("lang", "sv")]);
    assert_eq!(problems, ["attribute lang: found \"sv\", expected da | en"]);
}

#[test]
fn the_appearance_is_parsed_and_unknown_values_are_reported() {
    fn check(pairs: &[(&str, &str)], expected: Appearance, reported: usize) {
        let (attributes, problems) = parse_all(pairs);
        assert_eq!((attributes.appearance, problems.len()), (expected, reported), "{pairs:?}");
    }
    let usual = Appearance::default();
    check(&[("view", "compact")], Appearance { view: View::Compact, ..usual }, 0);
    check(&[("view", "demo")], Appearance { view: View::Demo, ..usual }, 0);
    check(&[("view", "full"), ("picker", "shown"), ("theme", "dark"), ("heading-level", "")], usual, 0);
    check(&[("picker", "hidden")], Appearance { shows_picker: false, ..usual }, 0);
    check(&[("data-no-addresses", "")], Appearance { offers_addresses: false, ..usual }, 0);
    check(&[("heading-level", "4")], Appearance { heading_level: 4, ..usual }, 0);
    check(&[("view", "tiny"), ("picker", "yes"), ("theme", "pink"), ("heading-level", "1")], usual, 4);
    check(&[("loading", "never"), ("heading-level", "6")], usual, 2);
}

#[test]
fn only_a_link_with_an_unusable_value_is_faulty() {
    fn check(pairs: &[(&str, &str)], expected: bool) {
        assert_eq!(parse_all(pairs).0.appearance.link_is_faulty, expected, "{pairs:?}");
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
fn a_share_link_parses_to_what_is_shown() {
    let [first, end] = ["1990-01-01T00:00:00Z", "2099-12-31T00:00:00Z"].map(|text| text.parse::<Timestamp>().unwrap());
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
        let raw = RawAttributes { present: pairs(&query), ..RawAttributes::default() };
        let (parsed, problems) = Attributes::parse(&raw, &catalogue);
        // Whoever opens it later asks about the same minute.
        let report = match report {
            Report::Now if frozen_at.is_none() => Report::At(now.start_of_minute()),
            report => report,
        };
        let appearance = Appearance { language, view, ..Appearance::default() };
        let expected = Attributes { question: Question { report, ..question }, frozen_at, appearance };
        assert_eq!((parsed, problems), (expected, vec![]), "{query}");
    }
}

#[test]
fn compare_needs_no_value() {
    let (attributes, problems) = parse_all(&[("compare", ""), ("agreement", "pro")]);
    assert!(attributes.question.compare && problems.is_empty());
    assert_eq!(attributes.question.agreement.as_deref(), Some("pro"));
}
