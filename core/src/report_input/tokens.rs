//! Tokenizer for typed dates and times.

/// A number or a word. Separators between them have no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A number and the count of its digits.
    Number(u32, usize),
    Word(&'a str),
}

/// The most digits of a number in a date or time.
const MAX_DIGITS: usize = 8;

/// Splits the text into tokens. `None` where a character is in no date or time, or a number is too long.
pub(super) fn tokenize(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { is_letter(c) };
        let (token, after) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
        if first.is_ascii_digit() {
            let number = token.parse().ok().filter(|_| token.len() <= MAX_DIGITS)?;
            tokens.push(Token::Number(number, token.len()));
            rest = after;
        } else if is_letter(first) {
            tokens.push(Token::Word(token));
            rest = after;
        } else if is_separator(first) {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        } else {
            return None;
        }
    }
    Some(tokens)
}

/// Whether this is a letter of Danish or English. Unicode tables would add kilobytes to the WebAssembly.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (c >= '\u{c0}' && c <= '\u{ff}')
}

/// Whether this is punctuation or a space, including the spaces that [`crate::messages::typeset`] inserts: a copied
/// date must parse.
const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2060}' | '.' | ',' | ':' | '/' | '-' | '–')
}

/// Whether the word equals the name, ignoring case.
pub(super) fn equals(word: &str, name: &str) -> bool {
    starts_with(name, word) && word.len() == name.len()
}

/// Whether the name starts with the word, ignoring case.
pub(super) fn starts_with(name: &str, word: &str) -> bool {
    let mut name = name.chars().map(to_lowercase);
    word.chars().map(to_lowercase).all(|letter| name.next() == Some(letter))
}

/// Lower case of Danish and English letters.
fn to_lowercase(c: char) -> char {
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
    fn numbers_and_words_are_separated() {
        fn check(text: &str, expected: &[Token<'_>]) {
            assert_eq!(tokenize(text).as_deref(), Some(expected), "{text}");
        }
        check("", &[]);
        check(" - ", &[]);
        check("3/4-2026", &[Token::Number(3, 1), Token::Number(4, 1), Token::Number(2026, 4)]);
        check("kl. 09.05", &[Token::Word("kl"), Token::Number(9, 2), Token::Number(5, 2)]);
        check("LØR\u{a0}3rd", &[Token::Word("LØR"), Token::Number(3, 1), Token::Word("rd")]);
        for text in ["3+4", "½", "3/4?", "٣", "今日", "123456789", "3\n4"] {
            assert_eq!(tokenize(text), None, "{text}");
        }
    }

    #[test]
    fn words_match_names_regardless_of_case() {
        fn check(word: &str, name: &str, equal: bool, prefix: bool) {
            assert_eq!((equals(word, name), starts_with(name, word)), (equal, prefix), "{word} {name}");
        }
        check("LØRDAG", "lørdag", true, true);
        check("lør", "lørdag", false, true);
        check("lørdagen", "lørdag", false, false);
        check("monday", "Monday", true, true);
        check("lor", "lørdag", false, false);
        check("går", "går", true, true);
    }
}
