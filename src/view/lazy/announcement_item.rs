//! One announcement of a list.

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::AnnouncementRow;
use serviceaftale_core::messages::{self, announcements};
use serviceaftale_core::notices::{Announcement, AreaMatch, LinkKind, SafeLink};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, html};

use super::calendar_buttons;
use super::date_tile::date_tile;
use crate::view::ViewContext;
use crate::view::elements::{label, moment, text};
use crate::view::interpretation_marks::interpretation_mark;

/// What is announced, its updates, and a link to more information.
pub fn announcement_item(cx: &ViewContext, row: &AnnouncementRow, catalogue: &Catalogue, now: Timestamp) -> Html {
    let announcement = row.announcement.as_ref();
    html! {
        <li key={announcement.id.clone()} data-notice-id={announcement.id.clone()}>
            {date_tile(cx, announcement.start)}
            <div>
                <p>
                    <strong>{label(announcements::kind(cx.language, announcement.kind))}</strong>
                    {" "}
                    <span class="chip">{label(announcements::state(cx.language, row.state))}</span>
                </p>
                <p>{text(messages::text(cx.language, &announcement.what))}</p>
                <p class="meta">
                    for fact in facts(cx, row, catalogue, now) {
                        <span class="fact">{text(fact)}</span>{" "}
                    }
                </p>
                {notice_given(cx, row, catalogue, now)}
                {updates(cx, announcement, now)}
                {calendar_buttons::announcement(cx, announcement)}
                if let Some(link) = &announcement.link {
                    <p>
                        <a href={link.as_str().to_owned()} target={link_target(link)} rel="noopener noreferrer">
                            {text(announcements::link(cx.language, link))}
                        </a>
                    </p>
                }
            </div>
        </li>
    }
}

/// A page opens in a new tab: in an iframe, it would replace the answers, or be blocked there.
fn link_target(link: &SafeLink) -> Option<&'static str> {
    matches!(link.kind(), LinkKind::Page(_)).then_some("_blank")
}

fn facts(cx: &ViewContext, row: &AnnouncementRow, catalogue: &Catalogue, now: Timestamp) -> Vec<String> {
    let announcement = row.announcement.as_ref();
    let facts = [
        Some(announcements::when(cx.language, announcement, now)),
        announcements::moved_from(cx.language, announcement, now),
        Some(announcements::places(cx.language, announcement)),
        (row.area_match == AreaMatch::Unknown).then(|| announcements::PLACE_UNKNOWN.get(cx.language).to_owned()),
        announcements::agreements(cx.language, announcement, catalogue),
        announcements::downtime(cx.language, announcement),
    ];
    facts.into_iter().flatten().collect()
}

/// Whether notice was given in time, and the interpretations that would change that; empty if it cannot be said.
fn notice_given(cx: &ViewContext, row: &AnnouncementRow, catalogue: &Catalogue, now: Timestamp) -> Html {
    let today = copenhagen::date(now);
    let Some(notice) = row.notice_timing(catalogue) else {
        return Html::default();
    };
    html! {
        <>
            <p class="meta">{text(announcements::notice(cx.language, notice.answer, today))}</p>
            {interpretation_mark(cx, &notice, |other| announcements::notice_otherwise(cx.language, *other, today))}
        </>
    }
}

/// What was published since the announcement; empty without updates.
fn updates(cx: &ViewContext, announcement: &Announcement, now: Timestamp) -> Html {
    if announcement.updates.is_empty() {
        return Html::default();
    }
    let items = announcement.updates.iter().map(|update| {
        let [at, message] = announcements::update(cx.language, update, now);
        html! { <li>{moment(update.at, at)}{": "}{text(message)}</li> }
    });
    html! {
        <>
            <p class="meta">{cx.label(announcements::UPDATES)}</p>
            <ul class="updates meta">{items.collect::<Html>()}</ul>
        </>
    }
}
