//! Chart of all lanes on one axis.

use serviceaftale_core::answers::Timeline;
use serviceaftale_core::answers::timeline::{AxisUnit, Label, LabelKind, Lane, LaneKind, SCALE};
use serviceaftale_core::messages::timeline;
use yew::{Html, html};

use super::labels::{Style, label_line, note, svg_label};
use super::shapes::{BOTTOM, Line, Symbol, bar, closed_day, cut, line, rule, symbol};
use crate::view::ViewContext;
use crate::view::elements::text;

/// The middle of the bars of a lane, in tenths of an em.
const MIDDLE: i32 = 14;
/// From the middle of a bar to the baseline of the text beside it.
const BASELINE: i32 = 4;
/// The baselines of the labels above the lanes.
const HEADS: i32 = 11;
const NAMES: i32 = 25;

/// The lanes on top of the axis, and below them the labels that have no room in the chart.
pub fn chart(cx: &ViewContext, timeline: &Timeline) -> Html {
    let labels = timeline.labels(&|words| timeline::on_timeline(cx.language, timeline, words));
    let (unit, report_line) = match timeline.axis.unit {
        AxisUnit::Days => ("days", NAMES + 14),
        AxisUnit::Hours => ("hours", HEADS + 14),
    };
    let now = timeline.shows_now().then_some("");
    let content = html! {
        <>
            {backdrop(timeline, &labels, report_line)}
            for (index, lane) in timeline.lanes.iter().enumerate() {
                <div class="lane">
                    {lane_name(cx, timeline, index, lane)}
                    {lane_bars(timeline, index, lane, &labels)}
                </div>
            }
        </>
    };
    html! {
        <>
            if timeline.is_stacked() {
                <div class="chart stacks" data-of={unit} data-now={now}>{content}</div>
            } else {
                <div class="chart" data-of={unit} data-now={now}>{content}</div>
            }
            for label in labels.iter().filter(|label| label.kind == LabelKind::Footnote) {
                {note(label)}
            }
        </>
    }
}

/// The axis, the report and the present behind all lanes.
fn backdrop(timeline: &Timeline, labels: &[Label], report_line: i32) -> Html {
    let axis = &timeline.axis;
    let below_heads = HEADS + 4;
    let hours = axis.hours();
    let hour_position = |hour: i64| u16::try_from(hour * i64::from(SCALE) / hours).unwrap_or_default();
    let label_lines_from = if axis.unit == AxisUnit::Hours { below_heads } else { 0 };
    let report = axis.position(timeline.report);
    html! {
        <svg class="backdrop">
            if axis.unit == AxisUnit::Hours {
                for hour in 1..hours {
                    {rule(Line::Minor, hour_position(hour), below_heads)}
                }
            } else {
                for day in &axis.days {
                    if day.closed {
                        {closed_day(day.from, day.to)}
                    }
                    if axis.has_detail() {
                        {rule(Line::Minor, day.from, below_heads)}
                    }
                }
            }
            for label in labels.iter().filter(|label| label.kind == LabelKind::Tick) {
                {label_line(label, label_lines_from)}
            }
            if timeline.shows_now() {
                {rule(Line::Now, axis.position(timeline.now), report_line)}
            }
            {rule(Line::Report, report, report_line)}
            {symbol(Symbol::Report, report, report_line)}
            for label in labels {
                {axis_label(label, report_line)}
            }
        </svg>
    }
}

/// A label that belongs to the axis; empty for those of lanes and for notes.
fn axis_label(label: &Label, report_line: i32) -> Html {
    match label.kind {
        LabelKind::Tick => svg_label(label, Style::Strong, HEADS),
        LabelKind::Holiday | LabelKind::DayName => svg_label(label, Style::Plain, NAMES),
        LabelKind::Report => svg_label(label, Style::Strong, report_line + BASELINE),
        LabelKind::Now => svg_label(label, Style::Now, BOTTOM),
        LabelKind::Lane(_) | LabelKind::Footnote | LabelKind::Caption(_) | LabelKind::WindowCaption(_) => {
            Html::default()
        }
    }
}

/// Where lanes are stacked, the name of an agreement is the heading of all its lanes, and what has no room beside the
/// bars stands beside the name.
fn lane_name(cx: &ViewContext, timeline: &Timeline, index: usize, lane: &Lane) -> Html {
    let (name, about) = timeline::lane(cx.language, lane);
    let name = text(name);
    let previous = index.checked_sub(1).and_then(|previous| timeline.lanes.get(previous));
    html! {
        <div class="lane-name">
            if lane.agreement.is_none() {
                <strong>{name}</strong>
            } else if previous.is_some_and(|previous| previous.agreement == lane.agreement) {
                <strong class="again">{name}</strong>
            } else {
                <strong class="heads">{name}</strong>
            }
            <span class="meta">{text(about)}</span>
            if let Some(told) = timeline::lane_note(cx.language, timeline, lane) {
                <span class="told">{text(told)}</span>
            }
        </div>
    }
}

fn lane_bars(timeline: &Timeline, index: usize, lane: &Lane, labels: &[Label]) -> Html {
    let (style, baseline) = match lane.kind {
        LaneKind::Difference => (Style::Strong, MIDDLE - 2),
        LaneKind::Clock { .. } => (Style::Strong, MIDDLE + BASELINE),
        _ => (Style::Plain, MIDDLE + BASELINE),
    };
    let covers_now = timeline.shows_now() && lane.bars.iter().any(|bar| bar.interval.contains(timeline.now));
    html! {
        <svg>
            for each in &lane.bars {
                if lane.kind == LaneKind::Difference {
                    {difference(each.from, each.to)}
                } else {
                    {bar(each, MIDDLE)}
                }
            }
            if let LaneKind::Clock { mode: response, position: at, .. } = lane.kind {
                if covers_now {
                    {cut(timeline.axis.position(timeline.now), MIDDLE)}
                }
                {symbol(Symbol::Deadline(response), at, MIDDLE)}
            }
            for label in labels.iter().filter(|label| label.kind == LabelKind::Lane(index)) {
                {svg_label(label, style, baseline)}
            }
        </svg>
    }
}

fn difference(from: u16, to: u16) -> Html {
    let height = MIDDLE + 4;
    html! {
        <>
            {line(Line::Difference, (from, height), (to, height))}
            {symbol(Symbol::DifferenceStart, from, height)}
            {symbol(Symbol::DifferenceEnd, to, height)}
        </>
    }
}
