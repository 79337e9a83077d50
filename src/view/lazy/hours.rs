//! Panel of the opening hours of this week and of the coming public holidays.

use serviceaftale_core::answers::{DayRow, HolidayRow, HoursOfDay, OpeningHours, special_hours_rows};
use serviceaftale_core::calendar::DayKind;
use serviceaftale_core::messages::{self, panel_labels};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, Properties, component, html};

use super::calendar_buttons;
use crate::app::State;
use crate::view::ViewContext;
use crate::view::elements::{heading, label, panel_title, text, time};
use crate::view::interpretation_marks::interpretation_mark;

#[derive(PartialEq, Properties)]
pub struct HoursProps {
    pub cx: ViewContext,
    pub hours: OpeningHours,
    /// A sentence for each date with special hours.
    pub special_hours: Vec<String>,
    /// The ids of the shown agreements.
    pub agreements: Vec<String>,
}

/// The week as a table, special hours, and the public holidays.
#[component]
pub fn Hours(props: &HoursProps) -> Html {
    let HoursProps { cx, hours, special_hours, agreements } = props;
    let labels = panel_labels(cx.language);
    html! {
        <section class="hours" part="hours" aria-labelledby="hours">
            {panel_title(cx, "hours", labels.hours)}
            <p class="meta">{label(labels.hours_means)}</p>
            if hours.columns.len() > 3 {
                <table class="crowded">{week(cx, hours)}</table>
            } else {
                <table>{week(cx, hours)}</table>
            }
            {calendar_buttons::phone_hours(cx, agreements.clone())}
            if !special_hours.is_empty() {
                <div class="one-off">
                    {heading(cx, label(messages::announcements(cx.language).hours_that_differ))}
                    <ul>
                        for sentence in special_hours {
                            <li>{text(sentence.clone())}</li>
                        }
                    </ul>
                </div>
            }
            {heading(cx, label(labels.holidays))}
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
    let Some((notices, _)) = &state.feed().read else {
        return Vec::new();
    };
    let (words, today) = (messages::announcements(cx.language), copenhagen::date(now));
    let rows = special_hours_rows(state.catalogue(), notices, state.question(), today);
    rows.iter().map(|row| words.one_off(row, today)).collect()
}

fn week(cx: &ViewContext, hours: &OpeningHours) -> Html {
    let messages = cx.language.messages();
    html! {
        <>
            <thead>
                <tr>
                    <th scope="col">{label(panel_labels(cx.language).day)}</th>
                    for column in &hours.columns {
                        <th scope="col">
                            <span class="long">{text(messages.column(column))}</span>
                            <span class="short">{text(messages.short_column(column))}</span>
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
    let messages = cx.language.messages();
    html! {
        <>
            <th scope="row">
                {label(messages.weekday(row.date))}
                if let Some(about) = messages.about_day(row) {
                    <span class="meta">{text(about)}</span>
                }
            </th>
            for hours in &row.hours {
                <td>{hours_of_day(cx, hours)}</td>
            }
        </>
    }
}

fn hours_of_day(cx: &ViewContext, hours: &HoursOfDay) -> Html {
    let messages = cx.language.messages();
    let actual = text(messages.day_hours(&hours.actual));
    if !hours.differ() {
        return actual;
    }
    html! {
        <>
            <s>{text(messages.day_hours(&hours.usual))}</s>{" "}<strong>{actual}</strong>
            if let DayKind::Exception(reason) = &hours.kind {
                <span class="meta">{text(messages.text(reason))}</span>
            }
        </>
    }
}

fn holiday(cx: &ViewContext, row: &HolidayRow, hours: &OpeningHours) -> Html {
    let (messages, columns) = (cx.language.messages(), &hours.columns);
    html! {
        <li>
            {time(copenhagen::iso_date(row.date), messages.day(row.date, hours.today))}
            <div>
                {text(messages.holiday(row, columns))}
                {" "}
                {interpretation_mark(cx, &row.hours, |other| messages.holiday_hours(columns, other))}
            </div>
        </li>
    }
}
