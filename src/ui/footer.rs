//! What do the answers rest on?

use serviceaftale_core::answer::DataState;
use serviceaftale_core::calendar::Timestamp;
use serviceaftale_core::wording::danish::{self as say, label};
use yew::{Html, Properties, component, html};

#[derive(Properties, PartialEq)]
pub struct FooterProps {
    pub now: Timestamp,
    pub data: DataState,
}

/// What goes for every answer, and which data they come from.
#[component]
pub fn Footer(props: &FooterProps) -> Html {
    let FooterProps { now, data } = props;
    html! {
        <footer part="footer">
            if data.review_overdue {
                <p class="notice failed"><span><strong>{ label::REVIEW_OVERDUE }</strong>{ ". " }{ say::review_overdue(data) }</span></p>
            }
            <p>{ label::GUIDANCE }{ " " }{ say::computed_for(*now) }</p>
            <p>{ say::data_version(data) }</p>
        </footer>
    }
}
