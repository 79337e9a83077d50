//! Panel of the opening hours of this week and of the coming public holidays.

use serviceaftale_core::answers::{DayHours, DayRow, HolidayRow, OpeningHours, special_hours_rows};
use serviceaftale_core::calendar::DayKind;
use serviceaftale_core::messages::{self, announcements, hours, labels, times};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, html};

use super::calendar_buttons;
use crate::app::State;
use crate::view::ViewContext;
use crate::view::elements::{heading, label, panel_title, text, time};
use crate::view::interpretation_marks::interpretation_mark;

/// The week as a table, special hours, a sentence each, and the public holidays. `agreements` are the ids of the shown
/// agreements.
pub fn hours(cx: &ViewContext, hours: &OpeningHours, special_hours: Vec<String>, agreements: Vec<String>) -> Html {
    html! {
        <section class="hours" part="hours" aria-labelledby="hours">
            {panel_title(cx, "hours", labels::HOURS.get(cx.language))}
            <p class="meta">{cx.label(labels::HOURS_EXPLANATION)}</p>
            if hours.columns.len() > 3 {
                <table class="crowded">{week(cx, hours)}</table>
            } else {
                <table>{week(cx, hours)}</table>
            }
            {calendar_buttons::phone_hours(cx, agreements)}
            if !special_hours.is_empty() {
                <div class="one-off">
                    {heading(cx, cx.label(announcements::HOURS_THAT_DIFFER))}
                    <ul>
                        for sentence in special_hours {
                            <li>{text(sentence)}</li>
                        }
                    </ul>
                </div>
            }
            {heading(cx, cx.label(labels::HOLIDAYS))}
            <ul class="holidays">
                for row in &hours.holidays {
                    {holiday(cx, row, hours)}
                }
            </ul>
        </section>
    }
}

/// The sentences about special hours from today on.
pub fn special_hours(cx: &ViewContext, state: &State, now: Timestamp) -> Vec<String> {
    let Some(notices) = state.feed().notices() else {
        return Vec::new();
    };
    let today = copenhagen::date(now);
    let rows = special_hours_rows(state.catalogue(), notices, state.question(), today);
    rows.iter().map(|row| announcements::special_hours(cx.language, row, today)).collect()
}

fn week(cx: &ViewContext, hours: &OpeningHours) -> Html {
    html! {
        <>
            <thead>
                <tr>
                    <th scope="col">{cx.label(labels::DAY)}</th>
                    for column in &hours.columns {
                        <th scope="col">
                            <span class="long">{text(hours::column(cx.language, column))}</span>
                            <span class="short">{text(hours::short_column(cx.language, column))}</span>
                        </th>
                    }
                </tr>
            </thead>
            <tbody>
                for row in &hours.days {
                    if row.is_today {
                        <tr class="today" aria-current="date">{day(cx, row)}</tr>
                    } else {
                        <tr>{day(cx, row)}</tr>
                    }
                }
            </tbody>
        </>
    }
}

fn day(cx: &ViewContext, row: &DayRow) -> Html {
    html! {
        <>
            <th scope="row">
                {label(times::weekday(cx.language, row.date))}
                if let Some(about) = hours::about_day(cx.language, row) {
                    <span class="meta">{text(about)}</span>
                }
            </th>
            for hours in &row.hours {
                <td>{hours_of_day(cx, hours)}</td>
            }
        </>
    }
}

fn hours_of_day(cx: &ViewContext, hours: &DayHours) -> Html {
    let actual = text(hours::day_hours(cx.language, &hours.actual));
    if !hours.is_changed() {
        return actual;
    }
    html! {
        <>
            <s>{text(hours::day_hours(cx.language, &hours.regular))}</s>{" "}<strong>{actual}</strong>
            if let DayKind::Exception(reason) = &hours.kind {
                <span class="meta">{text(messages::text(cx.language, reason))}</span>
            }
        </>
    }
}

fn holiday(cx: &ViewContext, row: &HolidayRow, hours: &OpeningHours) -> Html {
    let columns = &hours.columns;
    html! {
        <li>
            {time(row.date.to_string(), times::day(cx.language, row.date, hours.today))}
            <div>
                {text(hours::holiday(cx.language, row, columns))}
                {" "}
                {interpretation_mark(cx, &row.hours, |other| hours::holiday_hours(cx.language, columns, other))}
            </div>
        </li>
    }
}
