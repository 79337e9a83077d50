//! Footer: the reservation that applies to every answer, and the version of the data.

use serviceaftale_core::answers::DataState;
use serviceaftale_core::messages;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use crate::view::ViewContext;
use crate::view::elements::{emphasised, label, text};

/// The footer, with a warning if the data should have been reviewed by now.
pub fn footer(cx: &ViewContext, data: &DataState, now: Timestamp) -> Html {
    let words = messages::footer(cx.language);
    html! {
        <footer part="footer">
            if data.review_overdue {
                <div class="notice failed"><p>{emphasised(words.review_overdue(data))}</p></div>
            }
            <p>{label(words.guidance)}{" "}{text(words.computed_for(now))}</p>
            <p>{text(words.data_version(data))}</p>
        </footer>
    }
}
