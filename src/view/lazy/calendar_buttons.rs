//! Buttons that give the customer a calendar file.

use serviceaftale_core::agreement::Channel;
use serviceaftale_core::answers::{PhoneState, RightNow};
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages::{self, calendars};
use serviceaftale_core::notices::Announcement;
use serviceaftale_core::time::Timestamp;
use yew::{Html, html};

use crate::app::Msg;
use crate::view::elements::{icon, text};
use crate::view::{Icon, ViewContext};

/// The maintenance windows.
pub fn windows(cx: &ViewContext) -> Html {
    button(cx, CalendarRequest::MaintenanceWindows, calendars::TAKE_WINDOWS.get(cx.language).to_owned(), None)
}

/// The phone hours of the agreements with these ids.
pub fn phone_hours(cx: &ViewContext, agreements: Vec<String>) -> Html {
    button(cx, CalendarRequest::PhoneHours(agreements), calendars::TAKE_HOURS.get(cx.language).to_owned(), None)
}

/// All announced work.
pub fn announcements(cx: &ViewContext) -> Html {
    button(cx, CalendarRequest::Announcements, calendars::TAKE_ANNOUNCEMENTS.get(cx.language).to_owned(), None)
}

/// One announcement. A list has a button for each, so that its accessible name says which one it is for.
pub fn announcement(cx: &ViewContext, announcement: &Announcement) -> Html {
    let words = calendars::TAKE_ANNOUNCEMENT.get(cx.language);
    let name = [words, ": ", &messages::text(cx.language, &announcement.what)].concat();
    button(cx, CalendarRequest::Announcement(announcement.id.clone()), words.to_owned(), Some(name))
}

/// A reminder to call when the phone opens; empty if it is open for one of the shown agreements or never opens.
pub fn reminder(cx: &ViewContext, answer: &RightNow, now: Timestamp) -> Html {
    let lines = answer.lines.iter().filter(|line| line.channel == Channel::FaultReport);
    let openings: Option<Vec<Timestamp>> = lines
        .map(|line| match line.phone.answer {
            PhoneState::Closed { opens } => opens,
            PhoneState::Open { .. } => None,
        })
        .collect();
    let Some(opens) = openings.and_then(|openings| openings.into_iter().min()) else {
        return Html::default();
    };
    let words = calendars::remind(cx.language, opens, now);
    button(cx, CalendarRequest::CallReminder(opens), words, None)
}

fn button(cx: &ViewContext, request: CalendarRequest, words: String, accessible_name: Option<String>) -> Html {
    let onclick = cx.on(Msg::CalendarRequested(request));
    html! {
        <button class="button calendar" type="button" aria-label={accessible_name} onclick={onclick}>
            {icon(Icon::Calendar)}
            <span>{text(words)}</span>
        </button>
    }
}
