//! When may there be work on the network?

use serviceaftale_core::answer::{MaintenanceAnswer, NoticeState, WindowRow};
use serviceaftale_core::calendar::{Timestamp, copenhagen};
use serviceaftale_core::wording::danish::{self as say, label};
use yew::{Html, Properties, component, html};

use super::readings::readings;

#[derive(Properties, PartialEq)]
pub struct MaintenanceProps {
    pub panel: MaintenanceAnswer,
    pub now: Timestamp,
}

/// The next maintenance windows and what else may happen.
#[component]
pub fn MaintenancePanel(props: &MaintenanceProps) -> Html {
    let MaintenanceProps { panel, now } = props;
    html! {
        <section class="maintenance" part="maintenance" aria-labelledby="maintenance">
            <h2 id="maintenance">{ label::MAINTENANCE }</h2>
            <p class="meta">{ label::WINDOW_MEANS }</p>
            <h3>{ label::WINDOWS }</h3>
            <ul class="windows">{ for panel.windows.iter().map(|row| window(row, *now)) }</ul>
            <p>{ say::preventive(panel) }</p>
            <p class="meta">{ say::text(&panel.purpose) }{ " " }{ say::notice_rule(panel) }</p>
        </section>
    }
}

fn window(row: &WindowRow, now: Timestamp) -> Html {
    let (start, today) = (row.interval.start, copenhagen::date(now));
    let date = copenhagen::date(start);
    let (chip, last) = match row.notice {
        NoticeState::Possible(last) => (label::NOTICE_POSSIBLE, last),
        NoticeState::Past(last) => (label::NOTICE_PAST, last),
    };
    html! {
        <li data-window={copenhagen::iso_date(date)}>
            <time class="tile" data-window-start="" datetime={copenhagen::rfc3339(start)}>
                <span>{ say::short_weekday(date) }</span>{ " " }<strong>{ say::day_of_month(date) }</strong>{ " " }<span>{ say::month(date) }</span>
            </time>
            <div>
                <p>
                    <strong>{ say::window(row.interval) }</strong>{ " " }
                    <span class="chip">{ if row.under_way { label::UNDER_WAY } else { chip } }</span>
                </p>
                <p class="meta" data-notice="">
                    { say::notice(row.notice) }{ " " }<time datetime={copenhagen::iso_date(last)}>{ say::day(last, today) }</time>{ "." }
                </p>
                { readings(&row.last_day_of_notice, |other| say::notice_otherwise(*other, today)) }
            </div>
        </li>
    }
}
