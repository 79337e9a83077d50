//! When is the phone answered this week, and on the coming public holidays?

use chrono::NaiveDate;
use serviceaftale_core::answer::{Column, DayRow, HolidayRow, HoursOfDay, OpeningHours};
use serviceaftale_core::calendar::copenhagen;
use serviceaftale_core::wording::Wording;
use yew::Html;

use super::parts::{aside, label, list, meta, node, of_class, panel, plain, space, strong, text, time};
use super::readings::readings;

/// The week as a table, and the public holidays below it.
pub fn hours(answer: &OpeningHours, say: &Wording) -> Html {
    let OpeningHours { today, columns, days, holidays } = answer;
    let day_heading = heading(vec![label(say.labels.day)]);
    let headings = std::iter::once(day_heading).chain(columns.iter().map(|of| column(of, say)));
    let head = plain("thead", vec![plain("tr", headings.collect())]);
    let body = plain("tbody", days.iter().map(|row| day(row, say)).collect());
    let content = vec![
        meta(say.labels.hours_means.to_owned()),
        plain("table", vec![head, body]),
        plain("h3", vec![label(say.labels.holidays)]),
        list("holidays", holidays.iter().map(|row| holiday(row, columns, *today, say))),
    ];
    panel("hours", say.labels.hours, content)
}

fn heading(words: Vec<Html>) -> Html {
    node("th", &[("scope", "col".into())], words)
}

fn column(column: &Column, say: &Wording) -> Html {
    let long = of_class("span", "long", vec![text(say.column(column))]);
    heading(vec![long, of_class("span", "short", vec![text(say.short_column(column))])])
}

fn day(row: &DayRow, say: &Wording) -> Html {
    let mut name = vec![label(say.weekday(row.date))];
    name.extend(say.about_day(row).map(aside));
    let name = node("th", &[("scope", "row".into())], name);
    let cells = std::iter::once(name).chain(row.hours.iter().map(|hours| cell(hours, say))).collect();
    let today = [("class", "today".into()), ("aria-current", "date".into())];
    node("tr", if row.is_today { &today } else { &[] }, cells)
}

fn cell(hours: &HoursOfDay, say: &Wording) -> Html {
    let actual = say.day_hours(&hours.actual);
    let words = if hours.differ() {
        vec![plain("s", vec![text(say.day_hours(&hours.usual))]), space(), strong(actual)]
    } else {
        vec![text(actual)]
    };
    plain("td", words)
}

fn holiday(row: &HolidayRow, columns: &[Column], today: NaiveDate, say: &Wording) -> Html {
    let date = time(copenhagen::iso_date(row.date), vec![text(say.day(row.date, today))]);
    let others = readings(&row.hours, say, |other| say.holiday_hours(columns, other));
    plain("li", vec![date, plain("div", vec![text(say.holiday(row, columns)), space(), others])])
}
