//! What is a sentence with places to fill in?
//!
//! Sentences are data and one function fills all of them: as a `format!` each they would make the
//! download larger by the code of every one.

use super::set;

/// A sentence with `N` places, written `{0}`, `{1}` …, in whatever order the language wants them.
#[derive(Clone, Copy)]
#[cfg_attr(test, derive(Debug))]
pub struct Sentence<const N: usize>(&'static str);

impl<const N: usize> Sentence<N> {
    /// Takes the text; one that leaves out a place or has one too many does not compile as a constant.
    pub const fn new(text: &'static str) -> Self {
        assert!(places(text.as_bytes()) == (1 << N) - 1, "the sentence does not have exactly the places asked for");
        Self(text)
    }

    /// The sentence with its places filled and set.
    pub fn with(self, words: [&str; N]) -> String {
        fill(self.0, &words)
    }
}

/// A sentence of which the beginning is strong. Either part may use any of the `N` places.
#[derive(Clone, Copy)]
#[cfg_attr(test, derive(Debug))]
pub struct Emphasised<const N: usize> {
    strong: &'static str,
    rest: &'static str,
}

impl<const N: usize> Emphasised<N> {
    /// Takes both parts; a place that neither has, or one too many, does not compile as a constant.
    pub const fn new(strong: &'static str, rest: &'static str) -> Self {
        let places = places(strong.as_bytes()) | places(rest.as_bytes());
        assert!(places == (1 << N) - 1, "the sentence does not have exactly the places asked for");
        Self { strong, rest }
    }

    /// Both parts with their places filled and set.
    pub fn with(self, words: [&str; N]) -> (String, String) {
        (fill(self.strong, &words), fill(self.rest, &words))
    }
}

/// A bit for each place that the text has.
const fn places(mut text: &[u8]) -> u32 {
    let mut places = 0;
    while let [_, rest @ ..] = text {
        if let [b'{', digit @ b'0'..=b'9', b'}', ..] = text {
            places |= 1 << (*digit - b'0');
        }
        text = rest;
    }
    places
}

fn fill(text: &str, words: &[&str]) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, after) = part.split_once('}').unwrap_or_default();
        let word = place.bytes().next().and_then(|digit| words.get(usize::from(digit.wrapping_sub(b'0'))));
        filled.push_str(word.copied().unwrap_or_default());
        filled.push_str(after);
    }
    set(&filled)
}

#[cfg(test)]
mod tests {
    use super::{Emphasised, Sentence};

    #[test]
    fn places_are_filled_in_the_sentence_s_own_order() {
        assert_eq!(Sentence::<2>::new("{1} on {0}, {0}!").with(["a {1}", "b"]), "b on a {1}, a {1}!");
        assert_eq!(Sentence::<0>::new("nothing").with([]), "nothing");
        let (strong, rest) = Emphasised::<2>::new("{1} first", "then {0}").with(["a", "b"]);
        assert_eq!((strong.as_str(), rest.as_str()), ("b first", "then a"));
    }

    #[test]
    #[should_panic(expected = "places")]
    fn a_place_left_out_is_refused() {
        Sentence::<2>::new("{1} only");
    }

    #[test]
    #[should_panic(expected = "places")]
    fn a_place_too_many_is_refused() {
        Emphasised::<1>::new("{0}", "and {1}");
    }
}
