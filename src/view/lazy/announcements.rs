//! Announced work, with a search for a place, and the notice of work in progress.

use serviceaftale_core::agreement::Contact;
use serviceaftale_core::answers::{AnnouncementFilter, AnnouncementRow, Announcements, WorkUnderWay};
use serviceaftale_core::messages::announcements;
use serviceaftale_core::notices::PlaceQuery;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use super::announcement_list::announcement_list;
use super::calendar_buttons;
use super::text_input::on_text;
use crate::app::{AnnouncementList, Msg, State};
use crate::view::elements::{emphasised, heading, icon, text};
use crate::view::{Icon, ViewContext};

/// The most urgent work in progress, among the answers to whether somebody answers the phone; empty without any.
pub fn under_way(cx: &ViewContext, state: &State, now: Timestamp) -> Html {
    let notices = state.feed().notices();
    let Some(work) = notices.and_then(|notices| WorkUnderWay::compute(notices, &filter(state), now)) else {
        return Html::default();
    };
    html! {
        <div class="notice planned" data-notice-id={work.announcement.id.clone()}>
            {icon(Icon::Planned)}
            <p>{emphasised(announcements::now(cx.language, &work, now))}</p>
        </div>
    }
}

/// The typed place and the chosen agreement.
fn filter(state: &State) -> AnnouncementFilter {
    let question = state.question();
    let agreement = question.agreement.clone().filter(|_| !question.compare);
    AnnouncementFilter { place: PlaceQuery::parse(state.place()), agreement }
}

/// All announced work.
pub fn announcements(cx: &ViewContext, state: &State, contact: &Contact, now: Timestamp) -> Html {
    let feed = state.feed();
    let Some((notices, fetched_at)) = &feed.latest else {
        // Reserves the place of the announcements until they are loaded.
        return html! {
            <div class="announcements">
                if feed.failed {
                    {failure(announcements::not_fetched(cx.language, contact))}
                }
            </div>
        };
    };
    let found = Announcements::compute(notices, &filter(state), now);
    let list = |title, list, rows: &[AnnouncementRow]| announcement_list(cx, state, now, title, list, rows);
    html! {
        <div class="announcements">
            {heading(cx, cx.label(announcements::ANNOUNCEMENTS))}
            if feed.failed {
                {failure(announcements::not_renewed(cx.language, *fetched_at, now))}
            }
            if !notices.announcements.is_empty() {
                {place_field(cx, state.place())}
            }
            {search_status(cx, &found, state.place().trim())}
            {list(announcements::UNDER_WAY, AnnouncementList::UnderWay, &found.under_way)}
            {list(announcements::COMING, AnnouncementList::Upcoming, &found.upcoming)}
            {list(announcements::CANCELLED, AnnouncementList::Cancelled, &found.cancelled)}
            {list(announcements::OVER, AnnouncementList::Done, &found.ended)}
            if notices.announcements.len() > 1 {
                {calendar_buttons::announcements(cx)}
            }
        </div>
    }
}

fn failure(words: String) -> Html {
    html! { <div class="notice failed"><p>{text(words)}</p></div> }
}

fn place_field(cx: &ViewContext, place: &str) -> Html {
    html! {
        <div class="field place">
            <div>
                <label for="place"><span class="name">{cx.label(announcements::PLACE)}</span></label>
                <input
                    id="place"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="done"
                    value={place.to_owned()}
                    oninput={on_text(cx, Msg::PlaceTyped)}
                    onchange={on_text(cx, Msg::PlaceTyped)}
                />
            </div>
            if !place.is_empty() {
                <button class="button" type="button" onclick={cx.on(Msg::PlaceTyped(String::new()))}>
                    {cx.label(announcements::ALL_PLACES)}
                </button>
            }
        </div>
    }
}

/// What the search found, which a screen reader announces while the place is typed.
fn search_status(cx: &ViewContext, found: &Announcements, place: &str) -> Html {
    html! {
        <p class="meta" role="status">
            if found.is_empty() {
                if place.is_empty() {
                    {cx.label(announcements::NOTHING)}
                } else {
                    {text(announcements::nothing_there(cx.language, place))}
                }
                {" "}
            }
            if found.excluded > 0 {
                {text(announcements::for_others(cx.language, found.excluded))}
            }
        </p>
    }
}
