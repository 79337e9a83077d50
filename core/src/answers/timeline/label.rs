//! Label geometry of the timeline chart: estimated text widths, bands of chart widths and placement of captions.
//!
//! There are no font metrics. Every character counts as slightly wider than a bold digit, and labels are placed for the
//! narrowest plot of a band. Text is never scaled and positions are thousandths of the plot width, so a label that fits
//! there fits at every width of the band. Lengths are hundredths of an em.

use super::axis::SCALE;

/// The estimated width of a character.
pub(super) const CHARACTER_WIDTH: i32 = 62;
/// The narrowest plot of a day row beside its date: 168 px with 13 px text, and 432 px from a chart width of 560 px.
pub(super) const DAY_ROW: i32 = 168 * 100 / 13;
pub(super) const WIDE_DAY_ROW: i32 = 432 * 100 / 13;
/// The minimum distance between captions of a row.
const CAPTION_SPACING: i32 = 60;

/// A band of chart widths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Below 720 px.
    Narrow,
    /// From 720 px.
    Medium,
    /// From 920 px.
    Wide,
}

impl Band {
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Medium, Self::Wide];

    /// The narrowest plot: 212 and 556 px with 13 px text, 692 px with 14 px text.
    pub(super) const fn plot_width(self) -> i32 {
        match self {
            Self::Narrow => 212 * 100 / 13,
            Self::Medium => 556 * 100 / 13,
            Self::Wide => 692 * 100 / 14,
        }
    }
}

/// The point of a label that is at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The label is to the right of its position.
    Start,
    Middle,
    /// The label is to the left of its position.
    End,
}

/// The kind of a label, which determines its vertical position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// An hour or a date, at its tick.
    Tick,
    /// The name of a public holiday.
    Holiday,
    /// Another name of a date, or its weekday.
    DayName,
    Report,
    Now,
    /// A label in the lane with this index.
    Lane(usize),
    /// The names of all public holidays below the chart, where one does not fit its column.
    Footnote,
    /// An event in a day row, in this line below the bars; 0 is the first.
    Caption(u8),
    /// A maintenance window in a day row, in this line below the bars.
    WindowCaption(u8),
}

/// A text at a position of the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    /// In thousandths of the plot width.
    pub position: u16,
    pub anchor: Anchor,
    /// The distance between the position and the text, in tenths of an em; 0 for [`Anchor::Middle`].
    pub margin: u8,
    pub kind: LabelKind,
    pub band: Band,
}

impl Label {
    /// A label to the right of a position, in the narrow band.
    pub(super) const fn after(text: String, position: u16, margin: u8, kind: LabelKind) -> Self {
        Self { text, position, anchor: Anchor::Start, margin, kind, band: Band::Narrow }
    }

    /// The label centred on its position, or beside it at an end of the plot.
    pub(super) fn centred(mut self, plot: i32) -> Self {
        self.anchor = Anchor::Middle;
        self.margin = 0;
        match self.extent(plot) {
            (left, _) if left < 0 => self.anchor = Anchor::Start,
            (_, right) if right > plot => self.anchor = Anchor::End,
            _ => {}
        }
        self
    }

    /// The left and the right end on a plot of this width.
    pub(super) fn extent(&self, plot: i32) -> (i32, i32) {
        let (at, margin, width) = (distance(self.position, plot), 10 * i32::from(self.margin), text_width(&self.text));
        let left = match self.anchor {
            Anchor::Start => at + margin,
            Anchor::Middle => at - width / 2,
            Anchor::End => at - margin - width,
        };
        (left, left + width)
    }

    /// Whether the distance to another label is at least `spacing` on a plot of this width.
    pub(super) fn is_apart(&self, other: &Self, spacing: i32, plot: i32) -> bool {
        let (one, other) = (self.extent(plot), other.extent(plot));
        one.1 + spacing <= other.0 || other.1 + spacing <= one.0
    }
}

/// The distance of a position from the start of a plot of this width.
pub(super) fn distance(at: u16, plot: i32) -> i32 {
    i32::from(at) * plot / i32::from(SCALE)
}

/// The estimated width of a text. A word joiner has no width.
fn text_width(text: &str) -> i32 {
    let mut width = 0;
    for character in text.chars() {
        if character != '\u{2060}' {
            width += CHARACTER_WIDTH;
        }
    }
    width
}

