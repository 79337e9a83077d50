//! Which link asks for exactly what is shown?

use super::{Question, Report};
use crate::time::{Timestamp, copenhagen};

/// What a link to the full page says, each part by the name of the element's attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareLink {
    /// `agreement`: the id of the chosen one.
    pub agreement: Option<String>,
    /// `compare`.
    pub compare: bool,
    /// `reported`.
    pub reported: Option<Timestamp>,
    /// `at`: the time that is shown instead of the real one.
    pub at: Option<Timestamp>,
    /// `lang`, where it is not the page's own.
    pub lang: Option<&'static str>,
    /// `view`, where it is not the usual one.
    pub view: Option<&'static str>,
}

impl ShareLink {
    /// What asks the same question at the minute `now`, which is the shown time `at` if that is not the real one. A
    /// report "now" is made at that minute: whoever opens the link later asks about the same deadlines.
    pub fn new(question: &Question, now: Timestamp, at: Option<Timestamp>) -> Self {
        let reported = match question.report {
            Report::At(instant) => Some(instant),
            Report::Now if at.is_none() => Some(now),
            Report::Now => None,
        };
        let Question { agreement, compare, .. } = question.clone();
        Self { agreement, compare, reported, at, lang: None, view: None }
    }

    /// Its query, as `?agreement=pro&reported=2026-04-03T15:00%2B02:00`.
    pub fn query(&self) -> String {
        let mut query = String::new();
        let mut add = |name: &str, value: Option<&str>| {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            if let Some(value) = value {
                query.push('=');
                escape(value, &mut query);
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
                add(name, Some(&brief(instant)));
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

/// How long date, hour and minute are in RFC 3339, and where the offset begins.
const MINUTE: usize = 16;
const OFFSET: usize = 19;

/// The instant in RFC 3339, without seconds where there are none.
fn brief(instant: Timestamp) -> String {
    let written = copenhagen::rfc3339(instant);
    match written.get(..MINUTE).zip(written.get(OFFSET..)) {
        Some((minute, offset)) if instant == instant.start_of_minute() => [minute, offset].concat(),
        _ => written,
    }
}

/// Every byte but those that mean only themselves in a query.
fn escape(value: &str, query: &mut String) {
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
    fn a_query_says_what_is_not_as_usual() {
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
    fn a_report_now_is_one_at_that_minute_unless_the_shown_time_says_so() {
        fn check(report: Report, frozen: bool, expected: Option<&str>) {
            let now = at("2026-04-03T15:00+02:00");
            let question = Question { report, ..Question::default() };
            let link = ShareLink::new(&question, now, frozen.then_some(now));
            assert_eq!((link.reported, link.at.is_some()), (expected.map(at), frozen));
        }
        check(Report::Now, false, Some("2026-04-03T15:00+02:00"));
        check(Report::Now, true, None);
        let morning = "2026-04-03T09:12+02:00";
        check(Report::At(at(morning)), false, Some(morning));
        check(Report::At(at(morning)), true, Some(morning));
    }
}
