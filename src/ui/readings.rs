//! Which readings would have changed an answer?

use serviceaftale_core::answer::Asked;
use serviceaftale_core::wording::Language;

use super::Draw;

/// The mark of an answer that leans on readings, which opens to say which; nothing for one that does not.
/// `answer` puts another answer into words.
pub fn readings<A>(draw: &mut Draw, asked: &Asked<A>, answer: impl Fn(&A) -> String) {
    if asked.others.is_empty() {
        return;
    }
    draw.open("details", "reading");
    draw.labelled("summary", "", draw.say.labels.reading);
    draw.open("ul", "");
    for other in &asked.others {
        let words = draw.say.other_reading(other, &answer(&other.answer));
        item(draw, words, &other.reading.section);
    }
    draw.close();
    draw.close();
}

/// Apart from the above, which is compiled once for each kind of answer.
fn item(draw: &mut Draw, words: String, section: &str) {
    let (before, name) = draw.say.section(section);
    draw.open("li", "");
    draw.text(words);
    draw.open("span", "section");
    draw.label(before);
    draw.space();
    draw.open("span", "");
    draw.attribute("lang", Language::Danish.tag());
    draw.text(name);
    draw.close();
    draw.close();
    draw.close();
}
