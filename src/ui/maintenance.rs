//! When may there be work on the network?

use serviceaftale_core::answer::{MaintenanceAnswer, NoticeState, WindowRow};
use serviceaftale_core::calendar::{Timestamp, copenhagen};
use serviceaftale_core::wording::Wording;
use yew::Html;

use super::parts::{label, list, meta, node, of_class, panel, plain, space, strong, text, time};
use super::readings::readings;

/// The next maintenance windows and what else may happen.
pub fn maintenance(answer: &MaintenanceAnswer, now: Timestamp, say: &Wording) -> Html {
    let content = vec![
        meta(say.labels.window_means.to_owned()),
        plain("h3", vec![label(say.labels.windows)]),
        list("windows", answer.windows.iter().map(|row| window(row, now, say))),
        plain("p", vec![text(say.preventive(answer))]),
        meta(format!("{} {}", say.text(&answer.purpose), say.notice_rule(answer))),
    ];
    panel("maintenance", say.labels.maintenance, content)
}

fn window(row: &WindowRow, now: Timestamp, say: &Wording) -> Html {
    let (start, today) = (row.interval.start, copenhagen::date(now));
    let date = copenhagen::date(start);
    let (NoticeState::Possible(last) | NoticeState::Past(last)) = row.notice;
    let span = |words| plain("span", vec![label(words)]);
    let tile =
        [("class", "tile".into()), ("data-window-start", "".into()), ("datetime", copenhagen::rfc3339(start).into())];
    let day =
        vec![span(say.short_weekday(date)), space(), strong(say.day_of_month(date)), space(), span(say.month(date))];
    let notice = vec![
        label(say.notice(row.notice)),
        space(),
        time(copenhagen::iso_date(last), vec![text(say.day(last, today))]),
        label("."),
    ];
    let state = of_class("span", "chip", vec![label(say.window_state(row))]);
    let words = vec![
        plain("p", vec![strong(say.window(row.interval)), space(), state]),
        node("p", &[("class", "meta".into()), ("data-notice", "".into())], notice),
        readings(&row.last_day_of_notice, say, |other| say.notice_otherwise(*other, today)),
    ];
    let attributes = [("data-window", copenhagen::iso_date(date).into())];
    node("li", &attributes, vec![node("time", &tile, day), plain("div", words)])
}
