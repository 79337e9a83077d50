//! Messages about alternative interpretations of the service sheet.

use super::message::{Label, Message, label, message};
use super::{Language, text, typeset};
use crate::Text;
use crate::answers::AlternativeAnswer;

/// The question, the interpretation in force, the alternative, and the answer under the alternative.
const OTHER_READING: Message<4> = message(
    "{0}: Vi læser aftalen som »{1}«. Med »{2}« bliver svaret: {3}.",
    "{0}: we read the agreement as “{1}”. With “{2}” the answer is: {3}.",
);

/// An alternative interpretation with the answer that follows from it; `answer` is that answer as a message.
pub fn alternative_answer<A>(language: Language, other: &AlternativeAnswer<A>, answer: &str) -> String {
    compare(language, [&other.interpretation.about, &other.interpretation.value.text, &other.value.text], answer)
}

// A function of its own, because the one above is compiled for each type of answer.
fn compare(language: Language, texts: [&Text; 3], answer: &str) -> String {
    let [about, in_force, other] = texts.map(|data| text(language, data));
    OTHER_READING.format(language, [&about, &in_force, &other, answer])
}

const SECTION: Label = label("Aftalens afsnit", "The agreement's section");

/// The section of the sheet that an interpretation is about: an introduction and the section's name. The name is quoted
/// in Danish whatever the language, because the sheet is Danish.
pub fn section(language: Language, section: &str) -> (&'static str, String) {
    (SECTION.get(language), typeset(&format!("»{section}«")))
}
