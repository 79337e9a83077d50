//! How much room does a label need, and where does it find it?
//!
//! The core knows no fonts. It counts characters, takes each for as wide as a bold digit with some to spare,
//! and holds that against the narrowest plot that a band of widths can have. Text is never scaled and
//! positions are thousandths of the plot, so what fits there fits everywhere in the band.
//! Lengths are hundredths of an em.

use super::axis::SCALE;

/// The width of a character.
pub(super) const CHARACTER: i32 = 62;
/// The plot of a day's row, which stands beside its date only where this much is left: 168 px of 13 px text; from 560 px
/// on it is this wide: 432 px.
pub(super) const DAY_ROW: i32 = 168 * 100 / 13;
pub(super) const WIDE_DAY_ROW: i32 = 432 * 100 / 13;
/// Between the captions of a row.
const BETWEEN_CAPTIONS: i32 = 60;

/// How wide the picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// On a phone.
    Narrow,
    /// From 720 px.
    Medium,
    /// From 920 px.
    Wide,
}

impl Band {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Medium, Self::Wide];

    /// Its narrowest plot: 212 and 556 px of 13 px text, 692 of 14.
    pub(super) const fn plot(self) -> i32 {
        match self {
            Self::Narrow => 212 * 100 / 13,
            Self::Medium => 556 * 100 / 13,
            Self::Wide => 692 * 100 / 14,
        }
    }
}

/// Which of its points a label is placed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning: it stands to the right of where it belongs.
    Start,
    /// Its middle.
    Middle,
    /// Its end: it stands to the left.
    End,
}

/// What a label is about, and with that its height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An hour or a date, at its line.
    Head,
    /// What a public holiday is called.
    Holiday,
    /// What else there is to say of a date.
    Name,
    /// The report.
    Report,
    /// Now.
    Now,
    /// What is in that lane.
    Lane(usize),
    /// Below everything: the public holidays, one of which would have missed its column.
    Note,
    /// Something that happens on a day, in that line below its bar; 0 is the first.
    Below(u8),
    /// A maintenance window, in that line below its bar.
    WindowBelow(u8),
}

/// Words at a place of the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is written.
    pub text: String,
    /// The place, in thousandths of the plot.
    pub at: u16,
    /// How it is placed there.
    pub anchor: Anchor,
    /// Between the place and the words, in tenths of an em; 0 for the middle.
    pub gap: u8,
    /// What it is about.
    pub row: Row,
    /// The band in which it is shown.
    pub band: Band,
}

impl Label {
    /// Words to the right of a place.
    pub(super) const fn after(text: String, at: u16, gap: u8, row: Row) -> Self {
        Self { text, at, anchor: Anchor::Start, gap, row, band: Band::Narrow }
    }

    /// The same words centred on the place, or beside it where the plot ends.
    pub(super) fn around(mut self, plot: i32) -> Self {
        self.anchor = Anchor::Middle;
        self.gap = 0;
        match self.extent(plot) {
            (left, _) if left < 0 => self.anchor = Anchor::Start,
            (_, right) if right > plot => self.anchor = Anchor::End,
            _ => {}
        }
        self
    }

    /// From where to where it reaches on a plot of that width.
    pub(super) fn extent(&self, plot: i32) -> (i32, i32) {
        let (at, gap, width) = (place(self.at, plot), 10 * i32::from(self.gap), width(&self.text));
        let left = match self.anchor {
            Anchor::Start => at + gap,
            Anchor::Middle => at - width / 2,
            Anchor::End => at - gap - width,
        };
        (left, left + width)
    }

    /// Whether there is air between it and another on a plot of that width.
    pub(super) fn is_apart(&self, other: &Self, air: i32, plot: i32) -> bool {
        let (one, other) = (self.extent(plot), other.extent(plot));
        one.1 + air <= other.0 || other.1 + air <= one.0
    }
}

/// How far a place is from the plot's beginning.
pub(super) fn place(at: u16, plot: i32) -> i32 {
    i32::from(at) * plot / i32::from(SCALE)
}

/// How wide words are; what only keeps a line from breaking has no width.
fn width(text: &str) -> i32 {
    let mut width = 0;
    for character in text.chars() {
        if character != '\u{2060}' {
            width += CHARACTER;
        }
    }
    width
}

/// Lays a day's captions, in the order of their places, in lines below its bar: as many in a line as it holds,
/// each centred on its place, and pushed apart where they are too close.
pub(super) fn lay(captions: &mut [Label], plot: i32) {
    let (mut first, mut line, mut taken) = (0, 0, 0);
    for index in 0..captions.len() {
        let Some(caption) = captions.get_mut(index) else { break };
        let width = width(&caption.text);
        if first < index && taken + width > plot {
            line += 1;
            taken = 0;
        }
        if let Row::Below(of) | Row::WindowBelow(of) = &mut caption.row {
            *of = line;
        }
        caption.anchor = Anchor::Middle;
        if taken == 0 {
            push_apart(captions.get_mut(first..index).unwrap_or_default(), plot);
            first = index;
        }
        taken += width + BETWEEN_CAPTIONS;
    }
    push_apart(captions.get_mut(first..).unwrap_or_default(), plot);
}

/// Moves the captions of one line so that they do not touch. One that is longer than the line ends with it.
fn push_apart(captions: &mut [Label], plot: i32) {
    let mut lefts = Vec::new();
    let mut free_from = 0;
    for caption in captions.iter() {
        let width = width(&caption.text);
        let left = free_from.max(place(caption.at, plot) - width / 2);
        lefts.push((left, width));
        free_from = left + width + BETWEEN_CAPTIONS;
    }
    let mut free_to = plot;
    for caption in captions.iter_mut().rev() {
        let (left, width) = lefts.pop().unwrap_or_default();
        let left = left.min(free_to - width);
        free_to = left - BETWEEN_CAPTIONS;
        caption.at = u16::try_from((left + width / 2) * i32::from(SCALE) / plot).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_centred_then_pushed_apart_then_stacked() {
        // Each caption by its place and its characters; then its middle and its line.
        fn check(given: &[(u16, usize)], laid: &[(u16, u8)]) {
            let label = |(at, characters): &(u16, usize)| Label::after("0".repeat(*characters), *at, 0, Row::Below(0));
            let mut captions: Vec<_> = given.iter().map(label).collect();
            lay(&mut captions, DAY_ROW);
            let line = |caption: &Label| match caption.row {
                Row::Below(line) => line,
                _ => panic!("{caption:?}"),
            };
            let got: Vec<_> = captions.iter().map(|caption| (caption.at, line(caption))).collect();
            assert_eq!(got, laid, "{given:?}");
            for (index, one) in captions.iter().enumerate() {
                for other in captions.iter().skip(index + 1).filter(|other| line(other) == line(one)) {
                    // The middles are rounded to a thousandth.
                    assert!(one.is_apart(other, BETWEEN_CAPTIONS - 3, DAY_ROW), "{given:?}");
                }
            }
        }
        check(&[], &[]);
        check(&[(500, 8)], &[(500, 0)]);
        check(&[(0, 8)], &[(191, 0)]); // at the row's edges
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
            let label = Label::after("16.00".to_owned(), at, 5, Row::Head).around(1000);
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
    fn only_characters_that_are_seen_take_room() {
        assert_eq!(width("8\u{2060}–\u{2060}20"), 4 * CHARACTER);
        assert_eq!(width("kl.\u{a0}8.00"), 8 * CHARACTER);
    }
}
