//! Date in the form of a tear-off calendar leaf.

use serviceaftale_core::messages::times;
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, html};

use crate::view::ViewContext;
use crate::view::elements::{label, text};

/// The date on which work begins.
pub fn date_tile(cx: &ViewContext, start: Timestamp) -> Html {
    let date = copenhagen::date(start);
    html! {
        <time class="tile" data-start="" datetime={copenhagen::rfc3339(start)}>
            <span>{label(times::short_weekday(cx.language, date))}</span>
            {" "}
            <strong>{text(times::day_of_month(cx.language, date))}</strong>
            {" "}
            <span>{label(times::month(cx.language, date))}</span>
        </time>
    }
}
