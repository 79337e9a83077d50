//! How does a customer take something into a calendar of their own?

use serviceaftale_core::agreement::Channel;
use serviceaftale_core::answers::{Phone, RightNow};
use serviceaftale_core::ics::CalendarRequest;
use serviceaftale_core::messages::{self, CalendarWords};
use serviceaftale_core::notices::Announcement;
use serviceaftale_core::time::Timestamp;

use crate::app::{Msg, State};
use crate::view::{Draw, Icon};

/// A button that gives that calendar; `name` is what it says.
fn button(draw: &mut Draw, wanted: CalendarRequest, name: String) {
    draw.button("button calendar", Msg::CalendarWanted(wanted), |draw| face(draw, name));
}

fn face(draw: &mut Draw, name: String) {
    draw.icon(Icon::Calendar);
    draw.words("span", "", name);
}

fn words(draw: &Draw) -> &'static CalendarWords {
    messages::calendars(draw.say.language)
}

/// Takes the maintenance windows.
pub fn take_windows(draw: &mut Draw) {
    button(draw, CalendarRequest::Windows, words(draw).take_windows.to_owned());
}

/// Takes the phone hours of the agreements that are shown.
pub fn take_hours(draw: &mut Draw, state: &State) {
    let ids = state.page().responses.agreements.iter().map(|agreement| agreement.id.clone()).collect();
    button(draw, CalendarRequest::Hours(ids), words(draw).take_hours.to_owned());
}

/// Takes all announced work.
pub fn take_announcements(draw: &mut Draw) {
    button(draw, CalendarRequest::Announcements, words(draw).take_announcements.to_owned());
}

/// Takes that announced work. There is a button for each, so that its name says which it is of.
pub fn take_announcement(draw: &mut Draw, announcement: &Announcement) {
    let says = words(draw).take_announcement;
    let name = [says, ": ", &draw.say.text(&announcement.what)].concat();
    draw.button(
        "button calendar",
        Msg::CalendarWanted(CalendarRequest::Announcement(announcement.id.clone())),
        |draw| {
            draw.attribute("aria-label", name);
            face(draw, says.to_owned());
        },
    );
}

/// Reminds of calling when the phone opens, where it is closed for every agreement that is shown.
pub fn reminder(draw: &mut Draw, answer: &RightNow, now: Timestamp) {
    let lines = answer.lines.iter().filter(|line| line.channel == Channel::FaultReport);
    let opens: Option<Vec<Timestamp>> = lines
        .map(|line| match line.phone.answer {
            Phone::Closed { opens } => opens,
            Phone::Open { .. } => None,
        })
        .collect();
    match opens.and_then(|opens| opens.into_iter().min()) {
        Some(opens) => {
            let name = words(draw).remind(draw.say, opens, now);
            button(draw, CalendarRequest::CallReminder(opens), name);
        }
        None => draw.nothing(),
    }
}
