//! How do the lanes lie on one axis?

use serviceaftale_core::answers::Timeline;
use serviceaftale_core::answers::timeline::{Label, Lane, LaneKind, Row, SCALE, Unit};

use super::shapes::{BOTTOM, DOT};
use crate::view::Draw;

/// The middle of a lane's bars, in tenths of an em.
const MIDDLE: i32 = 14;
/// From the middle of a bar to the baseline of words beside it.
const BASELINE: i32 = 4;
/// The baselines of what stands above the lanes.
const HEADS: i32 = 11;
const NAMES: i32 = 25;

/// The lanes, behind all of them the axis, and below them what had no room on it.
pub fn chart(draw: &mut Draw, timeline: &Timeline) {
    let say = draw.say;
    let labels = timeline.labels(&|words| say.on_timeline(timeline, words));
    draw.open("div", if timeline.stacks() { "chart stacks" } else { "chart" });
    let of_days = timeline.axis.unit == Unit::Days;
    draw.attribute("data-of", if of_days { "days" } else { "hours" });
    if timeline.shows_now() {
        draw.attribute("data-now", "");
    }
    backdrop(draw, timeline, &labels, if of_days { NAMES } else { HEADS } + 14);
    for (index, lane) in timeline.lanes.iter().enumerate() {
        draw_lane(draw, index, lane, timeline, &labels);
    }
    draw.close();
    for label in &labels {
        if label.row == Row::Note {
            draw.open("p", "note");
            draw.only_in(label.band);
            draw.text(label.text.clone());
            draw.close();
        }
    }
}

fn backdrop(draw: &mut Draw, timeline: &Timeline, labels: &[Label], report_line: i32) {
    let axis = &timeline.axis;
    draw.open("svg", "backdrop");
    let mut top = HEADS + 4;
    if axis.unit == Unit::Hours {
        let hours = axis.hours();
        for hour in 1..hours {
            draw.rule("minor", u16::try_from(hour * i64::from(SCALE) / hours).unwrap_or_default(), top);
            draw.close();
        }
    } else {
        for day in &axis.days {
            if day.closed {
                draw.rectangle("closed", day.from, day.to, 0, BOTTOM);
                draw.close();
            }
            if axis.has_detail() {
                draw.rule("minor", day.from, top);
                draw.close();
            }
        }
        top = 0;
    }
    for label in labels {
        if label.row == Row::Head {
            draw.rule("major", label.at, top);
            draw.only_in(label.band);
            draw.close();
        }
    }
    if timeline.shows_now() {
        draw.rule("now", axis.position(timeline.now), report_line);
        draw.close();
    }
    let report = axis.position(timeline.report);
    draw.rule("report", report, report_line);
    draw.close();
    draw.shape("dot", DOT, report, report_line);
    for label in labels {
        let (class, baseline) = match label.row {
            Row::Head => ("strong", HEADS),
            Row::Holiday | Row::Name => ("", NAMES),
            Row::Report => ("strong", report_line + BASELINE),
            Row::Now => ("now", BOTTOM),
            _ => continue,
        };
        draw.placed(label, class, baseline);
    }
    draw.close();
}

fn draw_lane(draw: &mut Draw, index: usize, lane: &Lane, timeline: &Timeline, labels: &[Label]) {
    let say = draw.say;
    let (name, about) = say.lane(lane);
    let (mut look, mut baseline) = ("", MIDDLE + BASELINE);
    draw.open("div", "lane");
    draw.open("div", "lane-name");
    // Where lanes are stacked, an agreement's name is the heading of all that follow on each other.
    let before = index.checked_sub(1).and_then(|before| timeline.lanes.get(before));
    let again = before.is_some_and(|before| before.agreement == lane.agreement);
    let class = match (&lane.agreement, again) {
        (None, _) => "",
        (_, true) => "again",
        (_, false) => "heads",
    };
    draw.words("strong", class, name);
    draw.words("span", "meta", about);
    // Where lanes are stacked, what has no room on their bars stands beside their names.
    if let Some(told) = say.told(timeline, lane) {
        draw.words("span", "told", told);
    }
    draw.close();
    draw.open("svg", "");
    for bar in &lane.bars {
        if lane.kind == LaneKind::Difference {
            let line = MIDDLE + 4;
            draw.line("dimension", (bar.from, line), (bar.to, line));
            draw.close();
            draw.shape("dimension", "M0-9V9M9-5 1 0 9 5", bar.from, line);
            draw.shape("dimension", "M0-9V9M-9-5-1 0-9 5", bar.to, line);
            (look, baseline) = ("strong", MIDDLE - 2);
        } else {
            draw.bar(bar, MIDDLE);
        }
    }
    if let LaneKind::Clock { response, at, .. } = lane.kind {
        if timeline.shows_now() && lane.bars.iter().any(|bar| bar.interval.contains(timeline.now)) {
            draw.cut(timeline.axis.position(timeline.now), MIDDLE);
        }
        draw.marker(response, at, MIDDLE);
        look = "strong";
    }
    for label in labels {
        if label.row == Row::Lane(index) {
            draw.placed(label, look, baseline);
        }
    }
    draw.close();
    draw.close();
}
