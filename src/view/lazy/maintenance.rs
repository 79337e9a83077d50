//! Panel of announced work and maintenance windows.

use serviceaftale_core::answers::{MaintenanceAnswer, NoticeState, Page, WindowRow};
use serviceaftale_core::messages::{self, panel_labels};
use serviceaftale_core::time::{Timestamp, copenhagen};
use yew::{Html, Properties, component, html};

use super::announcements::announcements;
use super::calendar_buttons;
use super::date_tile::date_tile;
use crate::app::State;
use crate::view::ViewContext;
use crate::view::elements::{heading, label, panel_title, text, time};
use crate::view::interpretation_marks::interpretation_mark;

/// Announced work, the next maintenance windows, and other work that may take place.
pub fn maintenance(cx: &ViewContext, state: &State, answer: MaintenanceAnswer, page: &Page) -> Html {
    let labels = panel_labels(cx.language);
    html! {
        <section class="maintenance" part="maintenance" aria-labelledby="maintenance">
            {panel_title(cx, "maintenance", labels.maintenance)}
            <p class="meta">{label(labels.window_means)}</p>
            {announcements(cx, state, &page.data.contact, page.now)}
            <Windows cx={cx.clone()} maintenance={answer} now={page.now} />
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct WindowsProps {
    cx: ViewContext,
    maintenance: MaintenanceAnswer,
    now: Timestamp,
}

#[component]
fn Windows(props: &WindowsProps) -> Html {
    let WindowsProps { cx, maintenance, now } = props;
    let words = messages::maintenance(cx.language);
    html! {
        <>
            {heading(cx, label(panel_labels(cx.language).windows))}
            <ul class="windows">
                for row in &maintenance.windows {
                    {window(cx, row, *now)}
                }
            </ul>
            {calendar_buttons::windows(cx)}
            <p>{text(words.preventive(maintenance))}</p>
            <p class="meta">
                {text(cx.language.messages().text(&maintenance.purpose))}
                {" "}
                {text(words.notice_rule(maintenance))}
            </p>
        </>
    }
}

fn window(cx: &ViewContext, row: &WindowRow, now: Timestamp) -> Html {
    let (messages, words) = (cx.language.messages(), messages::maintenance(cx.language));
    let (start, today) = (row.interval.start, copenhagen::date(now));
    let (NoticeState::Possible(last_day) | NoticeState::Past(last_day)) = row.notice;
    html! {
        <li data-window={copenhagen::iso_date(copenhagen::date(start))}>
            {date_tile(cx, start)}
            <div>
                <p>
                    <strong>{text(messages.window(row.interval))}</strong>
                    {" "}
                    <span class="chip">{label(words.window_state(row))}</span>
                </p>
                <p class="meta" data-notice="">
                    {label(words.notice(row.notice))}
                    {" "}
                    {time(copenhagen::iso_date(last_day), messages.day(last_day, today))}
                    {"."}
                </p>
                {interpretation_mark(cx, &row.last_day_of_notice, |other| words.notice_otherwise(*other, today))}
            </div>
        </li>
    }
}
