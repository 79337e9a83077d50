//! When may there be work on the network?

use serviceaftale_core::answers::{MaintenanceAnswer, NoticeState, Page, WindowRow};
use serviceaftale_core::messages::{self, panel_labels};
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::announcements::announcements;
use super::calendars::take_windows;
use crate::app::State;
use crate::view::Draw;
use crate::view::interpretations::readings;

/// What is announced, the next maintenance windows, and what else may happen.
pub fn maintenance(draw: &mut Draw, state: &State, answer: MaintenanceAnswer, page: &Page) {
    let labels = panel_labels(draw.say.language);
    draw.panel("maintenance", labels.maintenance, |draw| {
        draw.labelled("p", "meta", labels.window_means);
        announcements(draw, state, &page.data.contact, page.now);
        draw.part((answer, page.now), |draw, (answer, now)| windows(draw, answer, *now));
    });
}

fn windows(draw: &mut Draw, answer: &MaintenanceAnswer, now: Timestamp) {
    let (say, words) = (draw.say, messages::maintenance(draw.say.language));
    draw.heading(1, panel_labels(say.language).windows.to_owned());
    draw.element("ul", "windows", |draw| answer.windows.iter().for_each(|row| window(draw, row, now)));
    take_windows(draw);
    draw.words("p", "", words.preventive(answer));
    draw.element("p", "meta", |draw| {
        draw.text(say.text(&answer.purpose));
        draw.space();
        draw.text(words.notice_rule(answer));
    });
}

fn window(draw: &mut Draw, row: &WindowRow, now: Timestamp) {
    let (say, words) = (draw.say, messages::maintenance(draw.say.language));
    let (start, today) = (row.interval.start, copenhagen::date(now));
    let date = copenhagen::date(start);
    let (NoticeState::Possible(last) | NoticeState::Past(last)) = row.notice;
    draw.open("li", "");
    draw.attribute("data-window", date.to_string());
    tile(draw, start);
    draw.open("div", "");
    draw.element("p", "", |draw| {
        draw.words("strong", "", say.window(row.interval));
        draw.space();
        draw.labelled("span", "chip", words.window_state(row));
    });
    draw.open("p", "meta");
    draw.attribute("data-notice", "");
    draw.label(words.notice(row.notice));
    draw.space();
    draw.time(last.to_string(), say.day(last, today));
    draw.label(".");
    draw.close();
    readings(draw, &row.last_day_of_notice, |other| words.notice_otherwise(*other, today));
    draw.close();
    draw.close();
}

/// The date on which something begins, as a leaf of a calendar.
pub fn tile(draw: &mut Draw, start: Timestamp) {
    let (say, date) = (draw.say, copenhagen::date(start));
    draw.open("time", "tile");
    draw.attribute("data-start", "");
    draw.attribute("datetime", copenhagen::rfc3339(start));
    draw.labelled("span", "", say.short_weekday(date));
    draw.space();
    draw.words("strong", "", say.day_of_month(date));
    draw.space();
    draw.labelled("span", "", say.month(date));
    draw.close();
}
