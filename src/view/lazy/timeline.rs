//! How does the time between the report and the start of work look?
//!
//! The picture is for those who see it; the table below says the same. Lengths along the axis are in per cent,
//! across it in em, so that text is never scaled.

mod chart;
mod days;
mod shapes;

use serviceaftale_core::agreement::{Catalogue, ServiceMode};
use serviceaftale_core::answers::timeline::{Bar, SCALE, Shade};
use serviceaftale_core::answers::{Responses, Timeline};
use serviceaftale_core::messages::TableRow;
use shapes::look;

use crate::view::{Draw, Icon};

/// The picture of these responses, its legend, and the table; nothing where no clock has an answer.
pub fn timeline(draw: &mut Draw, catalogue: &Catalogue, responses: &Responses) {
    match Timeline::compute(catalogue, responses) {
        Some(timeline) => draw.part(timeline, panel),
        None => draw.nothing(),
    }
}

fn panel(draw: &mut Draw, timeline: &Timeline) {
    draw.panel("timeline", draw.say.timeline().heading, |draw| {
        about(draw, timeline);
        draw.open("div", "picture");
        draw.attribute("aria-hidden", "true");
        patterns(draw);
        chart::chart(draw, timeline);
        days::days(draw, timeline);
        legend(draw, timeline);
        draw.close();
        table(draw, timeline);
    });
}

/// The sentence above, of which what lies between asterisks is strong.
fn about(draw: &mut Draw, timeline: &Timeline) {
    draw.open("p", "about");
    for (index, part) in draw.say.about_timeline(timeline).split('*').enumerate() {
        let part = part.to_owned();
        if index % 2 == 1 {
            draw.words("strong", "", part);
        } else {
            draw.text(part);
        }
    }
    draw.close();
}

/// The patterns that bars are filled with. They are never hidden, because a hidden pattern fills nothing.
fn patterns(draw: &mut Draw) {
    draw.open("svg", "patterns");
    for [id, size, turn, line] in &[
        ["timeline-hatch", "6", "rotate(45)", "M3 0v6"],
        ["timeline-stripes", "5", "rotate(-45)", "M2.5 0v5"],
        ["timeline-blocks", "12", "rotate(45)", "M3 0v12"],
    ] {
        draw.open("pattern", "");
        draw.attribute("id", *id);
        draw.attribute("width", *size);
        draw.attribute("height", *size);
        draw.attribute("patternUnits", "userSpaceOnUse");
        draw.attribute("patternTransform", *turn);
        draw.open("path", "");
        draw.attribute("d", *line);
        draw.close();
        draw.close();
    }
    draw.close();
}

/// Of what is drawn, what does not say itself what it is.
fn legend(draw: &mut Draw, timeline: &Timeline) {
    draw.open("ul", "legend");
    for shade in &[Shade::CountsNot, Shade::Counts, Shade::Partly(0)] {
        let same = |bar: &Bar| look(bar.shade).0 == look(*shade).0;
        if timeline.lanes.iter().any(|lane| lane.bars.iter().any(same)) {
            draw.open("li", "");
            draw.open("svg", "swatch");
            draw.shaded(*shade, 0, SCALE, 0);
            draw.close();
            draw.label(draw.say.shade(*shade));
            draw.close();
        }
    }
    for (response, icon) in &[(ServiceMode::Remote, Icon::Remote), (ServiceMode::OnSite, Icon::OnSite)] {
        draw.open("li", "");
        draw.icon(*icon);
        draw.label(draw.say.started(*response));
        draw.close();
    }
    draw.close();
}

fn table(draw: &mut Draw, timeline: &Timeline) {
    let words = draw.say.timeline();
    draw.open("details", "as-table");
    draw.labelled("summary", "", words.as_table);
    draw.open("table", "");
    draw.open("thead", "");
    draw.open("tr", "");
    for heading in [&words.what, &words.from, &words.to] {
        draw.open("th", "");
        draw.attribute("scope", "col");
        draw.label(heading);
        draw.close();
    }
    draw.close();
    draw.close();
    draw.open("tbody", "");
    for TableRow { what, from, to } in draw.say.timeline_table(timeline) {
        draw.open("tr", "");
        draw.open("th", "");
        draw.attribute("scope", "row");
        draw.text(what);
        draw.close();
        draw.words("td", "", from);
        draw.words("td", "", to);
        draw.close();
    }
    draw.close();
    draw.close();
    draw.close();
}
