//! How does the picture look where it is too narrow for all days side by side?

use serviceaftale_core::answers::Timeline;
use serviceaftale_core::answers::timeline::{Mark, Row};

use super::shapes::DOT;
use crate::view::Draw;

/// The middle of a row's bar, in tenths of an em.
const MIDDLE: i32 = 12;
/// Where what crosses the bar begins and ends.
const ACROSS: (i32, i32) = (2, 22);
/// The baseline of the first line below the bar.
const CAPTIONS: i32 = 31;
/// From line to line.
const LINE: i32 = 14;

/// The days below each other, under the hours of a day; nothing for a picture that has no rows of days.
pub fn days(draw: &mut Draw, timeline: &Timeline) {
    let say = draw.say;
    draw.open("div", "day-rows");
    for (index, row) in timeline.day_rows(&|words| say.on_timeline(timeline, words)).iter().enumerate() {
        if index == 0 {
            hours(draw);
        }
        let (date, name) = say.day_row(row);
        draw.open("div", "day-row");
        draw.open("div", if row.closed { "day-name sunken" } else { "day-name" });
        draw.words("strong", "", date);
        draw.words("span", "meta", name);
        draw.close();
        draw.open("svg", "");
        for at in &[250, 500, 750] {
            draw.rule("minor", *at, 0);
            draw.close();
        }
        for bar in &row.bars {
            draw.bar(bar, MIDDLE);
        }
        for (mark, at) in &row.marks {
            let class = match mark {
                Mark::Deadline(response) => {
                    draw.marker(*response, *at, MIDDLE);
                    continue;
                }
                Mark::Report => "report",
                Mark::Now => "now",
                Mark::Work => continue,
            };
            draw.line(class, (*at, ACROSS.0), (*at, ACROSS.1));
            draw.close();
            if *mark == Mark::Report {
                draw.shape("dot", DOT, *at, MIDDLE);
            } else if row.bars.iter().any(|bar| bar.from <= *at && *at < bar.to) {
                draw.cut(*at, MIDDLE);
            }
        }
        let mut height = CAPTIONS - LINE;
        for caption in &row.captions {
            let (class, line) = match caption.row {
                Row::WindowBelow(line) => ("planned", line),
                Row::Below(line) => ("strong", line),
                _ => continue,
            };
            let baseline = CAPTIONS + LINE * i32::from(line);
            height = height.max(baseline);
            draw.placed(caption, class, baseline);
        }
        draw.down("height", height + 7);
        draw.close();
        draw.close();
    }
    draw.close();
}

/// The hours above the days.
fn hours(draw: &mut Draw) {
    draw.open("div", "day-row");
    draw.open("div", "");
    draw.close();
    draw.open("svg", "");
    draw.down("height", 14);
    for (hour, at, anchor) in
        &[("0", 0, "start"), ("6", 250, "middle"), ("12", 500, "middle"), ("18", 750, "middle"), ("24", 1000, "end")]
    {
        draw.open("text", "");
        draw.across("x", *at);
        draw.down("y", 10);
        draw.attribute("text-anchor", *anchor);
        draw.label(hour);
        draw.close();
    }
    draw.close();
    draw.close();
}
