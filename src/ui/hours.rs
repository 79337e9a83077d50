//! When is the phone answered this week, and on the coming public holidays?

use chrono::NaiveDate;
use serviceaftale_core::answer::{Column, DayRow, HolidayRow, HoursOfDay, OpeningHours};
use serviceaftale_core::calendar::copenhagen;
use serviceaftale_core::wording::danish::{self as say, label};
use yew::{Html, Properties, component, html};

use super::readings::readings;

#[derive(Properties, PartialEq)]
pub struct HoursProps {
    pub panel: OpeningHours,
}

/// The week as a table, and the public holidays below it.
#[component]
pub fn HoursPanel(props: &HoursProps) -> Html {
    let OpeningHours { today, columns, days, holidays } = &props.panel;
    html! {
        <section class="hours" part="hours" aria-labelledby="hours">
            <h2 id="hours">{ label::HOURS }</h2>
            <p class="meta">{ label::HOURS_MEANS }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ label::DAY }</th>
                        { for columns.iter().map(|column| html! {
                            <th scope="col">
                                <span class="long">{ say::column(column) }</span>
                                <span class="short">{ say::short_column(column) }</span>
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ for days.iter().map(day) }</tbody>
            </table>
            <h3>{ label::HOLIDAYS }</h3>
            <ul class="holidays">{ for holidays.iter().map(|row| holiday(row, columns, *today)) }</ul>
        </section>
    }
}

fn day(row: &DayRow) -> Html {
    let special = row.special_day.as_ref().map(say::special_day);
    let today = row.is_today.then(|| label::TODAY.to_owned());
    let about: Vec<_> = today.into_iter().chain(special).collect();
    html! {
        <tr class={row.is_today.then_some("today")} aria-current={row.is_today.then_some("date")}>
            <th scope="row">
                { say::weekday(row.date) }
                if !about.is_empty() {
                    <span class="meta">{ about.join(" · ") }</span>
                }
            </th>
            { for row.hours.iter().map(hours) }
        </tr>
    }
}

fn hours(hours: &HoursOfDay) -> Html {
    html! {
        <td>
            if hours.differ() {
                <s>{ say::day_hours(&hours.usual) }</s>{ " " }<strong>{ say::day_hours(&hours.actual) }</strong>
            } else {
                { say::day_hours(&hours.actual) }
            }
        </td>
    }
}

fn holiday(row: &HolidayRow, columns: &[Column], today: NaiveDate) -> Html {
    html! {
        <li>
            <time datetime={copenhagen::iso_date(row.date)}>{ say::day(row.date, today) }</time>
            <div>
                <strong>{ say::special_day(&row.special_day) }</strong>{ ". " }{ say::holiday_hours(columns, &row.hours.answer) }{ "." }
                { readings(&row.hours, |other| say::holiday_hours(columns, other)) }
            </div>
        </li>
    }
}
