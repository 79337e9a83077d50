//! Date in the form of a tear-off calendar leaf.

use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, html};

use crate::view::ViewContext;
use crate::view::elements::{label, text};

/// The date on which work begins.
pub fn date_tile(cx: &ViewContext, start: Timestamp) -> Html {
    let (messages, date) = (cx.language.messages(), copenhagen::date(start));
    html! {
        <time class="tile" data-start="" datetime={copenhagen::rfc3339(start)}>
            <span>{label(messages.short_weekday(date))}</span>
            {" "}
            <strong>{text(messages.day_of_month(date))}</strong>
            {" "}
            <span>{label(messages.month(date))}</span>
        </time>
    }
}