/// Distributes the captions of a day row, sorted by position, over lines below its bars. Each line holds as many as
/// fit.
/// Captions are centred on their positions and pushed apart where they are too close.
pub(super) fn place_captions(captions: &mut [Label], plot: i32) {
    let (mut first, mut line, mut taken) = (0, 0, 0);
    for index in 0..captions.len() {
        let Some(caption) = captions.get_mut(index) else { break };
        let width = text_width(&caption.text);
        if first < index && taken + width > plot {
            line += 1;
            taken = 0;
        }
        if let LabelKind::Caption(row_line) | LabelKind::WindowCaption(row_line) = &mut caption.kind {
            *row_line = line;
        }
        caption.anchor = Anchor::Middle;
        if taken == 0 {
            push_apart(captions.get_mut(first..index).unwrap_or_default(), plot);
            first = index;
        }
        taken += width + CAPTION_SPACING;
    }
    push_apart(captions.get_mut(first..).unwrap_or_default(), plot);
}

/// Moves the captions of one line so that they do not overlap. A caption longer than the line ends with it.
fn push_apart(captions: &mut [Label], plot: i32) {
    let mut lefts = Vec::new();
    let mut min_left = 0;
    for caption in captions.iter() {
        let width = text_width(&caption.text);
        let left = min_left.max(distance(caption.position, plot) - width / 2);
        lefts.push((left, width));
        min_left = left + width + CAPTION_SPACING;
    }
    let mut max_right = plot;
    for caption in captions.iter_mut().rev() {
        let (left, width) = lefts.pop().unwrap_or_default();
        let left = left.min(max_right - width);
        max_right = left - CAPTION_SPACING;
        caption.position = u16::try_from((left + width / 2) * i32::from(SCALE) / plot).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_centred_then_pushed_apart_then_stacked() {
        // Captions as position and number of characters; the result as middle and line.
        fn check(given: &[(u16, usize)], placed: &[(u16, u8)]) {
            let label =
                |(at, characters): &(u16, usize)| Label::after("0".repeat(*characters), *at, 0, LabelKind::Caption(0));
            let mut captions: Vec<_> = given.iter().map(label).collect();
            place_captions(&mut captions, DAY_ROW);
            let line = |caption: &Label| match caption.kind {
                LabelKind::Caption(line) => line,
                _ => panic!("{caption:?}"),
            };
            let got: Vec<_> = captions.iter().map(|caption| (caption.position, line(caption))).collect();
            assert_eq!(got, placed, "{given:?}");
            for (index, one) in captions.iter().enumerate() {
                for other in captions.iter().skip(index + 1).filter(|other| line(other) == line(one)) {
                    // The middles are rounded to a thousandth.
                    assert!(one.is_apart(other, CAPTION_SPACING - 3, DAY_ROW), "{given:?}");
                }
            }
        }
        check(&[], &[]);
        check(&[(500, 8)], &[(500, 0)]);
        check(&[(0, 8)], &[(191, 0)]); // at the ends of the row
        check(&[(1000, 8)], &[(808, 0)]);
        check(&[(250, 8), (750, 8)], &[(250, 0), (750, 0)]);
        check(&[(458, 9), (667, 9)], &[(305, 0), (784, 0)]); // 11 and 16 o'clock
        check(&[(900, 9), (950, 9)], &[(305, 0), (784, 0)]);
        check(&[(125, 19), (458, 9), (667, 9)], &[(455, 0), (305, 1), (784, 1)]);
        check(&[(100, 20), (200, 20)], &[(479, 0), (479, 1)]);
        check(&[(500, 22), (500, 4)], &[(472, 0), (500, 1)]); // longer than any line
    }

    #[test]
    fn a_label_at_the_edge_stays_within_the_plot() {
        fn check(at: u16, anchor: Anchor) {
            let label = Label::after("16.00".to_owned(), at, 5, LabelKind::Tick).centred(1000);
            assert_eq!(label.anchor, anchor, "{at}");
            let (left, right) = label.extent(1000);
            assert!(0 <= left && right <= 1000, "{at}");
        }
        check(0, Anchor::Start);
        check(154, Anchor::Start);
        check(155, Anchor::Middle);
        check(845, Anchor::Middle);
        check(846, Anchor::End);
        check(1000, Anchor::End);
    }

    #[test]
    fn only_visible_characters_have_a_width() {
        assert_eq!(text_width("8\u{2060}–\u{2060}20"), 4 * CHARACTER_WIDTH);
        assert_eq!(text_width("kl.\u{a0}8.00"), 8 * CHARACTER_WIDTH);
    }
}
