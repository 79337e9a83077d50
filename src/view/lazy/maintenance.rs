//! Panel of announced work and maintenance windows.

use serviceaftale_core::answers::{MaintenanceAnswer, NoticeDeadline, Page, WindowRow};
use serviceaftale_core::messages::{self, labels, maintenance, times};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, html};

use super::announcements::announcements;
use super::calendar_buttons;
use super::date_tile::date_tile;
use crate::app::State;
use crate::view::ViewContext;
use crate::view::elements::{heading, label, panel_title, text, time};
use crate::view::interpretation_marks::interpretation_mark;

/// Announced work, the next maintenance windows, and other work that may take place.
pub fn maintenance(cx: &ViewContext, state: &State, answer: MaintenanceAnswer, page: &Page) -> Html {
    html! {
        <section class="maintenance" part="maintenance" aria-labelledby="maintenance">
            {panel_title(cx, "maintenance", labels::MAINTENANCE.get(cx.language))}
            <p class="meta">{cx.label(labels::WINDOW_EXPLANATION)}</p>
            {announcements(cx, state, &page.data.contact, page.now)}
            {windows(cx, &answer, page.now)}
        </section>
    }
}

fn windows(cx: &ViewContext, maintenance: &MaintenanceAnswer, now: Timestamp) -> Html {
    html! {
        <>
            {heading(cx, cx.label(labels::WINDOWS))}
            <ul class="windows">
                for row in &maintenance.windows {
                    {window(cx, row, now)}
                }
            </ul>
            {calendar_buttons::windows(cx)}
            <p>{text(maintenance::preventive(cx.language, maintenance))}</p>
            <p class="meta">
                {text(messages::text(cx.language, &maintenance.purpose))}
                {" "}
                {text(maintenance::notice_rule(cx.language, maintenance))}
            </p>
        </>
    }
}

fn window(cx: &ViewContext, row: &WindowRow, now: Timestamp) -> Html {
    let (start, today) = (row.interval.start, copenhagen::date(now));
    let (NoticeDeadline::Open(last_day) | NoticeDeadline::Passed(last_day)) = row.notice;
    html! {
        <li data-window={copenhagen::date(start).to_string()}>
            {date_tile(cx, start)}
            <div>
                <p>
                    <strong>{text(maintenance::window(cx.language, row.interval))}</strong>
                    {" "}
                    <span class="chip">{label(maintenance::window_state(cx.language, row))}</span>
                </p>
                <p class="meta" data-notice="">
                    {label(maintenance::notice(cx.language, row.notice))}
                    {" "}
                    {time(last_day.to_string(), times::day(cx.language, last_day, today))}
                    {"."}
                </p>
                {interpretation_mark(cx, &row.last_day_of_notice, |other| {
                    maintenance::notice_otherwise(cx.language, *other, today)
                })}
            </div>
        </li>
    }
}
