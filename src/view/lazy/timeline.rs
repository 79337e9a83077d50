//! Panel with a picture of the time between the report and the start of work.
//!
//! The picture is hidden from assistive technology; the table below it says the same. Lengths along the axis are
//! percentages and lengths across it are in em, so that text is never scaled.

mod chart;
mod days;
mod labels;
mod shapes;

use std::mem::discriminant;

use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::timeline::{BarKind, SCALE};
use serviceaftale_core::answers::{Responses, Timeline};
use serviceaftale_core::messages::{timeline, timeline_table};
use yew::{Html, Properties, component, html};

use crate::view::elements::{icon, label, panel_title, text};
use crate::view::{Icon, ViewContext};

/// The timeline of these responses; empty if none of them has a deadline.
pub fn timeline(cx: &ViewContext, catalogue: &Catalogue, responses: &Responses) -> Html {
    Timeline::compute(catalogue, responses).map_or_else(Html::default, |timeline| {
        html! { <TimelinePanel cx={cx.clone()} timeline={timeline} /> }
    })
}

#[derive(PartialEq, Properties)]
struct TimelinePanelProps {
    cx: ViewContext,
    timeline: Timeline,
}

#[component]
fn TimelinePanel(props: &TimelinePanelProps) -> Html {
    let TimelinePanelProps { cx, timeline } = props;
    html! {
        <section class="timeline" part="timeline" aria-labelledby="timeline">
            {panel_title(cx, "timeline", timeline::HEADING.get(cx.language))}
            {summary(cx, timeline)}
            <div class="picture" aria-hidden="true">
                {patterns()}
                {chart::chart(cx, timeline)}
                {days::days(cx, timeline)}
                {legend(cx, timeline)}
            </div>
            {table(cx, timeline)}
        </section>
    }
}

/// The sentence above the picture. Asterisks in the message enclose what is emphasised.
fn summary(cx: &ViewContext, timeline: &Timeline) -> Html {
    let sentence = timeline::about_timeline(cx.language, timeline);
    html! {
        <p class="about">
            for (index, part) in sentence.split('*').enumerate() {
                if index % 2 == 1 {
                    <strong>{text(part.to_owned())}</strong>
                } else {
                    {text(part.to_owned())}
                }
            }
        </p>
    }
}

/// The fill patterns of bars. They are never hidden by the style sheet, because a hidden pattern fills nothing.
fn patterns() -> Html {
    let patterns = [
        ("timeline-hatch", "6", "rotate(45)", "M3 0v6"),
        ("timeline-stripes", "5", "rotate(-45)", "M2.5 0v5"),
        ("timeline-blocks", "12", "rotate(45)", "M3 0v12"),
    ];
    html! {
        <svg class="patterns">
            for (id, size, rotation, path) in patterns {
                <pattern
                    id={id}
                    width={size}
                    height={size}
                    patternUnits="userSpaceOnUse"
                    patternTransform={rotation}
                >
                    <path d={path} />
                </pattern>
            }
        </svg>
    }
}

/// The shades of clocks that occur in the picture, and the markers of deadlines.
fn legend(cx: &ViewContext, timeline: &Timeline) -> Html {
    let is_same = |one: &BarKind, other: &BarKind| discriminant(one) == discriminant(other);
    let occurs =
        |shade: &BarKind| timeline.lanes.iter().any(|lane| lane.bars.iter().any(|bar| is_same(&bar.kind, shade)));
    let shades = [BarKind::Paused, BarKind::Counting, BarKind::PartlyCounting(0)].into_iter().filter(occurs);
    html! {
        <ul class="legend">
            for shade in shades {
                <li>
                    <svg class="swatch">{shapes::shaded(shade, 0, SCALE, 0)}</svg>
                    {label(timeline::shade(cx.language, shade))}
                </li>
            }
            for (response, marker) in [(ServiceMode::Remote, Icon::Remote), (ServiceMode::OnSite, Icon::OnSite)] {
                <li>{icon(marker)}{label(timeline::started(cx.language, response))}</li>
            }
        </ul>
    }
}

fn table(cx: &ViewContext, timeline: &Timeline) -> Html {
    html! {
        <details class="as-table">
            <summary>{cx.label(timeline::AS_TABLE)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{cx.label(timeline::WHAT)}</th>
                        <th scope="col">{cx.label(timeline::FROM)}</th>
                        <th scope="col">{cx.label(timeline::TO)}</th>
                    </tr>
                </thead>
                <tbody>
                    for row in timeline_table::timeline_table(cx.language, timeline) {
                        <tr><th scope="row">{text(row.what)}</th><td>{text(row.from)}</td><td>{text(row.to)}</td></tr>
                    }
                </tbody>
            </table>
        </details>
    }
}
