//! What do the element's attributes ask for?

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answer::Report;
use serviceaftale_core::calendar::{Timestamp, WrittenTime, copenhagen};
use serviceaftale_core::wording::Language;

use crate::ui::Attributes;

/// An attribute whose value cannot be used, in words for the console.
pub type Unusable = String;

/// Reads the attributes; one that cannot be used counts as absent and is named. `around` is the language
/// tag of what the element stands in, which is the host page's own affair and never named.
pub fn read(
    attribute: impl Fn(&str) -> Option<String>,
    around: Option<String>,
    catalogue: &Catalogue,
) -> (Attributes, Vec<Unusable>) {
    let mut unusable = Vec::new();
    let mut refuse = |name: &str, value: &str, expected: &str| {
        unusable.push(format!("attribute {name}: found \"{value}\", expected {expected}"));
    };
    let mut attributes = Attributes::default();
    if let Some(id) = attribute("agreement").filter(|id| !id.is_empty()) {
        if catalogue.agreement(&id).is_some() {
            attributes.agreement = Some(id);
        } else {
            let known: Vec<_> = catalogue.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
            refuse("agreement", &id, &known.join(" | "));
        }
    }
    if let Some(at) = attribute("at").filter(|at| !at.is_empty()) {
        attributes.frozen_at = Timestamp::from_rfc3339(&at);
        if attributes.frozen_at.is_none() {
            refuse("at", &at, "an RFC 3339 instant, as 2026-04-03T15:00+02:00");
        }
    }
    if let Some(reported) = attribute("reported").filter(|reported| !reported.is_empty()) {
        match WrittenTime::read(&reported) {
            Some(WrittenTime::Instant(instant)) => attributes.report = Report::At(instant),
            Some(WrittenTime::Civil(civil)) => attributes.report = Report::At(copenhagen::resolve(civil)),
            None => refuse("reported", &reported, "an RFC 3339 instant, or Danish local time, as 2026-04-03T15:00"),
        }
    }
    let own = attribute("lang").filter(|tag| !tag.is_empty());
    let language = own.as_deref().and_then(Language::of_tag);
    if let Some(tag) = own.filter(|_| language.is_none()) {
        refuse("lang", &tag, &Language::ALL.map(Language::tag).join(" | "));
    }
    attributes.language = language.or_else(|| Language::of_tag(&around?)).unwrap_or_default();
    (attributes, unusable)
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
            assert_eq!((attributes.report, unusable.len()), (expected, 0), "{reported}");
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
        assert_eq!(attributes.agreement.as_deref(), Some("pro"));
    }

    #[test]
    fn the_language_is_the_element_s_own_or_that_around_it_or_danish() {
        fn check(own: &str, around: Option<&str>, expected: Language, named: usize) {
            let (attributes, unusable) = read_within(around, &[("lang", own)]);
            assert_eq!((attributes.language, unusable.len()), (expected, named), "{own} in {around:?}");
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
}
