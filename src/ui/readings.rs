//! Which readings would have changed an answer?

use serviceaftale_core::answer::Asked;
use serviceaftale_core::wording::danish as say;
use yew::{Html, html};

/// The mark of an answer that leans on readings, which opens to say which; nothing for one that does not.
/// `answer` puts another answer into words.
pub fn readings<A>(asked: &Asked<A>, answer: impl Fn(&A) -> String) -> Html {
    if asked.others.is_empty() {
        return Html::default();
    }
    let items = asked.others.iter().map(|other| {
        html! {
            <li>
                { say::other_reading(other, &answer(&other.answer)) }
                <span class="section">{ say::section(&other.section) }</span>
            </li>
        }
    });
    html! {
        <details class="reading">
            <summary>{ say::label::READING }</summary>
            <ul>{ for items }</ul>
        </details>
    }
}
