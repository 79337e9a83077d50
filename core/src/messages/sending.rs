//! How is an answer told to somebody who does not see the page, and what is said of a link that came from there?

use super::{Emphasised, Language, Messages, Sentence, comparison, danish, english, footer};
use crate::agreement::{Catalogue, Contact, ServiceMode};
use crate::answers::{AgreementResponse, Comparison, Page, Responses};
use crate::time::Timestamp;

/// The words for sending an answer, which are no part of [`Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct SendingWords {
    pub(super) language: Language,
    /// What the buttons below it do.
    pub send: &'static str,
    /// The button that copies the answer's text.
    pub copy_text: &'static str,
    /// The button that copies its link.
    pub copy_link: &'static str,
    /// The button that opens the device's share sheet.
    pub share: &'static str,
    /// That the text was copied.
    pub text_copied: &'static str,
    /// That the link was copied.
    pub link_copied: &'static str,
    /// How the fault is put right, what a deadline is, and the deadline.
    pub(super) deadline: Sentence<3>,
    /// The same of a deadline that leans on a reading, and the mark of that.
    pub(super) read_deadline: Sentence<4>,
    /// Above what must not be misunderstood.
    pub(super) remember: &'static str,
    /// Who answers, the number to call and the key to press.
    pub(super) contact: Sentence<3>,
    /// That something in the link could not be used.
    pub(super) faulty_link: Emphasised<0>,
}

/// The words for sending an answer, in that language.
pub const fn sending(language: Language) -> &'static SendingWords {
    match language {
        Language::Danish => &danish::SENDING,
        Language::English => &english::SENDING,
    }
}

/// A time from which every other is so far away that it is told with its year: who reads the text may do so any day.
const LONG_AGO: Timestamp = Timestamp::from_unix_seconds(0);

impl SendingWords {
    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// The page's answers as a text that is right whenever it is read, with a line for each.
    pub fn text(&self, catalogue: &Catalogue, page: &Page) -> String {
        let (say, all, contact) = (self.say(), &page.responses, &page.data.contact);
        let report = say.full_date_time(all.report);
        let made = !all.reported_now && all.report <= all.now;
        let words = if made { say.responses.reported } else { say.responses.to_be_reported };
        let mut lines = vec![words.with([&report]), String::new()];
        for agreement in &all.agreements {
            self.agreement(agreement, all, contact, &mut lines);
            lines.push(String::new());
        }
        if let Some(comparison) = Comparison::compute(catalogue, page) {
            self.differences(&comparison, &mut lines);
            lines.push(String::new());
        }
        lines.push(self.contact.with([&contact.name, &contact.phone_shown, &contact.press]));
        lines.push(footer(say.language).guidance.to_owned());
        // What keeps lines together on the page means nothing to a mail program, or is shown by it.
        lines.join("\n").replace('\u{a0}', " ").replace('\u{2060}', "")
    }

    fn agreement(&self, of: &AgreementResponse, all: &Responses, contact: &Contact, lines: &mut Vec<String>) {
        let say = self.say();
        lines.push(of.name.clone());
        for answer in &of.deadlines {
            let (how, by) = (say.response(answer.mode), say.full_date_time(answer.deadline));
            let started_by = say.labels.started_by;
            lines.push(if answer.alternatives.alternatives.is_empty() {
                self.deadline.with([how, started_by, &by])
            } else {
                self.read_deadline.with([how, started_by, &by, say.labels.reading])
            });
        }
        lines.push(self.remember.to_owned());
        let later = Responses { report: all.report, reported_now: false, now: LONG_AGO, agreements: Vec::new() };
        for note in &of.notes {
            let (strong, rest) = say.note(note, &later, contact);
            lines.push(format!("– {strong} {rest}"));
        }
    }

    fn differences(&self, of: &Comparison, lines: &mut Vec<String>) {
        let words = comparison(self.language);
        for response in [ServiceMode::OnSite, ServiceMode::Remote] {
            if let Some(difference) = of.difference(response) {
                lines.push(format!("{} {}", words.difference_in(response), words.difference(difference, of).concat()));
            }
        }
    }

    /// That something in the link could not be used, in a strong beginning and the rest of it.
    pub fn faulty_link(&self) -> (String, String) {
        self.faulty_link.with([])
    }
}
