//! List of announcements, shown a page at a time.

use std::iter;

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::AnnouncementRow;
use serviceaftale_core::messages::{Label, announcements};
use serviceaftale_core::time::Timestamp;
use yew::{Html, Properties, component, html};

use super::announcement_item::announcement_item;
use crate::app::{AnnouncementList, ByIdentity, FIRST_ANNOUNCEMENTS, MORE_ANNOUNCEMENTS, Msg, State};
use crate::view::ViewContext;
use crate::view::elements::{subheading, text};

/// The first rows of a list under its title, and a button that shows more; empty without rows.
pub fn announcement_list(
    cx: &ViewContext,
    state: &State,
    now: Timestamp,
    title: Label,
    list: AnnouncementList,
    rows: &[AnnouncementRow],
) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let (shown, more) = rows.split_at(rows.len().min(state.most_announcements(list)));
    // The same pages as the customer asked for, so that showing one more leaves the others as they are.
    let (first, others) = shown.split_at(shown.len().min(FIRST_ANNOUNCEMENTS));
    let pages = iter::once(first).chain(others.chunks(MORE_ANNOUNCEMENTS));
    html! {
        <div>
            {subheading(cx, cx.label(title))}
            <ul class="windows">
                for (index, rows) in pages.enumerate() {
                    <AnnouncementPage
                        key={index}
                        cx={cx.clone()}
                        rows={rows.to_vec()}
                        catalogue={state.catalogue().clone()}
                        now={now}
                    />
                }
            </ul>
            if !more.is_empty() {
                <button class="button" type="button" onclick={cx.on(Msg::MoreAnnouncementsRequested(list))}>
                    {text(announcements::more(cx.language, more.len(), MORE_ANNOUNCEMENTS))}
                </button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct AnnouncementPageProps {
    cx: ViewContext,
    rows: Vec<AnnouncementRow>,
    catalogue: ByIdentity<Catalogue>,
    now: Timestamp,
}

#[component]
fn AnnouncementPage(props: &AnnouncementPageProps) -> Html {
    let AnnouncementPageProps { cx, rows, catalogue, now } = props;
    html! {
        for row in rows {
            {announcement_item(cx, row, catalogue, *now)}
        }
    }
}
