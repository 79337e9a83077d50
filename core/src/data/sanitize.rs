//! Sanitizing of text from files and input fields.

/// The text on a single line, without invisible characters that change how it or its surroundings are displayed:
/// control characters, bidirectional formatting, zero-width characters, and more than two accents on one letter.
/// Line breaks, tabs and runs of spaces become one space.
///
/// ```
/// use serviceaftale_core::data::sanitize;
/// assert_eq!(sanitize(" Odder\u{202e}\n  og  Hov\u{0} "), "Odder og Hov");
/// ```
pub fn sanitize(text: &str) -> String {
    let mut sanitized = String::with_capacity(text.len());
    let (mut space_pending, mut accents) = (false, 0);
    for character in text.chars() {
        let invisible = Invisible::of(character);
        if character == ' ' || matches!(invisible, Some(Invisible::Control | Invisible::LineBreak)) {
            space_pending = true;
            continue;
        }
        accents = if is_accent(character) { accents + 1 } else { 0 };
        if invisible.is_some() || accents > MAX_ACCENTS {
            continue;
        }
        if space_pending && !sanitized.is_empty() {
            sanitized.push(' ');
        }
        space_pending = false;
        sanitized.push(character);
    }
    sanitized
}

/// Whether the text has at most `max` characters, and at least one that [`sanitize`] keeps.
pub(crate) fn is_visible_text(text: &str, max: usize) -> bool {
    text.chars().take(max + 1).count() <= max && !sanitize(text).trim().is_empty()
}

/// No European language puts more on a letter.
const MAX_ACCENTS: usize = 2;

const fn is_accent(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// The kinds of characters that have no glyph but change how text is displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Invisible {
    /// C0 controls, DEL and C1 controls.
    Control,
    /// Line and paragraph separator.
    LineBreak,
    /// Bidirectional marks, embeddings, overrides and isolates.
    Direction,
    /// Word joiner and byte order mark.
    WordJoiner,
    /// Other zero-width characters, annotations and tags. Emoji sequences use some of them.
    Other,
}

impl Invisible {
    pub(crate) const fn of(character: char) -> Option<Self> {
        Some(match character {
            '\0'..='\x1f' | '\x7f'..='\u{9f}' => Self::Control,
            '\u{2028}' | '\u{2029}' => Self::LineBreak,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Self::Direction,
            '\u{2060}' | '\u{feff}' => Self::WordJoiner,
            '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2061}'..='\u{2065}' | '\u{206a}'..='\u{206f}' => {
                Self::Other
            }
            '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Self::Other,
            _ => return None,
        })
    }
}
