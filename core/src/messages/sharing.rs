//! Messages for sending an answer, and the answer as plain text.

use super::message::{EmphasisedMessage, Label, Message, emphasised, label, message};
use super::{Language, comparison, footer, labels, responses, times};
use crate::agreement::{Catalogue, Contact, ServiceMode};
use crate::answers::{AgreementResponse, Comparison, Page, Responses};
use crate::time::Timestamp;

pub const SEND: Label = label("Send svaret", "Send the answer");
pub const COPY_TEXT: Label = label("Kopiér tekst", "Copy text");
pub const COPY_LINK: Label = label("Kopiér link", "Copy link");
/// The button that opens the device's share sheet.
pub const SHARE: Label = label("Del …", "Share …");
pub const TEXT_COPIED: Label = label("Teksten er kopieret", "The text has been copied");
pub const LINK_COPIED: Label = label("Linket er kopieret", "The link has been copied");

const CONTACT: Message<3> = message("{0}: {1}, tast {2}.", "{0}: {1}, press {2}.");

/// The page's answers as plain text, a line each. Every time has its date and year, because the text may be read on any
/// day.
pub fn text(language: Language, catalogue: &Catalogue, page: &Page) -> String {
    let (all, contact) = (&page.responses, &page.data.contact);
    let report = times::full_date_time(language, all.report);
    let made = !all.reported_now && all.report <= all.now;
    let message = if made { responses::REPORTED } else { responses::TO_BE_REPORTED };
    let mut lines = vec![message.format(language, [&report]), String::new()];
    for agreement in &all.agreements {
        add_agreement(language, agreement, all, contact, &mut lines);
        lines.push(String::new());
    }
    if let Some(comparison) = Comparison::compute(catalogue, page) {
        add_differences(language, &comparison, &mut lines);
        lines.push(String::new());
    }
    lines.push(CONTACT.format(language, [&contact.name, &contact.phone_shown, &contact.press]));
    lines.push(footer::GUIDANCE.get(language).to_owned());
    // Mail programs ignore or even show the characters that keep lines together on the page.
    lines.join("\n").replace('\u{a0}', " ").replace('\u{2060}', "")
}

/// The kind of response, [`labels::STARTED_BY`] and the deadline.
const DEADLINE: Message<3> = message("{0}: {1} {2}.", "{0}: {1} {2}.");
/// The same, and [`labels::INTERPRETATION`].
const READ_DEADLINE: Message<4> = message("{0}: {1} {2} ({3}).", "{0}: {1} {2} ({3}).");
const REMEMBER: Label = label("Husk:", "Remember:");

/// A time so far from every other that these are written with their year.
const LONG_AGO: Timestamp = Timestamp::from_unix_seconds(0);

fn add_agreement(
    language: Language,
    agreement: &AgreementResponse,
    all: &Responses,
    contact: &Contact,
    lines: &mut Vec<String>,
) {
    lines.push(agreement.name.clone());
    for answer in &agreement.deadlines {
        let how = responses::response(language, answer.mode);
        let by = times::full_date_time(language, answer.deadline);
        let started_by = labels::STARTED_BY.get(language);
        lines.push(if answer.interpreted.alternatives.is_empty() {
            DEADLINE.format(language, [how, started_by, &by])
        } else {
            READ_DEADLINE.format(language, [how, started_by, &by, labels::INTERPRETATION.get(language)])
        });
    }
    lines.push(REMEMBER.get(language).to_owned());
    let later = Responses { report: all.report, reported_now: false, now: LONG_AGO, agreements: Vec::new() };
    for note in &agreement.notes {
        let (strong, rest) = responses::note(language, note, &later, contact);
        lines.push(format!("– {strong} {rest}"));
    }
}

fn add_differences(language: Language, comparison: &Comparison, lines: &mut Vec<String>) {
    for response in [ServiceMode::OnSite, ServiceMode::Remote] {
        if let Some(difference) = comparison.difference(response) {
            let sooner = comparison::difference(language, difference, comparison).concat();
            lines.push(format!("{} {sooner}", comparison::difference_in(language, response)));
        }
    }
}

const FAULTY_LINK: EmphasisedMessage<0> = emphasised(
    [
        "Noget i linket kunne ikke bruges.",
        "Her vises det sædvanlige i stedet, så se efter, om aftale og tidspunkt er dem, du vil vide noget om.",
    ],
    [
        "Something in the link could not be used.",
        "What is usual is shown instead, so check that agreement and time are those you want to know about.",
    ],
);

/// A warning that some value of the link is invalid: its emphasised beginning and the rest.
pub fn faulty_link(language: Language) -> (String, String) {
    FAULTY_LINK.format(language, [])
}
