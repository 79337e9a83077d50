//! Footer: the reservation that applies to every answer, and the version of the data.

use serviceaftale_core::answers::DataState;
use serviceaftale_core::messages::footer;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use crate::view::ViewContext;
use crate::view::elements::{emphasised, text};

/// The footer, with a warning if the data should have been reviewed by now.
pub fn footer(cx: &ViewContext, data: &DataState, now: Timestamp) -> Html {
    html! {
        <footer part="footer">
            if data.review_overdue {
                <div class="notice failed"><p>{emphasised(footer::review_overdue(cx.language, data))}</p></div>
            }
            <p>{cx.label(footer::GUIDANCE)}{" "}{text(footer::computed_for(cx.language, now))}</p>
            <p>{text(footer::data_version(cx.language, data))}</p>
        </footer>
    }
}
