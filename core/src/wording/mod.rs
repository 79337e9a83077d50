//! In which words does a person read an answer?
//!
//! Every sentence, date, time and duration that is shown is made here, and nowhere else. A topic has a
//! file that says how its answers are told, once for all languages, as methods of [`Wording`], and names
//! the words it needs as the fields of a struct; `danish` and `english` each fill that struct, so that a
//! sentence which lacks a language does not compile. A new topic is thus three files: `topic.rs`,
//! `danish/topic.rs` and `english/topic.rs`, and a field of [`Wording`].

mod channels;
mod danish;
mod english;
mod footer;
mod hours;
mod labels;
mod maintenance;
mod responses;
mod sentence;
mod times;
mod typography;

pub use labels::Labels;
pub use typography::set;

use crate::Text;
use channels::ChannelWords;
use footer::FooterWords;
use hours::HoursWords;
use maintenance::MaintenanceWords;
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
    /// use serviceaftale_core::wording::Language;
    /// assert_eq!(Language::of_tag("en-GB"), Some(Language::English));
    /// assert_eq!(Language::of_tag("dan"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
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
    pub const fn wording(self) -> &'static Wording {
        match self {
            Self::Danish => &danish::WORDING,
            Self::English => &english::WORDING,
        }
    }
}

/// All words of one language, and with them every answer in that language.
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The words that are always the same.
    pub labels: Labels,
    times: TimeWords,
    channels: ChannelWords,
    hours: HoursWords,
    responses: ResponseWords,
    maintenance: MaintenanceWords,
    footer: FooterWords,
}

impl Wording {
    /// The data's text in this language.
    pub fn text(&self, text: &Text) -> String {
        set(match self.language {
            Language::Danish => &text.da,
            Language::English => &text.en,
        })
    }

    /// Joins with commas and "and".
    fn list(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.times.and),
        }
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
