//! Messages in every language, with placeholders.
//!
//! A message is a constant beside the function that uses it, with both languages side by side. It does not compile if a
//! language is missing, if the languages differ in their placeholders, or if a translation is empty, the same as the
//! original, or in the wrong language. One function fills all placeholders: a `format!` for each message would make the
//! download larger by its code.

use super::{Language, typeset};

/// A message without placeholders.
#[derive(Clone, Copy)]
pub struct Label {
    da: &'static str,
    en: &'static str,
}

/// A message without placeholders, in Danish and English.
pub const fn label(da: &'static str, en: &'static str) -> Label {
    check_translation(da, en);
    Label { da, en }
}

impl Label {
    /// The message in that language.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Danish => self.da,
            Language::English => self.en,
        }
    }
}

/// A message with `N` placeholders, written `{0}`, `{1}` …, in whatever order each language wants them.
#[derive(Clone, Copy)]
pub struct Message<const N: usize>(Label);

/// A message with `N` placeholders, in Danish and English.
pub const fn message<const N: usize>(da: &'static str, en: &'static str) -> Message<N> {
    check_placeholders(N, [placeholders(da), placeholders(en)]);
    Message(label(da, en))
}

impl<const N: usize> Message<N> {
    /// The message in that language, with its placeholders filled and its typography set.
    pub fn format(self, language: Language, arguments: [&str; N]) -> String {
        typeset(&self.fill(language, arguments))
    }

    /// As [`format`](Self::format), without typography: for consoles, and for text that quotes a file.
    pub fn fill(self, language: Language, arguments: [&str; N]) -> String {
        fill(self.0.get(language), &arguments)
    }
}

/// A message whose beginning is emphasised. Either part may use any of the `N` placeholders.
#[derive(Clone, Copy)]
pub struct EmphasisedMessage<const N: usize> {
    strong: Label,
    rest: Label,
}

/// A message whose beginning is emphasised, as `[beginning, rest]` in Danish and in English.
pub const fn emphasised<const N: usize>(da: [&'static str; 2], en: [&'static str; 2]) -> EmphasisedMessage<N> {
    let used = [placeholders(da[0]) | placeholders(da[1]), placeholders(en[0]) | placeholders(en[1])];
    check_placeholders(N, used);
    EmphasisedMessage { strong: label(da[0], en[0]), rest: label(da[1], en[1]) }
}

impl<const N: usize> EmphasisedMessage<N> {
    /// The emphasised beginning and the rest in that language, with placeholders filled and typography set.
    pub fn format(self, language: Language, arguments: [&str; N]) -> (String, String) {
        [self.strong, self.rest].map(|part| typeset(&fill(part.get(language), &arguments))).into()
    }
}

/// A noun that follows a count.
#[derive(Clone, Copy)]
pub struct CountedMessage {
    one: Label,
    many: Label,
}

/// A noun that follows a count, in the singular and the plural.
pub const fn counted(one: Label, many: Label) -> CountedMessage {
    CountedMessage { one, many }
}

impl CountedMessage {
    /// The count and the noun in that language, without typography.
    pub fn format(self, language: Language, count: i64) -> String {
        let noun = if count == 1 { self.one } else { self.many };
        format!("{count} {}", noun.get(language))
    }
}

const fn check_placeholders(expected: usize, used: [u32; 2]) {
    let all = (1 << expected) - 1;
    assert!(used[0] == all && used[1] == all, "a message must use exactly its placeholders in both languages");
}

/// A bit for each placeholder that the text uses.
const fn placeholders(text: &str) -> u32 {
    let mut used = 0;
    let mut bytes = text.as_bytes();
    while let [_, rest @ ..] = bytes {
        if let [b'{', digit @ b'0'..=b'9', b'}', ..] = bytes {
            used |= 1 << (*digit - b'0');
        }
        bytes = rest;
    }
    used
}

const fn check_translation(da: &str, en: &str) {
    assert!(!da.is_empty() && !en.is_empty(), "a message must not be empty");
    let (mut same, mut letters, mut rest, mut original) = (da.len() == en.len(), false, en.as_bytes(), da.as_bytes());
    while let [byte, after @ ..] = rest {
        letters |= byte.is_ascii_alphabetic();
        if let [first, others @ ..] = original {
            same &= *first == *byte;
            original = others;
        }
        // The UTF-8 encodings of æ, ø, å, Æ, Ø, Å, « and ».
        let danish = matches!(rest, [0xc3, 0xa6 | 0xb8 | 0xa5 | 0x86 | 0x98 | 0x85, ..] | [0xc2, 0xab | 0xbb, ..]);
        assert!(!danish, "the English text contains Danish letters or quotation marks");
        rest = after;
    }
    // Punctuation and placeholders alone may be the same in both languages.
    assert!(!same || !letters, "the translation must differ from the original");
}

fn fill(text: &str, arguments: &[&str]) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, after) = part.split_once('}').unwrap_or_default();
        let argument = place.bytes().next().and_then(|digit| arguments.get(usize::from(digit.wrapping_sub(b'0'))));
        filled.push_str(argument.copied().unwrap_or_default());
        filled.push_str(after);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_the_order_of_the_language() {
        let both = message::<2>("{1} på {0}, {0}!", "{0}: {1} on {0}");
        assert_eq!(both.format(Language::Danish, ["a {1}", "b"]), "b på a {1}, a {1}!");
        assert_eq!(both.format(Language::English, ["a", "b"]), "a: b on a");
        let (strong, rest) =
            emphasised::<2>(["{1} først", "så {0}"], ["{1} first", "then {0}"]).format(Language::English, ["a", "b"]);
        assert_eq!((strong.as_str(), rest.as_str()), ("b first", "then a"));
    }

    #[test]
    #[should_panic(expected = "exactly its placeholders")]
    fn a_missing_placeholder_is_refused() {
        message::<2>("{1} og {0}", "{1} only");
    }

    #[test]
    #[should_panic(expected = "exactly its placeholders")]
    fn a_surplus_placeholder_is_refused() {
        emphasised::<1>(["{0}", "og {1}"], ["{0}", "and"]);
    }

    #[test]
    #[should_panic(expected = "Danish letters")]
    fn danish_in_the_english_text_is_refused() {
        label("Åbent", "På vej");
    }

    #[test]
    #[should_panic(expected = "must differ")]
    fn an_untranslated_text_is_refused() {
        label("Now", "Now");
    }

    #[test]
    #[should_panic(expected = "empty")]
    fn an_empty_text_is_refused() {
        label("Nu", "");
    }
}
