//! Messages in Danish and English: every sentence, date, time and duration that is shown.
//!
//! Each topic is a module: constants with both languages side by side, and functions that take the language as their
//! first argument. No other module contains text for users.

#![allow(missing_docs, reason = "a constant is documented by its two texts")]

pub mod account;
pub mod addresses;
pub mod announcements;
pub mod calendars;
pub mod call_out;
pub mod channels;
pub mod check_page;
pub mod comparison;
pub mod data_files;
pub mod demonstration;
pub mod footer;
pub mod hours;
pub mod interpretations;
pub mod labels;
pub mod maintenance;
mod message;
pub mod problems;
pub mod report_time;
pub mod responses;
pub mod sharing;
pub mod timeline;
pub mod timeline_table;
pub mod times;
mod typography;

pub use message::{CountedMessage, EmphasisedMessage, Label, Message};
pub use typography::typeset;

use crate::Text;
use message::label;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// The language of the agreement.
    #[default]
    Danish,
    /// British English.
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// The language of a BCP 47 tag, by its primary subtag; `None` for an unsupported language.
    ///
    /// ```
    /// use serviceaftale_core::messages::Language;
    /// assert_eq!(Language::from_tag("en-GB"), Some(Language::English));
    /// assert_eq!(Language::from_tag("dan"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The language tag, as in a `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }
}

/// A text of the data in that language, typeset.
pub fn text(language: Language, text: &Text) -> String {
    typeset(match language {
        Language::Danish => &text.da,
        Language::English => &text.en,
    })
}

const AND: Label = label("og", "and");

/// `mandag, onsdag og fredag`.
fn list(language: Language, items: &[String]) -> String {
    joined(items, AND.get(language))
}

/// Joins with commas, and with `conjunction` before the last item.
fn joined(items: &[String], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

/// The text with its first letter in upper case. Only for ASCII letters: no sentence here begins with another, and the
/// Unicode case tables would be a tenth of the download.
fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_tag_compares_the_primary_subtag() {
        fn check(tag: &str, expected: Option<Language>) {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
        check("da", Some(Language::Danish));
        check("da-DK", Some(Language::Danish));
        check("EN-us", Some(Language::English));
        check("en-Latn-GB", Some(Language::English));
        check("dansk", None);
        check("de-DK", None);
        check("en_GB", None);
        check("", None);
    }

    #[test]
    fn lists_have_commas_and_a_conjunction() {
        fn check(words: &[&str], expected: &str) {
            let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(joined(&words, "og"), expected);
        }
        check(&[], "");
        check(&["a"], "a");
        check(&["a", "b"], "a og b");
        check(&["a", "b", "c"], "a, b og c");
    }
}
