//! One announcement of a list.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::AnnouncementRow;
use serviceaftale_core::messages;
use serviceaftale_core::notices::{Announcement, AreaMatch};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, Properties, component, html};

use super::by_identity::ByIdentity;
use super::calendar_buttons;
use super::date_tile::date_tile;
use crate::view::ViewContext;
use crate::view::elements::{label, moment, text};
use crate::view::interpretation_marks::interpretation_mark;

#[derive(PartialEq, Properties)]
pub struct AnnouncementItemProps {
    pub cx: ViewContext,
    pub row: AnnouncementRow,
    pub catalogue: ByIdentity<Catalogue>,
    pub now: Timestamp,
}

/// What is announced, its updates, and a link to more information.
#[component]
pub fn AnnouncementItem(props: &AnnouncementItemProps) -> Html {
    let AnnouncementItemProps { cx, row, catalogue, now } = props;
    let (words, announcement) = (messages::announcements(cx.language), row.announcement.as_ref());
    html! {
        <li data-notice-id={announcement.id.clone()}>
            {date_tile(cx, announcement.start)}
            <div>
                <p>
                    <strong>{label(words.kind(announcement.kind))}</strong>
                    {" "}
                    <span class="chip">{label(words.state(row.state))}</span>
                </p>
                <p>{text(cx.language.messages().text(&announcement.what))}</p>
                <p class="meta">
                    for fact in facts(cx, row, &catalogue.0, *now) {
                        <span class="fact">{text(fact)}</span>{" "}
                    }
                </p>
                {notice_given(cx, row, &catalogue.0, *now)}
                {updates(cx, announcement, *now)}
                {calendar_buttons::announcement(cx, announcement)}
                if let Some(link) = &announcement.link {
                    <p><a href={link.as_str().to_owned()} rel="noopener noreferrer">{text(words.link(link))}</a></p>
                }
            </div>
        </li>
    }
}

fn facts(cx: &ViewContext, row: &AnnouncementRow, catalogue: &Catalogue, now: Timestamp) -> Vec<String> {
    let (words, announcement) = (messages::announcements(cx.language), row.announcement.as_ref());
    let facts = [
        Some(words.when(announcement, now)),
        words.moved_from(announcement, now),
        Some(words.places(announcement)),
        (row.concern == AreaMatch::Unknown).then(|| words.place_untold.to_owned()),
        words.agreements(announcement, catalogue),
        words.downtime(announcement),
    ];
    facts.into_iter().flatten().collect()
}

/// Whether notice was given in time, and the interpretations that would change that; empty if it cannot be said.
fn notice_given(cx: &ViewContext, row: &AnnouncementRow, catalogue: &Catalogue, now: Timestamp) -> Html {
    let (words, today) = (messages::announcements(cx.language), copenhagen::date(now));
    let Some(notice) = row.notice(catalogue) else {
        return Html::default();
    };
    html! {
        <>
            <p class="meta">{text(words.notice(notice.answer, today))}</p>
            {interpretation_mark(cx, &notice, |other| words.notice_otherwise(*other, today))}
        </>
    }
}

/// What was published since the announcement; empty without updates.
fn updates(cx: &ViewContext, announcement: &Announcement, now: Timestamp) -> Html {
    let words = messages::announcements(cx.language);
    if announcement.updates.is_empty() {
        return Html::default();
    }
    let items = announcement.updates.iter().map(|update| {
        let [at, message] = words.update(update, now);
        html! { <li>{moment(update.at, at)}{": "}{text(message)}</li> }
    });
    html! {
        <>
            <p class="meta">{label(words.updates)}</p>
            <ul class="updates meta">{items.collect::<Html>()}</ul>
        </>
    }
}
