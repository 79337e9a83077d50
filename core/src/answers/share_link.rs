//! Query string of a link that reproduces the shown answers.

use super::{Question, Report};
use crate::time::{Timestamp, copenhagen};

/// The parameters of a link to the full page, named after the element's attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareLink {
    /// `agreement`: the id of the selected agreement.
    pub agreement: Option<String>,
    pub compare: bool,
    pub reported: Option<Timestamp>,
    /// `at`: the simulated current time.
    pub at: Option<Timestamp>,
    /// `lang`, where it differs from the page's language.
    pub lang: Option<&'static str>,
    /// `view`, where it is not the default.
    pub view: Option<&'static str>,
}

impl ShareLink {
    /// The link to the question at the minute `now`, with the simulated time `at`, if any. Without one,
    /// [`Report::Now`] becomes the fixed instant `now`, so that the link shows the same deadlines when opened later.
    pub fn new(question: &Question, now: Timestamp, at: Option<Timestamp>) -> Self {
        let reported = match question.report {
            Report::At(instant) => Some(instant),
            Report::Now if at.is_none() => Some(now),
            Report::Now => None,
        };
        let Question { agreement, compare, .. } = question.clone();
        Self { agreement, compare, reported, at, lang: None, view: None }
    }

    /// The query string, such as `?agreement=pro&reported=2026-04-03T15:00%2B02:00`.
    pub fn query(&self) -> String {
        let mut query = String::new();
        let mut add = |name: &str, value: Option<&str>| {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            if let Some(value) = value {
                query.push('=');
                percent_encode(value, &mut query);
            }
        };
        if let Some(id) = &self.agreement {
            add("agreement", Some(id));
        }
        if self.compare {
            add("compare", None);
        }
        for (name, instant) in [("reported", self.reported), ("at", self.at)] {
            if let Some(instant) = instant {
                add(name, Some(&to_minute(instant)));
            }
        }
        for (name, value) in [("lang", self.lang), ("view", self.view)] {
            if value.is_some() {
                add(name, value);
            }
        }
        query
    }
}

/// The length of date, hour and minute in RFC 3339, and the start of the offset.
const MINUTE: usize = 16;
const OFFSET: usize = 19;

/// The instant in RFC 3339; the seconds are omitted where they are zero.
fn to_minute(instant: Timestamp) -> String {
    let text = copenhagen::rfc3339(instant);
    match text.get(..MINUTE).zip(text.get(OFFSET..)) {
        Some((minute, offset)) if instant == instant.start_of_minute() => [minute, offset].concat(),
        _ => text,
    }
}

/// Appends the value, percent-encoded except for letters, digits and `-._~:`.
fn percent_encode(value: &str, query: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            query.push(byte.into());
        } else {
            query.push('%');
            for digit in [byte >> 4, byte & 15] {
                query.extend(DIGITS.get(usize::from(digit)).map(|digit| char::from(*digit)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_query_has_only_values_that_differ_from_the_default() {
        fn check(link: &ShareLink, expected: &str) {
            assert_eq!(link.query(), expected);
        }
        let good_friday = Some(at("2026-04-03T15:00+02:00"));
        check(&ShareLink::default(), "");
        check(&ShareLink { agreement: Some("pro".into()), ..ShareLink::default() }, "?agreement=pro");
        check(&ShareLink { at: good_friday, ..ShareLink::default() }, "?at=2026-04-03T15:00%2B02:00");
        check(
            &ShareLink { reported: Some(at("2026-01-03T00:00:07Z")), ..ShareLink::default() },
            "?reported=2026-01-03T01:00:07%2B01:00",
        );
        let (lang, view) = (Some("en"), Some("demo"));
        check(
            &ShareLink { compare: true, at: good_friday, lang, view, ..ShareLink::default() },
            "?compare&at=2026-04-03T15:00%2B02:00&lang=en&view=demo",
        );
        check(
            &ShareLink { agreement: Some("a&b=c æ%".into()), ..ShareLink::default() },
            "?agreement=a%26b%3Dc%20%C3%A6%25",
        );
    }

    #[test]
    fn a_report_now_becomes_the_current_minute_unless_the_time_is_simulated() {
        fn check(report: Report, simulated: bool, expected: Option<&str>) {
            let now = at("2026-04-03T15:00+02:00");
            let question = Question { report, ..Question::default() };
            let link = ShareLink::new(&question, now, simulated.then_some(now));
            assert_eq!((link.reported, link.at.is_some()), (expected.map(at), simulated));
        }
        check(Report::Now, false, Some("2026-04-03T15:00+02:00"));
        check(Report::Now, true, None);
        let morning = "2026-04-03T09:12+02:00";
        check(Report::At(at(morning)), false, Some(morning));
        check(Report::At(at(morning)), true, Some(morning));
    }
}
