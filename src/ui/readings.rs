//! Which readings would have changed an answer?

use serviceaftale_core::answer::Asked;
use serviceaftale_core::wording::Wording;
use yew::Html;

use super::parts::{label, list, of_class, plain, text};

/// The mark of an answer that leans on readings, which opens to say which; nothing for one that does not.
/// `answer` puts another answer into words.
pub fn readings<A>(asked: &Asked<A>, say: &Wording, answer: impl Fn(&A) -> String) -> Html {
    let others = asked.others.iter();
    let others = others.map(|other| (say.other_reading(other, &answer(&other.answer)), say.section(&other.section)));
    draw(others.collect(), say)
}

/// Apart from the above, which is compiled once for each kind of answer.
fn draw(others: Vec<(String, String)>, say: &Wording) -> Html {
    if others.is_empty() {
        return Html::default();
    }
    let items = others
        .into_iter()
        .map(|(words, section)| plain("li", vec![text(words), of_class("span", "section", vec![text(section)])]));
    let summary = plain("summary", vec![label(say.labels.reading)]);
    of_class("details", "reading", vec![summary, list("", items)])
}
