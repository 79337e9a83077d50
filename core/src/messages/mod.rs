//! In which words does a person read an answer?
//!
//! Every sentence, date, time and duration that is shown is made here, and nowhere else. A topic has a
//! file that says how its answers are told, once for all languages, as methods of [`Messages`], and names
//! the words it needs as the fields of a struct; `danish` and `english` each fill that struct, so that a
//! sentence which lacks a language does not compile. A new topic is thus three files: `topic.rs`,
//! `danish/topic.rs` and `english/topic.rs`, and a field of [`Messages`]; or, for what is fetched after the
//! first answer, a function of the language, as [`footer()`] is.

#![allow(missing_docs, reason = "a constant is documented by its two texts")]

pub mod account;
pub mod addresses;
pub mod announcements;
pub mod calendars;
pub mod call_out;
mod channels;
pub mod comparison;
mod danish;
mod demonstration;
mod english;
mod footer;
mod hours;
mod interpretations;
mod labels;
pub mod maintenance;
mod message;
mod responses;
mod sending;
mod sentence;
pub mod timeline;
pub mod timeline_table;
mod times;
mod typography;
pub mod what_if;

pub use demonstration::{DemonstrationWords, demonstration};
pub use footer::{FooterWords, footer};
pub use labels::{Labels, PanelLabels, panel_labels};
pub use sending::{SendingWords, sending};
pub use typography::set;

use crate::Text;
use channels::ChannelWords;
use hours::HoursWords;
use interpretations::ReadingWords;
use responses::ResponseWords;
use sentence::{Emphasised, Sentence};
use times::TimeWords;

/// A language that the page can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// The language of the agreement itself.
    #[default]
    Danish,
    /// British English.
    English,
}

impl Language {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// The language of a tag, by its primary subtag; none for a language without words here.
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

    /// Its tag, as a `lang` attribute has it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// Its words.
    pub const fn messages(self) -> &'static Messages {
        match self {
            Self::Danish => &danish::WORDING,
            Self::English => &english::WORDING,
        }
    }
}

/// All words of one language, and with them every answer in that language.
#[cfg_attr(test, derive(Debug))]
pub struct Messages {
    /// The language.
    pub language: Language,
    /// The words that are always the same.
    pub labels: Labels,
    times: TimeWords,
    channels: ChannelWords,
    hours: HoursWords,
    responses: ResponseWords,
    readings: ReadingWords,
}

impl Messages {
    /// The data's text in this language.
    pub fn text(&self, text: &Text) -> String {
        set(match self.language {
            Language::Danish => &text.da,
            Language::English => &text.en,
        })
    }

    /// Joins with commas and "and".
    fn list(&self, words: &[String]) -> String {
        joined(words, self.times.and)
    }
}

/// Joins with commas, and with `and` before the last.
fn joined(words: &[String], and: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The same words with a capital first letter, which is an ASCII one in every word that begins a sentence
/// here: the tables of all capital letters would be a tenth of the download.
fn capitalised(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Language, demonstration, footer, joined, panel_labels, sending};

    /// Every word and sentence of a language, each on the line where the other language has the same.
    fn everything(language: Language) -> Vec<String> {
        let say = language.messages();
        let more = (demonstration(language), footer(language), panel_labels(language), sending(language));
        let topics = (say, more);
        format!("{topics:#?}").lines().map(|line| line.trim().to_owned()).collect()
    }

    #[test]
    fn every_word_and_sentence_is_there_in_each_language() {
        let (danish, english) = (everything(Language::Danish), everything(Language::English));
        assert_eq!(danish.len(), english.len());
        let mut words = 0;
        for (danish, english) in danish.iter().zip(&english).filter(|(danish, _)| danish.contains('"')) {
            let both = format!("{danish} {english}");
            assert!(!both.contains("\"\""), "empty: {both}");
            assert!(!english.contains(['æ', 'ø', 'å', '»', '«']), "Danish among English: {english}");
            // What only puts other words in order has none of its own.
            let has_words = danish.split('"').nth(1).is_some_and(|text| text.contains(char::is_alphabetic));
            assert!(danish != english || !has_words, "the same in both languages: {danish}");
            words += usize::from(has_words);
        }
        assert!(words > 100, "only {words} words found");
    }

    #[test]
    fn a_tag_counts_by_its_primary_subtag() {
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
    fn joins_with_commas_and_a_last_word() {
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
