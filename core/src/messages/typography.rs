//! Typography of texts: non-breaking spaces and en dashes.

/// Prevents line breaks after a number, after "kl." and around the dash of a range, and turns that dash into an en
/// dash.
///
/// ```
/// use serviceaftale_core::messages::typeset;
/// assert_eq!(typeset("hverdage kl. 8-16"), "hverdage kl.\u{a0}8\u{2060}–\u{2060}16");
/// assert_eq!(typeset("om 3 dage"), "om 3\u{a0}dage");
/// ```
pub fn typeset(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(character) = rest.next() {
        let digit_before = before.is_some_and(|before: char| before.is_ascii_digit());
        let digit_after = rest.peek().is_some_and(char::is_ascii_digit);
        // Every character beyond ASCII that follows a space in these texts is a letter.
        let word_after = rest.peek().is_some_and(|next| next.is_ascii_alphanumeric() || !next.is_ascii());
        match character {
            '-' | '–' if digit_before && digit_after => out.push_str("\u{2060}–\u{2060}"),
            ' ' if word_after && ends_in_number(&out) => out.push('\u{a0}'),
            ' ' if out.ends_with("kl.") => out.push('\u{a0}'),
            plain => out.push(plain),
        }
        before = Some(character);
    }
    out
}

/// Whether the text ends in a count like "3" or an ordinal like "7.", which belong to the next word. Years do not, and
/// neither does a time at the end of a sentence, like "16.00.".
fn ends_in_number(text: &str) -> bool {
    let (number, longest) = text.strip_suffix('.').map_or((text, 3), |number| (number, 2));
    let digits = number.chars().rev().take_while(char::is_ascii_digit).count();
    let before = number.chars().rev().nth(digits);
    (1..=longest).contains(&digits) && !matches!(before, Some('.' | ':' | '\u{2060}'))
}

#[cfg(test)]
mod tests {
    use super::typeset;

    #[test]
    fn numbers_times_and_ranges_do_not_break() {
        fn check(text: &str, expected: &str) {
            // "_" stands for a non-breaking space and "=" for a non-breaking dash.
            let shown = typeset(text).replace('\u{a0}', "_").replace("\u{2060}–\u{2060}", "=");
            assert_eq!(shown, expected);
        }
        check("tirsdag 7. april kl. 16.00", "tirsdag 7._april kl._16.00");
        check("3. april 2026 kl. 8.00", "3._april 2026 kl._8.00");
        check("kl. 16.00 ligger", "kl._16.00 ligger");
        check("kl. 10.00. Tast 2.", "kl._10.00. Tast 2.");
        check("om 4 dage og 1 time", "om 4_dage og 1_time");
        check("Tuesday 7 April at 16:00", "Tuesday 7_April at 16:00");
        check("16:00 today", "16:00 today");
        check("87 92 55 75", "87_92_55_75");
        check("kl. 7-15 og 22.00–06.30", "kl._7=15 og 22.00=06.30");
        check("2. påskedag", "2._påskedag");
        check("mandag-fredag", "mandag-fredag");
        check("", "");
    }
}
