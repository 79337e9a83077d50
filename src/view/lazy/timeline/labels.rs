//! Labels of the timeline.

use serviceaftale_core::answers::timeline::{Anchor, Band, Label};
use yew::{Html, html};

use super::shapes::{BOTTOM, across, down};
use crate::view::elements::text;

/// The look of a label.
#[derive(Clone, Copy)]
pub enum Style {
    Plain,
    Strong,
    Now,
    Planned,
}

/// A label with its baseline at that height.
pub fn svg_label(label: &Label, style: Style, baseline: i32) -> Html {
    let gap = i32::from(label.margin);
    let (anchor, gap) = match label.anchor {
        Anchor::Start => ("start", gap),
        Anchor::Middle => ("middle", gap),
        Anchor::End => ("end", -gap),
    };
    let (x, dx, y) = (across(label.position), down(gap), down(baseline));
    let (band, words) = (band(label.band), text(label.text.clone()));
    match style {
        Style::Plain => html! { <text data-in={band} {x} {dx} {y} text-anchor={anchor}>{words}</text> },
        Style::Strong => html! { <text class="strong" data-in={band} {x} {dx} {y} text-anchor={anchor}>{words}</text> },
        Style::Now => html! { <text class="now" data-in={band} {x} {dx} {y} text-anchor={anchor}>{words}</text> },
        Style::Planned => {
            html! { <text class="planned" data-in={band} {x} {dx} {y} text-anchor={anchor}>{words}</text> }
        }
    }
}

/// The line of a label at the top, which is visible in the same band as the label.
pub fn label_line(label: &Label, top: i32) -> Html {
    let (x, band) = (across(label.position), band(label.band));
    html! { <line class="major" data-in={band} x1={x.clone()} y1={down(top)} x2={x} y2={down(BOTTOM)} /> }
}

/// A label that has no room in the chart.
pub fn note(label: &Label) -> Html {
    html! { <p class="note" data-in={band(label.band)}>{text(label.text.clone())}</p> }
}

/// The value of `data-in`, by which the style sheet shows an element in one band of widths.
const fn band(band: Band) -> &'static str {
    match band {
        Band::Narrow => "narrow",
        Band::Medium => "medium",
        Band::Wide => "wide",
    }
}
