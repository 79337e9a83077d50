//! Which readings would have changed an answer?

use serviceaftale_core::answer::Asked;

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
        draw.element("li", "", |draw| {
            draw.text(words);
            draw.words("span", "section", draw.say.section(&other.section));
        });
    }
    draw.close();
    draw.close();
}
