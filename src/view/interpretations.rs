//! Which readings would have changed an answer?

use serviceaftale_core::agreement::Interpretation;
use serviceaftale_core::answers::{Phone, WithAlternatives};
use serviceaftale_core::messages::Language;
use serviceaftale_core::time::Timestamp;

use crate::view::Draw;

/// The mark of an answer that leans on readings, which opens to say which; nothing for one that does not.
/// `answer` puts another answer into words.
pub fn readings<A>(draw: &mut Draw, asked: &WithAlternatives<A>, answer: impl Fn(&A) -> String) {
    if asked.others.is_empty() {
        draw.nothing();
        return;
    }
    mark(draw, &asked.others.iter().map(|other| other.reading.as_ref()).collect::<Vec<_>>());
    draw.open("ul", "");
    for other in &asked.others {
        let words = draw.say.other_reading(other, &answer(&other.answer));
        item(draw, words, &other.reading.section);
    }
    draw.close();
    draw.close();
}

/// The mark of a moment.
pub fn moment_readings(draw: &mut Draw, asked: &WithAlternatives<Timestamp>, now: Timestamp) {
    let say = draw.say;
    readings(draw, asked, |other| say.moment(*other, now));
}

/// The mark of a phone's state.
pub fn phone_readings(draw: &mut Draw, asked: &WithAlternatives<Phone>, now: Timestamp) {
    let say = draw.say;
    readings(draw, asked, |other| say.whole_state(*other, now));
}

/// Begins the mark. The page has many of them, so that a name says what is decided.
fn mark(draw: &mut Draw, readings: &[&Interpretation]) {
    let says = draw.say.labels.reading;
    let mut name = says.to_owned();
    // Each other value of a reading comes with it, one after another.
    for same in readings.chunk_by(|one, next| one.id == next.id) {
        if let [reading, ..] = same {
            name.push_str(if name == says { ": " } else { "; " });
            name.push_str(&draw.say.text(&reading.about));
        }
    }
    draw.open("details", "reading");
    draw.open("summary", "");
    draw.attribute("aria-label", name);
    draw.label(says);
    draw.close();
}

/// Apart from the above, which is compiled once for each kind of answer.
fn item(draw: &mut Draw, words: String, of_sheet: &str) {
    draw.open("li", "");
    draw.text(words);
    section(draw, of_sheet);
    draw.close();
}

/// A section of the sheet, by its name.
pub fn section(draw: &mut Draw, section: &str) {
    let (before, name) = draw.say.section(section);
    draw.open("span", "section");
    draw.label(before);
    draw.space();
    draw.open("span", "");
    draw.attribute("lang", Language::Danish.tag());
    draw.text(name);
    draw.close();
    draw.close();
}
