//! SVG shapes of the timeline.
//!
//! Horizontal positions are thousandths of the width, vertical ones are tenths of an em from the top. Classes are
//! literals, hence a branch for each kind of shape.

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::timeline::{Bar, BarKind};
use yew::{Html, html};

/// A height that stands for the height of the drawing.
pub const BOTTOM: i32 = i32::MAX;

/// The height of a bar of working time, in tenths of an em.
const BAR_HEIGHT: i32 = 13;

/// A horizontal position as a percentage.
pub fn across(thousandths: u16) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// A vertical position in em.
pub fn down(tenths: i32) -> String {
    if tenths == BOTTOM {
        return "100%".to_owned();
    }
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}em", tenths.abs() / 10, tenths.abs() % 10)
}

/// A bar around the height `middle`.
pub fn bar(bar: &Bar, middle: i32) -> Html {
    shaded(bar.kind, bar.from, bar.to, middle - height(bar.kind) / 2)
}

const fn height(shade: BarKind) -> i32 {
    match shade {
        BarKind::Counting | BarKind::Paused | BarKind::PartlyCounting(_) | BarKind::Window => BAR_HEIGHT,
        BarKind::Phone | BarKind::Work => 9,
        BarKind::Difference => 0,
    }
}

/// A rectangle that looks like the bars of that shade. A difference is drawn as lines instead.
pub fn shaded(shade: BarKind, from: u16, to: u16, top: i32) -> Html {
    let (x, width) = (across(from), across(to - from));
    let (y, height) = (down(top), down(height(shade)));
    // The `fill` is an attribute, since a pattern can be referenced only from the tree that it is in.
    match shade {
        BarKind::Counting => html! { <rect class="counts" {x} {width} {y} {height} /> },
        BarKind::Paused => {
            html! { <rect class="counts-not" {x} {width} {y} {height} fill="url(#timeline-hatch)" /> }
        }
        BarKind::PartlyCounting(_) => {
            html! { <rect class="partly" {x} {width} {y} {height} fill="url(#timeline-blocks)" /> }
        }
        BarKind::Phone => html! { <rect class="phone" {x} {width} {y} {height} /> },
        BarKind::Work => html! { <rect class="work" {x} {width} {y} {height} /> },
        // A window may lie on a patterned bar, which would be visible through the window's own pattern.
        BarKind::Window => html! {
            <>
                <rect class="blank" x={x.clone()} width={width.clone()} y={y.clone()} height={height.clone()} />
                <rect class="window" {x} {width} {y} {height} fill="url(#timeline-stripes)" />
            </>
        },
        BarKind::Difference => Html::default(),
    }
}

/// The background of a closed day.
pub fn closed_day(from: u16, to: u16) -> Html {
    html! { <rect class="closed" x={across(from)} width={across(to - from)} y={down(0)} height={down(BOTTOM)} /> }
}

/// What a line stands for.
#[derive(Clone, Copy)]
pub enum Line {
    /// An hour, or a day without a label.
    Minor,
    /// The length of a difference.
    Difference,
    Report,
    Now,
    /// A gap in a bar, where the bar has the colour of the line through it.
    Cut,
}

/// A line between two points.
pub fn line(kind: Line, from: (u16, i32), to: (u16, i32)) -> Html {
    let (x1, y1) = (across(from.0), down(from.1));
    let (x2, y2) = (across(to.0), down(to.1));
    match kind {
        Line::Minor => html! { <line class="minor" {x1} {y1} {x2} {y2} /> },
        Line::Difference => html! { <line class="dimension" {x1} {y1} {x2} {y2} /> },
        Line::Report => html! { <line class="report" {x1} {y1} {x2} {y2} /> },
        Line::Now => html! { <line class="now" {x1} {y1} {x2} {y2} /> },
        Line::Cut => html! { <line class="cut" {x1} {y1} {x2} {y2} /> },
    }
}

/// A line from the height `top` to the bottom.
pub fn rule(kind: Line, at: u16, top: i32) -> Html {
    line(kind, (at, top), (at, BOTTOM))
}

/// A gap in a bar around the height `middle`.
pub fn cut(at: u16, middle: i32) -> Html {
    let half = BAR_HEIGHT / 2;
    line(Line::Cut, (at, middle - half), (at, middle + half))
}

/// A symbol of constant size.
#[derive(Clone, Copy)]
pub enum Symbol {
    Report,
    Deadline(ServiceMode),
    /// The arrows at the ends of a difference.
    DifferenceStart,
    DifferenceEnd,
}

/// A symbol around a point. The unit of its path is a twentieth of an em.
pub fn symbol(symbol: Symbol, at: u16, middle: i32) -> Html {
    let path = match symbol {
        Symbol::Report => "M0-6a6 6 0 1 0 .01 0Z",
        Symbol::Deadline(ServiceMode::Remote) => "M0-8a8 8 0 1 0 .01 0Z",
        Symbol::Deadline(ServiceMode::OnSite) => "M0-11 11 0 0 11-11 0Z",
        Symbol::DifferenceStart => "M0-9V9M9-5 1 0 9 5",
        Symbol::DifferenceEnd => "M0-9V9M-9-5-1 0-9 5",
    };
    let (x, y, path) = (across(at), down(middle), html! { <path d={path} /> });
    match symbol {
        Symbol::Report => {
            html! { <svg class="dot" {x} {y} width="1.0em" height="1.0em" viewBox="0 0 20 20">{path}</svg> }
        }
        Symbol::Deadline(_) => {
            html! { <svg class="marker" {x} {y} width="1.0em" height="1.0em" viewBox="0 0 20 20">{path}</svg> }
        }
        Symbol::DifferenceStart | Symbol::DifferenceEnd => {
            html! { <svg class="dimension" {x} {y} width="1.0em" height="1.0em" viewBox="0 0 20 20">{path}</svg> }
        }
    }
}
