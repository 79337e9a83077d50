//! What is left of a text from outside once it can only be read?

/// The text on one line, without what is not seen but changes how the rest of it, or what stands beside it, is read:
/// control characters, marks that reverse the direction of writing, and heaps of accents on one letter.
///
/// ```
/// use serviceaftale_core::data::sanitize;
/// assert_eq!(sanitize(" Odder\u{202e}\n  og  Hov\u{0} "), "Odder og Hov");
/// ```
pub fn sanitize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut gap, mut accents) = (false, 0);
    for character in text.chars() {
        // Spaces apart from those that keep a line together; ends of lines and other controls part words, too.
        if character <= ' ' || matches!(character, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}') {
            gap = true;
            continue;
        }
        accents = if is_accent(character) { accents + 1 } else { 0 };
        if is_invisible_control(character) || accents > MOST_ACCENTS {
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(character);
    }
    out
}

/// More than any language of Europe puts on a letter.
const MOST_ACCENTS: usize = 2;

const fn is_accent(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a character that is not seen changes what is: controls beyond ASCII's first ones, ends of lines and
/// paragraphs, marks of direction, what has no width, annotations and tags.
pub(super) const fn is_invisible_control(character: char) -> bool {
    matches!(character,
        '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
