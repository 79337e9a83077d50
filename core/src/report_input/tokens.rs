//! Of which numbers and words does a text consist that somebody typed?

/// A number or a word; what stands between them says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A number, and with how many digits it is written.
    Number(u32, usize),
    /// Letters.
    Word(&'a str),
}

/// More digits than any date or time has.
const MOST_DIGITS: usize = 8;

/// The pieces of the text in their order; none where it has characters that belong to no date or time.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { is_letter(c) };
        let (piece, after) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
        if first.is_ascii_digit() {
            let number = piece.parse().ok().filter(|_| piece.len() <= MOST_DIGITS)?;
            pieces.push(Piece::Number(number, piece.len()));
            rest = after;
        } else if is_letter(first) {
            pieces.push(Piece::Word(piece));
            rest = after;
        } else if is_between(first) {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        } else {
            return None;
        }
    }
    Some(pieces)
}

/// A letter of the languages here. The tables of every alphabet would be kilobytes of the download.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (c >= '\u{c0}' && c <= '\u{ff}')
}

/// A mark between numbers and words, or a space, among them those that [`crate::messages::typeset`] puts into what is
/// copied from the page.
const fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2060}' | '.' | ',' | ':' | '/' | '-' | '–')
}

/// Whether the word is this name, however it is capitalised.
pub(super) fn is(word: &str, name: &str) -> bool {
    begins(name, word) && word.len() == name.len()
}

/// Whether the name begins with the word, however that is capitalised.
pub(super) fn begins(name: &str, word: &str) -> bool {
    let mut name = name.chars().map(lower);
    word.chars().map(lower).all(|letter| name.next() == Some(letter))
}

/// The small letter, also of æ, ø and å.
fn lower(c: char) -> char {
    match c {
        'Æ' => 'æ',
        'Ø' => 'ø',
        'Å' => 'å',
        other => other.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_are_told_from_what_stands_between() {
        fn check(text: &str, expected: &[Piece<'_>]) {
            assert_eq!(pieces(text).as_deref(), Some(expected), "{text}");
        }
        check("", &[]);
        check(" - ", &[]);
        check("3/4-2026", &[Piece::Number(3, 1), Piece::Number(4, 1), Piece::Number(2026, 4)]);
        check("kl. 09.05", &[Piece::Word("kl"), Piece::Number(9, 2), Piece::Number(5, 2)]);
        check("LØR\u{a0}3rd", &[Piece::Word("LØR"), Piece::Number(3, 1), Piece::Word("rd")]);
        for text in ["3+4", "½", "3/4?", "٣", "今日", "123456789", "3\n4"] {
            assert_eq!(pieces(text), None, "{text}");
        }
    }

    #[test]
    fn words_are_names_however_capitalised() {
        fn check(word: &str, name: &str, whole: bool, beginning: bool) {
            assert_eq!((is(word, name), begins(name, word)), (whole, beginning), "{word} {name}");
        }
        check("LØRDAG", "lørdag", true, true);
        check("lør", "lørdag", false, true);
        check("lørdagen", "lørdag", false, false);
        check("monday", "Monday", true, true);
        check("lor", "lørdag", false, false);
        check("går", "går", true, true);
    }
}
