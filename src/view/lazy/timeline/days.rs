//! Rows of days, one below the other, for widths at which the chart has no room.

use serviceaftale_core::answers::Timeline;
use serviceaftale_core::answers::timeline::{Label, LabelKind, Marker, TimelineDay};
use serviceaftale_core::messages::timeline;
use yew::{Html, html};

use super::labels::{Style, svg_label};
use super::shapes::{Line, Symbol, across, bar, cut, down, line, rule, symbol};
use crate::view::ViewContext;
use crate::view::elements::{label, text};

/// The middle of the bar of a row, in tenths of an em.
const MIDDLE: i32 = 12;
/// The ends of a line across the bar.
const ACROSS: (i32, i32) = (2, 22);
/// The baseline of the first caption below the bar.
const CAPTIONS: i32 = 31;
/// The height of a line of captions.
const LINE: i32 = 14;

/// The days below the hours of a day; without rows for a timeline that stacks its lanes instead.
pub fn days(cx: &ViewContext, timeline: &Timeline) -> Html {
    let rows = timeline.day_rows(&|words| timeline::on_timeline(cx.language, timeline, words));
    html! {
        <div class="day-rows">
            if !rows.is_empty() {
                {hours()}
            }
            for row in &rows {
                <div class="day-row">
                    if row.closed {
                        <div class="day-name sunken">{day_name(cx, row)}</div>
                    } else {
                        <div class="day-name">{day_name(cx, row)}</div>
                    }
                    {day(row)}
                </div>
            }
        </div>
    }
}

/// The hours above the days.
fn hours() -> Html {
    let hours =
        [("0", 0, "start"), ("6", 250, "middle"), ("12", 500, "middle"), ("18", 750, "middle"), ("24", 1000, "end")];
    html! {
        <div class="day-row">
            <div></div>
            <svg height="1.4em">
                for (hour, at, anchor) in hours {
                    <text x={across(at)} y="1.0em" text-anchor={anchor}>{label(hour)}</text>
                }
            </svg>
        </div>
    }
}

fn day_name(cx: &ViewContext, row: &TimelineDay<'_>) -> Html {
    let (date, name) = timeline::day_row(cx.language, row);
    html! { <><strong>{text(date)}</strong><span class="meta">{text(name)}</span></> }
}

fn day(row: &TimelineDay<'_>) -> Html {
    let captions: Vec<_> = row.captions.iter().filter_map(caption).collect();
    let lowest = captions.iter().map(|(.., baseline)| *baseline).max().unwrap_or(CAPTIONS - LINE);
    html! {
        <svg height={down(lowest + 7)}>
            for at in [250, 500, 750] {
                {rule(Line::Minor, at, 0)}
            }
            for each in &row.bars {
                {bar(each, MIDDLE)}
            }
            for (kind, at) in &row.markers {
                {mark(row, *kind, *at)}
            }
            for (label, style, baseline) in captions {
                {svg_label(label, style, baseline)}
            }
        </svg>
    }
}

/// A caption with its style and baseline, `None` for a label that is no caption.
const fn caption(label: &Label) -> Option<(&Label, Style, i32)> {
    let (style, line) = match label.kind {
        LabelKind::WindowCaption(line) => (Style::Planned, line),
        LabelKind::Caption(line) => (Style::Strong, line),
        _ => return None,
    };
    Some((label, style, CAPTIONS + LINE * line as i32))
}

fn mark(row: &TimelineDay<'_>, mark: Marker, at: u16) -> Html {
    let across = |kind| line(kind, (at, ACROSS.0), (at, ACROSS.1));
    match mark {
        Marker::Deadline(response) => symbol(Symbol::Deadline(response), at, MIDDLE),
        Marker::Report => html! { <>{across(Line::Report)}{symbol(Symbol::Report, at, MIDDLE)}</> },
        Marker::Now => html! {
            <>
                {across(Line::Now)}
                if row.bars.iter().any(|bar| bar.from <= at && at < bar.to) {
                    {cut(at, MIDDLE)}
                }
            </>
        },
        Marker::Work => Html::default(),
    }
}
