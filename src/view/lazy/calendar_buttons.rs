//! Buttons that give the customer a calendar file.

use serviceaftale_core::agreement::Channel;
use serviceaftale_core::answers::{Phone, RightNow};
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages;
use serviceaftale_core::notices::Announcement;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use crate::app::Msg;
use crate::view::elements::{icon, text};
use crate::view::{Icon, ViewContext};

/// The maintenance windows.
pub fn windows(cx: &ViewContext) -> Html {
    let words = messages::calendars(cx.language);
    button(cx, CalendarRequest::Windows, words.take_windows.to_owned(), None)
}

/// The phone hours of the agreements with these ids.
pub fn phone_hours(cx: &ViewContext, agreements: Vec<String>) -> Html {
    let words = messages::calendars(cx.language);
    button(cx, CalendarRequest::Hours(agreements), words.take_hours.to_owned(), None)
}

/// All announced work.
pub fn announcements(cx: &ViewContext) -> Html {
    let words = messages::calendars(cx.language);
    button(cx, CalendarRequest::Announcements, words.take_announcements.to_owned(), None)
}

/// One announcement. A list has a button for each, so that its accessible name says which one it is for.
pub fn announcement(cx: &ViewContext, announcement: &Announcement) -> Html {
    let words = messages::calendars(cx.language).take_announcement;
    let name = [words, ": ", &cx.language.messages().text(&announcement.what)].concat();
    button(cx, CalendarRequest::Announcement(announcement.id.clone()), words.to_owned(), Some(name))
}

/// A reminder to call when the phone opens; empty if it is open for one of the shown agreements or never opens.
pub fn reminder(cx: &ViewContext, answer: &RightNow, now: Timestamp) -> Html {
    let lines = answer.lines.iter().filter(|line| line.channel == Channel::FaultReport);
    let openings: Option<Vec<Timestamp>> = lines
        .map(|line| match line.phone.answer {
            Phone::Closed { opens } => opens,
            Phone::Open { .. } => None,
        })
        .collect();
    let Some(opens) = openings.and_then(|openings| openings.into_iter().min()) else {
        return Html::default();
    };
    let words = messages::calendars(cx.language).remind(cx.language.messages(), opens, now);
    button(cx, CalendarRequest::CallReminder(opens), words, None)
}

fn button(cx: &ViewContext, request: CalendarRequest, words: String, accessible_name: Option<String>) -> Html {
    let onclick = cx.on(Msg::CalendarWanted(request));
    html! {
        <button class="button calendar" type="button" aria-label={accessible_name} onclick={onclick}>
            {icon(Icon::Calendar)}
            <span>{text(words)}</span>
        </button>
    }
}
