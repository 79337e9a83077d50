//! Of which shapes is the picture made?
//!
//! Places along a picture are thousandths of its width, heights are tenths of an em from its top.

use serviceaftale_core::agreement::ServiceMode;
use serviceaftale_core::answers::timeline::{Anchor, Band, Bar, Label, Shade};

use crate::view::Draw;

/// A height that is that of the picture.
pub const BOTTOM: i32 = i32::MAX;
/// A dot.
pub const DOT: &str = "M0-6a6 6 0 1 0 .01 0Z";

impl Draw {
    /// A place along the picture.
    pub fn across(&mut self, name: &'static str, thousandths: u16) {
        self.attribute(name, format!("{}.{}%", thousandths / 10, thousandths % 10));
    }

    /// A height.
    pub fn down(&mut self, name: &'static str, tenths: i32) {
        if tenths == BOTTOM {
            return self.attribute(name, "100%");
        }
        let sign = if tenths < 0 { "-" } else { "" };
        self.attribute(name, format!("{sign}{}.{}em", tenths.abs() / 10, tenths.abs() % 10));
    }

    /// A stretch from a height on, so high; it is left open.
    pub fn rectangle(&mut self, class: &'static str, from: u16, to: u16, top: i32, height: i32) {
        self.open("rect", class);
        self.across("x", from);
        self.across("width", to - from);
        self.down("y", top);
        self.down("height", height);
    }

    /// A bar around a height.
    pub fn bar(&mut self, bar: &Bar, middle: i32) {
        self.shaded(bar.shade, bar.from, bar.to, middle - look(bar.shade).2 / 2);
    }

    /// A stretch from a height on that looks like bars of that shade.
    pub fn shaded(&mut self, shade: Shade, from: u16, to: u16, top: i32) {
        let (class, fill, height) = look(shade);
        // A window may lie on what a clock does meanwhile, whose pattern would shine through its own.
        if shade == Shade::Window {
            self.rectangle("blank", from, to, top, height);
            self.close();
        }
        self.rectangle(class, from, to, top, height);
        if !fill.is_empty() {
            self.attribute("fill", fill);
        }
        self.close();
    }

    /// A line from one point to another; it is left open.
    pub fn line(&mut self, class: &'static str, from: (u16, i32), to: (u16, i32)) {
        self.open("line", class);
        self.across("x1", from.0);
        self.down("y1", from.1);
        self.across("x2", to.0);
        self.down("y2", to.1);
    }

    /// A line from a height to the bottom; it is left open.
    pub fn rule(&mut self, class: &'static str, at: u16, from: i32) {
        self.line(class, (at, from), (at, BOTTOM));
    }

    /// A gap at a place of a bar around a height, where that is of the colour of the line through it.
    pub fn cut(&mut self, at: u16, middle: i32) {
        let half = look(Shade::Counts).2 / 2;
        self.line("cut", (at, middle - half), (at, middle + half));
        self.close();
    }

    /// A shape around a point, whose path is in twentieths of an em.
    pub fn shape(&mut self, class: &'static str, path: &'static str, at: u16, middle: i32) {
        self.open("svg", class);
        self.across("x", at);
        self.down("y", middle);
        self.down("width", 10);
        self.down("height", 10);
        self.attribute("viewBox", "0 0 20 20");
        self.open("path", "");
        self.attribute("d", path);
        self.close();
        self.close();
    }

    /// The marker of a deadline.
    pub fn marker(&mut self, response: ServiceMode, at: u16, middle: i32) {
        let path = match response {
            ServiceMode::Remote => "M0-8a8 8 0 1 0 .01 0Z",
            ServiceMode::OnSite => "M0-11 11 0 0 11-11 0Z",
        };
        self.shape("marker", path, at, middle);
    }

    /// The words of a label on that baseline.
    pub fn placed(&mut self, label: &Label, class: &'static str, baseline: i32) {
        let gap = i32::from(label.gap);
        let (anchor, gap) = match label.anchor {
            Anchor::Start => ("start", gap),
            Anchor::Middle => ("middle", gap),
            Anchor::End => ("end", -gap),
        };
        self.open("text", class);
        self.only_in(label.band);
        self.across("x", label.at);
        self.down("dx", gap);
        self.down("y", baseline);
        self.attribute("text-anchor", anchor);
        self.text(label.text.clone());
        self.close();
    }

    /// Shows the element that was begun last in that band alone.
    pub fn only_in(&mut self, band: Band) {
        let name = match band {
            Band::Narrow => "narrow",
            Band::Medium => "medium",
            Band::Wide => "wide",
        };
        self.attribute("data-in", name);
    }
}

/// A bar's class, its fill where that is a pattern, and its height. A pattern can only be named where it is used.
pub const fn look(shade: Shade) -> (&'static str, &'static str, i32) {
    match shade {
        Shade::Counts => ("counts", "", 13),
        Shade::CountsNot => ("counts-not", "url(#timeline-hatch)", 13),
        Shade::Partly(_) => ("partly", "url(#timeline-blocks)", 13),
        Shade::Phone => ("phone", "", 9),
        Shade::Work => ("work", "", 9),
        Shade::Window => ("window", "url(#timeline-stripes)", 13),
        Shade::Difference => ("dimension", "", 0),
    }
}
