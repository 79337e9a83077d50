//! When is the phone answered this week, and on the coming public holidays?

use serviceaftale_core::answers::{Column, DayRow, HolidayRow, HoursOfDay, OpeningHours};
use serviceaftale_core::calendar::DayKind;
use serviceaftale_core::messages::panel_labels;
use serviceaftale_core::time::Timestamp;

use super::announcements::one_off;
use super::calendars::take_hours;
use crate::app::State;
use crate::view::Draw;
use crate::view::interpretations::readings;

/// The week as a table, and the public holidays below it.
pub fn hours(draw: &mut Draw, state: &State, answer: &OpeningHours, now: Timestamp) {
    let labels = panel_labels(draw.say.language);
    draw.panel("hours", labels.hours, |draw| {
        draw.labelled("p", "meta", labels.hours_means);
        draw.open("table", if answer.columns.len() > 3 { "crowded" } else { "" });
        draw.open("thead", "");
        draw.open("tr", "");
        open_head(draw, "col");
        draw.label(labels.day);
        draw.close();
        answer.columns.iter().for_each(|of| column(draw, of));
        draw.close();
        draw.close();
        draw.element("tbody", "", |draw| answer.days.iter().for_each(|row| day(draw, row)));
        draw.close();
        take_hours(draw, state);
        match &state.feed().read {
            Some((notices, _)) => one_off(draw, state, notices, now),
            None => draw.nothing(),
        }
        draw.heading(1, labels.holidays.to_owned());
        draw.element("ul", "holidays", |draw| answer.holidays.iter().for_each(|row| holiday(draw, row, answer)));
    });
}

fn open_head(draw: &mut Draw, scope: &'static str) {
    draw.open("th", "");
    draw.attribute("scope", scope);
}

fn column(draw: &mut Draw, column: &Column) {
    open_head(draw, "col");
    draw.words("span", "long", draw.say.column(column));
    draw.words("span", "short", draw.say.short_column(column));
    draw.close();
}

fn day(draw: &mut Draw, row: &DayRow) {
    let say = draw.say;
    draw.open("tr", if row.is_today { "today" } else { "" });
    if row.is_today {
        draw.attribute("aria-current", "date");
    }
    open_head(draw, "row");
    draw.label(say.weekday(row.date));
    if let Some(about) = say.about_day(row) {
        draw.words("span", "meta", about);
    }
    draw.close();
    row.hours.iter().for_each(|hours| cell(draw, hours));
    draw.close();
}

fn cell(draw: &mut Draw, hours: &HoursOfDay) {
    let actual = draw.say.day_hours(&hours.actual);
    draw.open("td", "");
    if hours.differ() {
        draw.words("s", "", draw.say.day_hours(&hours.usual));
        draw.space();
        draw.words("strong", "", actual);
        if let DayKind::Exception(why) = &hours.kind {
            draw.words("span", "meta", draw.say.text(why));
        }
    } else {
        draw.text(actual);
    }
    draw.close();
}

fn holiday(draw: &mut Draw, row: &HolidayRow, all: &OpeningHours) {
    let say = draw.say;
    draw.open("li", "");
    draw.time(row.date.to_string(), say.day(row.date, all.today));
    draw.open("div", "");
    draw.text(say.holiday(row, &all.columns));
    draw.space();
    readings(draw, &row.hours, |other| say.holiday_hours(&all.columns, other));
    draw.close();
    draw.close();
}
