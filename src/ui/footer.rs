//! What do the answers rest on?

use serviceaftale_core::answer::DataState;
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::wording::Wording;
use yew::Html;

use super::parts::{emphasised, label, node, of_class, plain, space, text};

/// What goes for every answer, and which data they come from.
pub fn footer(data: &DataState, now: Timestamp, say: &Wording) -> Html {
    let warning = data.review_overdue.then(|| {
        let words = (say.labels.review_overdue.to_owned(), say.review_overdue(data));
        of_class("div", "notice failed", vec![emphasised("p", words)])
    });
    let lines = [
        plain("p", vec![label(say.labels.guidance), space(), text(say.computed_for(now))]),
        plain("p", vec![text(say.data_version(data))]),
    ];
    node("footer", &[("part", "footer".into())], warning.into_iter().chain(lines).collect())
}
